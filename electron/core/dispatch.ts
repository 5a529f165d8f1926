/**
 * The one door. Whoever calls - window, CLI, test - names a procedure and hands an input; the door finds the procedure,
 * checks the role, parses the input, runs the handler in the right kind of context, writes the event and maps errors.
 *
 * A command's handler is synchronous: it runs in one immediate transaction, together with its event and its undo step.
 */
import { contract, findProcedure, type NamesOfKind, type ParsedInput, type Output } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { Command, Family, Job, Procedure, Query } from '#shared/procedure.ts';
import { appendEvent, head } from './audit/event.ts';
import { AUDIT_READ, wasJustRead } from './audit/trace.ts';
import { Changes } from './changes.ts';
import type { JobContext, ReadContext, SignedEvent, StepDescription, WriteContext } from './context.ts';
import type { WriteDb } from './db/sql.ts';
import { invalidInput } from './errors.ts';
import { pushUndoStep } from './undo.ts';

type VerbsOf<Noun extends string, Name extends string> = Name extends `${Noun}.${infer Verb}` ? Verb : never;

type HandlerOf<Name> =
  Name extends NamesOfKind<'query'>
    ? (context: ReadContext, input: ParsedInput<Name>) => Output<Name>
    : Name extends NamesOfKind<'command'>
      ? (context: WriteContext, input: ParsedInput<Name>) => Output<Name>
      : Name extends NamesOfKind<'job'>
        ? (context: JobContext, input: ParsedInput<Name>) => Promise<Output<Name>>
        : never;

type CoreName = NamesOfKind<'query'> | NamesOfKind<'command'> | NamesOfKind<'job'>;

/** The handlers of one noun; a missing or superfluous one is a type error. */
export type HandlersOf<Noun extends keyof typeof contract> = {
  readonly [Verb in VerbsOf<Noun, CoreName>]: HandlerOf<`${Noun}.${Verb}`>;
};

export type Handlers = { readonly [Noun in Exclude<keyof typeof contract, 'window'>]: HandlersOf<Noun> };

type LooseHandler = (context: never, input: never) => unknown;

export interface Door {
  handlers: Handlers;
  /** Parse outputs too: on in tests, where a handler that answers something else must fail. */
  checkOutputs: boolean;
}

/** Finds a procedure and its handler, checks the role, parses the input. */
export function enter(
  door: Door,
  name: string,
  input: unknown,
  role: ReadContext['actor']['role'],
): { procedure: Exclude<Procedure, { kind: 'native' }>; handler: LooseHandler; input: unknown } {
  const procedure = findProcedure(name);
  if (!procedure || procedure.kind === 'native') throw new AppError('input/unknown_procedure', { name });
  if (!procedure.roles.includes(role)) throw new AppError('access/role', { role });
  const parsed = procedure.input.safeParse(input ?? {});
  if (!parsed.success) throw invalidInput(parsed.error);
  const [noun = '', verb = ''] = name.split('.');
  const feature: Readonly<Record<string, LooseHandler>> = door.handlers[noun as keyof Handlers];
  const handler = feature[verb];
  if (!handler) throw new AppError('input/unknown_procedure', { name });
  return { procedure, handler, input: parsed.data };
}

function leave(door: Door, procedure: Query | Command | Job, output: unknown): unknown {
  return door.checkOutputs ? procedure.output.parse(output) : output;
}

type Run<Context> = (context: Context, input: unknown) => unknown;

/** Answers a query. */
export function runQuery(
  door: Door,
  procedure: Query,
  handler: LooseHandler,
  context: ReadContext,
  input: unknown,
): unknown {
  return leave(door, procedure, (handler as Run<ReadContext>)(context, input));
}

/** Runs a job to its end. */
export async function runJob(
  door: Door,
  procedure: Job,
  handler: LooseHandler,
  context: JobContext,
  input: unknown,
): Promise<unknown> {
  return leave(door, procedure, await (handler as Run<JobContext>)(context, input));
}

/** Runs a command: transaction, handler, event, undo step. */
export function runCommand(
  door: Door,
  name: string,
  procedure: Command,
  handler: LooseHandler,
  base: Omit<WriteContext, 'changes' | 'describe' | 'eventNumber' | 'prepared'>,
  input: unknown,
  prepared: unknown,
): { output: unknown; touched: readonly Family[] } {
  const { db } = base;
  return db
    .transaction(() => {
      const changes = new Changes(db);
      const last = head(db);
      let step: StepDescription | undefined;
      const context: WriteContext = {
        ...base,
        changes,
        prepared,
        eventNumber: last.sequence + 1,
        describe: (description) => {
          step = description;
        },
      };
      const output = leave(door, procedure, (handler as Run<WriteContext>)(context, input));
      // A command that found nothing to do leaves no trace and touches nothing.
      if (!step) {
        if (!changes.isEmpty) throw new Error(`${name} changed records without naming its step`);
        return { output, touched: [] };
      }
      const searchChanged = changes.index();
      const { before, after } = changes.images();
      const { sequence } = appendEvent(db, last, {
        at: base.now(),
        actor: base.actor.name,
        role: base.actor.role,
        action: name,
        label: step.label,
        reason: step.reason ?? null,
        before,
        after,
        appVersion: base.appVersion,
      });
      if (!changes.isEmpty && step.undoable !== false) pushUndoStep(db, sequence);
      return {
        output,
        touched: searchChanged ? [...new Set([...procedure.touches, 'search' as const])] : procedure.touches,
      };
    })
    .immediate();
}

/** Logs what a finished job did, or what an auditor read. Answers whether there was something new to log. */
export function recordJob(db: WriteDb, base: Pick<WriteContext, 'appVersion' | 'now'>, event: SignedEvent): boolean {
  return db
    .transaction(() => {
      const at = base.now();
      if (event.label.code === AUDIT_READ && wasJustRead(db, event, at)) return false;
      appendEvent(db, head(db), {
        at,
        actor: event.actor.name,
        role: event.actor.role,
        action: event.action,
        label: event.label,
        reason: null,
        before: [],
        after: [],
        appVersion: base.appVersion,
      });
      return true;
    })
    .immediate();
}
