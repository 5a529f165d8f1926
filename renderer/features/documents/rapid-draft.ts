/**
 * What stands in the form of rapid entry: texts as typed, and which of them the next document takes over. It outlives the
 * form and the program, so neither Esc nor a power cut loses what was typed. Pure, but for the store at the end.
 */
import {
  type FieldReading,
  fieldText,
  readField,
  type SectionName,
  type TextNames,
} from '#shared/features/document-texts.ts';
import type { DocumentFields } from '#shared/features/documents.ts';
import { type DocumentTemplate, TemplateFields } from '#shared/features/templates.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { z } from '#shared/lib/zod.ts';
import { type EntryDraft, emptyTexts, nextEntry } from '../../app/register/entry-draft.ts';
import { createStore } from '../../app/store.ts';
import { readCell } from './document-texts.ts';

/** In the order in which Enter goes through them. */
export const RAPID_FIELDS = [
  'title',
  'author',
  'documentNumber',
  'signedDate',
  'term',
  'pageCount',
  'sectionId',
  'filingYear',
  'remark',
] as const satisfies (keyof DocumentFields)[];
export type RapidField = (typeof RAPID_FIELDS)[number];

/** Fields that a person may keep for the next document. */
export const PINNABLE: readonly RapidField[] = [
  'author',
  'documentNumber',
  'signedDate',
  'term',
  'sectionId',
  'filingYear',
  'remark',
];

export type RapidTexts = Readonly<Record<RapidField, string>>;

/** A template in use: what it writes into the form, and the fields that it sets behind it. */
export interface RapidTemplate {
  id: number;
  texts: Readonly<Partial<RapidTexts>>;
  rest: TemplateFields;
}

export interface RapidDraft extends EntryDraft<RapidField> {
  template: RapidTemplate | null;
  /** Give the number at once (登记并归档). */
  file: boolean;
}

export const EMPTY_TEXTS: RapidTexts = emptyTexts(RAPID_FIELDS);

export const EMPTY_DRAFT: RapidDraft = {
  archive: null,
  texts: EMPTY_TEXTS,
  template: null,
  pinned: new Set<RapidField>(['author', 'term', 'sectionId', 'filingYear']),
  file: false,
};

/** 归档年度: four digits; empty = by the date of signing. */
function readYear(text: string): FieldReading {
  if (text.trim() === '') return { ok: true, fields: {} };
  return readField('filingYear', text, { sections: [], retention: [] }, []);
}

export function readRapid(field: RapidField, text: string, sections: readonly SectionName[]): FieldReading {
  return field === 'filingYear' ? readYear(text) : readCell(field, text, sections);
}

/** The fields that the texts say, and the fields whose text cannot be read. */
export function readDraft(
  texts: RapidTexts,
  sections: readonly SectionName[],
): {
  fields: Partial<DocumentFields>;
  problems: Map<RapidField, { rule: string; params: Readonly<Record<string, string | number>> }>;
} {
  let fields: Partial<DocumentFields> = {};
  const problems = new Map<RapidField, { rule: string; params: Readonly<Record<string, string | number>> }>();
  for (const field of RAPID_FIELDS) {
    const reading = readRapid(field, texts[field], sections);
    if (reading.ok) fields = { ...fields, ...reading.fields };
    else problems.set(field, { rule: reading.rule, params: reading.params });
  }
  return { fields, problems };
}

/** A template as the form takes it. */
export function rapidTemplate({ id, fields }: DocumentTemplate, t: Translate, names: TextNames): RapidTemplate {
  const texts: Partial<Record<RapidField, string>> = {};
  const rest: TemplateFields = { ...fields };
  for (const field of RAPID_FIELDS) {
    if (fields[field] === undefined) continue;
    texts[field] = fieldText(fields, field, t, names);
    delete rest[field];
  }
  return { id, texts, rest };
}

/** The form for the next document: what is pinned stays, then the template has its say. */
export function nextTexts({ texts, pinned, template }: RapidDraft): RapidTexts {
  return nextEntry({ texts, pinned }, { ...EMPTY_TEXTS, ...template?.texts });
}

export function isUntouched({ texts, pinned, template }: RapidDraft): boolean {
  return RAPID_FIELDS.every(
    (field) => pinned.has(field) || texts[field].trim() === '' || texts[field] === template?.texts[field],
  );
}

/** A draft as it is kept beside the window's own settings; the archive it belongs to is named by its identity. */
const KeptDraft = z.object({
  archive: z.string(),
  texts: z.object(
    Object.fromEntries(RAPID_FIELDS.map((field) => [field, z.string()])) as Record<RapidField, z.ZodString>,
  ),
  template: z
    .object({ id: z.int(), texts: z.partialRecord(z.enum(RAPID_FIELDS), z.string()), rest: TemplateFields })
    .nullable(),
  pinned: z.array(z.enum(RAPID_FIELDS)),
  file: z.boolean(),
});

/** The kept text of a draft; null where there is nothing to keep. */
export function keptText({ archive, texts, template, pinned, file }: RapidDraft): string | null {
  return archive === null ? null : JSON.stringify({ archive, texts, template, pinned: [...pinned], file });
}

/** The draft that a kept text holds; an empty one where it holds none, or one of another edition of the program. */
export function draftFrom(kept: string | null): RapidDraft {
  if (kept === null) return EMPTY_DRAFT;
  try {
    const { pinned, ...draft } = KeptDraft.parse(JSON.parse(kept));
    return { ...draft, pinned: new Set(pinned) };
  } catch {
    return EMPTY_DRAFT;
  }
}

export const rapidDraft = createStore<RapidDraft>(EMPTY_DRAFT);

const KEY = 'rapid-entry';

/** Takes up the draft of the last time and keeps each change of it. Called once, where there is a window. */
export function keepRapidDraft(storage: Pick<Storage, 'getItem' | 'setItem'>): void {
  rapidDraft.set(draftFrom(storage.getItem(KEY)));
  rapidDraft.subscribe(() => {
    const text = keptText(rapidDraft.get());
    if (text !== null) storage.setItem(KEY, text);
  });
}
