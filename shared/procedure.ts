/**
 * What a procedure is. Each noun in `shared/features` lists its procedures with these three makers; every type on
 * both sides of the bridge is inferred from them.
 *
 * - `query`   reads. Its handler gets a connection that cannot write.
 * - `command` writes: one transaction, one event in the log, one `touched` notice to the windows.
 * - `job`     is long work beside the writer: it reads, reports progress and can be cancelled.
 */
import type { z } from './lib/zod.ts';

export type Role = 'archivist' | 'clerk' | 'auditor' | 'administrator';

/** Families of data that a command changes; the window asks again for the queries of these families. */
export const FAMILIES = [
  'archive',
  'organisations',
  'plans',
  'schedule',
  'history',
  'fonds',
  'documents',
  'boxes',
  'search',
  'loans',
  'appraisals',
  'disposals',
  'transfers',
  'stocktakes',
  'objects',
  'checks',
  'templates',
  'participants',
  'activities',
  'attendance',
  'budgets',
] as const;
export type Family = (typeof FAMILIES)[number];

interface ProcedureBase<Kind extends string, Input extends z.ZodType, Output extends z.ZodType> {
  readonly kind: Kind;
  readonly input: Input;
  readonly output: Output;
  /** One English line for `cli --list`. */
  readonly summary: string;
  /** Who may call it. */
  readonly roles: readonly Role[];
  /** Input fields that name a file or folder. From a window they must be grants of the open and save dialogs. */
  readonly paths: readonly string[];
}

/** What reading leaves behind when an auditor does it. */
interface Traced {
  /**
   * Shows or writes out what the archive holds of one matter: a record, a voucher, the list behind a figure, a paper. Done
   * in the role `auditor` it leaves an event in the log; lists to choose from and answers to typing leave none.
   */
  readonly traced: boolean;
}

export interface Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType>
  extends ProcedureBase<'query', I, O>,
    Traced {}
/** A job that prepares a command or another job. An optional one may fail: its output is then null, and the command goes on. */
export interface Preparation {
  readonly job: string;
  readonly optional: boolean;
}

/** What the outputs of the preparing jobs, in their order, become for the handler. */
export function preparedFrom(preparations: readonly Preparation[], outputs: readonly unknown[]): unknown {
  if (preparations.length === 1) return outputs[0];
  return Object.fromEntries(preparations.map(({ job: name }, index) => [name, outputs[index] ?? null]));
}

export interface Command<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType>
  extends ProcedureBase<'command', I, O> {
  readonly touches: readonly Family[];
  /**
   * Jobs that run first, one after the other, with the same input and outside the transaction. The output of one job
   * reaches the handler as it is; of several, a record by their names.
   */
  readonly preparedBy: readonly Preparation[];
}
export interface Job<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType>
  extends ProcedureBase<'job', I, O>,
    Traced {
  /** `foreign` jobs parse files of unknown origin: they get no archive and a thread with limits of its own. */
  readonly zone: 'archive' | 'foreign';
  /** As for commands; jobs that prepare are prepared by none. */
  readonly preparedBy: readonly Preparation[];
}
/** Needs a window: dialogs, recent archives. Handled by the main process alone, unknown to the CLI. */
export type Native<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = ProcedureBase<'native', I, O>;
export type Procedure = Query | Command | Job | Native;

interface Options {
  roles?: readonly Role[];
  paths?: readonly string[];
}
interface ReadingOptions extends Options {
  traced?: boolean;
}

const READERS: readonly Role[] = ['archivist', 'clerk', 'auditor', 'administrator'];
const WRITERS: readonly Role[] = ['archivist', 'clerk'];

export function query<I extends z.ZodType, O extends z.ZodType>(
  summary: string,
  input: I,
  output: O,
  options: ReadingOptions = {},
): Query<I, O> {
  return {
    kind: 'query',
    summary,
    input,
    output,
    roles: options.roles ?? READERS,
    paths: options.paths ?? [],
    traced: options.traced ?? false,
  };
}

function preparationsOf(given: string | readonly Preparation[] | undefined): readonly Preparation[] {
  return typeof given === 'string' ? [{ job: given, optional: false }] : (given ?? []);
}

export function command<I extends z.ZodType, O extends z.ZodType>(
  summary: string,
  input: I,
  output: O,
  options: Options & { touches: readonly Family[]; preparedBy?: string | readonly Preparation[] },
): Command<I, O> {
  return {
    kind: 'command',
    summary,
    input,
    output,
    roles: options.roles ?? WRITERS,
    paths: options.paths ?? [],
    touches: options.touches,
    preparedBy: preparationsOf(options.preparedBy),
  };
}

export function job<I extends z.ZodType, O extends z.ZodType>(
  summary: string,
  input: I,
  output: O,
  options: ReadingOptions & { zone?: 'archive' | 'foreign'; preparedBy?: string | readonly Preparation[] } = {},
): Job<I, O> {
  return {
    kind: 'job',
    summary,
    input,
    output,
    roles: options.roles ?? READERS,
    paths: options.paths ?? [],
    zone: options.zone ?? 'archive',
    traced: options.traced ?? false,
    preparedBy: preparationsOf(options.preparedBy),
  };
}

export function native<I extends z.ZodType, O extends z.ZodType>(
  summary: string,
  input: I,
  output: O,
  options: Options = {},
): Native<I, O> {
  return { kind: 'native', summary, input, output, roles: options.roles ?? READERS, paths: options.paths ?? [] };
}

export type InputOf<P extends Procedure> = z.input<P['input']>;
export type ParsedInputOf<P extends Procedure> = z.output<P['input']>;
export type OutputOf<P extends Procedure> = z.output<P['output']>;

/** How far a job has come: `done` of `total` steps of the named stage. */
export interface Progress {
  stage: string;
  done: number;
  total: number;
}
