/**
 * A document as the papers of the archive room print it, and the one way to print each of its parts (DA/T 22-2015):
 * a date has eight digits, what is not there stays blank, a composed title keeps its [ ].
 */
import type { Document } from '#shared/features/documents.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { formatEightDigits, parseArchivalDate } from '#shared/lib/archives/archival-date.ts';
import { isTermCode, type TermCode, termYears } from '#shared/lib/archives/retention.ts';

export interface PaperDocument {
  id: number;
  state: 'filed' | 'transferred' | 'destroyed';
  category: Document['category'];
  /** 档号; the part of the 全宗 is left out while the archive has not given its code. */
  code: string;
  /** 归档年度 */
  year: number;
  term: TermCode;
  /** 机构(问题), where the scheme of the year has that level. */
  section: { code: string; name: string } | null;
  /** 件号, and its width in the scheme. */
  item: number;
  itemDigits: number;
  title: string;
  documentNumber: string | null;
  author: string | null;
  /** ISO date, reduced to month or year where no more is known. */
  signedDate: string | null;
  signedDatePrinted: string | null;
  pages: number | null;
  marking: Document['marking'];
  accessMark: Document['accessMark'];
  medium: Document['medium'];
  remark: string;
  /** The box in which it lies. */
  box: { id: number; number: number } | null;
}

/** Longer remarks than this do not go into the narrow column: `*` points to the 备考表 of the box. */
const LONGEST_REMARK = 24;

/** Whether a remark is printed on the 备考表 in full and only marked in the catalogue (DA/T 22-2015, 5.7.4). */
export function isRemarkInBox({ remark, box }: PaperDocument): boolean {
  return box !== null && remark.trim().length > LONGEST_REMARK;
}

/** 备注: what became of the document, then its remark. */
export function remarkText(t: Translate, document: PaperDocument): string {
  const fate = document.state === 'filed' ? '' : t(`papers.fate.${document.state}`);
  if (isRemarkInBox(document)) return `${fate}*`;
  const remark = document.remark.trim();
  return [fate, remark].filter((part) => part !== '').join(t('papers.clauseSeparator'));
}

/** 日期 in eight digits; a date that was found by research stands in brackets. */
export function dateText({ signedDate, signedDatePrinted }: PaperDocument): string {
  if (signedDate === null) return '';
  const printed = signedDatePrinted === null ? null : parseArchivalDate(signedDatePrinted);
  const researched = printed?.ok === true && printed.bracketed && printed.date === signedDate;
  return formatEightDigits(signedDate, researched);
}

export function markingText(t: Translate, { marking }: PaperDocument): string {
  return marking === null ? '' : t(`documents.marking.${marking}`);
}

/** 件号 in the width of its scheme. */
export function itemText({ item, itemDigits }: Pick<PaperDocument, 'item' | 'itemDigits'>): string {
  return String(item).padStart(itemDigits, '0');
}

/** 永久, 30年; a term that is no code of ours stays as it is. */
export function termText(t: Translate, term: string): string {
  const years = isTermCode(term) ? termYears(term) : undefined;
  if (years === undefined) return term;
  return years === null ? t('papers.term.Y') : t('papers.term.D', { years });
}

/** The different values of a list in the order in which they first appear, joined as names are. */
export function distinctText(t: Translate, values: readonly string[]): string {
  return [...new Set(values)].join(t('paper.unitSeparator'));
}

/** em of a figure, capital or sign of a 档号 on average, and the most that its column may ask for. */
const CODE_SIGN = 0.56;
const WIDEST_CODE = 14.2;

/** em that the column of 档号 asks for, so that each stands on one line. */
export function codeEm(documents: readonly Pick<PaperDocument, 'code'>[]): number {
  const width = (code: string): number =>
    Array.from(code).reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 1 : CODE_SIGN), 0);
  return Math.min(
    WIDEST_CODE,
    documents.reduce((widest, { code }) => Math.max(widest, width(code)), 0),
  );
}

export function pageSum(documents: readonly PaperDocument[]): number {
  return documents.reduce((sum, { pages }) => sum + (pages ?? 0), 0);
}
