/**
 * 审计取证单: what was looked at, found and by whom, with room for the opinion of the unit that gives the evidence; the chosen entries,
 * their vouchers and documents follow as a numbered list. Its field names are those in use, its shape is no office's own form.
 */
import type { FundKind } from '#shared/features/funding.ts';
import { type Translate, translator } from '#shared/i18n/index.ts';
import {
  boxGrid,
  type BoxChoice,
  formBox,
  type FormBox,
  type FormPage,
  type FormReport,
  type ReportValue,
  textValue,
} from '#shared/report/model.ts';
import { auditHead, type AuditPaper, bigMoneyText, indexNumber, sumOf } from './audit-paper.ts';
import { ledgerSide } from './funding-ledger.ts';
import { dayValue, formPaper } from './paper-parts.ts';

export interface EvidenceFile {
  /** 原始凭证, 银行回单 … */
  kind: string;
  name: string;
  /** 档号, or the first characters of the checksum. */
  code: string;
  pages: number | null;
}

export interface EvidenceItem {
  date: string;
  /** 凭证号 or 档号. */
  code: string;
  content: string;
  /** null for a document of the archive. */
  money: { kind: FundKind; amountFen: number; state: 'stands' | 'reversed' | 'reversal' | 'duplicate' } | null;
  /** Pages of the item itself: of a document. */
  pages: number | null;
  files: readonly EvidenceFile[];
}

export interface EvidencePaper extends AuditPaper {
  project: string;
  matter: string;
  summary: string;
  auditors: readonly string[];
  on: string;
  opinion: string;
  items: readonly EvidenceItem[];
}

/** mm on an upright A4. */
const FRAME = { x: 28, y: 52, width: 156, label: 39 };
const ROWS = { line: 14, summary: 92, annex: 12, people: 12, opinion: 34, sign: 14 };
/** Width of the place to seal and sign, mm. */
const SEAL = 60;
const ANNEX = { top: 46, bottom: 272, columns: [31, 20, 34, 38, 25, 8], head: 9, fontSize: 9, line: 4.6, padding: 3 };

interface Pages {
  known: number;
  /** Files without a number of pages. */
  unknown: number;
}

function pagesOf(items: readonly EvidenceItem[]): Pages {
  const counts = items.flatMap(({ money, pages, files }) => [
    ...(money === null ? [pages] : []),
    ...files.map((file) => file.pages),
  ]);
  return {
    known: counts.reduce<number>((sum, pages) => sum + (pages ?? 0), 0),
    unknown: counts.filter((pages) => pages === null).length,
  };
}

function annexText(t: Translate, items: readonly EvidenceItem[]): string {
  if (items.length === 0) return t('fundingPapers.evidence.noAnnex');
  const { known, unknown } = pagesOf(items);
  return [
    t('fundingPapers.evidence.counts', { count: items.length, pages: known }),
    ...(unknown === 0 ? [] : [t('fundingPapers.evidence.pagesUnknown', { count: unknown })]),
  ].join(t('papers.clauseSeparator'));
}

/** Income and expense of the items that stand; grants and things apart, for they are neither. */
export function evidenceSums(
  items: readonly EvidenceItem[],
): Record<'income' | 'expense' | 'approval' | 'inKind', bigint> {
  const standing = items.flatMap(({ money }) => (money?.state === 'stands' ? [money] : []));
  const of = (side: 'income' | 'expense'): bigint =>
    sumOf(
      standing.flatMap((money) => {
        const found = ledgerSide(money);
        return found !== null && found[0] === side ? [found[1]] : [];
      }),
    );
  const kind = (wanted: FundKind): bigint =>
    sumOf(standing.flatMap((money) => (money.kind === wanted ? [money.amountFen] : [])));
  return { income: of('income'), expense: of('expense'), approval: kind('approval'), inKind: kind('in_kind') };
}

function sumText(t: Translate, items: readonly EvidenceItem[]): string {
  const { income, expense, approval, inKind } = evidenceSums(items);
  return [
    t('fundingPapers.evidence.sums', { income: bigMoneyText(income), expense: bigMoneyText(expense) }),
    ...(approval === 0n ? [] : [t('fundingPapers.evidence.sumApproval', { amount: bigMoneyText(approval) })]),
    ...(inKind === 0n ? [] : [t('fundingPapers.evidence.sumInKind', { amount: bigMoneyText(inKind) })]),
  ].join('');
}

type Choice = Omit<BoxChoice, 'x' | 'y' | 'width' | 'height'>;

/** Leaves out the border between two boxes that read as one. */
function without(box: FormBox, ...edges: (keyof FormBox['borders'])[]): FormBox {
  return { ...box, borders: { ...box.borders, ...Object.fromEntries(edges.map((edge) => [edge, 'none'])) } };
}

function sheet(t: Translate, paper: EvidencePaper): FormPage {
  const boxes: FormBox[] = heading(t, paper, t('papers.name.auditEvidence'));
  let y = FRAME.y;
  const row = (height: number, columns: readonly number[], choices: readonly Choice[]): void => {
    boxes.push(...boxGrid({ x: FRAME.x, y, columns, rows: [height] }, (_, column) => choices[column] ?? null));
    y += height;
  };
  const label = (text: string): Choice => ({ name: text, value: textValue(text), font: 'label', fontSize: 11 });
  const value = (name: string, content: ReportValue | string, options: Partial<Choice> = {}): Choice => ({
    name,
    value: typeof content === 'string' ? textValue(content) : content,
    align: 'left',
    leastFontSize: 8,
    ...options,
  });
  const wide = [FRAME.label, FRAME.width - FRAME.label];
  const field = (text: string, content: string, height: number, options: Partial<Choice> = {}): void =>
    row(height, wide, [label(text), value(text, content, options)]);
  field(t('fundingPapers.field.project'), paper.project, ROWS.line);
  field(t('fundingPapers.field.auditee'), paper.unitName, ROWS.line);
  field(t('fundingPapers.field.matter'), paper.matter, ROWS.line);
  const long = { verticalAlign: 'top', overflow: 'continue', leastFontSize: 10.5 } as const;
  field(t('fundingPapers.field.summary'), paper.summary, ROWS.summary, long);
  field(t('fundingPapers.field.annex'), annexText(t, paper.items), ROWS.annex);
  const quarter = (FRAME.width - 2 * FRAME.label) / 2;
  const auditors = t('fundingPapers.field.auditors');
  const preparedOn = t('fundingPapers.field.preparedOn');
  row(
    ROWS.people,
    [FRAME.label, quarter, FRAME.label, quarter],
    [
      label(auditors),
      value(auditors, paper.auditors.join(t('paper.unitSeparator'))),
      label(preparedOn),
      value(preparedOn, dayValue(paper.on)),
    ],
  );
  const opinion = t('fundingPapers.field.opinion');
  const first = boxes.length;
  row(ROWS.opinion, wide, [label(opinion), value(opinion, paper.opinion, long)]);
  const seal = t('fundingPapers.field.seal');
  row(
    ROWS.sign,
    [FRAME.label, SEAL, FRAME.width - FRAME.label - SEAL],
    [
      { name: opinion, value: textValue('') },
      value(seal, seal, { fontSize: 11 }),
      value(seal, t('fundingPapers.field.signedOn'), { fontSize: 11, align: 'right' }),
    ],
  );
  const [left, right, below, sealed, signed] = boxes.splice(first);
  if (left && right && below && sealed && signed) {
    boxes.push(
      without(left, 'bottom'),
      without(right, 'bottom'),
      without(below, 'top'),
      without(sealed, 'top', 'right'),
      without(signed, 'top', 'left'),
    );
  }
  const rule = t('fundingPapers.evidence.rule');
  boxes.push(
    formBox({
      x: FRAME.x,
      y: y + 2,
      width: FRAME.width,
      height: 10,
      name: rule,
      value: textValue(rule),
      frame: 'none',
      align: 'left',
      fontSize: 9,
      leastFontSize: 7,
    }),
  );
  return { boxes };
}

function heading(t: Translate, paper: EvidencePaper, title: string): FormBox[] {
  const index = t('papers.labelled', {
    label: t('fundingPapers.field.index'),
    value: indexNumber(paper, 'auditEvidence'),
  });
  return [
    formBox({
      x: FRAME.x,
      y: 22,
      width: FRAME.width,
      height: 14,
      name: title,
      value: textValue(title),
      font: 'title',
      fontSize: 22,
      frame: 'none',
    }),
    formBox({
      x: FRAME.x,
      y: 37,
      width: FRAME.width,
      height: 7,
      name: index,
      value: textValue(index),
      align: 'right',
      fontSize: 10.5,
      frame: 'none',
    }),
  ];
}

interface AnnexRow {
  cells: readonly string[];
  height: number;
}

/** mm that a row needs: its longest text at the usual size, wide characters a whole em, others half of one. */
function annexRow(cells: readonly string[]): AnnexRow {
  const emMm = (ANNEX.fontSize * 25.4) / 72;
  const lines = cells.map((text, column) => {
    const width = (ANNEX.columns[column] ?? 10) - 4;
    const em = Array.from(text).reduce((sum, character) => sum + (character < '\u2e80' ? 0.55 : 1), 0);
    return Math.max(1, Math.ceil((em * emMm) / width));
  });
  return { cells, height: Math.max(...lines) * ANNEX.line + ANNEX.padding };
}

/** As the ledger has it: what was taken back or refunded is negative, what does not stand is in brackets. */
function amountText(t: Translate, money: NonNullable<EvidenceItem['money']>): string {
  const amount = bigMoneyText(BigInt(ledgerSide(money)?.[1] ?? money.amountFen));
  return money.state === 'stands' ? amount : t('fundingPapers.struck', { amount });
}

function annexRows(t: Translate, paper: EvidencePaper): AnnexRow[] {
  return paper.items.flatMap((item, place) => {
    const piece = String(place + 1).padStart(2, '0');
    const { money } = item;
    const state = money === null || money.state === 'stands' ? '' : t(`fundingPapers.evidence.state.${money.state}`);
    const own = annexRow([
      indexNumber(paper, 'auditEvidence', piece),
      item.date,
      item.code,
      `${item.content}${state}${money !== null && item.files.length === 0 ? t('fundingPapers.evidence.missing') : ''}`,
      money === null ? '' : amountText(t, money),
      item.pages === null ? '' : String(item.pages),
    ]);
    const files = item.files.map((file, index) =>
      annexRow([
        indexNumber(paper, 'auditEvidence', `${piece}-${index + 1}`),
        file.kind,
        file.code,
        file.name,
        '',
        file.pages === null ? '' : String(file.pages),
      ]),
    );
    return [own, ...files];
  });
}

const ALIGNS: readonly FormBox['align'][] = ['center', 'center', 'left', 'left', 'right', 'center'];

function annexPages(t: Translate, paper: EvidencePaper): FormPage[] {
  if (paper.items.length === 0) return [];
  const columns = [
    t('fundingPapers.column.index'),
    t('fundingPapers.column.annexDate'),
    t('fundingPapers.column.annexCode'),
    t('fundingPapers.column.annexContent'),
    t('fundingPapers.column.amount'),
    t('fundingPapers.column.pages'),
  ];
  const pages: FormPage[] = [];
  const sum = sumText(t, paper.items);
  const sumHeight = 10;
  let boxes: FormBox[] = [];
  let y = ANNEX.bottom;
  const open = (): void => {
    boxes = heading(t, paper, t('fundingPapers.title.evidenceAnnex'));
    pages.push({ boxes });
    y = ANNEX.top;
    boxes.push(
      ...boxGrid({ x: FRAME.x, y, columns: ANNEX.columns, rows: [ANNEX.head] }, (_, column) => {
        const name = columns[column] ?? '';
        return { name, value: textValue(name), font: 'label', fontSize: 9, leastFontSize: 6.5 };
      }),
    );
    y += ANNEX.head;
  };
  const rows = annexRows(t, paper);
  for (const [index, { cells, height }] of rows.entries()) {
    const needed = index === rows.length - 1 ? height + sumHeight : height;
    if (y + needed > ANNEX.bottom) open();
    boxes.push(
      ...boxGrid({ x: FRAME.x, y, columns: ANNEX.columns, rows: [height] }, (_, column) => ({
        name: columns[column] ?? '',
        value: textValue(cells[column] ?? ''),
        align: ALIGNS[column] ?? 'left',
        fontSize: ANNEX.fontSize,
        leastFontSize: 6.5,
        overflow: 'continue',
      })),
    );
    y += height;
  }
  const total = t('fundingPapers.evidence.sum');
  const [first = 0] = ANNEX.columns;
  const last = ANNEX.columns.at(-1) ?? 0;
  boxes.push(
    ...boxGrid(
      { x: FRAME.x, y, columns: [first, FRAME.width - first - last, last], rows: [sumHeight] },
      (_, column) => ({
        name: total,
        value: textValue([total, sum, String(pagesOf(paper.items).known)][column] ?? ''),
        align: column === 0 ? 'center' : 'right',
        font: column === 0 ? 'label' : 'body',
        fontSize: ANNEX.fontSize,
        leastFontSize: 6.5,
      }),
    ),
  );
  return pages;
}

/** Builds the form and the list of its annex; pure. */
export function auditEvidenceReport(paper: EvidencePaper): FormReport {
  const t = translator(paper.locale);
  return formPaper(paper, {
    id: 'audit-evidence',
    title: t('papers.name.auditEvidence'),
    keywords: [paper.project, indexNumber(paper, 'auditEvidence')],
    runningHead: auditHead(paper, 'auditEvidence', 'draft'),
    pages: [sheet(t, paper), ...annexPages(t, paper)],
  });
}
