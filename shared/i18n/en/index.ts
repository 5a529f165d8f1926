import type { Messages, SameKeys } from '../index.ts';
import { archives } from './archives.ts';
import { cli } from './cli.ts';
import { documents } from './documents.ts';
import { archiveErrors } from './errors/archive.ts';
import { documentErrors } from './errors/documents.ts';
import { exportErrors } from './errors/export.ts';
import { fileErrors } from './errors/file.ts';
import { formatErrors } from './errors/formats.ts';
import { paperErrors } from './errors/papers.ts';
import { scheduleErrors } from './errors/schedule.ts';
import { windowErrors } from './errors/window.ts';
import { grid } from './grid.ts';
import { history } from './history.ts';
import { menu } from './menu.ts';
import { paper } from './paper.ts';
import { papers } from './papers.ts';
import { report } from './report.ts';
import { schedule } from './schedule.ts';
import { shell } from './shell.ts';
import { warnings } from './warnings.ts';

export const en = {
  errors: {
    ...archiveErrors,
    ...scheduleErrors,
    ...formatErrors,
    ...fileErrors,
    ...exportErrors,
    ...windowErrors,
    ...documentErrors,
    ...paperErrors,
  },
  warnings,
  archives,
  cli,
  documents,
  history,
  grid,
  menu,
  paper,
  papers,
  report,
  schedule,
  shell,
} satisfies SameKeys<Messages>;
