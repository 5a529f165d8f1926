/** A stored value of a document's field as people read it. Pure. */
import type { Translate } from '#shared/i18n/index.ts';
import { zhCN } from '#shared/i18n/zh-CN/index.ts';
import { sectionText, type SectionName, termText } from '#shared/features/document-texts.ts';

interface Known {
  sections: readonly SectionName[];
  boxes: ReadonlyMap<number, number>;
}

const ENUMS = ['category', 'state', 'yearReason', 'marking', 'accessMark', 'disclosure', 'medium'] as const;

function isEnum(field: string): field is (typeof ENUMS)[number] {
  return (ENUMS as readonly string[]).includes(field);
}

/** `value`: one that holds something; null = it is read as it stands. */
export function fieldValueText(t: Translate, field: string, value: unknown, known: Known): string | null {
  if (typeof value === 'string' && isEnum(field) && Object.hasOwn(zhCN.documents[field], value)) {
    return t(`documents.${field}.${value}` as 'documents.state.draft');
  }
  if (field === 'term' && typeof value === 'string') return termText(t, value);
  if (field === 'sectionId' && typeof value === 'number') return sectionText(known.sections, value);
  if (field === 'boxId' && typeof value === 'number') return String(known.boxes.get(value) ?? value);
  return null;
}
