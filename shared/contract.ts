/** The one list of procedures. A name is `noun.verb`; everything else is inferred from the features. */
import { activities } from './features/activities.ts';
import { appraisals } from './features/appraisals.ts';
import { disposals } from './features/disposals.ts';
import { loans } from './features/loans.ts';
import { stocktakes } from './features/stocktakes.ts';
import { transfers } from './features/transfers.ts';
import { archive } from './features/archive.ts';
import { audit } from './features/audit.ts';
import { attendance } from './features/attendance.ts';
import { boxes } from './features/boxes.ts';
import { budgets } from './features/budgets.ts';
import { checks } from './features/checks.ts';
import { documents } from './features/documents.ts';
import { fonds } from './features/fonds.ts';
import { history } from './features/history.ts';
import { objects } from './features/objects.ts';
import { organisations } from './features/organisations.ts';
import { papers } from './features/papers.ts';
import { participants } from './features/participants.ts';
import { plans } from './features/plans.ts';
import { schedule } from './features/schedule.ts';
import { search } from './features/search.ts';
import { templates } from './features/templates.ts';
import { window } from './features/window.ts';
import type { InputOf, OutputOf, ParsedInputOf, Procedure } from './procedure.ts';

export const contract = {
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
  window,
} as const;
export type Contract = typeof contract;

type Names<C> = { [N in keyof C & string]: { [V in keyof C[N] & string]: `${N}.${V}` }[keyof C[N] & string] }[keyof C &
  string];
/** Every procedure's name, e.g. `schedule.list`. */
export type ProcedureName = Names<Contract>;

type Lookup<Name> = Name extends `${infer N}.${infer V}`
  ? N extends keyof Contract
    ? V extends keyof Contract[N]
      ? Contract[N][V] extends Procedure
        ? Contract[N][V]
        : never
      : never
    : never
  : never;
export type ProcedureOf<Name extends ProcedureName> = Lookup<Name>;
/** What a caller passes (defaults may be left out). */
export type Input<Name extends ProcedureName> = InputOf<ProcedureOf<Name>>;
/** What a handler gets (defaults filled in). */
export type ParsedInput<Name extends ProcedureName> = ParsedInputOf<ProcedureOf<Name>>;
export type Output<Name extends ProcedureName> = OutputOf<ProcedureOf<Name>>;

type KindOf<Name extends ProcedureName> = ProcedureOf<Name>['kind'];
export type NamesOfKind<Kind extends Procedure['kind']> = {
  [Name in ProcedureName]: KindOf<Name> extends Kind ? Name : never;
}[ProcedureName];

/** Finds a procedure by name; undefined for anything that is not in the list (`constructor.name` included). */
export function findProcedure(name: string): Procedure | undefined {
  const [noun = '', verb = '', ...rest] = name.split('.');
  if (rest.length > 0 || !Object.hasOwn(contract, noun)) return undefined;
  const feature: Readonly<Record<string, Procedure>> = contract[noun as keyof Contract];
  return Object.hasOwn(feature, verb) ? feature[verb] : undefined;
}

/** All names in order, for `cli --list` and for tests. */
export function procedureNames(): ProcedureName[] {
  return Object.entries(contract).flatMap(([noun, feature]) =>
    Object.keys(feature).map((verb) => `${noun}.${verb}` as ProcedureName),
  );
}
