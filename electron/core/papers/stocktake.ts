/** 盘点报告: the findings of a stock-take (`stocktake/report.ts`) as a paper; what is in place is counted, the rest listed. */
import { AppError } from '#shared/errors.ts';
import type { ScopeOf } from '#shared/features/papers.ts';
import type { StocktakeFinding } from '#shared/features/stocktakes.ts';
import { translator, type Translate } from '#shared/i18n/index.ts';
import type { TableReport } from '#shared/report/model.ts';
import { placePaths } from '../boxes/places.ts';
import { stocktakeEntity } from '../entities/life.ts';
import { stocktakeReport, type StocktakeDifference } from '../reports/stocktake-report.ts';
import { stocktakeReport as findingsOf } from '../stocktake/report.ts';
import { nothingToPrint, type PaperSource } from './source.ts';

/** Order of the paper: what has to be looked into first stands first. */
const FINDINGS = [
  ['unknown', 'unknown'],
  ['twice', 'repeated'],
  ['misplaced', 'misplaced'],
  ['missing', 'missing'],
  ['on_loan', 'lent'],
] as const;

function differencesOf(t: Translate, findings: readonly StocktakeFinding[]): StocktakeDifference[] {
  return FINDINGS.flatMap(([result, finding]) =>
    findings
      .filter((found) => found.result === result)
      .map((found) => ({
        kind: found.kind === 'label' ? 'unknown' : found.kind,
        name: found.name,
        title: found.title ?? '',
        registered: found.expected ?? '',
        seen: result === 'on_loan' ? t('papers.lentTo', { borrower: found.seen ?? '' }) : (found.seen ?? ''),
        finding,
      })),
  );
}

export function stocktake(source: PaperSource, { paper, stocktakeId }: ScopeOf<'stocktakeReport'>): TableReport {
  const { db, base } = source;
  const counted = stocktakeEntity.read(db, stocktakeId);
  if (!counted || counted.withdrawn === 1) throw new AppError('record/not_found', { id: stocktakeId });
  const { findings, registered } = findingsOf(db, counted);
  if (findings.length === 0) throw nothingToPrint(source, paper);
  const countOf = (kind: 'box' | 'document'): { registered: number; inPlace: number } => ({
    registered: registered[kind],
    inPlace: findings.filter((found) => found.kind === kind && found.result === 'present').length,
  });
  return stocktakeReport({
    ...base,
    name: counted.name,
    place: counted.place_id === null ? null : (placePaths(db).get(counted.place_id)?.path ?? ''),
    countedBy: counted.counted_by,
    startedOn: counted.started_on,
    closedOn: counted.closed_on,
    conclusion: counted.conclusion,
    boxes: countOf('box'),
    documents: countOf('document'),
    differences: differencesOf(translator(base.locale), findings),
  });
}
