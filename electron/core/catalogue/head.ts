/**
 * What cover and head of a catalogue print: title, 全宗号, 年度, 保管期限 … (DA/T 22-2015, cover of the catalogue).
 * Invariant: a field that is not printed is null; where two places disagree, neither is taken.
 */
import type { CatalogueHead } from '#shared/features/catalogue.ts';
import { isEmptyWord } from '#shared/lib/archives/empty-words.ts';
import { parseTerm } from '#shared/lib/archives/retention.ts';
import { canonical, parseYear, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import type { HeadLine } from './draft.ts';

export type HeadKey = Exclude<keyof CatalogueHead, 'title'> | 'secrecy' | 'other';

const LABELS: Readonly<Record<HeadKey, string>> = {
  fonds: '全宗号|全宗代码',
  fonds_name: '全宗名称|全宗名|立档单位名称|立档单位|单位名称|编制单位|移交单位|归档单位|填报单位|单位',
  year: '归档年度|年度|年份|所属年度',
  term: '保管期限|保存期限|期限',
  section: '机构\\(问题\\)|机构或问题|机构/问题|机构|问题|科室|部门',
  category: '档案门类|门类|类别|分类|类目',
  box: '盒号|档案盒号',
  volume: '案卷号|卷号|案卷档号|档号',
  volume_title: '案卷题名|案卷标题|卷名',
  secrecy: '密级',
  other: '接收单位|移交日期|总件数|总页数|载体|数据量|起止件号|件数|制表日期|填表日期|日期|目录号|第\\d+页',
};
const KEYS = Object.entries(LABELS).map(([key, names]) => [key as HeadKey, names] as const);
const ANY = KEYS.map(([, names]) => names).join('|');
const PAIR = new RegExp(`^(${ANY})[:：]?$`, 'u');
const WITH_VALUE = new RegExp(`^(${ANY})\\s*(?:[:：]\\s*|\\s+)(.+)$`, 'u');
const NEXT_LABEL = new RegExp(`[\\s　]+(?=(?:${ANY})\\s*[:：])`, 'gu');

const TITLE = /(?:目录|清册|清单|登记[表簿册本]?|一览表?|台账|汇总表|簿)(?:[(（][^()（）]{1,20}[)）])?(?:续表?)?$/u;
const TERM_WORD = /(永久|(?:定期)?(?:(?<!\d)\d{2}|[一二三]?十)年(?![度\d初底前后内])|长期|短期)/u;

function keyOf(label: string): HeadKey {
  return KEYS.find(([, names]) => new RegExp(`^(?:${names})$`, 'u').test(label))?.[0] ?? 'other';
}

export interface HeadPair {
  key: HeadKey;
  value: string;
  line: number;
}

/** A heading with brackets in their half-width form, spaces between its characters closed. */
function closed(text: string): string {
  const plain = text
    .replace(/[（(]\s*问题\s*[)）]/u, '(问题)')
    .replace(/[\u00A0\u3000]/gu, ' ')
    .replace(/\*\*/gu, '')
    .trim();
  const label = /^((?:[\u4e00-\u9fff()]\s*){2,8}?)([:：].*)?$/u.exec(plain);
  const short = withoutSpace(label?.[1] ?? '');
  return label && PAIR.test(short) ? `${short}${label[2] ?? ''}` : plain;
}

/** The labelled values of a line: 全宗号：Q005 年度：2021, or label and value in neighbouring cells. */
export function pairsOf(lines: readonly HeadLine[]): HeadPair[] {
  const pieces = lines.flatMap(({ line, cells }) =>
    cells.flatMap((cell) =>
      cell
        .split(/\n|\t|\u3000{1,}|[ \u00A0]{2,}/u)
        .flatMap((part) => part.replace(NEXT_LABEL, '\n').split('\n'))
        .map((part) => ({ line, text: closed(part) }))
        .filter(({ text }) => text !== ''),
    ),
  );
  const pairs: HeadPair[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const { line, text } = pieces[at] ?? { line: 0, text: '' };
    const label = PAIR.exec(text)?.[1];
    const whole = label === undefined ? WITH_VALUE.exec(text) : null;
    if (whole?.[1] !== undefined && whole[2] !== undefined) {
      if (whole[2].trim().length <= 60) pairs.push({ key: keyOf(whole[1]), value: whole[2].trim(), line });
    } else if (label !== undefined) {
      const next = pieces[at + 1];
      const value =
        next && !PAIR.test(next.text) && !WITH_VALUE.test(next.text) && !TITLE.test(next.text) ? next.text : '';
      if (value !== '') at += 1;
      pairs.push({ key: keyOf(label), value, line });
    }
  }
  return pairs;
}

/** Whether a line is a catalogue's title. */
export function isTitle(text: string): boolean {
  const plain = withoutSpace(text);
  return (
    plain.length >= 2 &&
    plain.length <= 50 &&
    !/[。；;！？:：]/u.test(plain) &&
    TITLE.test(canonical(plain).replace(/\[[^[\]]*\]$/u, ''))
  );
}

/** A title as it stands, without the spaces that stretch it (归 档 文 件 目 录). */
export function titleText(text: string): string {
  const plain = text.replace(/^\s*#{1,6}\s+|\*\*/gu, '').trim();
  return /^(?:\S[\s\u3000]+)+\S$/u.test(plain) ? withoutSpace(plain) : plain.replace(/\s*\n\s*/gu, '');
}

/** Years that a title or a sheet's name prints. */
export function yearsOf(text: string): number[] {
  const plain = withoutSpace(canonical(text));
  const found = [...plain.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)|([一二][〇零○O九一二三四五六七八]{3})(?=年)/gu)];
  return found.map((one) => parseYear(one[1] ?? one[2] ?? '')).filter((year) => year !== null);
}

export interface Head {
  head: CatalogueHead;
  year: number | null;
  /** Years that disagree. */
  years: number[];
  term: string | null;
  terms: string[];
  /** 密级 of the whole catalogue as printed. */
  secrecy: string | null;
  titleLine: number | null;
}

/** Reads the head from the lines above a table and the sheet's name. */
export function headOf(lines: readonly HeadLine[], name: string | null): Head {
  const head: CatalogueHead = {
    title: null,
    fonds: null,
    fonds_name: null,
    year: null,
    term: null,
    section: null,
    category: null,
    box: null,
    volume: null,
    volume_title: null,
  };
  const pairs = pairsOf(lines);
  let secrecy: string | null = null;
  for (const { key, value } of pairs) {
    if (key === 'secrecy') secrecy = isEmptyWord(value) ? secrecy : value;
    // The lowest line counts: it stands nearest to the table.
    else if (key !== 'other' && !isEmptyWord(value)) head[key] = value;
  }
  let titleLine: number | null = null;
  // What stands beside a title belongs to it: 归档文件目录 2021年 永久.
  let beside = '';
  for (const { line, cells } of lines) {
    const pieces = cells.flatMap((cell) => (isTitle(cell) ? [cell] : cell.split(/\t|\u3000+|[ \u00A0]{2,}/u)));
    const title = pieces.find((piece) => isTitle(piece));
    if (title === undefined || pairsOf([{ line, cells }]).some(({ value }) => value === title)) continue;
    head.title = titleText(title);
    titleLine = line;
    beside = pieces.filter((piece) => piece !== title).join(' ');
  }
  const title = `${head.title ?? ''} ${beside} ${name ?? ''}`;
  const own = head.year === null ? [] : yearsOf(head.year);
  const years = [...new Set([...own, ...yearsOf(title)])];
  const loose = TERM_WORD.exec(title)?.[1] ?? bareTerm(lines);
  const terms = [...new Set([head.term, loose ?? null].filter((term) => term !== null))];
  const read = new Set(terms.map((term) => JSON.stringify(parseTerm(term))));
  return {
    head,
    year: years.length === 1 ? (years[0] ?? null) : null,
    years,
    term: read.size === 1 ? (terms[0] ?? null) : null,
    terms,
    secrecy,
    titleLine,
  };
}

/** A term alone on a line: 永久 above the entries that are kept for ever. */
function bareTerm(lines: readonly HeadLine[]): string | null {
  for (const { cells } of lines.toReversed()) {
    const texts = cells.map((cell) => withoutSpace(cell)).filter((cell) => cell !== '');
    const [only] = texts;
    if (texts.length === 1 && only !== undefined && TERM_WORD.exec(only)?.[0] === only) return only;
  }
  return null;
}

/** Whether a line alone on its row says for which term, year, box … the entries below are. */
export function contextOf(line: HeadLine): HeadPair[] {
  const term = bareTerm([line]);
  if (term !== null) return [{ key: 'term', value: term, line: line.line }];
  return pairsOf([line]).filter(({ key, value }) => key !== 'other' && value !== '');
}
