/** The handlers of every noun. A procedure without one, or a handler without a procedure, is a type error. */
import type { Handlers } from '../dispatch.ts';
import { archive } from './archive.ts';
import { history } from './history.ts';
import { organisations } from './organisations.ts';
import { plans } from './plans.ts';
import { schedule } from './schedule.ts';
import { search } from './search.ts';

export const handlers: Handlers = { archive, history, organisations, plans, schedule, search };
