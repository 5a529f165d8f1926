/** What the dialog knows of a paper's scope, and which papers that is enough for. Pure. */
import { PaperScope, type PaperName } from '#shared/features/papers.ts';
import type { PaperRequest } from '../../app/ui-state.ts';

/** A field of the dialog. `documents` and `boxes`: those chosen on a screen, or the whole year. */
export type PaperField =
  | 'documents'
  | 'boxes'
  | 'year'
  | 'term'
  | 'section'
  | 'termStyle'
  | 'sheet'
  | 'span'
  | 'on'
  | 'lines'
  | 'countedYear'
  | 'activityCategory'
  | 'audience'
  | 'role'
  | 'leastLines'
  | 'phones'
  | 'people'
  | 'award'
  | 'firstDay'
  | 'days'
  | 'withReversed'
  | 'payerKind'
  | 'logAction'
  | 'chosenEvidence'
  | 'project'
  | 'matter'
  | 'summary'
  | 'auditors'
  | 'opinion'
  | 'findings'
  | 'preparedBy'
  | 'reviewedBy'
  | 'preparedOn';

/** Every paper in the order of the list, with what a person can set in it. */
export const PAPER_FIELDS: Readonly<Record<PaperName, readonly PaperField[]>> = {
  catalogue: ['year', 'term', 'section'],
  catalogueCover: ['year', 'term', 'section'],
  boxNote: ['boxes', 'year'],
  stamp: ['documents', 'year', 'term', 'section', 'termStyle'],
  stampSheet: ['documents', 'year', 'term', 'section', 'termStyle'],
  spine: ['boxes', 'year', 'sheet'],
  boxCover: ['sheet'],
  boxLabels: ['boxes', 'year'],
  documentLabels: ['documents', 'year', 'term', 'section'],
  loanRegister: ['span'],
  loanForm: ['lines'],
  expiredList: ['on'],
  appraisalOpinions: [],
  disposalCover: [],
  disposalList: [],
  transferList: [],
  stocktakeReport: [],
  checkReport: [],
  yearlyReport: ['year'],
  signInSheet: ['leastLines', 'phones'],
  signInForm: ['lines'],
  signedList: ['phones'],
  activityList: ['countedYear', 'activityCategory', 'audience'],
  activitySheet: [],
  trainingStatistics: ['countedYear'],
  statisticsReport: ['countedYear'],
  personRegister: ['role', 'countedYear', 'phones'],
  campaignReport: ['span'],
  publicNotice: ['people', 'award', 'firstDay', 'days'],
  fundingCheck: ['countedYear'],
  fundingLedger: ['countedYear', 'withReversed'],
  unitTrainingCheck: ['countedYear', 'payerKind'],
  auditMaterials: ['countedYear'],
  commitmentLetter: ['countedYear'],
  changeLog: ['span', 'logAction'],
  auditEvidence: ['chosenEvidence', 'countedYear', 'project', 'matter', 'summary', 'auditors', 'preparedOn', 'opinion'],
  workingPaper: ['findings', 'countedYear', 'project', 'preparedBy', 'reviewedBy', 'preparedOn'],
};

/** Papers whose sizes must be right to the tenth of a millimetre. */
export const EXACT_PAPERS: ReadonlySet<PaperName> = new Set([
  'stamp',
  'stampSheet',
  'spine',
  'boxLabels',
  'documentLabels',
]);

/** The scope as the job takes it, or null where something is missing. */
export function scopeOf(request: PaperRequest): PaperScope | null {
  const parsed = PaperScope.safeParse(request);
  return parsed.success ? parsed.data : null;
}

/** The papers that can be printed from what is known, and the one that was asked for, which may want a word first. */
export function papersFor(request: PaperRequest): PaperName[] {
  return (Object.keys(PAPER_FIELDS) as PaperName[]).filter(
    (paper) => paper === request.paper || scopeOf({ ...request, paper }) !== null,
  );
}

/** The scope as it is shown: what is only looked at has no whole phones, so neither they nor their reason ask for new pages. */
export function shownScope(scope: PaperScope | null): PaperScope | null {
  return scope && 'phones' in scope ? { ...scope, phones: 'masked', reason: '' } : scope;
}

/** Whether whole phones are asked for without saying why. */
export function wantsReason(scope: PaperScope | null): boolean {
  return scope !== null && 'phones' in scope && scope.phones === 'whole' && scope.reason === '';
}

/** The fields to show: a year and its parts only where not the chosen documents or boxes are printed. */
export function fieldsOf(request: PaperRequest): PaperField[] {
  const fields = PAPER_FIELDS[request.paper];
  const chosen =
    (fields.includes('documents') && request.documentIds !== undefined) ||
    (fields.includes('boxes') && request.boxIds !== undefined);
  return fields.filter((field) => !(chosen && ['year', 'term', 'section'].includes(field)));
}

/** ISO day of a date where the person is. */
export function isoDay(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Fills in what a person usually wants: the newest year, this year's loans until today. */
export function withUsualScope(request: PaperRequest, today: Date, newestYear: number | null): PaperRequest {
  const year = today.getFullYear();
  return {
    year: newestYear ?? year,
    from: `${year}-01-01`,
    to: isoDay(today),
    on: isoDay(today),
    lines: 30,
    role: 'volunteer',
    ...request,
  };
}
