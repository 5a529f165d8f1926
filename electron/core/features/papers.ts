/** The papers of the archive room: one builder each, one way to file and screen. */
import { AppError } from '#shared/errors.ts';
import type { PaperScope } from '#shared/features/papers.ts';
import { translator } from '#shared/i18n/index.ts';
import type { ReportDocument } from '#shared/report/model.ts';
import type { JobContext } from '../context.ts';
import type { ReadDb } from '../db/sql.ts';
import type { HandlersOf } from '../dispatch.ts';
import { archiveEntity } from '../entities/archive.ts';
import { appraisalEntity, disposalEntity, stocktakeEntity, transferEntity } from '../entities/life.ts';
import { exportReport, previewPdf } from '../export/index.ts';
import { boxesOf, catalogueOf, documentsOf, paperRules } from '../papers/read.ts';
import { currentRecord } from '../records.ts';
import { boxNoteReport } from '../reports/box-note.ts';
import { catalogueCoverReport } from '../reports/catalogue-cover.ts';
import { catalogueReport } from '../reports/catalogue.ts';
import {
  appraisalReport,
  checkReportPaper,
  disposalReport,
  loanReport,
  stocktakeReportPaper,
  transferReport,
} from '../reports/registers.ts';
import { spineReport } from '../reports/spine.ts';
import { stampReport, stampSheetReport } from '../reports/stamps.ts';
import { stocktakeReport } from '../stocktake/report.ts';
import { appraisalOf } from './appraisals.ts';
import { checkRuns } from './checks.ts';
import { disposalOf } from './disposals.ts';
import { loansBetween } from './loans.ts';
import { stocktakeOf } from './stocktakes.ts';
import { transferOf } from './transfers.ts';

/** Builds the paper that a scope names. Throws papers/empty, papers/no_boxes, record/not_found. */
function reportOf(context: JobContext, db: ReadDb, scope: PaperScope): ReportDocument {
  const archive = archiveEntity.read(db, 1);
  const rules = paperRules(db);
  const fonds = { code: rules.fonds.code, name: rules.fonds.name };
  const base = {
    unitName: archive?.unit_name ?? '',
    isExample: archive?.is_example === 1,
    locale: context.locale,
    createdAt: context.now(),
    fonds,
  };
  const reading = { ...context, db };
  switch (scope.paper) {
    case 'catalogue':
    case 'catalogueCover': {
      const { year, term } = scope;
      const paper = { ...base, year, term: term ?? null, ...catalogueOf(db, rules, scope) };
      return scope.paper === 'catalogue' ? catalogueReport(paper) : catalogueCoverReport(paper);
    }
    case 'boxNote':
      return boxNoteReport({ ...base, boxes: boxesOf(db, rules, scope) });
    case 'spine':
      return spineReport({ ...base, boxes: boxesOf(db, rules, scope) });
    case 'stamp':
      return stampReport({ ...base, documents: documentsOf(db, rules, { ...scope, paper: 'stamp' }) });
    case 'stampSheet':
      return stampSheetReport({ ...base, documents: documentsOf(db, rules, { ...scope, paper: 'stamp' }) });
    case 'transferList':
      return transferReport(base, transferOf(db, currentRecord(db, transferEntity, { id: scope.transferId })));
    case 'disposalList':
      return disposalReport(base, disposalOf(reading, currentRecord(db, disposalEntity, { id: scope.disposalId })));
    case 'loanRegister':
      return loanReport(base, scope, loansBetween(reading, scope.from, scope.to));
    case 'appraisalOpinions':
      return appraisalReport(base, appraisalOf(db, currentRecord(db, appraisalEntity, { id: scope.appraisalId })));
    case 'stocktakeReport': {
      const image = currentRecord(db, stocktakeEntity, { id: scope.stocktakeId });
      return stocktakeReportPaper(base, stocktakeOf(db, image), stocktakeReport(db, image));
    }
    case 'checkReport': {
      const run = checkRuns(db).find(({ id }) => id === scope.checkRunId);
      if (!run) throw new AppError('record/not_found', { id: scope.checkRunId });
      return checkReportPaper(base, run);
    }
  }
}

function requireArchive(context: JobContext): ReadDb {
  if (!context.db) throw new AppError('archive/closed');
  return context.db;
}

export const papers: HandlersOf<'papers'> = {
  async export(context, input) {
    const { format, file, fontScheme, allowMissingGlyphs } = input;
    const written = await exportReport({
      report: reportOf(context, requireArchive(context), input),
      format,
      file,
      fontsFolder: context.fontsFolder,
      fontScheme,
      allowMissingGlyphs,
      onProgress: context.onProgress,
      signal: context.signal,
    });
    context.record({
      action: 'papers.export',
      label: {
        code: 'paperExport',
        params: { name: translator(context.locale)(`papers.name.${input.paper}`), format, sha256: written.sha256 },
      },
    });
    return written;
  },

  preview: async (context, input) =>
    previewPdf({
      report: reportOf(context, requireArchive(context), input),
      fontsFolder: context.fontsFolder,
      fontScheme: input.fontScheme,
      onProgress: context.onProgress,
      signal: context.signal,
    }),
};
