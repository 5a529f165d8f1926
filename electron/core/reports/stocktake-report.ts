/** 盘点报告: what was counted against what the register says, and each thing that is elsewhere, missing or unknown. */
import { translator } from '#shared/i18n/index.ts';
import type { TableReport } from '#shared/report/model.ts';
import { dayValue, listColumn, listField, listRow, type PaperBase, tablePaper } from './paper-parts.ts';

export interface StocktakeDifference {
  kind: 'box' | 'document' | 'unknown';
  /** 盒 or 档号 as printed; of an unknown thing what was read from its label. */
  name: string;
  title: string;
  /** Where the register has it, and where it was seen; empty = nowhere. */
  registered: string;
  seen: string;
  finding: 'misplaced' | 'missing' | 'lent' | 'unknown' | 'repeated';
}

export interface StocktakePaper extends PaperBase {
  name: string;
  /** The place that was counted; null = all. */
  place: string | null;
  countedBy: string;
  startedOn: string;
  closedOn: string | null;
  conclusion: string;
  /** Boxes that should stand there, and how many of them were seen in their place. */
  boxes: { registered: number; inPlace: number };
  /** Documents of the boxes that were looked through. */
  documents: { registered: number; inPlace: number };
  differences: readonly StocktakeDifference[];
}

/** Builds the report; pure. */
export function stocktakeReport(paper: StocktakePaper): TableReport {
  const { differences, boxes, documents } = paper;
  const t = translator(paper.locale);
  const count = (finding: StocktakeDifference['finding']): number =>
    differences.filter((difference) => difference.finding === finding).length;
  const conclusion = paper.conclusion.trim();
  return tablePaper(paper, {
    id: 'stocktake-report',
    title: t('papers.name.stocktakeReport'),
    keywords: [paper.name],
    headLines: [
      [
        listField(t('papers.field.stocktake'), paper.name, { weight: 3 }),
        listField(t('papers.field.place'), paper.place ?? t('papers.allPlaces'), { weight: 3 }),
        listField(t('papers.field.startedOn'), dayValue(paper.startedOn), { weight: 2.6 }),
        listField(t('papers.field.closedOn'), dayValue(paper.closedOn), { weight: 2.6 }),
      ],
      [
        listField(t('papers.field.boxes'), t('papers.countedBoxes', boxes), { weight: 3 }),
        listField(t('papers.field.documents'), t('papers.countedDocuments', documents), { weight: 3 }),
        listField(
          t('papers.field.differences'),
          t('papers.differenceCounts', {
            misplaced: count('misplaced'),
            missing: count('missing'),
            lent: count('lent'),
            unknown: count('unknown') + count('repeated'),
          }),
          { weight: 4 },
        ),
      ],
    ],
    columns: [
      listColumn('number', t('papers.column.number'), 10, { align: 'center' }),
      listColumn('kind', t('papers.column.object'), 14, { align: 'center' }),
      listColumn('name', t('papers.column.labelOrCode'), 48),
      listColumn('title', t('papers.column.title'), 66, { minimumEm: 8 }),
      listColumn('registered', t('papers.column.registeredPlace'), 42),
      listColumn('seen', t('papers.column.seenPlace'), 42),
      listColumn('finding', t('papers.column.finding'), 25, { align: 'center', minimumEm: 4 }),
    ],
    rows: differences.map((difference, index) =>
      listRow([
        index + 1,
        t(`papers.counted.${difference.kind}`),
        difference.name,
        difference.title,
        difference.registered,
        difference.seen,
        t(`papers.finding.${difference.finding}`),
      ]),
    ),
    notes: [
      ...(differences.length === 0 ? [t('papers.note.noDifference')] : []),
      ...(conclusion === '' ? [] : [t('papers.labelled', { label: t('papers.field.conclusion'), value: conclusion })]),
    ],
    closingLines: [
      [
        listField(t('papers.sign.countedBy'), paper.countedBy),
        listField(t('papers.sign.head'), null),
        listField(t('papers.sign.date'), dayValue(paper.closedOn)),
      ],
    ],
  });
}
