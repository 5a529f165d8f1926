import type { Messages, SameKeys } from '../index.ts';
import { cli } from './cli.ts';
import { archiveErrors } from './errors/archive.ts';
import { catalogueErrors } from './errors/catalogue.ts';
import { exportErrors } from './errors/export.ts';
import { fileErrors } from './errors/file.ts';
import { formatErrors } from './errors/formats.ts';
import { scheduleErrors } from './errors/schedule.ts';
import { windowErrors } from './errors/window.ts';
import { grid } from './grid.ts';
import { history } from './history.ts';
import { menu } from './menu.ts';
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
  },
  warnings,
  cli,
  history,
  grid,
  menu,
  paper,
  report,
  schedule,
  shell,
} satisfies SameKeys<Messages>;
