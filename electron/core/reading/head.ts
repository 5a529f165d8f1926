/**
 * The paper's head as printed: title, numbers, dates, signer, addressees (domain B1). Two dates are kept apart:
 * 成文日期 stands alone under the signer, 发布日期 is what the page says.
 * Invariant: a field that is not printed, or printed empty, is null; damage stays in the text.
 */
import type { ReadDocument } from '#shared/features/reading.ts';
import { canonical, parseSmallNumber, parseYear, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { isDayOfMonth } from '#shared/lib/time-expressions.ts';
import { unitLikeness } from '#shared/lib/units.ts';
import { markerOf } from './items.ts';
import { headingOf, isNoise, TITLE_WORD } from './vocabulary.ts';
import { yearsIn } from './years.ts';

export interface Head {
  document: ReadDocument;
  /** 文号: was printed without a number. */
  documentNumberEmpty: number | null;
  /** Year of a signature that prints no day. */
  signedYear: number | null;
  lineOf: { indexNumber: number | null; signed: number | null; published: number | null };
}

const KEYS =
  '标题|名称|索引号|文号|发文字号|发文日期|发布日期|发布时间|成文日期|生成日期|发布机构|发文机关|发文单位|有效性|主题词|信息分类|公开方式';
const PAIR = new RegExp(`(?:^|[\\s　])(${KEYS})\\s*[:：]\\s*(.*?)(?=[\\s　]+(?:${KEYS})\\s*[:：]|$)`, 'gu');
const FULL_DATE =
  /^([12]\d{3}|[二一][〇零○ＯO九一二三四五六七八]{3})年([\d元一二三四五六七八九十]{1,2})月(?:([\d一二三四五六七八九十]{1,3})日)?$/u;

/** 2021-09-25, 2021/9/25, 2021年9月25日 → ISO, else null. */
export function isoOf(text: string): string | null {
  const plain = withoutSpace(canonical(text));
  const found = /^([12]\d{3})[-/.](\d{1,2})[-/.](\d{1,2})/u.exec(plain) ?? FULL_DATE.exec(plain);
  const year = found?.[1] === undefined ? null : parseYear(found[1]);
  const month = found?.[2] === undefined ? null : found[2] === '元' ? 1 : parseSmallNumber(found[2]);
  const day = found?.[3] === undefined ? null : parseSmallNumber(found[3]);
  if (year === null || month === null || day === null || month < 1 || month > 12 || !isDayOfMonth(month, day))
    return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether a line can be a title: a title's word at its end, no sentence. */
export function titleOf(line: string): string | null {
  if (/\S\t+\s*\S/u.test(line)) return null;
  const bare = line
    .replace(/^\s*#{1,6}\s+|\*\*/gu, '')
    .replace(/^\s*【[^】]{1,8}】(?=.{6})/u, '')
    .replace(/(?:来啦|来了|出炉啦?|请查收)[!！~～]*\s*$/u, '');
  const marker = markerOf(bare);
  const text = (marker ? bare.slice(marker.length) : bare).trim().replace(/[:：]$/u, '');
  const plain = withoutSpace(text).replace(/^《(.*)》$/u, '$1');
  if (
    plain.length < 4 ||
    plain.length > 50 ||
    /[。；;，,！？]/u.test(plain) ||
    /^(?:标题|附件\d*|关于印发.*的通知)[:：]/u.test(plain)
  )
    return null;
  if ((!marker && headingOf(plain)) || isNoise(plain) || /[:：]/u.test(plain)) return null;
  const core = plain.replace(/[(（][^()（）]{1,12}[)）]$/u, '');
  // A short line with the year and no sentence is a title whatever its last word.
  const dated =
    /(?:19|20)\d{2}年?(?!\d*月)|二〇[〇一二三四五六七八九]{2}年/u.test(canonical(core)) &&
    !/月[\d一二三四五六七八九十]{0,3}日?$|[\d/]$/u.test(core) &&
    /[\u4e00-\u9fff]{4}/u.test(core);
  return TITLE_WORD.test(core) || dated ? plain.replace(/^《|》$/gu, '') : null;
}

function addresseesOf(line: string): string[] {
  const found = /^([^:：。；]{4,100})[:：]$/u.exec(line.trim());
  if (!found?.[1] || !/^(?:各|有关|相关|机关|区直|镇直|街道各)/u.test(found[1])) return [];
  // Web pages swallow the commas between addressees: each begins with 各 or 有关.
  return found[1]
    .split(/[\s、，,；;]+|(?=各(?!级|类|项|种|位))|(?=有关)|(?=相关)/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Reads the head from the lines before the schedule (and the signature after it, if it stands there). */
export function headOf(lines: readonly string[], from: number, to: number): Head {
  const document: ReadDocument = {
    title: null,
    issuer: null,
    signed_by: null,
    signed_date: null,
    published_date: null,
    index_no: null,
    doc_no: null,
    attachment: null,
    addressees: [],
  };
  const head: Head = {
    document,
    documentNumberEmpty: null,
    signedYear: null,
    lineOf: { indexNumber: null, signed: null, published: null },
  };
  let before = '';
  for (const [index, raw] of lines.entries()) {
    const line = index + 1;
    if (line >= from && line <= to) {
      before = '';
      continue;
    }
    const text = raw.replace(/[\u00A0\u3000]/gu, ' ').trim();
    if (text === '') continue;
    for (const pair of text.matchAll(PAIR)) setPair(head, pair[1] ?? '', (pair[2] ?? '').trim(), line);
    const attachment = /^附件\d*\s*[:：]\s*(.{2,80})$/u.exec(text);
    if (attachment?.[1]) document.attachment ??= attachment[1].replace(/^\d+[.、]\s*/u, '').trim();
    if (document.addressees.length === 0 && line < from) document.addressees = addresseesOf(text);
    const date = FULL_DATE.exec(withoutSpace(canonical(text)));
    if (date?.[1] && head.signedYear === null) {
      head.signedYear = parseYear(date[1]);
      document.signed_date = isoOf(text);
      head.lineOf.signed = line;
      if (
        before !== '' &&
        before.length <= 40 &&
        !/[。；，]/u.test(before) &&
        (unitLikeness(before) === 'yes' || document.addressees.length > 0)
      )
        document.signed_by = before;
    }
    if (line < from) document.title ??= titleOf(text);
    before = text;
  }
  return head;
}

function setPair(head: Head, key: string, value: string, line: number): void {
  const { document } = head;
  const printed = value === '' ? null : value;
  switch (key) {
    case '标题':
    case '名称':
      document.title ??= printed;
      break;
    case '索引号':
      document.index_no ??= printed;
      head.lineOf.indexNumber ??= line;
      break;
    case '文号':
    case '发文字号':
      document.doc_no ??= printed;
      if (printed === null) head.documentNumberEmpty ??= line;
      break;
    case '发布日期':
    case '发布时间':
    case '发文日期':
      if (value !== '') document.published_date ??= isoOf(value);
      head.lineOf.published ??= line;
      break;
    case '成文日期':
    case '生成日期':
      if (value !== '') document.signed_date ??= isoOf(value);
      break;
    case '发布机构':
    case '发文机关':
    case '发文单位':
      document.issuer ??= printed;
      break;
    default:
  }
}

/** A title broken over lines: the short lines right above it that bring the year belong to it. */
function wholeTitle(lines: readonly string[], line: number, title: string): string {
  if (title.length > 12 || yearsIn(title).length > 0 || markerOf(lines[line - 1] ?? '')) return title;
  let joined = title;
  for (let at = line - 1; at >= Math.max(1, line - 2); at -= 1) {
    const text = withoutSpace(lines[at - 1] ?? '');
    if (text === '' || text.length > 24 || /[。；;，,：:、）)]/u.test(text) || markerOf(text) || isNoise(text)) break;
    if (FULL_DATE.test(canonical(text))) break;
    joined = `${text}${joined}`;
    if (yearsIn(text).length > 0) return titleOf(joined) ?? title;
  }
  return title;
}

/** The title of the schedule: the nearest title above it. */
export function titleAboveLine(lines: readonly string[], from: number): { title: string; line: number } | null {
  let attachment: { title: string; line: number } | null = null;
  for (let line = from - 1; line >= 1; line -= 1) {
    // A line of several cells is a table's row, and no title.
    const text = (lines[line - 1] ?? '').replace(/[\u00A0\u3000]/gu, ' ').trim();
    const title = titleOf(text);
    if (title !== null) return { title: wholeTitle(lines, line, title), line };
    const found = /^附件\d*\s*[:：]\s*(.+)$/u.exec(text);
    const named = found?.[1] === undefined ? null : titleOf(found[1]);
    if (named !== null) attachment ??= { title: named, line };
  }
  return attachment;
}
