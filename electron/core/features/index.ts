/** The handlers of every noun. A procedure without one, or a handler without a procedure, is a type error. */
import type { Handlers } from '../dispatch.ts';
import { activities } from './activities.ts';
import { appraisals } from './appraisals.ts';
import { disposals } from './disposals.ts';
import { loans } from './loans.ts';
import { stocktakes } from './stocktakes.ts';
import { transfers } from './transfers.ts';
import { archive } from './archive.ts';
import { audit } from './audit.ts';
import { attendance } from './attendance.ts';
import { boxes } from './boxes.ts';
import { budgets } from './budgets.ts';
import { checks } from './checks.ts';
import { documents } from './documents.ts';
import { fonds } from './fonds.ts';
import { history } from './history.ts';
import { objects } from './objects.ts';
import { organisations } from './organisations.ts';
import { papers } from './papers.ts';
import { participants } from './participants.ts';
import { plans } from './plans.ts';
import { schedule } from './schedule.ts';
import { search } from './search.ts';
import { templates } from './templates.ts';

export const handlers: Handlers = {
  activities,
  appraisals,
  archive,
  audit,
  attendance,
  boxes,
  budgets,
  checks,
  disposals,
  documents,
  fonds,
  history,
  loans,
  objects,
  organisations,
  papers,
  participants,
  plans,
  schedule,
  search,
  stocktakes,
  templates,
  transfers,
};
