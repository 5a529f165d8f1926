/**
 * A document's fields as the text of a cell and back, for every grid and every spreadsheet. Invariant: the text that a
 * field shows, read back, sets what is set already. A text that cannot be read is refused with the rule it breaks;
 * nothing is guessed. Pure.
 */
import type { Translate } from '../i18n/index.ts';
import { formatEightDigits, parseArchivalDate } from '../lib/archives/archival-date.ts';
import { isTermCode, parseTerm } from '../lib/archives/retention.ts';
import type { RuleParams } from '../lib/archives/rules.ts';
import { parseSecrecy } from '../lib/archives/secrecy.ts';
import { DocumentFields } from './document-fields.ts';

/** Fields that a cell can hold, in the order of a spreadsheet. Relations name other records and are no text. */
export const TEXT_FIELDS = [
  'category',
  'filingYear',
  'yearReason',
  'term',
  'sectionId',
  'documentNumber',
  'author',
  'title',
  'signedDate',
  'signedDatePrinted',
  'marking',
  'pageCount',
  'remark',
  'receivedDate',
  'publishedDate',
  'documentType',
  'urgency',
  'draftKind',
  'indexNumber',
  'addressees',
  'copiesTo',
  'annexes',
  'keywords',
  'abstract',
  'accessMark',
  'disclosure',
  'retentionRowId',
  'medium',
] as const satisfies (keyof DocumentFields)[];
export type TextField = (typeof TEXT_FIELDS)[number];

export function isTextField(field: string): field is TextField {
  return (TEXT_FIELDS as readonly string[]).includes(field);
}

/** Some fields of a document. */
export type SomeFields = { [Field in keyof DocumentFields]?: DocumentFields[Field] | undefined };

/** Records of the archive that a cell names. */
export interface TextNames {
  sections: readonly { id: number; code: string; name: string }[];
  retention: readonly { id: number; number: string }[];
}

export type FieldReading =
  | { ok: true; fields: Partial<DocumentFields> }
  /** Key of `archives.rule`, or of `documents.cell`. */
  | { ok: false; rule: string; params: RuleParams };

/** Fields with a fixed set of values; their words are `documents.<field>.<value>`. */
const CHOICES = {
  category: DocumentFields.shape.category.options,
  yearReason: DocumentFields.shape.yearReason.options,
  marking: DocumentFields.shape.marking.unwrap().options,
  accessMark: DocumentFields.shape.accessMark.options,
  disclosure: DocumentFields.shape.disclosure.unwrap().options,
  medium: DocumentFields.shape.medium.options,
} as const;
type ChoiceField = keyof typeof CHOICES;

function isChoice(field: TextField): field is ChoiceField {
  return Object.hasOwn(CHOICES, field);
}

const LISTS = ['addressees', 'copiesTo', 'annexes', 'keywords'] as const;
type ListField = (typeof LISTS)[number];

function isList(field: TextField): field is ListField {
  return (LISTS as readonly string[]).includes(field);
}

/** Longest text of a field, in characters. */
const LIMITS = {
  title: 500,
  documentNumber: 100,
  author: 200,
  signedDatePrinted: 50,
  documentType: 20,
  urgency: 20,
  draftKind: 20,
  indexNumber: 200,
  abstract: 20_000,
  remark: 20_000,
} as const;

/** 永久 / 30年; an unknown code as it is; empty where none is set. */
export function termText(t: Translate, term: string | null): string {
  if (term === null) return '';
  if (term === 'Y') return t('documents.term.Y');
  return isTermCode(term) ? t('documents.term.D', { years: term.slice(1) }) : term;
}

export type SectionName = TextNames['sections'][number];

/** The section's name; its number where it is no longer on the list. */
export function sectionText(sections: readonly SectionName[], id: number | null): string {
  return id === null ? '' : (sections.find((section) => section.id === id)?.name ?? `#${id}`);
}

/** A date found by research stands in brackets; one that could not be read as it is printed. */
export function dateText({ signedDate, signedDatePrinted }: SomeFields): string {
  if (!signedDate) return signedDatePrinted ?? '';
  return signedDatePrinted?.startsWith('[') ? `[${signedDate}]` : signedDate;
}

/** The words of a fixed value; looked up by a key that the schema bounds. */
function choiceText(t: Translate, field: ChoiceField, value: string): string {
  return t(`documents.${field}.${value}` as 'documents.medium.paper');
}

/** What a cell shows; empty where nothing is set. */
export function fieldText(fields: SomeFields, field: TextField, t: Translate, names: TextNames): string {
  const value = fields[field];
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join('\n');
  if (isChoice(field)) return choiceText(t, field, String(value));
  if (field === 'term') return termText(t, String(value));
  if (field === 'sectionId') return sectionText(names.sections, Number(value));
  if (field === 'retentionRowId') return names.retention.find(({ id }) => id === value)?.number ?? `#${value}`;
  return String(value);
}

function refuse(rule: string, params: RuleParams = {}): FieldReading {
  return { ok: false, rule, params };
}

function readDate(field: 'signedDate' | 'receivedDate' | 'publishedDate', text: string): FieldReading {
  const reading = parseArchivalDate(text);
  if (!reading.ok) return refuse(reading.rule, reading.params);
  // The bracket belongs to what the paper prints, which has a field of its own.
  if (reading.bracketed) return refuse('bracketed', { text });
  if (field !== 'signedDate' && reading.precision !== 'day') return refuse('day_needed', { text });
  return { ok: true, fields: { [field]: reading.date } };
}

/** 永久, Y, 30年, D30, and 30 alone. */
function readTerm(text: string): FieldReading {
  const plain = text.normalize('NFKC').trim();
  if (/^[1-9]\d{0,2}$/u.test(plain)) return { ok: true, fields: { term: `D${plain}` } };
  if (/^y$|^d[1-9]\d{0,2}$/iu.test(plain)) return { ok: true, fields: { term: plain.toUpperCase() } };
  const english = /^permanent$/iu.test(plain) ? 'Y' : (/^([1-9]\d{0,2}) years?$/iu.exec(plain)?.[1] ?? null);
  if (english !== null) return { ok: true, fields: { term: english === 'Y' ? 'Y' : `D${english}` } };
  const reading = parseTerm(plain);
  if (!reading.ok) return refuse(reading.rule, reading.params);
  return reading.term === null ? refuse('term_legacy') : { ok: true, fields: { term: reading.term } };
}

function readChoice(field: ChoiceField, text: string, words: readonly Translate[]): FieldReading {
  const plain = text.trim();
  const options: readonly string[] = CHOICES[field];
  const found = options.find(
    (value) => value === plain || words.some((t) => choiceText(t, field, value).toLowerCase() === plain.toLowerCase()),
  );
  if (found !== undefined) return { ok: true, fields: { [field]: found } };
  if (field === 'marking') {
    const secrecy = parseSecrecy(plain);
    if (secrecy.kind === 'classified') return refuse('classified', { level: secrecy.level });
  }
  const [t] = words;
  const choices = t ? options.map((value) => choiceText(t, field, value)).join('、') : options.join('、');
  return refuse('choice', { text: plain, choices });
}

function readNumber(field: 'filingYear' | 'pageCount', text: string): FieldReading {
  const plain = text.normalize('NFKC').replace(field === 'pageCount' ? /[页張张\s]/gu : /[年度\s]/gu, '');
  const number = /^\d{1,6}$/u.test(plain) ? Number(plain) : null;
  const parsed = number === null ? null : DocumentFields.shape[field].safeParse(number);
  return parsed?.success ? { ok: true, fields: { [field]: parsed.data } } : refuse(field, { text: text.trim() });
}

const EMPTIES: { readonly [Field in TextField]?: DocumentFields[Field] } = {
  title: '',
  abstract: '',
  remark: '',
  addressees: [],
  copiesTo: [],
  annexes: [],
  keywords: [],
};

/**
 * What a text says of a field. Words of fixed values are understood in each of the given languages, and as codes.
 * @param words translators, the language of the sentences first
 */
export function readField(
  field: TextField,
  given: string,
  names: TextNames,
  words: readonly Translate[],
): FieldReading {
  const text = given.replaceAll(/\r\n?/gu, '\n');
  const plain = text.trim();
  if (plain === '') {
    if (Object.hasOwn(EMPTIES, field)) return { ok: true, fields: { [field]: EMPTIES[field] } };
    return DocumentFields.shape[field].safeParse(null).success
      ? { ok: true, fields: { [field]: null } }
      : refuse('needed');
  }
  if (isChoice(field)) return readChoice(field, plain, words);
  if (isList(field)) {
    const entries = plain
      .split(/[\n；]/u)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
    const parsed = DocumentFields.shape[field].safeParse(entries);
    return parsed.success ? { ok: true, fields: { [field]: entries } } : refuse('long', { limit: 200 });
  }
  switch (field) {
    case 'term':
      return readTerm(plain);
    case 'signedDate':
    case 'receivedDate':
    case 'publishedDate':
      return readDate(field, plain);
    case 'filingYear':
    case 'pageCount':
      return readNumber(field, plain);
    case 'sectionId': {
      const found = names.sections.find(({ code, name }) => code === plain || name === plain);
      const choices = names.sections.map(({ name }) => name).join('、');
      return found ? { ok: true, fields: { sectionId: found.id } } : refuse('section', { text: plain, choices });
    }
    case 'retentionRowId': {
      const found = names.retention.filter(({ number }) => number === plain);
      const [row] = found;
      return row && found.length === 1
        ? { ok: true, fields: { retentionRowId: row.id } }
        : refuse('retention', { text: plain });
    }
    case 'remark':
    case 'abstract':
      return text.length > LIMITS[field]
        ? refuse('long', { limit: LIMITS[field] })
        : { ok: true, fields: { [field]: text } };
    case 'title':
    case 'documentNumber':
    case 'author':
    case 'signedDatePrinted':
    case 'documentType':
    case 'urgency':
    case 'draftKind':
    case 'indexNumber':
      return plain.length > LIMITS[field]
        ? refuse('long', { limit: LIMITS[field] })
        : { ok: true, fields: { [field]: plain } };
  }
}

/** The date as a catalogue prints it: eight digits, in brackets where found by research; else what the paper prints. */
export function catalogueDate({ signedDate, signedDatePrinted }: SomeFields): string {
  if (!signedDate) return signedDatePrinted ?? '';
  return formatEightDigits(signedDate, signedDatePrinted?.startsWith('[') ?? false);
}

/** What a catalogue's date says; both fields of the date are set. */
export function readCatalogueDate(text: string): FieldReading {
  if (text.trim() === '') return { ok: true, fields: { signedDate: null, signedDatePrinted: null } };
  const reading = parseArchivalDate(text);
  if (!reading.ok) return refuse(reading.rule, reading.params);
  return {
    ok: true,
    fields: { signedDate: reading.date, signedDatePrinted: reading.bracketed ? `[${reading.date}]` : null },
  };
}

const OWN_RULES = [
  'needed',
  'long',
  'choice',
  'section',
  'retention',
  'filingYear',
  'pageCount',
  'bracketed',
  'day_needed',
];

/** The sentence for a text that cannot be taken. */
export function fieldProblem(t: Translate, { rule, params }: { rule: string; params: RuleParams }): string {
  // The rule is known only now; a test looks each one up in the catalogue.
  const key: string = OWN_RULES.includes(rule) ? `documents.cell.${rule}` : `archives.rule.${rule}`;
  return t(key, { ...params, defaultValue: rule });
}
