/**
 * 档号 as the register uses it: read, offer a repair, issue, put in order, compare with the record.
 * A code is never mended in silence and never issued unless reading it back gives the same parts.
 */
import { isEmptyWord, leakedWord } from './empty-words.ts';
import {
  CATEGORY_CODES,
  readCode,
  type CodeNote,
  type CodeRule,
  type ReferenceCode,
} from './reference-code-grammar.ts';
import { parseTerm, STANDARD_TERMS, termYears } from './retention.ts';
import type { BrokenRule, RuleParams } from './rules.ts';

export type { CodeForm, CodeNote, CodeRule, ReferenceCode } from './reference-code-grammar.ts';

export type ReferenceCodeReading =
  | { ok: true; code: ReferenceCode; legacy: boolean; notes: CodeNote[] }
  | { ok: false; rule: CodeRule; params: RuleParams; repaired: string | null };

const SPACE = /[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]+/gu;
const DOTS = /[\u2022\u30FB\u2027\u22C5\u2219\u0387]/gu;
const DASHES = /[\u2010-\u2015\u2212]/gu;

/** The text with half-width signs, `·` and `-` for their look-alikes, and no white space; letters stay as they are. */
export function normalReferenceCode(text: string): string {
  return text.normalize('NFKC').replace(DOTS, '·').replace(DASHES, '-').replace(SPACE, '');
}

function repairedRule(text: string, normal: string): { rule: CodeRule; params: RuleParams } {
  const spaceless = text.replace(SPACE, '');
  if (spaceless === normal) return { rule: 'white_space', params: {} };
  if (spaceless.replace(DOTS, '·').replace(DASHES, '-') === normal)
    return { rule: 'wrong_separator', params: { sign: /[^A-Za-z0-9\-·\u4E00-\u9FFF]/u.exec(spaceless)?.[0] ?? '' } };
  return { rule: 'full_width', params: {} };
}

/** A word that stands for nothing in any part of the code. */
function nullWord(text: string): string | null {
  const leaked = leakedWord(text);
  if (leaked !== null) return leaked;
  const parts = normalReferenceCode(text).split(/[-·]/u);
  return parts.find((part) => /^\p{Script=Han}+$/u.test(part) && isEmptyWord(part)) ?? null;
}

/**
 * Reads a 档号 of any generation. A refusal names the broken rule; `repaired` holds the corrected code where look-alike
 * signs, full width or white space were all that was wrong. It is to be shown to a person, not stored.
 * @param terms the codes of 保管期限 that the scheme knows.
 */
export function parseReferenceCode(text: string, terms: readonly string[] = STANDARD_TERMS): ReferenceCodeReading {
  if (text.replace(SPACE, '') === '') return { ok: false, rule: 'code_empty', params: {}, repaired: null };
  const word = isEmptyWord(text) ? text.trim() : nullWord(text);
  if (word !== null) return { ok: false, rule: 'null_word', params: { word }, repaired: null };
  const normal = normalReferenceCode(text);
  const reading = readCode(normal, terms);
  if (!reading.ok) return { ...reading, repaired: null };
  if (normal !== text) return { ok: false, ...repairedRule(text, normal), repaired: normal };
  const { code, notes } = reading;
  return { ok: true, code, legacy: code.form === 'C' || code.form === 'D', notes };
}

/** How the codes of a category and year are written; data of the archive (档案主管部门 decides), not a constant. */
export interface CodeScheme {
  form: 'A' | 'B';
  /** 档案门类代码 */
  category: string;
  /** Width of 件号; form A knows 4 only. */
  itemDigits: 3 | 4 | 5;
  /** Whether the classification has the level 机构(问题). */
  hasOrganisation: boolean;
  /** The codes of 保管期限 in use; the standard ones where left out. */
  terms?: readonly string[];
}

export interface CodeParts {
  fonds: string;
  year: number;
  termCode: string;
  organisationCode: string | null;
  item: number;
}

export type CodeMismatchRule =
  | 'fonds_differs'
  | 'category_differs'
  | 'year_differs'
  | 'year_in_future'
  | 'year_before_fonds'
  | 'term_differs'
  | 'organisation_differs'
  | 'organisation_absent'
  | 'organisation_unexpected'
  | 'form_differs'
  | 'item_digits_differ'
  | 'item_digits_form_a';

/** A code that cannot be issued: the rule that its parts break. */
export class CodeProblem extends Error {
  readonly rule: CodeRule | CodeMismatchRule;
  readonly params: RuleParams;

  constructor(rule: CodeRule | CodeMismatchRule, params: RuleParams = {}) {
    super(`${rule} ${JSON.stringify(params)}`);
    this.name = 'CodeProblem';
    this.rule = rule;
    this.params = params;
  }
}

/**
 * The 档号 of a record.
 * @throws {CodeProblem} where the parts give no valid code of the scheme; nothing is padded out, cut or left blank.
 */
export function formatReferenceCode(scheme: CodeScheme, parts: CodeParts): string {
  const { fonds, year, termCode, organisationCode, item } = parts;
  const { form, category, itemDigits, hasOrganisation, terms = STANDARD_TERMS } = scheme;
  if (!CATEGORY_CODES.includes(category)) throw new CodeProblem('category_unknown', { category: String(category) });
  if (form === 'A' && itemDigits !== 4) throw new CodeProblem('item_digits_form_a', { digits: itemDigits });
  if (!Number.isInteger(year)) throw new CodeProblem('year_digits', { year: String(year) });
  if (!terms.includes(termCode))
    throw termCode ? new CodeProblem('term_unknown', { term: String(termCode) }) : new CodeProblem('term_empty');
  if (hasOrganisation && (organisationCode ?? '') === '') throw new CodeProblem('organisation_absent');
  if (!hasOrganisation && organisationCode !== null)
    throw new CodeProblem('organisation_unexpected', { organisation: String(organisationCode) });
  if (!Number.isInteger(item) || item < 0) throw new CodeProblem('item_not_digits', { item: String(item) });
  const largest = 10 ** itemDigits - 1;
  if (item > largest) throw new CodeProblem('item_overflow', { item, largest });
  const join = form === 'A' ? '-' : '·';
  const organisation = organisationCode === null ? '' : `${join}${organisationCode}`;
  const itemText = String(item).padStart(itemDigits, '0');
  const text = `${fonds}-${category}·${year}${join}${termCode}${organisation}-${itemText}`;
  const reading = parseReferenceCode(text, terms);
  if (!reading.ok) throw new CodeProblem(reading.rule, reading.params);
  const { code } = reading;
  const readBack: CodeParts = {
    fonds: code.fonds,
    year: code.year ?? 0,
    termCode: code.term,
    organisationCode: code.organisation,
    item: code.item ?? 0,
  };
  if (code.form !== form || (Object.keys(readBack) as (keyof CodeParts)[]).some((key) => readBack[key] !== parts[key]))
    throw new CodeProblem('shape');
  return text;
}

/** Y before D30 before D10; words of legacy codes beside the code they stand for, 长期 and 短期 behind it. */
function termPlace(term: string): number {
  const reading = parseTerm(term);
  if (!reading.ok) return 2000;
  if (reading.term === null) return reading.legacy === '长期' ? 970.5 : 985.5;
  const years = termYears(reading.term);
  return years === null ? 0 : 1000 - years;
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The order on the shelf: 全宗, 门类 and classes, 年度, 保管期限 (Y, D30, D10), 机构(问题), volume, 件号. */
export function compareReferenceCodes(one: ReferenceCode, other: ReferenceCode): number {
  return (
    byText(one.fonds, other.fonds) ||
    byText(one.category ?? '', other.category ?? '') ||
    byText(one.subcategories.join('·'), other.subcategories.join('·')) ||
    (one.year ?? 0) - (other.year ?? 0) ||
    termPlace(one.term) - termPlace(other.term) ||
    byText(one.organisation ?? '', other.organisation ?? '') ||
    byText((one.catalogue ?? '').padStart(4, '0'), (other.catalogue ?? '').padStart(4, '0')) ||
    byText((one.volume ?? '').padStart(4, '0'), (other.volume ?? '').padStart(4, '0')) ||
    (one.item ?? 0) - (other.item ?? 0) ||
    byText(one.form, other.form) ||
    byText(
      `${one.catalogue}-${one.volume}-${one.term}-${one.itemText}`,
      `${other.catalogue}-${other.volume}-${other.term}-${other.itemText}`,
    )
  );
}

export interface SequenceReport {
  first: number | null;
  last: number | null;
  /** Missing 件号 as spans, both ends included; counting begins at 1. */
  gaps: [from: number, to: number][];
  /** Numbers given more than once, each named once, in order. */
  duplicates: number[];
}

/** The 件号 of one lowest class (one counter): a gap is a record to look for, a duplicate a fault. */
export function sequenceReport(items: readonly { item: number }[]): SequenceReport {
  const numbers = items.map(({ item }) => item).sort((one, other) => one - other);
  const gaps: [number, number][] = [];
  const duplicates = new Set<number>();
  let before = 0;
  for (const number of numbers) {
    if (number === before) duplicates.add(number);
    if (number > before + 1) gaps.push([before + 1, number - 1]);
    before = number;
  }
  return { first: numbers[0] ?? null, last: numbers.at(-1) ?? null, gaps, duplicates: [...duplicates] };
}

export interface CodedRecord {
  fonds: string;
  /** 归档年度 */
  year: number;
  termCode: string;
  organisationCode: string | null;
  /** The scheme of the record's category and year. */
  scheme: CodeScheme;
  /** The year that runs now; a code of a later year is reported. */
  currentYear?: number;
  /** The year in which the fonds began; a code of an earlier year is reported. */
  foundedIn?: number | null;
}

/** What a readable code says otherwise than its record: each difference by rule, `expected` from the record. */
export function checkCodeAgainstRecord(code: ReferenceCode, record: CodedRecord): BrokenRule<CodeMismatchRule>[] {
  const { scheme } = record;
  const problems: BrokenRule<CodeMismatchRule>[] = [];
  const report = (rule: CodeMismatchRule, params: RuleParams = {}): number => problems.push({ rule, params });
  const differs = (rule: CodeMismatchRule, printed: string, expected: string): void => {
    if (printed !== expected) report(rule, { printed, expected });
  };
  differs('form_differs', code.form, scheme.form);
  differs('fonds_differs', code.fonds, record.fonds);
  if (code.category !== null) differs('category_differs', code.category, scheme.category);
  if (code.year !== null) {
    differs('year_differs', String(code.year), String(record.year));
    if (record.currentYear !== undefined && code.year > record.currentYear)
      report('year_in_future', { year: code.year, current: record.currentYear });
    if (record.foundedIn !== undefined && record.foundedIn !== null && code.year < record.foundedIn)
      report('year_before_fonds', { year: code.year, founded: record.foundedIn });
  }
  if (code.term !== '') {
    const term = parseTerm(code.term);
    differs('term_differs', term.ok && term.term !== null ? term.term : code.term, record.termCode);
  }
  if (code.form === 'A' || code.form === 'B') {
    if (!scheme.hasOrganisation && code.organisation !== null)
      report('organisation_unexpected', { organisation: code.organisation });
    else if (scheme.hasOrganisation && code.organisation === null) report('organisation_absent');
    else differs('organisation_differs', code.organisation ?? '', record.organisationCode ?? '');
    if (code.item !== null) differs('item_digits_differ', String(code.itemText.length), String(scheme.itemDigits));
  }
  return problems;
}
