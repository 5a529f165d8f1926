/** 四性检测报告 (DA/T 70-2018): each check of a run with its object and result, and who ran it by which rules. */
import { translator } from '#shared/i18n/index.ts';
import type { TableReport } from '#shared/report/model.ts';
import { listColumn, listField, listRow, type PaperBase, type PaperFonds, tablePaper } from './paper-parts.ts';

export interface CheckResult {
  /** 检测项目编号, e.g. GD-1-1. */
  code: string;
  name: string;
  /** What was looked at. */
  object: string;
  /** `manual`: a person has to look; nothing is claimed. */
  result: 'pass' | 'fail' | 'not_applicable' | 'manual';
  explanation: string;
}

export interface CheckPaper extends PaperBase {
  fonds: PaperFonds;
  /** 归档, 移交与接收, 长期保存 */
  stage: 'filing' | 'transfer' | 'storage';
  checkedBy: string;
  /** When, as printed. */
  checkedAt: string;
  /** Version of the rules. */
  rules: string;
  documentCount: number;
  results: readonly CheckResult[];
}

/** Builds the report; pure. */
export function checkReport(paper: CheckPaper): TableReport {
  const { results } = paper;
  const t = translator(paper.locale);
  const count = (result: CheckResult['result']): number => results.filter((row) => row.result === result).length;
  const stage = t(`papers.stage.${paper.stage}`);
  return tablePaper(paper, {
    id: 'check-report',
    title: t('papers.name.checkReport'),
    keywords: [paper.stage],
    headLines: [
      [
        listField(t('papers.field.fondsName'), paper.fonds.name, { weight: 4 }),
        listField(t('papers.field.checkedBy'), paper.checkedBy, { weight: 3 }),
        listField(t('papers.field.checkedAt'), paper.checkedAt, { weight: 4 }),
        listField(t('papers.field.rules'), paper.rules, { weight: 4 }),
      ],
      [
        listField(t('papers.field.checkedDocuments'), t('papers.itemsOf', { count: paper.documentCount }), {
          weight: 3,
        }),
        listField(
          t('papers.field.result'),
          t('papers.checkCounts', {
            count: results.length,
            passed: count('pass'),
            failed: count('fail'),
            notApplicable: count('not_applicable'),
            manual: count('manual'),
          }),
          { weight: 9 },
        ),
      ],
    ],
    columns: [
      listColumn('stage', t('papers.column.stage'), 24, { align: 'center', merge: true, minimumEm: 4 }),
      listColumn('code', t('papers.column.checkCode'), 22, { align: 'center', minimumEm: 4 }),
      listColumn('name', t('papers.column.checkName'), 66, { minimumEm: 8 }),
      listColumn('object', t('papers.column.checkObject'), 46),
      listColumn('result', t('papers.column.result'), 20, { align: 'center', minimumEm: 3 }),
      listColumn('explanation', t('papers.column.explanation'), 69),
    ],
    rows: results.map((row) =>
      listRow([stage, row.code, row.name, row.object, t(`checks.result.${row.result}`), row.explanation], stage),
    ),
    closingLines: [
      [
        listField(t('papers.field.checkedBy'), null),
        listField(t('papers.sign.head'), null),
        listField(t('papers.sign.date'), null),
      ],
    ],
  });
}
