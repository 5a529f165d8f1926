/**
 * Heights of the rows of a long table, guessed until a row was on screen. Invariant: `top(row)` is the sum of the heights
 * before it; a Fenwick tree keeps every question and every correction at O(log n). CSS pixels.
 */
export class RowHeights {
  readonly count: number;
  private readonly heights: Float64Array;
  private readonly tree: Float64Array;

  constructor(count: number, guess: number) {
    this.count = count;
    this.heights = new Float64Array(count).fill(guess);
    this.tree = new Float64Array(count + 1);
    for (let node = 1; node <= count; node++) this.tree[node] = (node & -node) * guess;
  }

  /** Where a row begins; `top(count)` is the height of them all. */
  top(row: number): number {
    let sum = 0;
    for (let node = Math.min(row, this.count); node > 0; node -= node & -node) sum += this.tree[node] ?? 0;
    return sum;
  }

  /** The row at a distance from the top; distances outside give the first or last row. */
  rowAt(distance: number): number {
    let node = 0;
    let rest = distance;
    for (let step = 1 << Math.floor(Math.log2(Math.max(1, this.count))); step > 0; step >>= 1) {
      const next = node + step;
      const height = this.tree[next];
      if (next <= this.count && height !== undefined && height <= rest) {
        node = next;
        rest -= height;
      }
    }
    return Math.max(0, Math.min(node, this.count - 1));
  }

  /** Corrects one height; answers by how much it changed. */
  set(row: number, height: number): number {
    const change = height - (this.heights[row] ?? height);
    if (change === 0) return 0;
    this.heights[row] = height;
    for (let node = row + 1; node <= this.count; node += node & -node) {
      this.tree[node] = (this.tree[node] ?? 0) + change;
    }
    return change;
  }

  /** The same table with another number of rows; known heights are kept by place. */
  resized(count: number, guess: number): RowHeights {
    const next = new RowHeights(count, guess);
    for (let row = 0; row < Math.min(count, this.count); row++) {
      const height = this.heights[row];
      if (height !== undefined) next.heights[row] = height;
    }
    next.sum();
    return next;
  }

  /** Makes the tree from the heights, in one pass. */
  private sum(): void {
    this.tree.fill(0);
    for (let node = 1; node <= this.count; node++) {
      this.tree[node] = (this.tree[node] ?? 0) + (this.heights[node - 1] ?? 0);
      const parent = node + (node & -node);
      if (parent <= this.count) this.tree[parent] = (this.tree[parent] ?? 0) + (this.tree[node] ?? 0);
    }
  }
}
