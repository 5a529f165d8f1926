/**
 * What a careful reader tells the clerk besides the rows. Each check adds findings, none changes a row.
 * `doubt` asks for a look, `note` says what the reader did or saw.
 */
import { isIndexNumberDamaged } from '#shared/lib/archives/index-number.ts';
import type { ReadRow } from '#shared/features/reading.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { leadingTime } from '#shared/lib/time-expressions.ts';
import { matchUnit, suggestUnit } from '#shared/lib/units.ts';
import { aboutLine, aboutRow, type Draft } from './draft.ts';
import { type Head, titleOf } from './head.ts';
import { markerOf } from './items.ts';
import { isNoise, misprintsIn } from './vocabulary.ts';

type Units = readonly { name: string; shortNames: readonly string[] }[];

/** Rows among each other: units missing, same row twice, times to be confirmed, activities cut off. */
export function checkRows(draft: Draft): void {
  const withUnits = draft.rows.filter((row) => row.units.length > 0).length;
  const expectsUnits = draft.hasUnitColumn || withUnits >= draft.rows.length * 0.5;
  const saidNone = new Set(
    draft.findings.filter((finding) => finding.code === 'units_none').map((finding) => finding.line),
  );
  const seen = new Set<string>();
  for (const [index, row] of draft.rows.entries()) {
    if (expectsUnits && withUnits > 0 && row.units.length === 0 && !saidNone.has(row.line))
      draft.findings.push({ ...aboutLine(row.line, 'unit_missing', {}, 'doubt'), row });
    if (row.time?.suggested) draft.findings.push(aboutRow(row, 'loose_time'));
    if (!row.time && row.deadlineMonth === null)
      draft.findings.push({ ...aboutLine(row.line, 'no_month', {}, 'doubt'), row });
    if (row.time && row.time.deadlineMonth !== null)
      draft.findings.push(aboutRow(row, 'deadline_read', { text: `${row.time.deadlineMonth}月` }, 'note'));
    const key = [
      row.time?.monthStart,
      row.time?.monthEnd,
      row.time?.deadlineMonth,
      row.time?.day,
      row.week,
      withoutSpace(row.activity),
      row.units.map((unit) => unit.name).join(),
    ].join('|');
    if (seen.has(key)) draft.findings.push(aboutRow(row, 'duplicate_row', { text: row.activity }));
    seen.add(key);
    if (isCutOff(row.activity))
      draft.findings.push({ ...aboutLine(row.endLine, 'cut_off', { text: row.activity }, 'doubt'), row });
    if (row.activity.length > 200) draft.findings.push(aboutRow(row, 'activity_long'));
    const embedded = index >= 0 && row.week === null ? leadingTime(row.activity) : null;
    if (
      embedded &&
      row.time &&
      embedded.time.monthStart !== null &&
      !embedded.time.suggested &&
      embedded.time.monthStart !== row.time.monthStart &&
      !row.time.allYear &&
      // 上半年工作总结 and 二季度小结 name what is looked at, not when it is done.
      row.activity.slice(0, embedded.length).includes('月')
    )
      draft.findings.push({
        ...aboutLine(row.line, 'month_inside', { text: row.activity.slice(0, 20) }, 'doubt'),
        row,
      });
  }
}

/** Brackets or quotes left open, a sign that promises more, or a verb without its object. */
function isCutOff(activity: string): boolean {
  if (/[、，,：:（(“《]$/u.test(activity)) return true;
  if (/[（(）)“”《》]/u.test(activity) && unbalanced(activity)) return true;
  return (
    activity.startsWith('迎接') &&
    activity.endsWith('工作') &&
    !/检查|考核|验收|评估|督导|督查|评审|到来|准备|复查/u.test(activity)
  );
}

/** Brackets or quotation marks without their partners. */
function unbalanced(text: string): boolean {
  const open = { bracket: 0, quote: 0, title: 0 };
  for (const sign of text) {
    if (sign === '（' || sign === '(') open.bracket += 1;
    else if (sign === '）' || sign === ')') open.bracket -= 1;
    else if (sign === '“') open.quote += 1;
    else if (sign === '”') open.quote -= 1;
    else if (sign === '《') open.title += 1;
    else if (sign === '》') open.title -= 1;
  }
  return open.bracket !== 0 || open.quote !== 0 || open.title !== 0;
}

/** Signs in the text that the reader left alone on purpose. */
export function checkSigns(draft: Draft, lines: readonly string[]): void {
  const region = lines.slice(draft.from - 1, draft.to);
  const lineWhere = (test: (text: string) => boolean): number | null => {
    const index = region.findIndex(test);
    return index < 0 ? null : draft.from + index;
  };
  const listed = draft.rows.find((row) => row.activity.includes('、'));
  if (listed) draft.findings.push(aboutRow(listed, 'list_sign_kept', {}, 'note'));
  const range = lineWhere((text) => /\d\s*[-—~～至]\s*\d+\s*(?:名|人|次|场|期|个|岁|项|户|天|篇|件|支|所)/u.test(text));
  if (range !== null) draft.findings.push(aboutLine(range, 'not_a_range'));
  for (const pattern of [
    /二月二|三月三|七月七|九月九/u,
    /(?:^|[^\d-])[1-9]\d?\.[1-9]\d?\s*[\u4e00-\u9fff]{2,}(?:日|节)/u,
  ]) {
    const festival = lineWhere((text) => pattern.test(text));
    if (festival !== null) draft.findings.push(aboutLine(festival, 'festival_word'));
  }
  const wide = lineWhere((text) => /[０-９]/u.test(text));
  if (wide !== null) draft.findings.push(aboutLine(wide, 'full_width'));
  const shared = draft.rows.find((row) => row.units.length > 1);
  if (shared) draft.findings.push(aboutRow(shared, 'units_split', {}, 'note'));
  const span = lineWhere((text) => /^\s*[一二三四五六七八九十]+、[一二三四五六七八九十]+月/u.test(text));
  if (
    span !== null &&
    draft.rows.some((row) => row.line >= span && row.time !== null && row.time.monthStart !== row.time.monthEnd)
  )
    draft.findings.push(aboutLine(span, 'range_heading'));
}

/** The lines above the schedule: numbered items and headings that are none of its rows. */
export function checkAbove(draft: Draft, lines: readonly string[], titleLine: number | null): void {
  if (draft.layout !== 'outline' && draft.layout !== 'prose') return;
  const first = Math.max(1, (titleLine ?? 0) === 0 ? draft.from - 3 : Math.min(titleLine ?? 1, draft.from - 3));
  for (let line = first; line < draft.from; line += 1) {
    const text = (lines[line - 1] ?? '').trim();
    if (text === '' || isNoise(text)) continue;
    const marker = markerOf(text);
    const below = titleLine !== null && line > titleLine;
    // A short line between title and first month may be a row whose month is lost.
    if (
      below &&
      // 一、工作目标 is a part of the paper above.
      !(marker?.kind === 'han' && text.length <= 16 && !/[。；;，,]/u.test(text)) &&
      text.length <= 60 &&
      !/^各|[:：]$/u.test(text) &&
      (marker?.kind === 'digit' || marker?.kind === 'digitBracket' || !/[。：:]$/u.test(text))
    )
      draft.findings.push(aboutLine(line, 'leftover_line', { text: text.slice(0, 30) }, 'doubt'));
    else if (line === titleLine && marker) draft.findings.push(aboutLine(line, 'section_heading', { text }));
    else if (marker) draft.findings.push(aboutLine(line, 'text_above', { text: text.slice(0, 30) }));
  }
}

function daysBetween(one: string, two: string): number {
  return Math.round((Date.parse(two) - Date.parse(one)) / 86_400_000);
}

/** The head of the paper against the rows. */
export function checkHead(draft: Draft, head: Head, rows: readonly ReadRow[], year: number | null): void {
  const { document } = head;
  if (head.documentNumberEmpty !== null && document.doc_no === null)
    draft.findings.push(aboutLine(head.documentNumberEmpty, 'doc_no_empty'));
  if (document.index_no !== null && isIndexNumberDamaged(document.index_no))
    draft.findings.push(aboutLine(head.lineOf.indexNumber, 'index_damaged', { text: document.index_no }, 'doubt'));
  const signed = document.signed_date;
  if (signed !== null && year === Number(signed.slice(0, 4))) {
    const signedMonth = Number(signed.slice(5, 7));
    const past = rows.filter((row) => !row.year_offset && row.month_end !== null && row.month_end < signedMonth);
    const months = [
      ...new Set(
        past.map((row) =>
          row.month_start === row.month_end ? `${row.month_start}` : `${row.month_start}-${row.month_end}`,
        ),
      ),
    ];
    if (past.length > 0)
      draft.findings.push(
        aboutLine(head.lineOf.signed, 'signed_after_months', { date: signed, months: months.join('、') }),
      );
  }
  if (signed !== null && document.published_date !== null && daysBetween(signed, document.published_date) >= 90)
    draft.findings.push(
      aboutLine(head.lineOf.published, 'published_late', {
        signed,
        published: document.published_date,
        days: daysBetween(signed, document.published_date),
      }),
    );
}

const RECORD =
  /(?:大事记|纪要|记录表?|台账|登记表?|花名册|名册|统计表|汇总表|总结|小结|简报|通报|签到表|(?:开展|完成|落实|进展)情况(?:一览|汇总|统计)?表?)$/u;
const PLAN = /计划|安排|配档|要点|方案|行事历|打算|思路|预告/u;

/** The lines right above the schedule: a record of what was done looks like a plan but for its title. */
export function checkTitle(draft: Draft, lines: readonly string[]): void {
  let seen = 0;
  for (let line = draft.from - 1; line >= 1 && seen < 3; line -= 1) {
    const text = withoutSpace(lines[line - 1] ?? '');
    if (text === '') continue;
    seen += 1;
    const title = text.replace(/[(（][^()（）]*[)）]$/u, '');
    if (PLAN.test(title)) return;
    if (title.length > 40 || !RECORD.test(title) || markerOf(title)) continue;
    draft.findings.push(aboutLine(line, 'no_plan_title', { title }, 'doubt'));
    return;
  }
}

/** Misprints of the field's terms, and titles that stand in several places. */
export function checkWording(
  draft: Draft,
  lines: readonly string[],
  title: string | null,
  documentTitle: string | null,
): void {
  for (const [index, text] of lines.entries()) {
    for (const { printed, term } of misprintsIn(text))
      draft.findings.push(aboutLine(index + 1, 'misprint', { printed, term }));
  }
  const titles = new Map<string, number[]>();
  const wanted = new Set(
    [title, documentTitle].filter((one) => one !== null).map((one) => withoutSpace(canonical(one))),
  );
  const starts = [...wanted].map((one) => one.slice(0, 1));
  for (const [index, text] of lines.entries()) {
    if (text.length > 120 || !starts.some((start) => text.includes(start))) continue;
    const inner = text.replace(/^\s*(?:附件\d*|标题)\s*[:：]\s*/u, '');
    const plain = withoutSpace(canonical(titleOf(inner) ?? inner));
    if (wanted.has(plain)) titles.set(plain, [...(titles.get(plain) ?? []), index + 1]);
  }
  for (const [text, at] of titles) {
    if (at.length > 1)
      draft.findings.push(
        aboutLine(at[0] ?? null, 'title_repeated', { title: text, count: at.length, lines: at.join('、') }),
      );
  }
}

/** Printed units against the unit list: suggestions only. */
export function checkUnits(draft: Draft, units: Units): Record<string, string> | null {
  if (units.length === 0) return null;
  const suggestions: Record<string, string> = {};
  const reported = new Set<string>();
  for (const row of draft.rows) {
    for (const { name } of row.units) {
      if (reported.has(name) || matchUnit(name, units) !== null) continue;
      reported.add(name);
      const suggestion = suggestUnit(name, units);
      if (suggestion === null) draft.findings.push(aboutLine(row.line, 'unit_unknown', { name }));
      else {
        suggestions[name] = suggestion;
        draft.findings.push(aboutLine(row.line, 'unit_alias', { name, unit: suggestion }));
      }
    }
  }
  return suggestions;
}
