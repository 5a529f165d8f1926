/**
 * Tables flattened to one cell a line, as web pages are copied. The header names the columns; which line belongs to
 * which column is found as the cheapest way through all lines, each step of which has to be proven by the words.
 * Invariant: where a step is not proven, every row from the month before it to the month after it is marked.
 */
import { withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { impossibleMonth, leadingTime, readDottedDay, readTime } from '#shared/lib/time-expressions.ts';
import { unitLikeness } from '#shared/lib/units.ts';
import { aboutLine, type Finding } from './draft.ts';
import type { Grid, GridColumn, GridRow } from './grid.ts';
import { titleOf } from './head.ts';
import { markerOf } from './items.ts';
import type { TextLine, TextLines } from './lines.ts';
import { type ColumnRole, damagedHeadingOf, headingOf, isNoise, isStatusWord } from './vocabulary.ts';
import { isWeek } from './week.ts';

const NEVER = 1000;
/** A step that costs more is not proven. */
const PROVEN = 0.9;

/** Cells missing at the very end: the text was cut off there. */
const CUT_OFF = 1;

interface Token extends TextLine {
  isTime: boolean;
  unit: 'yes' | 'maybe' | 'no';
}

/** Finds the run of heading lines: the first with a time column and an activity column. */
function headerOf(
  lines: readonly TextLine[],
  from = 0,
): { at: number; length: number; columns: GridColumn[]; damaged: GridColumn[] } | null {
  for (let at = from; at < lines.length - 2; at += 1) {
    const first = headingOf(lines[at]?.text ?? '');
    if (!first || !['time', 'week', 'index', 'dates', 'deadline', 'activity'].includes(first.role)) continue;
    const columns: GridColumn[] = [];
    const damaged: GridColumn[] = [];
    let length = 0;
    for (; length < 14; length += 1) {
      const printed = lines[at + length]?.text ?? '';
      const exact = headingOf(printed);
      const heading = exact && !(length > 0 && readTime(printed)) ? exact : damagedHeadingOf(printed);
      if (
        !heading ||
        readTime(printed) ||
        (heading.damaged &&
          columns.some(
            (column) => column.name === heading.name || (column.role === heading.role && heading.role !== 'unit'),
          ))
      )
        break;
      const column = { printed, name: heading.name, role: heading.role };
      columns.push(column);
      if (heading.damaged) damaged.push(column);
    }
    const roles = columns.map((column) => column.role);
    if (
      length >= 2 &&
      roles.includes('activity') &&
      roles.some((role) => role === 'time' || role === 'dates' || role === 'deadline')
    )
      return { at, length, columns: mergeLevels(columns), damaged };
  }
  return null;
}

/** Headings behind 备注 belong to a second level: they stand under the first activity heading. */
function mergeLevels(columns: GridColumn[]): GridColumn[] {
  const remark = columns.findIndex((column) => column.role === 'remark');
  const group = columns.findIndex((column) => column.role === 'activity');
  let merged = columns;
  if (remark > group && remark < columns.length - 1) {
    merged = [...columns.slice(0, group), ...columns.slice(remark + 1), ...columns.slice(group + 1, remark + 1)];
  }
  const activities = merged.filter((column) => column.role === 'activity');
  const main = activities.find((column) => /主题$|名称$/u.test(column.name)) ?? activities[0];
  return merged.map((column) =>
    column.role === 'activity' && column !== main ? { ...column, role: 'items' } : column,
  );
}

/** A header that comes again is a page break where no title stands above it; with a title another table begins. */
function untilNextTable(
  body: readonly TextLine[],
  columns: readonly GridColumn[],
): { own: TextLine[]; next: TextLine[]; repeats: number[] } {
  const own: TextLine[] = [];
  const repeats: number[] = [];
  const names = columns.map((column) => column.name).join();
  let begin = 0;
  for (;;) {
    const again = headerOf(body, begin);
    if (!again) return { own: [...own, ...body.slice(begin)], next: [], repeats };
    let titles = again.at;
    while (titles > begin && titleOf(body[titles - 1]?.text ?? '') !== null) titles -= 1;
    const same = again.columns.map((column) => column.name).join() === names;
    if (
      titles < again.at ||
      !same ||
      monthAround(body, again.at + again.length, 1, 12) < monthAround(body, titles - 1, -1, 0)
    ) {
      return { own: [...own, ...body.slice(begin, titles)], next: body.slice(titles), repeats };
    }
    own.push(...body.slice(begin, again.at));
    repeats.push(body[again.at]?.line ?? 0);
    begin = again.at + again.length;
  }
}

/** The month of the nearest month line, looked for over a page at most. */
function monthAround(body: readonly TextLine[], from: number, step: 1 | -1, none: number): number {
  for (let at = from; at >= 0 && at < body.length && Math.abs(at - from) < 200; at += step) {
    const time = readTime(body[at]?.text ?? '');
    if (time && time.monthStart !== null) return time.monthStart;
  }
  return none;
}

function roleCost(role: ColumnRole, token: Token): number {
  if (token.vertical && !token.isTime)
    return role === 'theme' ? 0 : role === 'time' || role === 'week' || role === 'index' ? NEVER : 3;
  if (token.isTime && role !== 'time' && role !== 'dates' && role !== 'week' && role !== 'index' && role !== 'deadline')
    return role === 'remark' ? 2 : 6;
  switch (role) {
    case 'time':
    case 'dates':
      return token.isTime ? 0 : NEVER;
    case 'deadline':
      return token.isTime ? 0 : 4;
    case 'week':
      return isWeek(token.text) ? 0 : NEVER;
    case 'index':
      return /^\d{1,3}$/u.test(token.text) ? 0 : NEVER;
    case 'unit':
    case 'support':
      return token.unit === 'yes' ? 0 : token.unit === 'maybe' ? 0.6 : 4;
    case 'activity':
    case 'items':
      return (token.unit === 'yes' ? 3 : token.unit === 'maybe' ? 0.1 : 0) + (/^[\d\s.]+$/u.test(token.text) ? 3 : 0);
    case 'status':
      return isStatusWord(token.text) ? 0 : 3;
    case 'remark':
      return /^[\d.]+$/u.test(token.text) ? 3 : 0.3;
    case 'theme':
    case 'other':
      return 0.5;
    default:
      return NEVER;
  }
}

function skipCost(role: ColumnRole): number {
  switch (role) {
    case 'activity':
      return 5;
    case 'unit':
      return 2.5;
    case 'index':
    case 'week':
    case 'dates':
      return 2;
    case 'time':
      return 0.02;
    case 'support':
    case 'status':
    case 'remark':
    case 'deadline':
    case 'theme':
    case 'items':
    case 'other':
      return 0.01;
    default:
      return NEVER;
  }
}

const OPEN_END = /[、，,：:（(“《—-]$/u;

function stays(role: ColumnRole, before: Token, token: Token): number {
  if (role === 'time' || role === 'index' || role === 'week' || role === 'dates') return NEVER;
  const base = roleCost(role, token);
  if (role === 'remark') return base;
  if (OPEN_END.test(before.text)) return 0.05 + base;
  if (/[；;]$/u.test(before.text) && role === 'items') return 0.05 + base;
  if (markerOf(token.text) && (markerOf(before.text)?.number ?? 0) + 1 === markerOf(token.text)?.number)
    return 0.3 + base;
  return 1.5 + base;
}

interface Step {
  cost: number;
  from: number;
  newRow: boolean;
  own: number;
}

/** Walks the tokens through the columns at the lowest cost. O(tokens × columns²). */
function align(tokens: readonly Token[], roles: readonly ColumnRole[]): Step[][] {
  const width = roles.length;
  const prefix = [0];
  for (const role of roles) prefix.push((prefix.at(-1) ?? 0) + skipCost(role));
  const skipped = (from: number, to: number): number => (prefix[to] ?? 0) - (prefix[from] ?? 0);
  const table: Step[][] = [];
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const steps: Step[] = [];
    for (let column = 0; column < width; column += 1) {
      const role = roles[column] ?? 'other';
      const base = roleCost(role, token);
      let best: Step = { cost: Infinity, from: -1, newRow: true, own: NEVER };
      const offer = (previous: number, from: number, newRow: boolean, own: number): void => {
        if (previous + own < best.cost) best = { cost: previous + own, from, newRow, own };
      };
      if (!before) offer(0, -1, true, base + skipped(0, column) + (column > 0 && roles[0] === 'time' ? 3 : 0));
      else {
        for (let from = 0; from < width; from += 1) {
          const previous = table[index - 1]?.[from]?.cost ?? Infinity;
          const open = OPEN_END.test(before.text) ? 1 : 0;
          if (from < column) offer(previous, from, false, base + skipped(from + 1, column) + open);
          if (from === column) offer(previous, from, false, stays(role, before, token));
          offer(previous, from, true, base + skipped(from + 1, width) + skipped(0, column) + open);
        }
      }
      steps.push(best);
    }
    table.push(steps);
  }
  return table;
}

/** Lines behind the last row: a section's heading, a note, a signature with its date. */
function endOfTable(lines: readonly TextLine[], hasUnits: boolean): number {
  let end = lines.length;
  for (const [index, { text }] of lines.entries()) {
    if (index === 0) continue;
    const marker = markerOf(text);
    const section =
      marker?.kind === 'han' &&
      !leadingTime(text.slice(marker.length)) &&
      /(?:要求|措施|保障|目标|思想|任务|机制|说明|建议)[。：:]?$/u.test(text);
    const note = /^(?:附?注|备注|说明|附件\d*|附表|抄送|抄报|联系人|填表|制表)\s*[:：]/u.test(text);
    const paragraph = hasUnits && text.length > 80 && /[。；]/u.test(text);
    if (section || note || paragraph) {
      end = index;
      break;
    }
  }
  const last = lines[end - 1];
  if (
    last &&
    /^(?:[12]\d{3}|[二一][〇零○Ｏ九一二三四五六七八O]{3})年[\d一二三四五六七八九十]+月(?:[\d一二三四五六七八九十]+日)?$/u.test(
      withoutSpace(last.text),
    )
  ) {
    end -= 1;
    const signer = lines[end - 1];
    const before = lines[end - 2];
    // The signer stands between the last row and the date; in a table with units the last row already has its own.
    if (signer && before && unitLikeness(signer.text) === 'yes' && (!hasUnits || unitLikeness(before.text) === 'yes'))
      end -= 1;
  }
  return end;
}

/** Reads a flattened table; null where no header was found or its columns do not explain the lines. */
export function flattenedGrid(text: TextLines): { grid: Grid; rest: TextLines } | null {
  const header = headerOf(text.lines);
  if (!header) return null;
  const hasUnits = header.columns.some((column) => column.role === 'unit' || column.role === 'support');
  const { own, next, repeats } = untilNextTable(text.lines.slice(header.at + header.length), header.columns);
  const end = endOfTable(own, hasUnits);
  const lines = own.slice(0, end);
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line.text, (counts.get(line.text) ?? 0) + 1);
  const tokens = lines.map((line): Token => {
    const likeness = unitLikeness(line.text);
    const time =
      readTime(line.text) !== null || impossibleMonth(line.text) !== null || readDottedDay(line.text) !== null;
    return {
      ...line,
      isTime: time || isGluedTime(line.text),
      unit: likeness === 'maybe' && (counts.get(line.text) ?? 0) >= 3 ? 'yes' : likeness,
    };
  });
  if (tokens.length < 2) return null;
  const roles = header.columns.map((column) => column.role);
  const table = align(tokens, roles);

  const path: { column: number; step: Step }[] = [];
  let column = -1;
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const steps = table[index] ?? [];
    if (column < 0) {
      for (const [place, step] of steps.entries())
        if (
          step.cost + endSkip(roles, place) <
          (steps[column]?.cost ?? Infinity) + (column < 0 ? 0 : endSkip(roles, column))
        )
          column = place;
    }
    const step = steps[column];
    if (!step) return null;
    path.push({ column, step });
    column = step.from;
  }
  path.reverse();
  const rows = rowsOfPath(tokens, path, roles);
  const groups = markGroups(rows, roles);
  if (groups.total >= 3 && groups.doubtful > groups.total * 0.6) return null;

  const line = text.lines[header.at]?.line ?? 1;
  const findings: Finding[] = header.damaged.map((one) =>
    aboutLine(
      lineOf(text, header.at, header.length, one.printed),
      'header_damaged',
      { printed: one.printed, column: one.name },
      'doubt',
    ),
  );
  for (const column of header.columns)
    if (column.role === 'items') findings.push(aboutLine(line, 'details_left_out', { column: column.name }, 'doubt'));
  for (const token of tokens)
    if (token.vertical) findings.push(aboutLine(token.line, 'vertical_text', { text: token.text }));
  const to = lines.at(-1)?.endLine ?? line;
  for (const repeat of repeats) findings.push(aboutLine(repeat, 'header_repeated'));
  const limit = next[0]?.line ?? Infinity;
  for (const noise of text.noise) {
    if (noise.line > line && noise.line < limit)
      findings.push(aboutLine(noise.line, 'noise_skipped', { text: noise.text }));
  }
  const below = own[end];
  if (below) findings.push(textBelow(own.slice(end), below));
  return {
    grid: {
      layout: 'flattened',
      title: null,
      columns: header.columns,
      rows,
      findings,
      from: line,
      to,
      knowsMerges: false,
    },
    rest: { lines: next, noise: text.noise.filter((noise) => noise.line >= limit) },
  };
}

function lineOf(text: TextLines, at: number, length: number, printed: string): number | null {
  return text.lines.slice(at, at + length).find((line) => line.text === printed)?.line ?? null;
}

/** Lines behind the table: a doubt where they begin with months, for they may be rows. */
export function textBelow(lines: readonly TextLine[], first: TextLine): Finding {
  const timed = lines.filter(
    (line) =>
      line.text.length < 60 && readTime(line.text) !== null && /[月季]/u.test(line.text) && !/年/u.test(line.text),
  );
  return aboutLine(first.line, 'text_below', { text: first.text.slice(0, 30) }, timed.length > 0 ? 'doubt' : 'note');
}

/** A month cell with an address or a menu glued to it. */
function isGluedTime(text: string): boolean {
  const leading = leadingTime(text);
  return leading !== null && isNoise(text.slice(leading.length));
}

function endSkip(roles: readonly ColumnRole[], column: number): number {
  return roles.slice(column + 1).reduce((sum, role) => sum + Math.min(skipCost(role), CUT_OFF), 0);
}

function rowsOfPath(
  tokens: readonly Token[],
  path: readonly { column: number; step: Step }[],
  roles: readonly ColumnRole[],
): GridRow[] {
  const rows: GridRow[] = [];
  for (const [index, token] of tokens.entries()) {
    const at = path[index];
    if (!at) continue;
    let row = rows.at(-1);
    if (!row || at.step.newRow) {
      row = {
        line: token.line,
        endLine: token.endLine,
        cells: roles.map(() => ({ text: '', state: 'empty' })),
        doubtful: false,
        filled: 0,
      };
      rows.push(row);
    }
    const cell = row.cells[at.column];
    if (!cell) continue;
    if (cell.text === '') row.filled += 1;
    cell.text = cell.text === '' ? token.text : `${cell.text}\n${token.text}`;
    cell.state = 'printed';
    row.endLine = token.endLine;
    // The cost of skipping cells stands with the step that leaves them, so the row before is doubtful as well.
    if (at.step.own > PROVEN) {
      row.doubtful = true;
      const before = rows.at(-2);
      if (at.step.newRow && before) before.doubtful = true;
    }
  }
  const last = rows.at(-1);
  const place = path.at(-1)?.column ?? 0;
  if (last && endSkip(roles, place) > PROVEN) last.doubtful = true;
  return rows;
}

/** A month's lines are proven together or not at all: the month lines are where the columns fall into step again. */
function markGroups(rows: GridRow[], roles: readonly ColumnRole[]): { total: number; doubtful: number } {
  const time = roles.findIndex((role) => role === 'time' || role === 'week' || role === 'dates' || role === 'index');
  let group: GridRow[] = [];
  const counts = { total: 0, doubtful: 0 };
  const close = (): void => {
    if (group.length === 0) return;
    counts.total += 1;
    if (group.some((row) => row.doubtful)) {
      counts.doubtful += 1;
      for (const row of group) row.doubtful = true;
    }
    group = [];
  };
  for (const row of rows) {
    if (row.cells[time]?.state === 'printed') close();
    group.push(row);
  }
  close();
  return counts;
}
