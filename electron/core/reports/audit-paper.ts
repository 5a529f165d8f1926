/** What the papers of funding and of its audit have in common: 索引号, the head of every page, cells of money. Pure. */
import { type Translate, translator } from '#shared/i18n/index.ts';
import { amountInWords } from '#shared/lib/funding/amount-in-words.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { type ReportLine, type ReportValue, textValue } from '#shared/report/model.ts';
import { listField, type PaperBase } from './paper-parts.ts';

export interface AuditPaper extends PaperBase {
  year: number;
  /** When the paper was made, by the clock of this machine: `2021-12-08 16:00`. */
  printedAt: string;
}

/** Last part of the 索引号 of each paper: R4 … by the list of reports, QZ 取证单, DG 底稿, CN 承诺书. */
const INDEX_CODES = {
  fundingCheck: 'R4',
  fundingLedger: 'R5',
  unitTrainingCheck: 'R7',
  auditMaterials: 'R14',
  commitmentLetter: 'CN',
  changeLog: 'R15',
  auditEvidence: 'QZ',
  workingPaper: 'DG',
} as const;
export type AuditPaperName = keyof typeof INDEX_CODES;

/** 索引号 of a paper, e.g. `SJ-2021-R4`; of a piece of it, `SJ-2021-QZ-03`. */
export function indexNumber(base: AuditPaper, paper: AuditPaperName, piece?: string): string {
  const code = [INDEX_CODES[paper], ...(piece === undefined ? [] : [piece])].join('-');
  return translator(base.locale)('fundingPapers.indexNumber', { year: base.year, code });
}

/** 索引号, unit, year and time, printed at the head of every page. */
export function auditHead(base: AuditPaper, paper: AuditPaperName, kind: 'final' | 'draft' = 'final'): string {
  const t = translator(base.locale);
  return t(kind === 'draft' ? 'fundingPapers.runningDraft' : 'fundingPapers.running', {
    index: indexNumber(base, paper),
    unit: base.unitName,
    year: base.year,
    at: base.printedAt,
  });
}

/** First line of a paper's head: unit, year, 索引号. */
export function auditFields(base: AuditPaper, paper: AuditPaperName): ReportLine {
  const t = translator(base.locale);
  return [
    listField(t('papers.field.unit'), base.unitName, { weight: 6 }),
    listField(t('papers.field.year'), String(base.year), { weight: 2 }),
    listField(t('fundingPapers.field.index'), indexNumber(base, paper), { weight: 3 }),
  ];
}

/** Fen as a cell; what is not known, or does not apply, is a dash. */
export function moneyCell(t: Translate, fen: number | null): ReportValue {
  return fen === null ? textValue(t('fundingPapers.none')) : { kind: 'fen', value: fen };
}

/** Fen beyond a safe integer as yuan with two decimals and thousands separators. */
export function bigMoneyText(fen: bigint): string {
  const size = fen < 0n ? -fen : fen;
  const yuan = (size / 100n).toString().replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  return `${fen < 0n ? '-' : ''}${yuan}.${(size % 100n).toString().padStart(2, '0')}`;
}

/** A sum of fen as a cell: a number as long as it is a safe integer, else its digits. */
export function sumCell(fen: bigint): ReportValue {
  const value = Number(fen);
  return Number.isSafeInteger(value) ? { kind: 'fen', value } : textValue(bigMoneyText(fen));
}

export function sumOf(amounts: Iterable<number>): bigint {
  let sum = 0n;
  for (const fen of amounts) sum += BigInt(fen);
  return sum;
}

/** An amount in figures and in words; a negative one has no words, one that cannot be known says so. */
export function amountBothWays(t: Translate, fen: number | null): string {
  if (fen === null) return t('fundingPapers.undecided');
  const words = amountInWords(fen);
  const amount = moneyText(fen);
  return words === null ? t('fundingPapers.yuan', { amount }) : t('fundingPapers.yuanAndWords', { amount, words });
}

/** Persons or pieces with thousands separators. */
export function countText(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** em that the longest amount of a column takes on one line; digits are half an em wide. */
export function moneyEm(amounts: Iterable<bigint | number | null>): number {
  let longest = 9;
  for (const fen of amounts) if (fen !== null) longest = Math.max(longest, bigMoneyText(BigInt(fen)).length);
  return longest / 2 + 0.4;
}

/** Per mille as per cent, without needless zeros: 15 → 1.5. */
export function perCentOfMille(perMille: number): string {
  return perMille % 10 === 0 ? String(perMille / 10) : `${Math.floor(perMille / 10)}.${perMille % 10}`;
}
