/** From a scope to its paper: the one list of readers, each with its builder. A paper without one is a type error. */
import { AppError } from '#shared/errors.ts';
import type { PaperName, PaperScope, ScopeOf } from '#shared/features/papers.ts';
import type { ReportDocument } from '#shared/report/model.ts';
import type { JobContext } from '../context.ts';
import { archiveEntity } from '../entities/archive.ts';
import { theFonds } from '../fonds/rules.ts';
import { localDay } from '../local-day.ts';
import { activityList, activitySheet } from './activities.ts';
import { auditEvidence, changeLog, workingPaper } from './audit.ts';
import { auditMaterials, commitmentLetter } from './audit-materials.ts';
import { boxCover, boxLabels, boxNotes, spines } from './boxes.ts';
import { checks } from './checks.ts';
import { catalogue, catalogueCover, documentLabels, stamps } from './class.ts';
import { fundingCheck, fundingLedger, unitTrainingCheck } from './funding.ts';
import {
  appraisalOpinions,
  disposalCover,
  disposalList,
  expiredList,
  loanForm,
  loanRegister,
  transferList,
} from './life.ts';
import { personRegister, publicNotice } from './persons.ts';
import { signedList, signInForm, signInSheet } from './sign-in.ts';
import type { PaperSource } from './source.ts';
import { campaignReport, statisticsReport, trainingStatistics } from './statistics.ts';
import { stocktake } from './stocktake.ts';
import { yearly } from './yearly.ts';

const readers: { readonly [Name in PaperName]: (source: PaperSource, scope: ScopeOf<Name>) => ReportDocument } = {
  catalogue,
  catalogueCover,
  boxNote: boxNotes,
  stamp: stamps,
  stampSheet: stamps,
  spine: spines,
  boxCover,
  boxLabels,
  documentLabels,
  transferList,
  disposalCover,
  disposalList,
  loanRegister,
  loanForm,
  appraisalOpinions,
  expiredList,
  stocktakeReport: stocktake,
  checkReport: checks,
  yearlyReport: yearly,
  signInSheet,
  signInForm,
  signedList,
  activityList,
  activitySheet,
  trainingStatistics,
  statisticsReport,
  personRegister,
  campaignReport,
  publicNotice,
  fundingCheck,
  fundingLedger,
  unitTrainingCheck,
  auditMaterials,
  commitmentLetter,
  changeLog,
  auditEvidence,
  workingPaper,
};

/** The paper that a scope names. @throws AppError papers/empty, papers/stamp_incomplete, papers/not_filed, record/not_found */
export function paperReport(context: Pick<JobContext, 'db' | 'locale' | 'now'>, scope: PaperScope): ReportDocument {
  const { db, locale } = context;
  if (!db) throw new AppError('archive/closed');
  const archive = archiveEntity.read(db, 1);
  const now = context.now();
  const source: PaperSource = {
    db,
    base: { unitName: archive?.unit_name ?? '', isExample: archive?.is_example === 1, locale, createdAt: now },
    fonds: theFonds(db),
    today: localDay(now),
  };
  const read = readers[scope.paper] as (source: PaperSource, scope: PaperScope) => ReportDocument;
  return read(source, scope);
}
