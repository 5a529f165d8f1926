/**
 * The grammar of 档号: reads a text sign by sign as it is written and answers its parts, or the first rule it breaks.
 * Four generations are alive in one archive room: A (DA/T 22-2015, 5.4), B (DA/T 13-2022, 5), and the older C (by 件)
 * and D (by 卷, DA/T 13-94), which are read on import and never issued. A and B differ in one sign:
 * A has `-` before 保管期限 and 机构(问题), B has `·`.
 */
import type { RuleParams } from './rules.ts';

export type CodeForm = 'A' | 'B' | 'C' | 'D';

export interface ReferenceCode {
  form: CodeForm;
  /** 全宗号 */
  fonds: string;
  /** 档案门类代码; null in forms C and D, which print none. */
  category: string | null;
  /** 二级、三级类别号, outermost first. */
  subcategories: string[];
  /** 年度; null where the form prints none. */
  year: number | null;
  /** 保管期限 as printed: Y, D30, 永久; empty where the form prints none. */
  term: string;
  /** 机构(问题)代码 */
  organisation: string | null;
  /** 目录号 (form D) */
  catalogue: string | null;
  /** 案卷号, 组号 or 册号, where the record is filed by volume. */
  volume: string | null;
  /** 件号; null where the code names a whole volume. */
  item: number | null;
  /** 件号 as printed; empty where there is none. */
  itemText: string;
}

/** What is unusual about a code that can be read; `archives.rule.<note>` says it. */
export type CodeNote = 'legacy_form' | 'organisation_length' | 'fonds_unusual' | 'by_volume' | 'catalogue_like_year';

export type CodeRule =
  | 'code_empty'
  | 'null_word'
  | 'white_space'
  | 'full_width'
  | 'wrong_separator'
  | 'foreign_character'
  | 'lower_case'
  | 'shape'
  | 'fonds_length'
  | 'category_unknown'
  | 'category_year_separator'
  | 'sub_class'
  | 'sub_class_in_form_a'
  | 'year_digits'
  | 'year_missing'
  | 'term_empty'
  | 'term_unknown'
  | 'term_missing_d'
  | 'term_in_words'
  | 'order'
  | 'mixed_forms'
  | 'too_many_parts'
  | 'organisation_empty'
  | 'organisation_shape'
  | 'organisation_in_chinese_form_a'
  | 'item_missing'
  | 'item_not_digits'
  | 'item_not_padded'
  | 'item_too_short'
  | 'item_too_long'
  | 'item_overflow'
  | 'item_zero'
  | 'volume_shape';

export type CodeReading =
  | { ok: true; code: ReferenceCode; notes: CodeNote[] }
  | { ok: false; rule: CodeRule; params: RuleParams };

/** 档案门类代码 (DA/T 13-2022). */
export const CATEGORY_CODES: readonly string[] = [
  'WS',
  'KJ',
  'RS',
  'KU',
  'ZY',
  'ZP',
  'LY',
  'LX',
  'SJ',
  'YJ',
  'WY',
  'MT',
  'SW',
];

const FONDS = /^[A-Z0-9]{4}$/u;
const USUAL_FONDS = /^(?:[A-Z]\d{3}|\d{4})$/u;
const YEAR = /^(?:19|20)\d{2}$/u;
const LEGACY_TERM = /^(?:永久|长期|短期|30年|10年|Y|C|D|D30|D10)$/u;
const TERM_WORDS = /^(?:永久|长期|短期|定期.*|.*年)$/u;
/** Two to six signs are met in practice; four digits would read like a 件号 and are refused. */
const ORGANISATION_A = /^(?!\d{4}$)[A-Z0-9]{2,6}$/u;
const ORGANISATION_B = /^(?:[A-Z0-9]{1,6}|[\u4E00-\u9FFF]{2,10})$/u;
const HAN = /[\u4E00-\u9FFF]/u;
const VOLUME = /^\d{3}$/u;

const NOTHING: Omit<ReferenceCode, 'form' | 'fonds'> = {
  category: null,
  subcategories: [],
  year: null,
  term: '',
  organisation: null,
  catalogue: null,
  volume: null,
  item: null,
  itemText: '',
};

type Refusal = Extract<CodeReading, { ok: false }>;

function refuse(rule: CodeRule, params: RuleParams = {}): Refusal {
  return { ok: false, rule, params };
}

function accept(code: ReferenceCode, notes: CodeNote[] = []): CodeReading {
  const unusual = USUAL_FONDS.test(code.fonds) ? [] : ['fonds_unusual' as const];
  const legacy = code.form === 'C' || code.form === 'D' ? ['legacy_form' as const] : [];
  return { ok: true, code, notes: [...legacy, ...unusual, ...notes] };
}

function brokenItem(item: string, form: CodeForm): Refusal | null {
  if (item === '') return refuse('item_missing');
  if (item.includes('·')) return refuse('wrong_separator', { sign: '·' });
  if (!/^\d+$/u.test(item)) return refuse('item_not_digits', { item });
  if (/^0+$/u.test(item)) return refuse('item_zero', { item });
  const [fewest, most] = form === 'A' ? [4, 4] : form === 'B' ? [3, 5] : [1, 4];
  const significant = item.replace(/^0+/u, '').length;
  if (significant > most) return refuse('item_overflow', { item, largest: 10 ** most - 1 });
  if (item.length > most) return refuse('item_too_long', { item, digits: most });
  if (item.length >= fewest) return null;
  return form === 'A' ? refuse('item_not_padded', { item, digits: fewest }) : refuse('item_too_short', { item });
}

function brokenTerm(term: string, next: string | undefined, terms: readonly string[]): Refusal | null {
  if (terms.includes(term)) return null;
  if (term === '') return refuse('term_empty');
  if (term.includes('·')) return refuse('mixed_forms');
  if (TERM_WORDS.test(term)) return refuse('term_in_words', { term });
  if (next !== undefined && terms.includes(next)) return refuse('order');
  if (/^\d+$/u.test(term)) return refuse('term_missing_d', { term });
  return refuse('term_unknown', { term });
}

/** Codes by volume: 案卷号 (组号, 册号) and, inside it, 件号. Categories other than 文书 only. */
function readVolume(parts: {
  fonds: string;
  category: string;
  segments: string[];
  rest: string[];
}): CodeReading | null {
  const { fonds, category, segments, rest } = parts;
  const [volume = '', itemText, ...more] = rest;
  if (category === 'WS' || more.length > 0 || !VOLUME.test(volume)) return null;
  if (rest.length === 1 && segments.some((segment) => /^(?:Y|D\d+)$/u.test(segment))) return null;
  if (itemText !== undefined && !/^\d{3,5}$/u.test(itemText)) return null;
  const left = [...segments];
  const term = /^(?:Y|D\d+)$/u.test(left.at(-1) ?? '') ? (left.pop() ?? '') : '';
  const year = YEAR.test(left.at(-1) ?? '') ? Number(left.pop()) : null;
  if (left.length > 3 || left.some((segment) => !/^[A-Z0-9]{1,6}$/u.test(segment))) return null;
  if (/^0+$/u.test(volume)) return refuse('volume_shape', { volume });
  const broken = itemText === undefined ? null : brokenItem(itemText, 'B');
  if (broken) return broken;
  const item = itemText === undefined ? null : Number(itemText);
  const code = { ...NOTHING, form: 'B' as const, fonds, category, subcategories: left, year, term, volume };
  return accept({ ...code, item, itemText: itemText ?? '' }, ['by_volume']);
}

/** Where 年度 stands among the segments: before a term, or the last that looks like a year; -1 = nowhere. */
function yearPlace(segments: string[], terms: readonly string[]): number {
  const beforeTerm = segments.findIndex(
    (segment, index) => YEAR.test(segment) && terms.includes(segments[index + 1] ?? ''),
  );
  return beforeTerm >= 0 ? beforeTerm : segments.findLastIndex((segment) => YEAR.test(segment));
}

function readItemCode(parts: {
  fonds: string;
  category: string;
  segments: string[];
  rest: string[];
  terms: readonly string[];
}): CodeReading {
  const { fonds, category, segments, rest, terms } = parts;
  const place = yearPlace(segments, terms);
  if (place < 0) {
    const year = segments.find((segment) => /\d/u.test(segment) && !/^D\d+$/u.test(segment));
    return year === undefined ? refuse('year_missing') : refuse('year_digits', { year });
  }
  const subcategories = segments.slice(0, place);
  const bad = subcategories.find((segment) => !/^[A-Z0-9]{1,6}$/u.test(segment));
  if (bad !== undefined || subcategories.length > 3) return refuse('sub_class', { text: subcategories.join('·') });
  const year = Number(segments[place]);
  const behind = segments.slice(place + 1);
  const form = behind.length === 0 ? 'A' : 'B';
  if (form === 'A' && subcategories.length > 0) return refuse('sub_class_in_form_a', { text: subcategories.join('·') });
  if (rest.length === 0) return refuse('item_missing');
  // `-Y·0001`: the sign of form B where form A goes on.
  if (form === 'A' && rest.length === 1 && rest[0]?.includes('·')) return refuse('mixed_forms');
  // `-0001` alone: the term and what joins it are gone.
  if (form === 'A' && rest.length === 1) return refuse('term_empty');
  const upper = form === 'A' ? rest.slice(0, -1) : behind;
  if (form === 'B' && rest.length > 1) return refuse('mixed_forms');
  const [term = '', organisation = null] = upper;
  const brokenUpper = brokenTerm(term, upper[1], terms);
  if (brokenUpper) return brokenUpper;
  if (rest.at(-1) === '') return refuse('item_missing');
  if (upper.length > 2) return refuse('too_many_parts');
  if (organisation === '') return refuse('organisation_empty');
  if (organisation?.includes('·')) return refuse('mixed_forms');
  if (form === 'A' && organisation !== null && HAN.test(organisation))
    return refuse('organisation_in_chinese_form_a', { organisation });
  if (organisation !== null && !(form === 'A' ? ORGANISATION_A : ORGANISATION_B).test(organisation))
    return refuse('organisation_shape', { organisation });
  const itemText = rest.at(-1) ?? '';
  const broken = brokenItem(itemText, form);
  if (broken) return broken;
  const code = { ...NOTHING, form, fonds, category, subcategories, year, term, organisation } as const;
  return accept(
    { ...code, subcategories, item: Number(itemText), itemText },
    form === 'A' && organisation !== null && organisation.length !== 3 ? ['organisation_length'] : [],
  );
}

/** C: 全宗号-年度-期限-件号. D: 全宗号-目录号-案卷号[-件号]. */
function readLegacy(fonds: string, second: string, rest: string[]): CodeReading {
  const [third = '', fourth] = rest;
  if (YEAR.test(second) && rest.length === 2 && !/^\d+$/u.test(third)) {
    if (!/^[A-Z0-9]{1,4}$/u.test(fonds)) return refuse('fonds_length', { fonds });
    if (third === '') return refuse('term_empty');
    if (!LEGACY_TERM.test(third)) return refuse('term_unknown', { term: third });
    const itemText = fourth ?? '';
    const broken = brokenItem(itemText, 'C');
    if (broken) return broken;
    return accept({
      ...NOTHING,
      form: 'C',
      fonds,
      year: Number(second),
      term: third,
      item: Number(itemText),
      itemText,
    });
  }
  if (!FONDS.test(fonds)) return refuse('fonds_length', { fonds });
  if (!/^(?:\d{1,4}|[A-Z]{1,2})$/u.test(second) || rest.length < 1 || rest.length > 2) return refuse('shape');
  if (!/^\d{1,4}$/u.test(third) || /^0+$/u.test(third)) return refuse('volume_shape', { volume: third });
  const broken = fourth === undefined ? null : brokenItem(fourth, 'D');
  if (broken) return broken;
  return accept(
    {
      ...NOTHING,
      form: 'D',
      fonds,
      catalogue: second,
      volume: third,
      item: fourth === undefined ? null : Number(fourth),
      itemText: fourth ?? '',
    },
    YEAR.test(second) ? ['catalogue_like_year'] : [],
  );
}

/**
 * Reads a code as it is written; nothing is repaired here.
 * @param terms the codes of 保管期限 that the scheme knows; legacy forms keep their own.
 */
export function readCode(text: string, terms: readonly string[]): CodeReading {
  const sign = /[^A-Za-z0-9\-·\u4E00-\u9FFF]/u.exec(text)?.[0];
  if (sign !== undefined)
    return refuse(/[.,:;_/\\|+~、。]/u.test(sign) ? 'wrong_separator' : 'foreign_character', { sign });
  if (/[a-z]/u.test(text)) return refuse('lower_case');
  const [fonds = '', second, ...rest] = text.split('-');
  if (second === undefined)
    return /^[A-Z0-9]{4}·/u.test(text) ? refuse('wrong_separator', { sign: '·' }) : refuse('shape');
  if (fonds.includes('·')) return refuse('wrong_separator', { sign: '·' });
  const [category = '', ...segments] = second.split('·');
  const isCategory = CATEGORY_CODES.includes(category);
  if (segments.length === 0 && !isCategory) {
    if (/^(?:\d{1,4}|[A-Z]{1,2})$/u.test(second) && rest.every((part) => !part.includes('·')))
      return readLegacy(fonds, second, rest);
    return FONDS.test(fonds) ? refuse('category_unknown', { category }) : refuse('fonds_length', { fonds });
  }
  if (!FONDS.test(fonds)) return refuse('fonds_length', { fonds });
  if (!isCategory) return refuse('category_unknown', { category });
  const byVolume = readVolume({ fonds, category, segments, rest });
  if (byVolume) return byVolume;
  if (segments.length === 0)
    return /^\d{2,4}/u.test(rest[0] ?? '') && rest.length > 1
      ? refuse('category_year_separator', { category })
      : refuse('year_missing');
  return readItemCode({ fonds, category, segments, rest, terms });
}
