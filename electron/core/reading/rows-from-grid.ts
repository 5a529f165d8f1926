/**
 * From a grid with known columns to rows. Invariant: every grid row with text becomes a row, a heading, a rejected
 * line or a skipped line; a month that was not printed on the row is inherited only where the paper's own way of
 * printing allows it (rule U6), else the row is marked for review.
 */
import { parseYear, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import {
  impossibleMonth,
  isClockTime,
  isLunarTime,
  leadingTime,
  readDottedDay,
  readTime,
  type TimeExpression,
} from '#shared/lib/time-expressions.ts';
import { type NamedUnit, readsLikeActivity, splitUnits, unitLikeness } from '#shared/lib/units.ts';
import { aboutLine, aboutRow, type Draft, type DraftRow, emptyRow, joinLines } from './draft.ts';
import { type Grid, type GridRow, rowText } from './grid.ts';
import { cutNumbered, markerOf } from './items.ts';
import { type ColumnRole, isNoise, isStatusWord } from './vocabulary.ts';

const TOTAL = /^(?:合计|总计|小计|共计|总数)/u;
const FOOT =
  /^(?:注|备注|说明|填表人?|制表人?|审核人?|填报(?:人|单位)|填表(?:日期|时间)|联系人|联系电话|负责人签字|签字|盖章|单位[(（]盖章[)）]|附注)\s*\d?\s*[:：]/u;

interface Inherited {
  time: TimeExpression | null;
  /** The single month that stands above parts and days printed without it. */
  base: number | null;
  /** A month stood there that could not be read: rows below must not take an older one. */
  broken: boolean;
}

function columnText(grid: Grid, row: GridRow, role: ColumnRole): string {
  const texts: string[] = [];
  for (const [index, column] of grid.columns.entries()) {
    const text = row.cells[index]?.text.trim() ?? '';
    if (column.role === role && text !== '') texts.push(text);
  }
  return texts.join('\n');
}

/** 结束时间 beside 开始时间: the end of a span, not a deadline. */
function isEndColumn(grid: Grid): boolean {
  const named = (role: ColumnRole, pattern: RegExp): boolean =>
    grid.columns.some((column) => column.role === role && pattern.test(column.name));
  return named('deadline', /^(?:结束|终止|截止|截至)/u) && named('time', /^(?:开始|起始|启动)/u);
}

/** The span from one printed time to another; null where they make none. */
function spanTo(from: TimeExpression, to: TimeExpression): TimeExpression | null {
  if (from.monthStart === null || to.monthEnd === null || from.days || to.days) return null;
  const next = to.monthEnd < from.monthStart;
  if (next && to.year === null && from.monthStart - to.monthEnd < 4) return null;
  const days =
    from.day === null || to.day === null
      ? null
      : {
          from: { month: from.monthStart, day: from.day, year: from.year },
          to: { month: to.monthEnd, day: to.day, year: to.year },
        };
  return { ...from, monthEnd: to.monthEnd, endNextYear: next, days, day: days ? null : from.day };
}

/** The year that a 年度 column prints beside the month, or null. */
function yearColumn(grid: Grid, row: GridRow): number | null {
  const column = grid.columns.findIndex((one) => /^(?:年度?|年份)$/u.test(one.name));
  return column < 0 ? null : parseYear(withoutSpace(row.cells[column]?.text ?? '').replace(/年度?$/u, ''));
}

/** Whether the column prints the same month on neighbouring rows: then an empty month is not a merged one. */
function repeatsMonths(grid: Grid, column: number): boolean {
  let before = '';
  for (const row of grid.rows) {
    const cell = row.cells[column];
    const text = cell?.state === 'printed' ? withoutSpace(cell.text) : '';
    if (text !== '' && text === before) return true;
    before = text;
  }
  return false;
}

function readMonthCell(text: string): { time: TimeExpression | null; rest: string } {
  const whole = readTime(text);
  if (whole) return { time: whole, rest: '' };
  const day = readDottedDay(text);
  if (day) return { time: day, rest: '' };
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const first = readTime(lines[0] ?? '');
  // 10月 above 11月 in one cell are both its months.
  const joined = lines.length > 1 && lines.every((line) => readTime(line) !== null) ? readTime(lines.join('、')) : null;
  if (joined) return { time: joined, rest: '' };
  if (first && lines.length > 1) return { time: first, rest: lines.slice(1).join(' ') };
  const leading = leadingTime(text);
  if (leading) return { time: leading.time, rest: text.slice(leading.length).trim() };
  return { time: null, rest: '' };
}

/** 3月20日(周三)14:00: the day counts, the hour has no field. */
function dayWithHour(text: string): { time: TimeExpression; rest: string } | null {
  const leading = leadingTime(text);
  const rest = leading ? text.slice(leading.length).trim() : '';
  return leading && leading.time.day !== null && isClockTime(rest) ? { time: leading.time, rest } : null;
}

/** Where days of the old calendar stand, 三月 among them may be a month of the old calendar as well. */
function doubtOldMonths(draft: Draft, printed: ReadonlyMap<number, string>): void {
  if (![...printed.values()].some(isLunarTime)) return;
  for (const row of draft.rows) {
    const text = withoutSpace(printed.get(row.line) ?? '');
    if (/^[一二三四五六七八九十]{1,2}月/u.test(text) && row.time) draft.findings.push(aboutRow(row, 'loose_time'));
  }
}

/** 上旬, 月底, 5日 below a month's heading. */
function readPart(text: string, month: number): TimeExpression | null {
  const plain = withoutSpace(text).replace(/^(?:本月|月)(?=[底初末中])/u, '');
  return /^(?:上旬|中旬|下旬|上半月|下半月|[底初末]|\d{1,2}[日号](?:[-—至~～]\d{1,2}[日号])?)$/u.test(plain)
    ? readTime(`${month}月${plain}`)
    : null;
}

/** Builds the rows of a grid; see the file's head. */
export function rowsFromGrid(grid: Grid): Draft {
  const draft: Draft = {
    layout: grid.layout,
    title: grid.title,
    columns: grid.columns.map((column) => column.name),
    columnsAsPrinted: grid.columns.map((column) => column.printed),
    rows: [],
    findings: [...grid.findings],
    rejected: [],
    skipped: [],
    from: grid.from,
    to: grid.to,
    monthTheme: null,
    hasUnitColumn: grid.columns.some((column) => column.role === 'unit'),
    monthsProven: grid.knowsMerges,
  };
  const timeColumn = grid.columns.findIndex((column) => column.role === 'time');
  const repeated = timeColumn >= 0 && repeatsMonths(grid, timeColumn);
  const merged = timeColumn >= 0 && grid.rows.some((row) => row.cells[timeColumn]?.state === 'covered');
  const inherited: Inherited = { time: null, base: null, broken: false };
  let pendingHeading: { line: number; text: string } | null = null;
  const themes = new Set<string>();
  /** Last number of a list whose items stand on rows of their own. */
  let listed = 0;
  let group = 0;
  let groupText = '';

  for (const row of grid.rows) {
    const text = rowText(row);
    if (text === '') continue;
    const firstCells = row.cells.slice(0, 3).map((cell) => withoutSpace(cell.text));
    if (firstCells.some((cell) => TOTAL.test(cell) && cell.length <= 6)) {
      draft.skipped.push({ line: row.line, text, reason: 'total_skipped' });
      continue;
    }
    const printedCells = row.cells.filter((cell) => cell.state === 'printed');
    if (row.filled > 1 && printedCells.every((cell) => FOOT.test(cell.text.trim()))) {
      draft.skipped.push({ line: row.line, text, reason: 'foot_skipped' });
      continue;
    }
    if (row.filled === 1 && (FOOT.test(text) || isNoise(text))) {
      draft.skipped.push({ line: row.line, text, reason: FOOT.test(text) ? 'foot_skipped' : 'noise_skipped' });
      continue;
    }
    const headings = row.cells.filter((cell, index) => {
      const column = grid.columns[index];
      return cell.state === 'printed' && column && withoutSpace(cell.text) === withoutSpace(column.printed);
    });
    if (headings.length >= 2 && headings.length >= row.filled - 1) {
      draft.skipped.push({ line: row.line, text, reason: 'header_repeated' });
      continue;
    }

    // A line across the table that names a month speaks for the rows below it.
    const printedMonth = timeColumn >= 0 ? row.cells[timeColumn] : undefined;
    const activityText = columnText(grid, row, 'activity');
    const only = row.filled === 1 && printedMonth?.state !== 'printed' ? readTime(text) : null;
    if (only) {
      inherited.time = only;
      inherited.base = only.monthStart === only.monthEnd ? only.monthStart : null;
      inherited.broken = false;
      pendingHeading = { line: row.line, text };
      continue;
    }

    const findings = [];
    const groupCell = grid.group === null ? undefined : row.cells[grid.group];
    if (groupCell?.state === 'printed') {
      group += 1;
      groupText = groupCell.text.trim();
    }
    const made: DraftRow = { ...emptyRow(row.line, text), endLine: row.endLine, group };
    const monthText = printedMonth?.text.trim() ?? '';
    if (timeColumn < 0)
      made.time = grid.columns.some((column) => column.role === 'deadline' || column.role === 'dates')
        ? null
        : inherited.time;
    else if (printedMonth?.state === 'printed') {
      const bad = impossibleMonth(monthText);
      const partOf = inherited.base === null ? null : readPart(monthText, inherited.base);
      const { time, rest } = partOf ? { time: partOf, rest: '' } : readMonthCell(monthText);
      if (!partOf) inherited.base = time && time.monthStart === time.monthEnd ? time.monthStart : null;
      inherited.time = time;
      inherited.broken = time === null;
      if (bad !== null && !time) {
        const printedIndex = columnText(grid, row, 'index');
        draft.rejected.push({
          line: /^\d+$/u.test(printedIndex) ? Number(printedIndex) : row.line,
          sourceLine: row.line,
          text,
          reason: 'month_rejected',
          params: { text: bad },
        });
        draft.findings.push(aboutLine(row.line, 'month_rejected', { text: bad }, 'error'));
        continue;
      }
      made.time = time;
      const year = time && time.year === null ? yearColumn(grid, row) : null;
      if (time && year !== null) made.time = inherited.time = { ...time, year };
      if (activityText === '' && row.filled === 1 && time) {
        if (pendingHeading)
          draft.findings.push(
            aboutLine(pendingHeading.line, 'block_without_rows', { text: pendingHeading.text }, 'doubt'),
          );
        pendingHeading = { line: row.line, text: monthText };
        continue;
      }
      if (!time) findings.push(aboutRow(made, 'month_unreadable', { text: monthText }));
      else if (rest !== '') {
        // Behind the month on the same line stands something that was not understood; below it stands a theme.
        const named = isClockTime(rest) || /^[（(][^()（）]{1,16}[)）]$|^[^\d，,。；;：:]{2,8}[月周季]$/u.test(rest);
        const glued = !named && !isNoise(rest) && !monthText.includes('\n');
        if (glued) findings.push(aboutRow(made, 'month_theme', { text: rest }));
        else findings.push(aboutLine(row.line, isNoise(rest) ? 'month_noise' : 'month_theme', { text: rest }));
      }
    } else {
      made.time = inherited.time;
      if (printedMonth?.state !== 'covered') draft.monthsProven = false;
      const loose = printedMonth?.state !== 'covered' && (repeated || (merged && grid.knowsMerges));
      if (inherited.broken || !inherited.time) findings.push(aboutRow(made, 'month_absent'));
      else if (loose) findings.push(aboutRow(made, 'month_inherited', { month: `${inherited.time.monthStart ?? ''}` }));
    }

    const week = columnText(grid, row, 'week');
    if (week !== '') made.week = week;
    const dates = columnText(grid, row, 'dates');
    if (dates !== '') {
      const base = made.time?.monthStart ?? null;
      // 月 | 日: a bare number beside the month is its day.
      const printedPart = /^\d{1,2}$/u.test(dates) ? `${dates}日` : dates;
      const part = base === null || base !== made.time?.monthEnd ? null : readPart(printedPart, base);
      const hour = part ? null : dayWithHour(dates);
      made.dates =
        part?.days || !part
          ? (part ?? readTime(dates.replace(/\n/gu, '')) ?? readDottedDay(dates) ?? hour?.time ?? null)
          : null;
      if (hour && made.dates === hour.time) findings.push(aboutLine(row.line, 'month_theme', { text: hour.rest }));
      if (part && !part.days) made.time = { ...part, year: made.time?.year ?? null };
      else if (!made.dates) findings.push(aboutRow(made, 'date_unreadable', { text: joinLines([dates]) }));
      else if (timeColumn < 0 && !made.time) made.time = made.dates;
    }
    const deadline = columnText(grid, row, 'deadline');
    if (deadline !== '') {
      const read = readTime(deadline);
      const spans = read !== null && (read.days !== null || read.allYear || read.monthStart !== read.monthEnd);
      if (!read) findings.push(aboutRow(made, 'date_unreadable', { text: joinLines([deadline]) }));
      else if (timeColumn < 0 && spans) made.time = read;
      else if (made.time && isEndColumn(grid)) {
        const span = spanTo(made.time, read);
        if (span) made.time = span;
        else findings.push(aboutRow(made, 'date_unreadable', { text: joinLines([deadline]) }));
      } else {
        made.deadlineMonth = read.deadlineMonth ?? read.monthEnd;
        if (timeColumn < 0)
          made.time = { ...read, monthStart: null, monthEnd: null, deadlineMonth: made.deadlineMonth, part: null };
        if (read.deadlineMonth === null)
          findings.push(aboutLine(row.line, 'deadline_read', { text: deadline }, 'note'));
      }
    }
    made.status = joinLines(columnText(grid, row, 'status').split('\n'));
    made.remark = columnText(grid, row, 'remark')
      .split('\n')
      .map((part) => part.trim())
      .filter(Boolean)
      .join(' ');
    if (made.status !== '' && !isStatusWord(made.status) && unitLikeness(made.status) === 'yes')
      findings.push(aboutRow(made, 'alignment', {}));

    const ownUnits = columnText(grid, row, 'unit');
    const inheritsUnit =
      ownUnits === '' && groupText !== '' && grid.group !== null && grid.columns[grid.group]?.role === 'unit';
    const unitText = inheritsUnit ? groupText : ownUnits;
    if (inheritsUnit) findings.push(aboutRow(made, 'unit_inherited', { text: joinLines([unitText]) }));
    const units: NamedUnit[] = splitUnits(unitText);
    for (const unit of splitUnits(columnText(grid, row, 'support'))) units.push({ name: unit.name, role: 'support' });
    made.units = units;
    if (unitText !== '' && units.length === 0) findings.push(aboutLine(row.line, 'units_none', { text: unitText }));
    if (unitText !== '' && draft.hasUnitColumn && unitLikeness(unitText) === 'no')
      findings.push(aboutRow(made, 'unit_like_activity', { text: joinLines([unitText]) }));

    const items = columnText(grid, row, 'items');
    if (items !== '') made.items = items.split('\n').filter((line) => line.trim() !== '').length;
    const theme = columnText(grid, row, 'theme');
    if (theme !== '') themes.add(theme);

    const lines = activityText.split('\n').filter((line) => line.trim() !== '');
    if (activityText === '') {
      const last = row === grid.rows.at(-1);
      draft.findings.push(aboutLine(row.line, last ? 'cut_off' : 'row_without_activity', { text }, 'doubt'));
      if (!last && units.length + made.remark.length > 0) {
        draft.rejected.push({
          line: row.line,
          sourceLine: row.line,
          text,
          reason: 'row_without_activity',
          params: { text },
        });
      } else draft.skipped.push({ line: row.line, text, reason: last ? 'cut_off' : 'row_without_activity' });
      continue;
    }
    if (unitLikeness(activityText) === 'yes' && !/\d|“/u.test(activityText))
      findings.push(aboutRow(made, 'activity_like_unit', { text: joinLines(lines) }));
    if (row.doubtful) findings.push(aboutRow(made, 'alignment', {}));
    pendingHeading = null;

    const parts = partsOf(lines);
    const begun = markerOf(lines[0] ?? '');
    const counted = begun?.kind === 'digit' && begun.number > 1 && begun.number === listed + 1 && parts.length === 1;
    if (counted && parts[0]) parts[0].text = parts[0].text.slice(begun.length);
    listed = counted ? begun.number : begun?.kind === 'digit' && begun.number === 1 ? parts.length : 0;
    for (const part of parts) {
      const one: DraftRow = { ...made, activity: part.text, units: made.units.map((unit) => ({ ...unit })) };
      draft.rows.push(one);
      for (const finding of findings) draft.findings.push(finding.row ? { ...finding, row: one } : finding);
      // A row that is doubtful anyway is looked at as a whole.
      if (part.doubt && !(row.doubtful && part.doubt === 'sentences_kept'))
        draft.findings.push(aboutRow(one, part.doubt, {}, part.doubt === 'lines_joined' ? 'note' : 'doubt'));
      else if (part.note) draft.findings.push(aboutRow(one, part.note, {}, 'note'));
      if (!part.doubt && parts.length > 1 && made.units.length === parts.length)
        draft.findings.push(aboutRow(one, 'units_for_items'));
    }
  }
  if (pendingHeading)
    draft.findings.push(aboutLine(pendingHeading.line, 'block_without_rows', { text: pendingHeading.text }, 'doubt'));
  checkIndex(draft, grid);
  doubtOldMonths(draft, new Map(grid.rows.map((row) => [row.line, row.cells[timeColumn]?.text ?? ''])));
  if (themes.size === 1) draft.monthTheme = [...themes][0] ?? null;
  return draft;
}

/** Printed row numbers that do not count on: a row may be missing. */
function checkIndex(draft: Draft, grid: Grid): void {
  let before: number | null = null;
  for (const row of grid.rows) {
    const printed = columnText(grid, row, 'index');
    const number = /^\d{1,5}$/u.test(printed) ? Number(printed) : null;
    if (number === null) continue;
    if (before !== null && number !== before + 1 && number !== 1)
      draft.findings.push(aboutLine(row.line, 'number_gap', { number, expected: before + 1 }, 'doubt'));
    before = number;
  }
}

interface Part {
  text: string;
  doubt: 'lines_joined' | 'lines_split' | 'sentences_kept' | null;
  note: 'items_split' | null;
}

/** A line that would be an activity by itself: it begins with a verb or ends in what is done, and is no fragment. */
function isWholeActivity(line: string, least = 5): boolean {
  const plain = withoutSpace(line);
  return (
    plain.length >= least &&
    unitLikeness(plain) === 'no' &&
    /(?:活动|培训|会议|大会|例会|比赛|竞赛|评选|讲座|宣传|总结|检查|演练|慰问|座谈会|运动会|晚会|联欢会|典礼|仪式|展演|义诊|志愿服务|工作|教育)$/u.test(
      plain,
    ) &&
    !/[、，,和及与]$/u.test(plain)
  );
}

/** One activity cell may hold a numbered list: each item is a row. Other line breaks only wrap the text. */
function partsOf(lines: string[]): Part[] {
  const { before, items } = cutNumbered(lines.join('\n'));
  if (items.length >= 2 && before === '')
    return items.map((item) => ({ text: joinLines(item.split('\n')), doubt: null, note: 'items_split' }));
  if (items.length === 1 && before === '' && items[0] !== undefined && lines.length === 1)
    return [{ text: items[0], doubt: null, note: null }];
  const ended = lines.every((line) => /[；;。]$/u.test(line.trim()) || line === lines.at(-1));
  if (lines.length > 1 && (ended || lines.every((line) => isWholeActivity(line))))
    return lines.map((line) => ({ text: line.trim(), doubt: 'lines_split', note: null }));
  // Short lines that could each be an activity may as well be one that wraps.
  const short = lines.length > 1 && lines.every((line) => isWholeActivity(line, 4));
  const several = lines.length > 1 ? short : spacedActivities(lines[0] ?? '');
  const doubt = several ? 'sentences_kept' : lines.length > 1 ? 'lines_joined' : null;
  return [{ text: joinLines(lines), doubt, note: null }];
}

/** 春节联欢会 元宵灯会: several activities with nothing but spaces between them. */
function spacedActivities(text: string): boolean {
  const bare = text.replace(/“[^”]*”|《[^》]*》|[（(][^()（）]*[)）]/gu, '文字段');
  const pieces = bare.trim().split(/[ \u3000]+/u);
  return (
    pieces.length > 1 &&
    pieces.every((piece) => (piece.match(/[\u4e00-\u9fff]/gu)?.length ?? 0) >= 3) &&
    pieces.filter((piece) => readsLikeActivity(piece)).length >= pieces.length * 0.5
  );
}
