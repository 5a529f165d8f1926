/**
 * Plans in running text: month headings with items below, numbered paragraphs with the month inside, quarters in
 * prose. Here lines become a tree of heads and their items; `outline-rows.ts` makes rows of it.
 * Invariant: every line of the region is a head, an item, a unit line or a continuation, and what was uncertain
 * about that is kept with the line.
 */
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { leadingTime, readTime, type TimeExpression } from '#shared/lib/time-expressions.ts';
import { unitLikeness } from '#shared/lib/units.ts';
import { joinLines } from './draft.ts';
import { titleOf } from './head.ts';
import { type Marker, type MarkerKind, markerOf } from './items.ts';
import type { TextLine } from './lines.ts';

export interface OutlineItem {
  line: number;
  endLine: number;
  raw: string;
  text: string;
  marker: MarkerKind | null;
  /** Number in its list; 0 = none. */
  number: number;
  /** A date of its own in front of the item. */
  time: TimeExpression | null;
  subItems: number;
  units: string;
  /** A line was joined to it that may be something else. */
  doubtful: boolean;
  /** The first item below a heading inside its month: its list begins anew. */
  regrouped: boolean;
}

export interface OutlineHead extends OutlineItem {
  /** Between month and text stood a colon, or nothing but the month. */
  colon: boolean;
  items: OutlineItem[];
}

export interface Outline {
  heads: OutlineHead[];
  headKind: MarkerKind | null;
  from: number;
  to: number;
  /** Lines of the region that no rule explains. */
  leftover: TextLine[];
  /** Headings of parts between the months. */
  headings: TextLine[];
  /** Lists of festivals between the items. */
  festivals: TextLine[];
  /** Themes of months, printed on lines of their own. */
  themes: TextLine[];
  /** First line that holds two columns of months. */
  beside: TextLine | null;
  /** Lines behind the region. */
  below: TextLine[];
}

interface Parsed {
  source: TextLine;
  marker: Marker | null;
  rest: string;
  lead: { time: TimeExpression; length: number } | null;
  /** What follows the month. */
  tail: string;
  colon: boolean;
  pure: boolean;
}

const HEADING_TAIL =
  /^(?:的?(?:主要|重点|具体|学校|社区|本月|全校)*(?:工作|活动|教育|内容|任务)*(?:计划|安排|要点|内容|重点|项目|如下|为)?)[：:。、]?$/u;
const SECTION =
  /(?:要求|措施|保障|目标|思想|机制|建议|说明|总结与评价|组织领导|注意事项|预期效果|经费(?:预算|来源)?|职责)[。：:]?$/u;
/** Headings that part a school year's plan. */
const TERM =
  /^(?:[（(]?[一二三四]?[）)]?[、.]?)?(?:第[一二12]学期|[上下]学期|[春秋]季?学期|上学年|下学年)(?:工作|活动)?(?:安排|计划)?[：:]?$/u;
/** 主要节日：3月5日… lists days of the calendar, not work. */
const FESTIVALS = /^[（(]?(?:主要|重要|重大|相关|本月|有关)?的?(?:节日|纪念日|节庆|宣传日|时间节点)(?:有|为)?\s*[：:]/u;
/** A label between a month and its items says nothing itself. */
const LABEL_LINE = /^(?:主要|重点|具体|本月)?(?:活动|工作|内容|任务|安排|项目)(?:内容|安排|项目|要点|重点)?[：:]$/u;
/** 内容：… below a month's theme. */
const CONTENT_LABEL = /^(?:活动|工作|具体|主要)?(?:内容|安排)\s*[：:]\s*(?=\S)/u;
const THEME_LINE = /^(?:本月|活动|教育|当月|月)?主题(?:为|是)?\s*[：:]\s*\S/u;
/** The paper's closing words behind the last month. */
const CLOSING =
  /^(?:以上|上述|本计划|本安排|此计划|此安排)[^、：:]{0,12}(?:计划|安排|工作|内容|时间|事项|活动|如|若|将|由|自|未尽)|^(?:请|望|希)(?:各|认真)/u;
const YEAR_MONTH = /^(?:[12]\d{3}|[二一][〇零○ＯO九一二三四五六七八]{3})年[\d一二三四五六七八九十]{1,3}月份?$/u;
const SIGN_DATE =
  /^(?:[12]\d{3}|[二一][〇零○ＯO九一二三四五六七八]{3})年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?$/u;

/** A date under a signature; 2023年1月 above items is a heading where the paper prints several of them. */
function isSignature(text: string, yearMonths: boolean): boolean {
  const plain = withoutSpace(canonical(text));
  return SIGN_DATE.test(plain) && !(yearMonths && YEAR_MONTH.test(plain));
}

function parse(source: TextLine, useMarker: boolean, yearMonths: boolean): Parsed {
  const bracketed = /^\s*[【[〔（(]([^】\]〕（）()]{1,20})[】\]〕）)]\s*[：:]?/u.exec(source.text);
  const inner = bracketed?.[1] === undefined ? null : readTime(bracketed[1]);
  if (bracketed && inner && /[月季半年假期]/u.test(bracketed[1] ?? ''))
    return finish(source, null, source.text, { time: inner, length: bracketed[0].length }, yearMonths);
  const marker = markerOf(source.text);
  const body = marker ? source.text.slice(marker.length) : source.text;
  // 准备阶段（1-2月）：…
  const phase = /^[^（()：:。；，、]{2,14}[（(]([^()（）]{2,20})[）)]\s*(?:[：:。]|$)/u.exec(body);
  const span = phase?.[1] === undefined || !/[月季]/u.test(phase[1]) ? null : readTime(phase[1]);
  const named = phase && (/[：:。]$/u.test(phase[0]) || /^[^（(]*(?:季|季度|阶段|学?期|部分)\s*[（(]/u.test(phase[0]));
  if (phase && named && span && !leadingTime(body))
    return finish(source, marker, body, { time: span, length: phase[0].replace(/[：:。]$/u, '').length }, yearMonths);
  const raw = leadingTime(source.text);
  // 1、9月开学准备: months that are no neighbours are an item's number and its text.
  const isList =
    raw !== null && raw.length > (marker?.length ?? 0) && !(raw.time.suggested && marker?.kind === 'digit');
  if (!marker || (isList && !useMarker)) return finish(source, null, source.text, raw, yearMonths);
  const rest = source.text.slice(marker.length);
  return finish(source, marker, rest, leadingTime(rest), yearMonths);
}

function finish(
  source: TextLine,
  marker: Marker | null,
  rest: string,
  lead: Parsed['lead'],
  yearMonths: boolean,
): Parsed {
  // 2024年3—6月活动安排 is a title; a month's own heading prints no year or ends in a colon.
  const titled = lead && lead.time.year !== null && /[\u4e00-\u9fff]/u.test(rest.slice(lead.length)) && titleOf(rest);
  if (!lead || titled || isSignature(source.text, yearMonths))
    return { source, marker, rest, lead: null, tail: rest, colon: false, pure: false };
  const after = rest.slice(lead.length).trim();
  const named = /^(?:的?(?:主要|重点|具体)?(?:工作|活动|任务|安排|内容|计划|要点)+)\s*(?=[：:])/u.exec(after);
  if (named)
    return finish(
      source,
      marker,
      rest,
      {
        time: lead.time,
        length: lead.length + rest.slice(lead.length).indexOf(named[0]) + named[0].length,
      },
      yearMonths,
    );
  const pure = HEADING_TAIL.test(after.replace(/^[（(【].{1,12}[)）】]/u, '')) && !/^[^：:]*[：:]./u.test(after);
  const tail = pure ? '' : after.replace(/^[：:，,、。\s—–-]+/u, '');
  return { source, marker, rest, lead, tail, colon: /^[：:]/u.test(after) || pure, pure };
}

/** 七、八月份 is a span where headings carry no numbers, and item 七 where they are numbered in turn. */
function usesMarkers(lines: readonly TextLine[]): boolean {
  let numbered = 0;
  let timed = 0;
  let expected = 1;
  for (const line of lines) {
    const marker = markerOf(line.text);
    const bare = leadingTime(line.text);
    const behind = marker ? leadingTime(line.text.slice(marker.length)) : null;
    if (!bare && !behind) {
      if (marker?.kind === 'han' && marker.number === expected) expected += 1;
      continue;
    }
    timed += 1;
    if (!marker || !behind) continue;
    if (marker.kind !== 'han' || marker.number === expected) {
      numbered += 1;
      expected = marker.number + 1;
    }
  }
  return timed > 0 && numbered >= timed * 0.6;
}

/** A paragraph that tells several months in turn is cut where a sentence begins with a month. */
function cutParagraphs(lines: readonly TextLine[]): TextLine[] {
  return lines.flatMap((line) => {
    if (line.text.length < 12 || !/[月季]/u.test(line.text) || FESTIVALS.test(line.text)) return [line];
    const cuts = [0];
    const first = markerOf(line.text)?.length ?? 0;
    const headed =
      leadingTime(line.text.slice(0, 60)) !== null || leadingTime(line.text.slice(first, first + 60)) !== null;
    for (const found of line.text.matchAll(/[。；;！：:]\s*/gu)) {
      const at = found.index + found[0].length;
      // Behind a colon only where no month stands before it: 全年安排如下：1月份…
      if (/[：:]/u.test(found[0]) && (headed || cuts.length > 1)) continue;
      const lead = at < line.text.length ? leadingTime(line.text.slice(at, at + 60)) : null;
      if (lead) cuts.push(at);
    }
    const leads = cuts.filter((at) => {
      const piece = line.text.slice(at, at + 60);
      const marker = at === 0 ? markerOf(piece) : null;
      return leadingTime(marker ? piece.slice(marker.length) : piece) !== null;
    });
    if (leads.length < 2) return [line];
    const starts = leads[0] === 0 ? leads : [0, ...leads];
    // Each sentence stays an item of the list that its line belongs to.
    const marker = markerOf(line.text);
    const number = marker && marker.kind !== 'han' ? line.text.slice(0, marker.length) : '';
    return starts.map((at, index) => {
      const text = line.text.slice(at, starts[index + 1]).trim();
      return index === 0 ? { ...line, text } : { ...line, text: `${number}${text}`, goesOn: true };
    });
  });
}

function itemOf(parsed: Parsed, text: string): OutlineItem {
  return {
    line: parsed.source.line,
    endLine: parsed.source.endLine,
    raw: parsed.source.text,
    text,
    marker: parsed.marker?.kind ?? null,
    number: parsed.source.goesOn === true ? 0 : (parsed.marker?.number ?? 0),
    time: parsed.lead?.time ?? null,
    subItems: 0,
    units: '',
    doubtful: false,
    regrouped: false,
  };
}

/** The kind of marker that the months' own lines carry. */
function headKindOf(leads: readonly Parsed[], parsed: readonly Parsed[]): MarkerKind | null {
  // 一月：新起点 above - 1月29日：… : the bulleted dates are the items of the months.
  const above = leads.filter(
    (one) =>
      one.marker === null && one.lead?.time.day === null && parsed[parsed.indexOf(one) + 1]?.marker?.kind === 'bullet',
  );
  if (above.length >= 2) return null;
  const pure = leads.filter((one) => one.pure);
  const counted = new Map<MarkerKind | null, number>();
  for (const one of pure.length >= 2 ? pure : leads) {
    const kind = one.marker?.kind ?? null;
    counted.set(kind, (counted.get(kind) ?? 0) + 1);
  }
  let best: MarkerKind | null = null;
  let most = 0;
  for (const [kind, count] of counted) {
    if (count > most) {
      best = kind;
      most = count;
    }
  }
  return best;
}

const BRACKET_TIME = /[(（]([^()（）]{2,40}(?:[(（][^()（）]{1,8}[)）][^()（）]{0,20})?)[)）]\s*[。；;.]?\s*$/u;

/** 1月：…    7月：…: two columns of months on the same lines. The left one is read first. */
function cutColumns(lines: readonly TextLine[]): { lines: TextLine[]; beside: TextLine | null } {
  const cuts = lines.map(({ text }) => {
    const gap = /[ \t\u3000]{2,}(?=\S)/gu;
    for (const found of text.matchAll(gap)) {
      const at = found.index + found[0].length;
      const lead = leadingTime(text.slice(at, at + 60));
      if (found.index > 0 && leadingTime(text) && lead && /^\s*(?:份|[：:])/u.test(text.slice(at + lead.length)))
        return at;
    }
    return 0;
  });
  const cut = cuts.filter((at) => at > 0).length;
  const last = cuts.findLastIndex((at) => at > 0);
  if (cut < 2) return { lines: [...lines], beside: null };
  const left = lines.map((line, index) => ({ ...line, text: line.text.slice(0, cuts[index] || undefined).trim() }));
  const right = lines.flatMap((line, index) => {
    const at = cuts[index] ?? 0;
    return at > 0 ? [{ ...line, text: line.text.slice(at).trim() }] : [];
  });
  return {
    lines: [...left.slice(0, last + 1), ...right, ...left.slice(last + 1)],
    beside: lines[cuts.findIndex((at) => at > 0)] ?? null,
  };
}

/** Items whose own numbers go on inside the line, as the line below proves or the next number shows: 2、…。3、…. */
function cutGlued(lines: readonly TextLine[]): TextLine[] {
  return lines.flatMap((line) => {
    const marker = markerOf(line.text);
    if (marker?.kind !== 'digit') return [line];
    const pieces: TextLine[] = [];
    let rest = line.text;
    for (let number = marker.number + 1; ; number += 1) {
      const found = new RegExp(`[。；;！!）)”]\\s*(?=${number}(?:、|[．.](?!\\d)))`, 'u').exec(rest);
      if (!found) break;
      pieces.push({ ...line, text: rest.slice(0, found.index + found[0].length).trim() });
      rest = rest.slice(found.index + found[0].length);
    }
    return [...pieces, { ...line, text: rest }];
  });
}

/** A month or deadline in the closing bracket: （5月前完成）, （3月，中心校）. */
export function closingTime(text: string): { time: TimeExpression; rest: string; more: string } | null {
  const found = BRACKET_TIME.exec(text);
  if (!found?.[1]) return labelledTime(text);
  const inner = found[1].trim();
  // （文化站牵头，各村配合；1—2月）: the time stands last.
  const behind = /^(.+)[；;，,]\s*([^；;，,]+)$/u.exec(inner);
  const at = behind?.[2] === undefined || !/月|季|半年|假|全年/u.test(behind[2]) ? null : readTime(behind[2]);
  if (behind?.[1] !== undefined && at && unitLikeness(behind[1]) === 'yes')
    return { time: at, rest: text.slice(0, found.index).trim(), more: behind[1] };
  const whole = /月|季|半年|假|全年/u.test(inner) ? readTime(inner) : null;
  const rest = text.slice(0, found.index).trim();
  if (whole) return { time: whole, rest, more: '' };
  const lead = leadingTime(inner);
  const more = lead ? inner.slice(lead.length).replace(/^[，,、；;：:\s]+/u, '') : '';
  return lead && more !== '' && unitLikeness(more) === 'yes' ? { time: lead.time, rest, more } : labelledTime(text);
}

const LABELLED_TIME =
  /[。；;，,（(\s]\s{0,3}(完成|实施|活动|开展|培训|举办)?(时限|期限|时间|时间节点)\s*[：:]\s*([^。；;，,（）()：:]{1,20})(?:[。；;，,）)]\s*|$)/u;

/** 完成时限：3月底前 inside or behind an item's sentence. */
function labelledTime(text: string): { time: TimeExpression; rest: string; more: string } | null {
  const found = LABELLED_TIME.exec(text);
  const time = found?.[3] === undefined ? null : readTime(found[3]);
  if (!found || !time) return trailingTime(text);
  const before = text.slice(0, found.index).trim();
  const end = text.slice(found.index + found[0].length).trim();
  const behind = /^[（(]/u.test(found[0]) ? end.replace(/[)）]\s*[。；;]?$/u, '') : end;
  // （牵头单位：甲；完成时间：3月底前）: the bracket stays closed without its last part.
  const open = /[)）]/u.test(found[0]) && leftOpen(before) ? `${before}）` : before;
  const rest = behind === '' ? open : `${open}。${behind}`;
  const until = found[1] === '完成' || found[2] === '时限' || found[2] === '期限';
  const month = time.deadlineMonth ?? (until && time.monthStart === time.monthEnd ? time.monthEnd : null);
  return month === null || time.deadlineMonth !== null
    ? { time, rest, more: '' }
    : { time: { ...time, monthStart: null, monthEnd: null, deadlineMonth: month, part: null }, rest, more: '' };
}

/** 迎新春书画展 1月: a time behind the sentence, parted by space. */
function trailingTime(text: string): { time: TimeExpression; rest: string; more: string } | null {
  const found = /^(.*[^\s：:])[\s\u3000]+([^\s，,。；;]{2,12})$/u.exec(text.trim());
  const time = found?.[2] === undefined || !/月|季|全年/u.test(found[2]) ? null : readTime(found[2]);
  return found?.[1] !== undefined && time ? { time, rest: found[1], more: '' } : null;
}

/** Months told in the text above do not count where nearly all stand below a title of their own. */
function fromOwnTitle(lines: readonly TextLine[]): readonly TextLine[] {
  const leads = lines.flatMap((line, index) => {
    const marker = markerOf(line.text);
    return leadingTime(line.text) || (marker && leadingTime(line.text.slice(marker.length))) ? [index] : [];
  });
  const first = leads[0] ?? 0;
  for (let at = lines.length - 1; at > first; at -= 1) {
    const text = lines[at]?.text ?? '';
    const kind = markerOf(text)?.kind ?? null;
    if (!leads.includes(at + 1) || leads.includes(at) || titleOf(text) === null) continue;
    if (kind !== null && kind !== 'han' && kind !== 'hanBracket') continue;
    // A line that is a month and nothing else begins the schedule itself.
    if (leads.some((lead) => lead < at && (lines[lead]?.text.length ?? 0) <= 8)) continue;
    const below = leads.filter((lead) => lead > at).length;
    if (below >= 3 && below >= leads.length * 0.7) return lines.slice(at + 1);
  }
  return lines;
}

/** Builds the tree of the region, or null where the text has no months in front of its lines. */
export function outlineOf(input: readonly TextLine[]): Outline | null {
  const columns = cutColumns(input);
  const lines = fromOwnTitle(cutParagraphs(cutGlued(columns.lines)));
  const useMarker = usesMarkers(lines);
  const yearMonths = lines.filter((line) => YEAR_MONTH.test(withoutSpace(canonical(line.text)))).length >= 2;
  const parsed: Parsed[] = [];
  for (const line of lines) {
    // 2、3月份总结 behind item 1 is item 2, not February and March.
    const before = parsed.at(-1);
    const marker = markerOf(line.text);
    const counted =
      marker?.kind === 'digit' &&
      ((before?.marker?.kind === 'digit' && before.marker.number === marker.number - 1) ||
        (marker.number === 1 && before?.pure === true));
    parsed.push(parse(line, useMarker || counted, yearMonths));
  }
  const leads = parsed.filter((one) => one.lead !== null);
  const bracketed = parsed.filter((one) => one.lead === null && one.marker && closingTime(one.rest));
  if (leads.length + bracketed.length < 2) return null;
  const headKind = leads.length >= bracketed.length ? headKindOf(leads, parsed) : headKindOf(bracketed, parsed);

  let start = parsed.findIndex((one) => one.lead !== null || bracketed.includes(one));
  // Numbered paragraphs before the first month belong to the same list where their numbers lead up to it.
  let number = parsed[start]?.marker?.number ?? 0;
  if (headKind !== null) {
    for (let at = start - 1; at >= 0 && number > 1; at -= 1) {
      const marker = parsed[at]?.marker;
      if (marker?.kind === headKind && marker.number === number - 1) {
        start = at;
        number -= 1;
      }
    }
  }

  const outline: Outline = {
    heads: [],
    headKind,
    from: parsed[start]?.source.line ?? 1,
    to: 0,
    leftover: [],
    below: [],
    headings: [],
    festivals: [],
    themes: [],
    beside: columns.beside,
  };
  let head: OutlineHead | null = null;
  let last: OutlineItem | null = null;
  /** The month whose items stand below a label of their own. */
  let labelled: OutlineHead | null = null;
  /** The next item is the first below a heading inside its month. */
  let regrouped = false;
  const region = parsed.slice(start);
  const lastLead = region.findLastIndex((one) => one.lead !== null && (one.marker?.kind ?? null) === headKind);
  for (const [index, one] of region.entries()) {
    const kind = one.marker?.kind ?? null;
    const text = one.source.text;
    if (isSignature(text, yearMonths)) break;
    const signed = region[index + 1];
    if (
      kind === null &&
      !one.lead &&
      head &&
      signed &&
      isSignature(signed.source.text, yearMonths) &&
      text.length <= 30 &&
      !/[。；，]/u.test(text)
    )
      break;
    if (one.marker && !one.lead && SECTION.test(one.rest) && one.rest.length <= 16 && kind !== 'digit' && head) break;
    if (
      kind === 'han' &&
      headKind !== 'han' &&
      !one.lead &&
      head &&
      (one.rest.length <= 16 || head.items.some((item) => item.marker === 'digit'))
    ) {
      if (index > lastLead) break;
      // A heading between months: what follows belongs to the same schedule.
      outline.headings.push(one.source);
      last = null;
      continue;
    }
    if (TERM.test(withoutSpace(text)) && !one.lead) {
      outline.headings.push(one.source);
      continue;
    }
    if (CLOSING.test(text) && index > lastLead) break;
    if (/^月份?\s*[：:]?$/u.test(text) && head) {
      // The number of the month is lost: what follows has no month.
      head = { ...itemOf(one, ''), colon: true, items: [] };
      outline.heads.push(head);
      last = head;
      outline.to = one.source.endLine;
      continue;
    }
    if (/^(?:附?注|备注|说明|附件\d*|抄送|抄报|联系人|联系电话)\s*[:：]/u.test(text)) break;
    outline.to = one.source.endLine;
    if (head && kind === null && FESTIVALS.test(text)) {
      outline.festivals.push(one.source);
      continue;
    }
    if (head && head.items.length === 0 && kind === null && (LABEL_LINE.test(text) || THEME_LINE.test(text))) {
      // 三月：文明礼仪月 above 活动： is the month's theme.
      if (head.text !== '' && head.text.length <= 16) {
        outline.themes.push({ line: head.line, endLine: head.endLine, text: head.text, vertical: false });
        head.text = '';
      }
      labelled = head;
      if (THEME_LINE.test(text)) outline.themes.push(one.source);
      continue;
    }

    const inside =
      head &&
      (head.text === '' || (kind === 'bullet' && headKind === null)) &&
      (kind !== headKind || labelled === head) &&
      one.lead &&
      !one.pure &&
      (!one.lead.time.suggested || one.lead.time.day !== null) &&
      !one.lead.time.allYear &&
      isPartOf(one.lead.time, head.time) &&
      // 2月份走访慰问 below 2月 only says the month again.
      (!sameMonths(one.lead.time, head.time) || /^[\s，,：:]/u.test(one.rest.slice(one.lead.length)));
    if (one.lead && !inside && (kind === headKind || head === null || one.pure)) {
      head = { ...itemOf(one, one.tail), colon: one.colon, items: [] };
      outline.heads.push(head);
      last = head;
      continue;
    }
    if (kind !== null && kind === headKind) {
      head = { ...itemOf(one, one.rest), time: one.lead?.time ?? null, colon: false, items: [] };
      outline.heads.push(head);
      last = head;
      continue;
    }
    if (!head || !last) {
      outline.leftover.push(one.source);
      continue;
    }
    if (/^(?:牵头|责任|主管|主办|承办|负责|协办|配合|参与)(?:单位|部门|科室|人)?\s*[:：]/u.test(one.rest)) {
      const target: OutlineItem = kind === null && last !== head ? last : head;
      target.units = target.units === '' ? one.rest : `${target.units}\n${one.rest}`;
      target.endLine = one.source.endLine;
      continue;
    }
    // （一）党建方面： above 1. 2. parts the month's list.
    const next = region[index + 1]?.marker?.kind;
    if (kind === 'hanBracket' && /[：:]$/u.test(one.rest) && one.rest.length <= 16 && next === 'digit') {
      outline.headings.push(one.source);
      regrouped = true;
      continue;
    }
    if (kind !== null) {
      const first = head.items.find((item) => item.marker !== null);
      if (first && first.marker !== kind) {
        // A deeper list belongs to the item above it.
        last.subItems += 1;
        last.endLine = one.source.endLine;
        continue;
      }
      last = {
        ...itemOf(one, inside ? one.tail : one.rest),
        time: inside ? (one.lead?.time ?? null) : null,
        regrouped,
      };
      regrouped = false;
      head.items.push(last);
      continue;
    }
    const opened = /[、，,：:（(“《—]$/u.test(last.raw) || leftOpen(last.raw);
    const marked = head.items.some((item) => item.marker !== null) || (last === head && head.text !== '');
    if (marked || opened) {
      last.text = joinLines([last.text, text]);
      last.raw = joinLines([last.raw, text]);
      last.endLine = one.source.endLine;
      if (!opened) last.doubtful = true;
      continue;
    }
    last = {
      ...itemOf(one, inside ? one.tail : one.rest.replace(CONTENT_LABEL, '')),
      time: inside ? (one.lead?.time ?? null) : null,
    };
    head.items.push(last);
  }
  for (const one of outline.heads) if (one.text === '') for (const item of one.items) takeDay(one, item);
  outline.below = lines.filter((line) => line.line > outline.to);
  return outline;
}

/** 5日 召开会议 below a month's heading: the day belongs to the time. */
function takeDay(head: OutlineHead, item: OutlineItem): void {
  const month = head.time?.monthStart ?? null;
  if (month === null || head.time?.monthEnd !== month || item.time !== null) return;
  const found =
    /^(?:本月)?(\d{1,2}(?:日|号)(?:\s*[-—至~～]\s*\d{1,2}(?:日|号))?(?:(?:以|之)?前)?|上旬|中旬|下旬|上半月|下半月|月?[初底末](?:(?:以|之)?前|(?=[\s：:，,])))(?:[\s：:，,]+|(?=[\u4e00-\u9fff“《]))/u.exec(
      item.text,
    );
  const time =
    found?.[1] === undefined ? null : readTime(`${month}月${found[1].replace(/号/gu, '日').replace(/^月/u, '')}`);
  if (!found || !time) return;
  item.time = time;
  item.text = item.text.slice(found[0].length);
}

/** A bracket or quotation mark still open at the line's end. */
function leftOpen(text: string): boolean {
  const count = (signs: string): number => Array.from(text).filter((sign) => signs.includes(sign)).length;
  return count('（(') > count('）)') || count('“') > count('”') || count('《') > count('》');
}

/** A time inside the head's months: a day, a part, a shorter span, a deadline. Other months are words of the activity. */
export function isPartOf(inner: TimeExpression, outer: TimeExpression | null): boolean {
  // Days that begin in the head's month may end in the next.
  if (inner.days) return within({ ...inner, monthEnd: inner.monthStart }, outer);
  if (inner.deadlineMonth === null) return within(inner, outer);
  return within({ ...inner, monthStart: inner.deadlineMonth, monthEnd: inner.deadlineMonth }, outer);
}

/** Nothing but the head's own months: no day, no part, no deadline. */
function sameMonths(inner: TimeExpression, outer: TimeExpression | null): boolean {
  const bare = inner.day === null && inner.days === null && inner.part === null && inner.deadlineMonth === null;
  return bare && inner.monthStart === outer?.monthStart && inner.monthEnd === outer.monthEnd;
}

export function within(inner: TimeExpression, outer: TimeExpression | null): boolean {
  if (!outer || outer.monthStart === null || outer.monthEnd === null || inner.monthStart === null) return false;
  return inner.monthStart >= outer.monthStart && (inner.monthEnd ?? inner.monthStart) <= outer.monthEnd;
}
