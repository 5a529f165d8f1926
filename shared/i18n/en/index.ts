import type { Messages, SameKeys } from '../index.ts';
import { archives } from './archives.ts';
import { cli } from './cli.ts';
import { documents } from './documents.ts';
import { archiveErrors } from './errors/archive.ts';
import { documentErrors } from './errors/documents.ts';
import { catalogueErrors } from './errors/catalogue.ts';
import { exportErrors } from './errors/export.ts';
import { fileErrors } from './errors/file.ts';
import { formatErrors } from './errors/formats.ts';
import { lifeErrors } from './errors/life.ts';
import { objectErrors } from './errors/objects.ts';
import { scheduleErrors } from './errors/schedule.ts';
import { searchErrors } from './errors/search.ts';
import { windowErrors } from './errors/window.ts';
import { grid } from './grid.ts';
import { history } from './history.ts';
import { life } from './life.ts';
import { menu } from './menu.ts';
import { objects } from './objects.ts';
import { paper } from './paper.ts';
import { report } from './report.ts';
import { schedule } from './schedule.ts';
import { shell } from './shell.ts';
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
  },
  warnings,
  archives,
  cli,
  documents,
  history,
  grid,
  life,
  menu,
  objects,
  paper,
  report,
  schedule,
  shell,
} satisfies SameKeys<Messages>;
