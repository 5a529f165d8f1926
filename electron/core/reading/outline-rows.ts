/**
 * From the tree of a running text to rows. Invariant: what a person could read in two ways (a theme or an activity, one
 * row or several) is decided for the whole text alike and marked where it was decided.
 */
import { withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { readTime } from '#shared/lib/time-expressions.ts';
import { type NamedUnit, readsLikeActivity, splitUnits, unitLikeness } from '#shared/lib/units.ts';
import { aboutLine, aboutRow, type Draft, type DraftRow, emptyRow, joinLines } from './draft.ts';
import { cutNumbered } from './items.ts';
import { textBelow } from './flattened.ts';
import { titleOf } from './head.ts';
import type { TextLines } from './lines.ts';
import { closingTime, isPartOf, within, type Outline, type OutlineHead, type OutlineItem } from './outline.ts';
import { closingUnits, takeLabelledUnits } from './units-in-text.ts';

const REPORT = /(?:总结|小结|汇报|述职|简报|纪实|回顾|报告|公报|纪要|通报|总结会|综述|侧记)(?:材料|报告)?[》]?$/u;

/** Cells that say that there is nothing. */
const NOTHING_PLANNED = /^(?:无|暂无|没有|待定|空|略|[-—–/\\]+)[。；;]?$/u;

/** Cuts at semicolons outside brackets and quotation marks. */
function cutSentences(text: string, signs: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const sign of text) {
    if ('(（“《【'.includes(sign)) depth += 1;
    else if (')）”》】'.includes(sign)) depth = Math.max(0, depth - 1);
    if (depth === 0 && signs.includes(sign)) {
      parts.push(part.trim());
      part = '';
    } else part += sign;
  }
  parts.push(part.trim());
  return parts.filter((one) => one !== '');
}

function rowOf(item: OutlineItem, head: OutlineHead, activity: string, units: NamedUnit[]): DraftRow {
  return {
    ...emptyRow(item.line, item.raw),
    endLine: item.endLine,
    time: item.time ?? head.time,
    activity,
    units: units.map((unit) => ({ ...unit })),
    subItems: item.subItems > 0 ? item.subItems : null,
  };
}

/** Makes the rows of an outline; null where the text does not prove to be a plan. */
export function draftOfOutline(outline: Outline, text: TextLines): Draft | null {
  const draft: Draft = {
    layout: outline.heads.every((head) => head.text === '') ? 'outline' : 'prose',
    title: null,
    columns: [],
    columnsAsPrinted: [],
    rows: [],
    findings: [],
    rejected: [],
    skipped: [],
    from: outline.from,
    to: outline.to,
    monthTheme: null,
    hasUnitColumn: false,
    monthsProven: outline.heads.every((head) => head.items.every((item) => item.number > 0)),
  };
  const both = outline.heads.filter((head) => head.text !== '' && head.items.length > 0);
  const themed = both.length >= 2 && both.length >= outline.heads.length * 0.5;
  // 二月园务工作, 三月园务工作: words that every month repeats are no theme.
  const repeated = both.length >= 3 && both.every((head) => head.text === both[0]?.text);
  const alternating = alternates(outline);
  if (alternating) draft.findings.push(aboutLine(outline.from, 'header_missing', {}, 'doubt'));
  for (const [place, head] of outline.heads.entries()) {
    const next = outline.heads[place + 1];
    const bracket = head.time === null ? closingTime(head.text) : null;
    if (bracket) head.time = bracket.time;
    const taken = takeLabelledUnits(bracket?.rest ?? head.text);
    if (bracket) taken.units.push(...splitUnits(bracket.more));
    const headUnits = [...taken.units, ...splitUnits(head.units)];
    if (head.text === '' || (themed && head.items.length > 0)) {
      if (head.text !== '')
        draft.findings.push(
          aboutLine(
            head.line,
            'theme_or_activity',
            { text: head.text },
            repeated || /^主题\s*[:：]|^[(（][^()（）]*周[)）]$/u.test(head.text) ? 'note' : 'doubt',
          ),
        );
      // 上半年 above 1月, 3月 … is the heading of a part.
      const isPart = next?.time ? !sameSpan(next, head) && within(next.time, head.time) : false;
      if (head.items.length === 0 && isPart)
        draft.findings.push(aboutLine(head.line, 'part_heading', { text: head.raw }));
      else if (head.items.length === 0)
        draft.findings.push(aboutLine(head.line, 'block_without_rows', { text: head.raw }, 'doubt'));
      addItems(draft, head, headUnits, alternating);
    } else addHead(draft, head, taken.text, headUnits);
  }
  for (const list of [outline.heads, ...outline.heads.map((head) => head.items)]) checkNumbers(draft, list);
  takeClosingUnits(draft);
  takeTrailingUnits(draft);
  if (outline.beside) draft.findings.push(aboutLine(outline.beside.line, 'tables_beside', {}, 'doubt'));
  for (const line of outline.festivals) draft.findings.push(aboutLine(line.line, 'festival_word'));
  // With one item below each, the themes may as well be the activities.
  const single = outline.heads.every((head) => head.items.length <= 1);
  for (const line of outline.themes) {
    const text = line.text.replace(/^[^：:]*主题[^：:]*[：:]\s*/u, '');
    draft.findings.push(aboutLine(line.line, 'theme_or_activity', { text }, single ? 'doubt' : 'note'));
  }
  // Headings with about one row each may be the names of the work.
  const bare = outline.headings.filter((heading) => !/[：:]$/u.test(heading.text)).length;
  const names = bare >= 3 && bare >= draft.rows.length * 0.6;
  for (const heading of outline.headings)
    draft.findings.push(
      names
        ? aboutLine(heading.line, 'leftover_line', { text: heading.text }, 'doubt')
        : aboutLine(heading.line, 'part_heading', { text: heading.text }),
    );
  for (const line of outline.leftover)
    draft.findings.push(aboutLine(line.line, 'leftover_line', { text: line.text }, 'doubt'));
  for (const noise of text.noise) {
    if (noise.line > draft.from) draft.findings.push(aboutLine(noise.line, 'noise_skipped', { text: noise.text }));
  }
  const [below] = outline.below;
  if (below) draft.findings.push(textBelow(outline.below, below));
  const titled = text.lines.some((line) => line.line < draft.from && titleOf(line.text) !== null);
  const [title] = text.lines;
  // 2022年工作总结 tells what was done.
  const reported =
    title !== undefined && title.line < draft.from && title.text.length <= 50 && REPORT.test(withoutSpace(title.text));
  return !reported && provesPlan(draft, outline, titled) ? draft : null;
}

/** 二月：无 plans nothing; it is told, and no row. */
function saysNothing(draft: Draft, item: OutlineItem, activity: string): boolean {
  if (!NOTHING_PLANNED.test(withoutSpace(activity))) return false;
  if (/待定/u.test(activity))
    draft.findings.push(aboutLine(item.line, 'row_without_activity', { text: item.raw }, 'doubt'));
  draft.skipped.push({ line: item.line, text: item.raw, reason: 'row_without_activity' });
  return true;
}

function sameSpan(one: OutlineHead, two: OutlineHead): boolean {
  return one.time?.monthStart === two.time?.monthStart && one.time?.monthEnd === two.time?.monthEnd;
}

/** A head with its own sentence: one row, or several where semicolons or numbers part it. */
function addHead(draft: Draft, head: OutlineHead, sentence: string, units: NamedUnit[]): void {
  const { before, items } = cutNumbered(sentence);
  let subItems = head.items.length;
  let main = sentence;
  let parts: string[] | null = null;
  let doubt: 'sentences_split' | 'sentences_kept' | null = null;
  if (items.length > 0 && before !== '') {
    main = before;
    subItems += items.length;
  } else if (items.length >= 1 && head.items.length === 0) parts = items.map((item) => joinLines(item.split('\n')));
  if (!parts && subItems === 0) {
    parts = cutSentences(main, '；;');
    const sentences = cutSentences(main, '。');
    if (parts.length === 1 && sentences.length > 1) {
      doubt = head.colon ? 'sentences_split' : 'sentences_kept';
      if (head.colon) parts = sentences;
    } else if (parts.length > 1 && parts.some((part) => part.slice(0, -1).includes('。'))) doubt = 'sentences_kept';
  }
  const texts = parts ?? [main];
  const owned = texts.slice(0, -1).map((part) => takeLabelledUnits(part).units.length > 0);
  // Where the other parts name their own units, the last ones are the last part's alone.
  const shared = !owned.some(Boolean);
  for (const [place, part] of texts.entries()) {
    const own = takeLabelledUnits(part);
    const given = shared || place === texts.length - 1 ? units : [];
    const row = rowOf(head, head, stripColon(own.text), [...own.units, ...given]);
    if (subItems > 0) row.subItems = subItems;
    if (row.activity === '' || saysNothing(draft, head, row.activity)) continue;
    draft.rows.push(row);
    if (texts.length > 1 && shared && units.length > 0)
      draft.findings.push(aboutRow(row, 'units_for_group', {}, 'note'));
    if (doubt) draft.findings.push(aboutRow(row, doubt));
    if (head.doubtful) draft.findings.push(aboutRow(row, 'line_appended'));
    if (subItems > 0) draft.findings.push(aboutRow(row, 'nested_items', { count: subItems }, 'note'));
  }
}

function stripColon(text: string): string {
  return text.replace(/[:：]\s*$/u, '');
}

/** Numbers of a list that do not count 1, 2, 3 …: an item may be missing or stand in the wrong place. */
function checkNumbers(draft: Draft, list: readonly OutlineItem[]): void {
  let before: OutlineItem | null = null;
  for (const item of list) {
    if (item.number > 0 && item.marker !== 'bullet') {
      const expected = before && before.marker === item.marker ? before.number + 1 : before ? item.number : 1;
      // Lists that begin above the schedule, and items numbered anew below a part's heading, are in order.
      const anew = item.number === 1 && (item.regrouped || list.some((one) => 'items' in one));
      if (item.number !== expected && !anew && (before || !list.some((one) => 'items' in one)))
        draft.findings.push(aboutLine(item.line, 'number_gap', { number: item.number, expected }, 'doubt'));
      before = item;
    }
  }
}

/** Below every month activity and unit take turns without exception: a table that lost its header. */
function alternates(outline: Outline): boolean {
  let pairs = 0;
  for (const { text, items } of outline.heads) {
    if (text !== '' || items.length % 2 === 1) return false;
    for (const [index, item] of items.entries()) {
      if (item.marker !== null || (unitLikeness(item.text) === 'yes') !== (index % 2 === 1)) return false;
    }
    pairs += items.length / 2;
  }
  return pairs >= 3;
}

/** Items below a month: one row each. Lines that read like units speak for the item above them. */
function addItems(draft: Draft, head: OutlineHead, units: NamedUnit[], alternating: boolean): void {
  const unmarked = head.items.every((item) => item.marker === null);
  let before: DraftRow | null = null;
  for (const item of head.items) {
    if (unmarked && unitLikeness(item.text) === 'yes' && before && before.units.length === 0) {
      before.units = splitUnits(item.text);
      before.endLine = item.endLine;
      before.text = `${before.text}　${item.raw}`;
      if (!alternating) draft.findings.push(aboutRow(before, 'unit_without_heading', { text: item.text }));
      continue;
    }
    const own = takeLabelledUnits(item.text);
    const row = rowOf(item, head, own.text, [
      ...own.units,
      ...splitUnits(item.units),
      ...(own.units.length === 0 ? units : []),
    ]);
    if (row.activity === '' || saysNothing(draft, item, row.activity)) continue;
    draft.rows.push(row);
    before = row;
    if (item.time && !isPartOf(item.time, head.time))
      draft.findings.push(aboutRow(row, 'month_inside', { text: item.raw.slice(0, 20) }));
    if (item.doubtful) draft.findings.push(aboutRow(row, 'line_appended'));
    if (unmarked && unitLikeness(item.text) === 'yes')
      draft.findings.push(aboutRow(row, 'activity_like_unit', { text: item.text }));
    if (readTime(item.text) !== null) draft.findings.push(aboutRow(row, 'alignment'));
    if (item.subItems > 0) draft.findings.push(aboutRow(row, 'nested_items', { count: item.subItems }, 'note'));
  }
}

/** Closing brackets with a unit are the paper's way of naming units where most items have one. */
function takeClosingUnits(draft: Draft): void {
  const open = draft.rows.filter((row) => row.units.length === 0);
  const found = open.map((row) => ({ row, taken: closingUnits(row.activity) })).filter(({ taken }) => taken !== null);
  if (found.length === 0) return;
  const usual = found.length >= 3 && found.length >= draft.rows.length * 0.6;
  for (const { row, taken } of found) {
    if (usual && taken) {
      row.activity = taken.text;
      row.units = taken.units;
    } else draft.findings.push(aboutRow(row, 'bracket_or_unit', { text: row.activity }));
  }
}

/** Activity and unit on one line, without headings: taken apart where nearly every row is printed so, else marked. */
function takeTrailingUnits(draft: Draft): void {
  const found = draft.rows.flatMap((row) => {
    const parts = row.units.length > 0 ? null : /^(.+?)[\s\u3000]+(\S+)$/u.exec(row.activity);
    return parts?.[1] && parts[2] && unitLikeness(parts[2]) === 'yes' && unitLikeness(parts[1]) !== 'yes'
      ? [{ row, activity: parts[1], unit: parts[2] }]
      : [];
  });
  const usual = found.length >= 3 && found.length >= draft.rows.length * 0.8;
  // Where nearly every row ends in a unit, the last word of the others is one as well.
  const rest = usual ? draft.rows.filter((row) => !found.some((one) => one.row === row)) : [];
  for (const row of rest) {
    const parts = /^(\S{2,})[\s\u3000]+(\S{2,12})$/u.exec(row.activity);
    if (parts?.[1] && parts[2] && row.units.length === 0) found.push({ row, activity: parts[1], unit: parts[2] });
  }
  for (const { row, activity, unit } of found) {
    if (usual) {
      row.activity = activity;
      row.units = splitUnits(unit);
      draft.findings.push({ ...aboutLine(row.line, 'unit_without_heading', { text: unit }, 'doubt'), row });
    } else draft.findings.push(aboutRow(row, 'bracket_or_unit', { text: row.activity }));
  }
}

/** A plan names several months and little else; a story or a notice does not. */
function provesPlan(draft: Draft, outline: Outline, titled: boolean): boolean {
  const timed = draft.rows.filter((row) => row.time !== null);
  const months = new Set(timed.map((row) => row.time?.monthStart ?? row.time?.deadlineMonth ?? 0));
  if (draft.rows.length < 2 || months.size < 2 || timed.length < draft.rows.length * 0.5) return false;
  const long = draft.rows.filter((row) => row.activity.length > 120).length;
  if (long > draft.rows.length * 0.3) return false;
  if (outline.leftover.length > draft.rows.length) return false;
  // Where most rows are doubtful the structure was not understood.
  if (draft.rows.length >= 4 && draft.rows.filter((row) => row.review).length > draft.rows.length * 0.6) return false;
  // 开展了, 举办了: a report of what was done.
  const done = draft.rows.filter((row) => /^[\u4e00-\u9fff]{1,3}了/u.test(row.activity)).length;
  if (done >= draft.rows.length * 0.5) return false;
  // Diaries, bills and poems name months as well: what stands below them must be work.
  const work = draft.rows.filter((row) => readsLikeActivity(row.activity)).length;
  if (work < draft.rows.length * (titled ? 0.2 : 0.5)) return false;
  // Sentences that merely begin with a month, without number or colon, prove nothing where there are few of them.
  const loose = outline.heads.every((head) => head.marker === null && !head.colon);
  return !loose || months.size >= 3;
}
