import type { Messages, SameKeys } from '../index.ts';
import { archives } from './archives.ts';
import { catalogueImport } from './catalogue-import.ts';
import { checks } from './checks.ts';
import { boxScreen } from './box-screen.ts';
import { cli } from './cli.ts';
import { documentScreen } from './document-screen.ts';
import { documentFolders } from './document-folders.ts';
import { documentTable } from './document-table.ts';
import { documents } from './documents.ts';
import { archiveErrors } from './errors/archive.ts';
import { documentErrors } from './errors/documents.ts';
import { catalogueErrors } from './errors/catalogue.ts';
import { exportErrors } from './errors/export.ts';
import { fileErrors } from './errors/file.ts';
import { formatErrors } from './errors/formats.ts';
import { lifeErrors } from './errors/life.ts';
import { objectErrors } from './errors/objects.ts';
import { paperErrors } from './errors/papers.ts';
import { scheduleErrors } from './errors/schedule.ts';
import { searchErrors } from './errors/search.ts';
import { windowErrors } from './errors/window.ts';
import { fondsSettings } from './fonds-settings.ts';
import { grid } from './grid.ts';
import { history } from './history.ts';
import { life } from './life.ts';
import { menu } from './menu.ts';
import { objectScreen } from './object-screen.ts';
import { objects } from './objects.ts';
import { paper } from './paper.ts';
import { papers } from './papers.ts';
import { report } from './report.ts';
import { schedule } from './schedule.ts';
import { search } from './search.ts';
import { review } from './review.ts';
import { shell } from './shell.ts';
import { templates } from './templates.ts';
import { warnings } from './warnings.ts';

export const en = {
  errors: {
    ...archiveErrors,
    ...scheduleErrors,
    ...catalogueErrors,
    ...formatErrors,
    ...fileErrors,
    ...exportErrors,
    ...windowErrors,
    ...documentErrors,
    ...lifeErrors,
    ...objectErrors,
    ...searchErrors,
    ...windowErrors,
    ...paperErrors,
  },
  warnings,
  archives,
  catalogueImport,
  checks,
  boxScreen,
  cli,
  documentScreen,
  documents,
  fondsSettings,
  documentFolders,
  documentTable,
  history,
  grid,
  life,
  menu,
  objects,
  objectScreen,
  paper,
  papers,
  report,
  review,
  schedule,
  search,
  shell,
  templates,
} satisfies SameKeys<Messages>;
