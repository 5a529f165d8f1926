/** The columns of a table of documents, by the words of either language, so that a file is read wherever it was made. */
import { TEXT_FIELDS, type TextField } from '#shared/features/document-texts.ts';
import { translator, type Locale, type Translate } from '#shared/i18n/index.ts';

const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

/** The reader's language first. */
export function translators(locale: Locale): Translate[] {
  return [locale, ...LOCALES.filter((other) => other !== locale)].map(translator);
}

/** Columns that say which record a row is, or that only inform; they are not read back as fields. */
export const INFORMING = ['referenceCode', 'state'] as const;
export const IDENTIFYING = ['version', 'uid'] as const;
export type ColumnKey = TextField | (typeof INFORMING)[number] | (typeof IDENTIFYING)[number];

export const COLUMNS: readonly ColumnKey[] = [...INFORMING, ...TEXT_FIELDS, ...IDENTIFYING];

export function heading(t: Translate, key: ColumnKey): string {
  if (key === 'uid' || key === 'version') return t(`documentTable.column.${key}`);
  return t(`documents.field.${key}`);
}

/** The column that a printed heading names; null where it names none. */
export function columnOf(printed: string): ColumnKey | null {
  const plain = printed.normalize('NFKC').replaceAll(/\s+/gu, '');
  const same = (t: Translate, key: ColumnKey): boolean =>
    heading(t, key).normalize('NFKC').replaceAll(/\s+/gu, '') === plain;
  return COLUMNS.find((key) => LOCALES.some((locale) => same(translator(locale), key))) ?? null;
}
