import type { Messages, SameKeys } from '../index.ts';
import { activityPapers } from './activity-papers.ts';
import { archives } from './archives.ts';
import { auditPackage } from './audit-package.ts';
import { auditScreen } from './audit-screen.ts';
import { catalogueImport } from './catalogue-import.ts';
import { checks } from './checks.ts';
import { boxScreen } from './box-screen.ts';
import { budgetScreen } from './budget-screen.ts';
import { cli } from './cli.ts';
import { documentScreen } from './document-screen.ts';
import { documentFolders } from './document-folders.ts';
import { documentTable } from './document-table.ts';
import { documents } from './documents.ts';
import { activityErrors } from './errors/activities.ts';
import { budgetErrors } from './errors/budgets.ts';
import { archiveErrors } from './errors/archive.ts';
import { auditErrors } from './errors/audit.ts';
import { documentErrors } from './errors/documents.ts';
import { catalogueErrors } from './errors/catalogue.ts';
import { exportErrors } from './errors/export.ts';
import { fileErrors } from './errors/file.ts';
import { formatErrors } from './errors/formats.ts';
import { lifeErrors } from './errors/life.ts';
import { objectErrors } from './errors/objects.ts';
import { paperErrors } from './errors/papers.ts';
import { participantErrors } from './errors/participants.ts';
import { scheduleErrors } from './errors/schedule.ts';
import { searchErrors } from './errors/search.ts';
import { windowErrors } from './errors/window.ts';
import { fundingPapers } from './funding-papers.ts';
import { fondsSettings } from './fonds-settings.ts';
import { fundingCheck, fundingCheckFlags } from './funding-check.ts';
import { fundingErrors } from './errors/funding.ts';
import { fundingFlags } from './funding-flags.ts';
import { grid } from './grid.ts';
import { history } from './history.ts';
import { ledgerScreen } from './ledger-screen.ts';
import { identityNumbers } from './identity-numbers.ts';
import { life } from './life.ts';
import { logWords } from './log-words.ts';
import { menu } from './menu.ts';
import { objectScreen } from './object-screen.ts';
import { objects } from './objects.ts';
import { organisationScreen } from './organisation-screen.ts';
import { paper } from './paper.ts';
import { papers } from './papers.ts';
import { participantScreen } from './participant-screen.ts';
import { participants } from './participants.ts';
import { activities } from './activities.ts';
import { personFindings } from './person-findings.ts';
import { activityScreen } from './activity-screen.ts';
import { register } from './register.ts';
import { report } from './report.ts';
import { schedule } from './schedule.ts';
import { search } from './search.ts';
import { signIn } from './sign-in.ts';
import { review } from './review.ts';
import { shell } from './shell.ts';
import { templates } from './templates.ts';
import { warnings } from './warnings.ts';
import { workingPaper } from './working-paper.ts';

export const en = {
  errors: {
    ...archiveErrors,
    ...activityErrors,
    ...scheduleErrors,
    ...catalogueErrors,
    ...formatErrors,
    ...fileErrors,
    ...exportErrors,
    ...windowErrors,
    ...auditErrors,
    ...documentErrors,
    ...lifeErrors,
    ...objectErrors,
    ...searchErrors,
    ...windowErrors,
    ...paperErrors,
    ...participantErrors,
    ...fundingErrors,
    ...budgetErrors,
  },
  warnings,
  workingPaper,
  budgets: { flag: fundingCheckFlags, caseFlag: fundingFlags },
  fundingCheck,
  activities,
  activityPapers,
  activityScreen,
  archives,
  auditPackage,
  auditScreen,
  catalogueImport,
  checks,
  boxScreen,
  budgetScreen,
  cli,
  documentScreen,
  documents,
  fondsSettings,
  fundingPapers,
  documentFolders,
  documentTable,
  history,
  grid,
  ledgerScreen,
  identityNumbers,
  life,
  logWords,
  menu,
  objects,
  objectScreen,
  organisationScreen,
  paper,
  papers,
  participantScreen,
  participants,
  personFindings,
  register,
  report,
  review,
  schedule,
  search,
  signIn,
  shell,
  templates,
} satisfies SameKeys<Messages>;
