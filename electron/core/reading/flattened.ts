/**
 * Tables flattened to one cell a line, as web pages are copied. The header names the columns; which line belongs to
 * which column is found as the cheapest way through all lines, each step of which has to be proven by the words.
 * Invariant: where a step is not proven, every row from the month before it to the month after it is marked.
 */
import { withoutSpace } from '#shared/lib/chinese-numerals.ts';
import {
  impossibleMonth,
  isClockTime,
  isLunarTime,
  leadingTime,
  readDottedDay,
  readTime,
} from '#shared/lib/time-expressions.ts';
import { unitLikeness } from '#shared/lib/units.ts';
import { align, endSkip, evenWay, PROVEN, type Step, type Token } from './alignment.ts';
import { aboutLine, type Finding } from './draft.ts';
import { headerOf, untilNextTable } from './flattened-header.ts';
import type { Grid, GridColumn, GridRow } from './grid.ts';
import { markerOf } from './items.ts';
import type { TextLine, TextLines } from './lines.ts';
import { type ColumnRole, isNoise } from './vocabulary.ts';

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
    const note =
      /^(?:附?注|备注|说明|附件\d*|附表|抄送|抄报|联系人|联系电话|(?:填表|制表|审核|填报)(?:人|单位|时间|日期)?)\s*[:：]/u.test(
        text,
      ) || /^[*＊※]\s*[\u4e00-\u9fff].*[。；，]/u.test(text);
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
  // A line that stands above the table and again inside it is a page head or a watermark; a unit may well be both.
  const above = new Set(text.lines.slice(0, header.at).map((line) => line.text));
  const stamped = own.slice(0, end).filter((line) => above.has(line.text) && unitLikeness(line.text) !== 'yes');
  const lines = own.slice(0, end).filter((line) => !stamped.includes(line));
  const wide = quarterColumn(header.columns);
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line.text, (counts.get(line.text) ?? 0) + 1);
  const tokens = lines.map((line): Token => {
    const likeness = unitLikeness(line.text);
    // 月 alone is a month cell that lost its number.
    const time =
      /^月份?$/u.test(line.text) ||
      readTime(line.text) !== null ||
      impossibleMonth(line.text) !== null ||
      isLunarTime(line.text) ||
      readDottedDay(line.text) !== null;
    const heading = wide >= 0 && /季/u.test(line.text) && readTime(line.text) !== null;
    return {
      ...line,
      heading,
      isTime: !heading && (time || isGluedTime(line.text)),
      unit: likeness === 'maybe' && (counts.get(line.text) ?? 0) >= 3 ? 'yes' : likeness,
    };
  });
  if (tokens.length < 2) return null;
  const roles = header.columns.map((column, index) => (index === wide ? 'theme' : column.role));
  const path = evenWay(tokens, roles) ?? cheapestWay(tokens, roles);
  if (!path) return null;
  const { rows, shifted } = rowsOfPath(tokens, path, roles);
  const columns = header.columns.map((column, index) => ({ ...column, role: roles[index] ?? column.role }));
  const groups = markGroups(rows, roles, shifted);
  if (groups.total >= 3 && groups.shifted > groups.total * 0.6) return null;

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
  for (const column of columns)
    if (column.role === 'other') findings.push(aboutLine(line, 'column_left_out', { column: column.name }));
  for (const token of tokens)
    if (token.vertical) findings.push(aboutLine(token.line, 'vertical_text', { text: token.text }));
  const to = lines.at(-1)?.endLine ?? line;
  for (const stamp of stamped) findings.push(aboutLine(stamp.line, 'noise_skipped', { text: stamp.text }));
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
      columns,
      rows,
      findings,
      from: line,
      to,
      knowsMerges: false,
      group: null,
    },
    rest: { lines: next, noise: text.noise.filter((noise) => noise.line >= limit) },
  };
}

function lineOf(text: TextLines, at: number, length: number, printed: string): number | null {
  return text.lines.slice(at, at + length).find((line) => line.text === printed)?.line ?? null;
}

/** 季度 beside 月份: the place of the column that groups the months, or -1. */
function quarterColumn(columns: readonly GridColumn[]): number {
  const quarter = columns.findIndex((column) => /^季度?$/u.test(column.name));
  return columns.some((column, index) => index !== quarter && column.role === 'time') ? quarter : -1;
}

function cheapestWay(tokens: readonly Token[], roles: readonly ColumnRole[]): { column: number; step: Step }[] | null {
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
  return path.reverse();
}

/** Lines behind the table: a doubt where they begin with months, for they may be rows. */
export function textBelow(lines: readonly TextLine[], first: TextLine): Finding {
  const timed = lines.filter(
    (line) =>
      line.text.length < 60 && readTime(line.text) !== null && /[月季]/u.test(line.text) && !/年/u.test(line.text),
  );
  return aboutLine(first.line, 'text_below', { text: first.text.slice(0, 30) }, timed.length > 0 ? 'doubt' : 'note');
}

/** A month cell with an address or a menu glued to it, or a date with its hour. */
function isGluedTime(text: string): boolean {
  const leading = leadingTime(text);
  if (leading === null) return false;
  const rest = text.slice(leading.length);
  // 9月第2周: the week of the month has no field, and is told.
  if (/^\s*第?[一二三四五1-5]周$/u.test(rest)) return true;
  return isNoise(rest) || (leading.time.day !== null && isClockTime(rest));
}

function rowsOfPath(
  tokens: readonly Token[],
  path: readonly { column: number; step: Step }[],
  roles: readonly ColumnRole[],
): { rows: GridRow[]; shifted: Set<GridRow> } {
  // Rows whose cells may stand in a wrong column; lines that merely continue a cell do not move the others.
  const shifted = new Set<GridRow>();
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
    const wrapped = cell.text !== '';
    // A unit's name broken behind its place: 某某街道 / 综治办.
    const broken = wrapped && roles[at.column] === 'unit' && /(?:省|市|区|县|街道|镇|乡)$/u.test(cell.text);
    cell.text = wrapped ? `${cell.text}${broken ? '' : '\n'}${token.text}` : token.text;
    cell.state = 'printed';
    row.endLine = token.endLine;
    // The cost of skipping cells stands with the step that leaves them, so the row before is doubtful as well.
    if (at.step.own > PROVEN) {
      row.doubtful = true;
      if (!wrapped) shifted.add(row);
      const before = rows.at(-2);
      if (at.step.newRow && before) {
        before.doubtful = true;
        shifted.add(before);
      }
    }
  }
  const last = rows.at(-1);
  const place = path.at(-1)?.column ?? 0;
  if (last && endSkip(roles, place) > PROVEN) {
    last.doubtful = true;
    shifted.add(last);
  }
  return { rows, shifted };
}

/** A month's lines are proven together or not at all: the month lines are where the columns fall into step again. */
function markGroups(
  rows: GridRow[],
  roles: readonly ColumnRole[],
  shifted: ReadonlySet<GridRow>,
): { total: number; shifted: number } {
  const time = roles.findIndex((role) => role === 'time' || role === 'week' || role === 'dates' || role === 'index');
  let group: GridRow[] = [];
  const counts = { total: 0, shifted: 0 };
  const close = (): void => {
    if (group.length === 0) return;
    counts.total += 1;
    if (group.some((row) => row.doubtful)) {
      if (group.some((row) => shifted.has(row))) counts.shifted += 1;
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
