/**
 * 文号（发文字号）: 机关代字〔年份〕顺序号号 (GB/T 9704-2012, 7.2.5). The catalogue quotes what the paper prints, so a
 * misprinted number is kept as printed; its normal form serves matching, and a repair is only ever offered.
 */
import { isEmptyWord, leakedWord } from './empty-words.ts';
import type { RuleParams } from './rules.ts';

export { isEmptyWord } from './empty-words.ts';

/** 命令(令) prints 第×号 and no year: read, with this note. */
export type DocumentNumberNote = 'order_number';

export type DocumentNumberRule =
  | 'empty_word'
  | 'null_word'
  | 'document_brackets'
  | 'document_width'
  | 'document_ordinal'
  | 'document_leading_zero'
  | 'document_suffix'
  | 'document_space'
  | 'document_bracket_missing'
  | 'document_year'
  | 'document_year_words'
  | 'document_zero'
  | 'document_serial'
  | 'document_issuer'
  | 'document_shape';

export type DocumentNumberReading =
  | {
      ok: true;
      /** 机关代字 */
      issuerCode: string;
      /** null for 命令(令), which prints none. */
      year: number | null;
      serial: number;
      /** The number in its normal form. */
      normal: string;
      notes: DocumentNumberNote[];
    }
  | { ok: false; rule: DocumentNumberRule; params: RuleParams; repaired: string | null };

const ISSUER = String.raw`[\u4E00-\u9FFF]{1,12}(?:（[\u4E00-\u9FFF]{1,6}）[\u4E00-\u9FFF]{0,4})?`;
const NUMBER = new RegExp(
  `^(?=.{8,40}$)(?<issuer>${ISSUER})〔(?<year>(?:19|20)\\d{2})〕(?<serial>[1-9]\\d{0,4})号$`,
  'u',
);
const ORDER = /^(?<issuer>[\u4E00-\u9FFF]{1,15}令)第(?<serial>[1-9]\d{0,4})号$/u;
const OPENING = String.raw`[〔\[(【〖〘]`;
const CLOSING = String.raw`[〕\])】〗〙]`;
const SPACE = /[\s\u200B-\u200D\uFEFF]+/gu;

function read(text: string): DocumentNumberReading | null {
  const order = ORDER.exec(text)?.groups;
  const groups = order ?? NUMBER.exec(text)?.groups;
  if (!groups) return null;
  return {
    ok: true,
    issuerCode: groups['issuer'] ?? '',
    year: order ? null : Number(groups['year']),
    serial: Number(groups['serial']),
    normal: text,
    notes: order ? ['order_number'] : [],
  };
}

/** Half-width figures, 〔 〕 around the year, （ ） inside 代字; no white space, 第 or leading zero; 号 at the end. */
function normalise(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(SPACE, '')
    .replace(/\(/gu, '（')
    .replace(/\)/gu, '）')
    .replace(new RegExp(`(?:${OPENING}|（)([\\d〇零○一二三四五六七八九]{1,6})(?:${CLOSING}|）)`, 'u'), '〔$1〕');
  if (ORDER.test(plain)) return plain;
  return plain
    .replace(/令第0+(?=[1-9]\d*号$)/u, '令第')
    .replace(/〕第/u, '〕')
    .replace(/〕0+(?=\d)/u, '〕')
    .replace(/(〕\d+)$/u, '$1号');
}

/** The first thing that had to be changed; bracket and figure before the small things. */
function repairedRule(text: string): { rule: DocumentNumberRule; params: RuleParams } {
  const plain = text.replace(SPACE, '');
  const bracket = /([[［(（【〖〘﹝])[\d０-９]{4}/u.exec(plain)?.[1];
  if (bracket !== undefined || /[\d０-９]{4}[\]］)）】〗〙﹞]/u.test(plain))
    return { rule: 'document_brackets', params: { sign: bracket ?? '' } };
  const width = plain.normalize('NFKC').replace(/\(/gu, '（').replace(/\)/gu, '）');
  if (width !== plain) return { rule: 'document_width', params: {} };
  if (/〕第/u.test(plain)) return { rule: 'document_ordinal', params: {} };
  if (/[〕第]0/u.test(plain)) return { rule: 'document_leading_zero', params: {} };
  if (!plain.endsWith('号')) return { rule: 'document_suffix', params: {} };
  return { rule: 'document_space', params: {} };
}

function brokenRule(normal: string): { rule: DocumentNumberRule; params: RuleParams } {
  const refuse = (rule: DocumentNumberRule, params: RuleParams = {}) => ({ rule, params });
  const opening = normal.indexOf('〔');
  const closing = normal.indexOf('〕');
  if (opening < 0 && closing < 0) return refuse('document_shape');
  if (opening < 0 || closing < opening) return refuse('document_bracket_missing');
  const issuer = normal.slice(0, opening);
  const year = normal.slice(opening + 1, closing);
  const serial = normal.slice(closing + 1).replace(/号$/u, '');
  if (!new RegExp(`^${ISSUER}$`, 'u').test(issuer)) return refuse('document_issuer', { issuer });
  if (/^[〇零○一二三四五六七八九十]+$/u.test(year)) return refuse('document_year_words', { year });
  if (!/^(?:19|20)\d{2}$/u.test(year)) return refuse('document_year', { year });
  return /^0+$/u.test(serial) ? refuse('document_zero') : refuse('document_serial', { serial });
}

/** Reads a 文号 as printed; `repaired` is the normal form where only brackets, width, 第, zeros or 号 were wrong. */
export function parseDocumentNumber(text: string): DocumentNumberReading {
  if (isEmptyWord(text)) return { ok: false, rule: 'empty_word', params: { word: text.trim() }, repaired: null };
  const exact = read(text);
  if (exact) return exact;
  const word = leakedWord(text);
  if (word !== null) return { ok: false, rule: 'null_word', params: { word }, repaired: null };
  const normal = normalise(text);
  if (read(normal)) return { ok: false, ...repairedRule(text), repaired: normal };
  return { ok: false, ...brokenRule(normal), repaired: null };
}

/**
 * The normal form by which printed numbers are matched: `齐街办发[2021]第01号` and `齐街办发〔2021〕1号` are one.
 * null where the text is no number; it then matches nothing.
 */
export function normalDocumentNumber(printed: string): string | null {
  const reading = parseDocumentNumber(printed);
  return reading.ok ? reading.normal : reading.repaired;
}
