/** The lines of a table on a page: a slightly heavier frame, thin rules inside, none through a merged cell. */
import type { LayoutCell, LayoutPage } from '#shared/report/layout.ts';
import { number } from './pdf-text.ts';

const FRAME = 0.75;
const RULE = 0.5;

/** Content that draws the rules; empty on a page without table. */
export function tableRules(page: LayoutPage): string {
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
