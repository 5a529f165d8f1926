/** The lines of a page. Of a table: a slightly heavier frame, thin rules inside, none through a merged cell. */
import type { LayoutCell, PlacedBox, TablePage } from '#shared/report/layout.ts';
import { number, RED } from './pdf-text.ts';

const FRAME = 0.75;
const RULE = 0.5;
/** Distance of the two lines of a double rule, pt. */
const DOUBLE = 1.8;

/** Content that draws the rules; empty on a page without table. */
export function tableRules(page: TablePage): string {
  const cells = [...page.header, ...page.rows.flatMap((row) => row.cells)];
  const first = page.header[0];
  if (!first) return '';
  const left = first.x;
  const right = Math.max(...page.header.map((cell) => cell.x + cell.width));
  const top = first.y;
  const bottom = Math.max(...cells.map((cell) => cell.y + cell.height));
  const out = [`${RULE} w`];
  for (const cell of page.header.slice(1)) out.push(line(cell.x, top, cell.x, bottom));
  for (const [y, spans] of horizontals(cells)) {
    if (bottom - y < 0.01) continue;
    for (const [from, to] of spans) out.push(line(from, y, to, y));
  }
  out.push(`S ${FRAME} w ${number(left)} ${number(top)} ${number(right - left)} ${number(bottom - top)} re S`);
  return out.join(' ');
}

/** Content that draws the borders of boxes, each line once; empty where there are none. */
export function boxRules(boxes: readonly PlacedBox[]): string {
  const lines = { black: new Set<string>(), red: new Set<string>() };
  for (const { box, x, y, width, height } of boxes) {
    const sides = [
      { style: box.borders.top, at: [x, y, x + width, y], across: [0, 1] },
      { style: box.borders.right, at: [x + width, y, x + width, y + height], across: [1, 0] },
      { style: box.borders.bottom, at: [x, y + height, x + width, y + height], across: [0, 1] },
      { style: box.borders.left, at: [x, y, x, y + height], across: [1, 0] },
    ] as const;
    for (const { style, at, across } of sides) {
      if (style === 'none') continue;
      for (const shift of style === 'double' ? [-DOUBLE / 2, DOUBLE / 2] : [0]) {
        const [right, down] = [across[0] * shift, across[1] * shift];
        lines[box.borderInk].add(line(at[0] + right, at[1] + down, at[2] + right, at[3] + down));
      }
    }
  }
  const out: string[] = [];
  if (lines.black.size > 0) out.push(`${RULE} w 2 J ${[...lines.black].join(' ')} S`);
  if (lines.red.size > 0) out.push(`q ${RULE} w 2 J ${RED} RG ${[...lines.red].join(' ')} S Q`);
  return out.join(' ');
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l`;
}

/** Lower edges of cells, neighbours joined, by height. */
function horizontals(cells: readonly LayoutCell[]): Map<number, [number, number][]> {
  const rules = new Map<number, [number, number][]>();
  const edges = cells.map(({ x, y, width, height }) => ({
    y: Math.round((y + height) * 100) / 100,
    from: x,
    to: x + width,
  }));
  for (const { y, from, to } of edges.sort((a, b) => a.y - b.y || a.from - b.from)) {
    const spans = rules.get(y) ?? [];
    const previous = spans.at(-1);
    if (previous && Math.abs(previous[1] - from) < 0.01) previous[1] = to;
    else spans.push([from, to]);
    rules.set(y, spans);
  }
  return rules;
}
