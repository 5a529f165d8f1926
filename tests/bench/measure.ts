/** Timing tools of the benchmark: interleaved runs, medians, CPU time. Nothing here judges; the table does. */
export interface Figure {
  name: string;
  /** Milliseconds of the program's own work: median, 95th percentile. */
  median: number;
  p95: number;
  /** The same work done with the least that could give the result. */
  floorName: string;
  floorMedian: number;
  floorP95: number;
  /** Largest ratio to the floor that the specification wants; null = told only. */
  limit: { median: number; p95?: number } | null;
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

/** A figure whose floor is the task's own limit, in ms. */
export function against(name: string, times: readonly number[], limit: number): Figure {
  return {
    name,
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    floorName: 'limit of the task',
    floorMedian: limit,
    floorP95: limit,
    limit: { median: 1, p95: 1 },
  };
}

/** Runs two pieces of work in turn, A B A B …, so that a change of the machine's speed hits both alike. */
export async function interleaved(
  runs: number,
  warmups: number,
  ours: (run: number) => Promise<void> | void,
  floor: (run: number) => Promise<void> | void,
): Promise<{ ours: number[]; floor: number[] }> {
  const times = { ours: [] as number[], floor: [] as number[] };
  for (let run = -warmups; run < runs; run += 1) {
    for (const [name, work] of [
      ['ours', ours],
      ['floor', floor],
    ] as const) {
      const begin = performance.now();
      await work(run + warmups);
      if (run >= 0) times[name].push(performance.now() - begin);
    }
  }
  return times;
}

export function figure(
  name: string,
  floorName: string,
  times: { ours: number[]; floor: number[] },
  limit: Figure['limit'],
): Figure {
  return {
    name,
    median: quantile(times.ours, 0.5),
    p95: quantile(times.ours, 0.95),
    floorName,
    floorMedian: quantile(times.floor, 0.5),
    floorP95: quantile(times.floor, 0.95),
    limit,
  };
}

const milliseconds = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));

/** One line a figure: ours, floor, ratio, limit, verdict. */
export function report(figures: readonly Figure[]): string {
  const rows = figures.map((one) => {
    const ratio = one.median / one.floorMedian;
    const ratio95 = one.p95 / one.floorP95;
    const within =
      one.limit === null
        ? 'told'
        : ratio <= one.limit.median && ratio95 <= (one.limit.p95 ?? Number.POSITIVE_INFINITY)
          ? 'within'
          : 'OVER';
    return [
      one.name,
      `${milliseconds(one.median)} (${milliseconds(one.p95)})`,
      one.floorName,
      `${milliseconds(one.floorMedian)} (${milliseconds(one.floorP95)})`,
      `${ratio.toFixed(2)} (${ratio95.toFixed(2)})`,
      one.limit === null ? '–' : `≤ ${one.limit.median}${one.limit.p95 === undefined ? '' : ` (≤ ${one.limit.p95})`}`,
      within,
    ];
  });
  const head = ['what', 'ms median (p95)', 'floor', 'floor ms', 'ratio', 'limit', ''];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
