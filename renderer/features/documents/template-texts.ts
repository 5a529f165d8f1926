/** The form of a template: texts of the fields that it sets; what is empty is not part of it. Pure. */
import {
  type FieldReading,
  fieldText,
  readField,
  TEXT_FIELDS,
  type TextField,
  type TextNames,
} from '#shared/features/document-texts.ts';
import type { TemplateFields } from '#shared/features/templates.ts';
import type { Translate } from '#shared/i18n/index.ts';

export type TemplateTexts = Readonly<Partial<Record<TextField, string>>>;

export function textsOfTemplate(fields: TemplateFields, t: Translate, names: TextNames): TemplateTexts {
  return Object.fromEntries(TEXT_FIELDS.map((field) => [field, fieldText(fields, field, t, names)]));
}

/** The fields that the texts say, and the rule that each unreadable text breaks. */
export function readTemplate(
  texts: TemplateTexts,
  t: Translate,
  names: TextNames,
): { fields: TemplateFields; problems: Map<TextField, Extract<FieldReading, { ok: false }>> } {
  let fields: TemplateFields = {};
  const problems = new Map<TextField, Extract<FieldReading, { ok: false }>>();
  for (const field of TEXT_FIELDS) {
    const text = texts[field] ?? '';
    if (text.trim() === '') continue;
    const reading = readField(field, text, names, [t]);
    if (reading.ok) fields = { ...fields, ...reading.fields };
    else problems.set(field, reading);
  }
  return { fields, problems };
}
