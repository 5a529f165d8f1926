/** A box in words: its number, class and what lies in it. Pure. */
import type { Box } from '#shared/features/boxes.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { sectionText, type SectionName, termText } from '#shared/features/document-texts.ts';

export function boxClass(t: Translate, box: Box, sections: readonly SectionName[]): string {
  return [
    t('shell.year.option', { year: box.year }),
    termText(t, box.term),
    ...(box.sectionId === null ? [] : [sectionText(sections, box.sectionId)]),
  ].join(' / ');
}

/** 0001–0012, as the spine prints it; empty for an empty box. */
export function itemSpan({ firstItem, lastItem }: Pick<Box, 'firstItem' | 'lastItem'>): string {
  const padded = (item: number): string => String(item).padStart(4, '0');
  if (firstItem === null || lastItem === null) return '';
  return firstItem === lastItem ? padded(firstItem) : `${padded(firstItem)}–${padded(lastItem)}`;
}

export function boxContent(t: Translate, box: Box): string {
  return box.count === 0
    ? t('boxScreen.emptyBox', { number: box.number })
    : t('boxScreen.content', { number: box.number, span: itemSpan(box), count: box.count, pages: box.pages });
}
