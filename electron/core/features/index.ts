/** The handlers of every noun. A procedure without one, or a handler without a procedure, is a type error. */
import type { Handlers } from '../dispatch.ts';
import { archive } from './archive.ts';
import { boxes } from './boxes.ts';
import { documents } from './documents.ts';
import { fonds } from './fonds.ts';
import { history } from './history.ts';
import { organisations } from './organisations.ts';
import { papers } from './papers.ts';
import { plans } from './plans.ts';
import { schedule } from './schedule.ts';

export const handlers: Handlers = { archive, boxes, documents, fonds, history, organisations, papers, plans, schedule };
