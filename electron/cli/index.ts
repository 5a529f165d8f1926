/**
 * The program without a window:
 *
 *   npm run -s cli -- --list
 *   npm run -s cli -- <archive folder> <procedure> '<json>'
 *
 * stdout carries one JSON value and nothing else: the output, or `{"error": {…}}` with a non-zero exit status. Remarks go
 * to stderr. Queries and jobs open the archive for reading; commands create it where the folder is missing or empty.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findProcedure, procedureNames } from '#shared/contract.ts';
import { AppError, type WireError } from '#shared/errors.ts';
import { translator } from '#shared/i18n/index.ts';
import { errorText } from '#shared/i18n/messages.ts';
import type { Procedure } from '#shared/procedure.ts';
import { z } from '#shared/lib/zod.ts';
import { hasArchive } from '#core/archive-folder.ts';
import { toAppError } from '#core/errors.ts';
import { openRuntime, type Answer, type Runtime, type RuntimeOptions } from '#core/runtime.ts';
import { stderrLog } from './log.ts';
import { FONTS_FOLDER, PACKAGE_FILE } from './paths.ts';

const USAGE = `usage: npm run -s cli -- --list
       npm run -s cli -- <archive folder> <procedure> '<json>'   (or - to read the JSON from standard input)`;

/** Exit statuses: 1 the procedure failed, 2 the call itself was wrong. */
const FAILED = 1;
const MISUSED = 2;

function print(value: unknown): void {
  process.stdout.write(
    `${JSON.stringify(value, (_key, member: unknown) => (member instanceof Uint8Array ? Buffer.from(member).toString('base64') : member), 1)}\n`,
  );
}

/** The sentence for a person, in the language of the terminal. */
export function describeError(error: WireError): string {
  const locale = (process.env['LC_ALL'] ?? process.env['LANG'] ?? '').startsWith('en') ? 'en' : 'zh-CN';
  return errorText(locale, error);
}

function fail(error: WireError, status: number): void {
  print({ error: { ...error, message: describeError(error) } });
  process.exitCode = status;
}

function list(): void {
  print(
    procedureNames().flatMap((name) => {
      const procedure = findProcedure(name);
      if (!procedure || procedure.kind === 'native') return [];
      const { kind, summary, roles, paths } = procedure;
      return [
        { name, kind, summary, roles, paths, input: schemaOf(procedure.input), output: schemaOf(procedure.output) },
      ];
    }),
  );
}

function schemaOf(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
}

/** Paths given on the command line are relative to where the caller stands. */
function resolvePaths(procedure: Procedure, input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(
    Object.entries(input).map(([key, member]: [string, unknown]) => [
      key,
      procedure.paths.includes(key) && typeof member === 'string' ? resolve(member) : member,
    ]),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('input/not_json', { detail: error instanceof Error ? error.message : '' });
  }
}

function optionsFor(procedure: Procedure, directory: string): RuntimeOptions {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(PACKAGE_FILE, 'utf8')));
  const base = { fontsFolder: FONTS_FOLDER, appVersion: version, log: stderrLog };
  if (procedure.kind === 'job' && procedure.zone === 'foreign') return { ...base, directory: null, mode: 'read-only' };
  if (procedure.kind !== 'command') return { ...base, directory, mode: 'read-only' };
  if (!hasArchive(directory)) process.stderr.write(`${translator('zh-CN')('cli.created', { directory })}\n`);
  return {
    ...base,
    directory,
    mode: 'read-write',
    createIfMissing: { unitName: translator('zh-CN')('cli.unitName'), isExample: false },
  };
}

/** A job's entry in the log needs the writer, which another program may hold: the file is written all the same. */
async function record(answer: Answer, directory: string, options: RuntimeOptions): Promise<void> {
  if (!answer.event) return;
  let writer: Runtime | undefined;
  try {
    writer = await openRuntime({ ...options, directory, mode: 'read-write' });
    await writer.record(answer.event);
  } catch (error) {
    process.stderr.write(`${describeError(toAppError(error, stderrLog).toWire())}\n`);
  } finally {
    writer?.close();
  }
}

/** Ctrl+C ends long work as the cancel button of the window does: nothing half-written stays. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}

async function run(directory: string, name: string, json: string): Promise<void> {
  const procedure = findProcedure(name);
  if (!procedure || procedure.kind === 'native') throw new AppError('input/unknown_procedure', { name });
  const input = resolvePaths(procedure, parseJson(json === '-' ? readFileSync(0, 'utf8') : json));
  const options = optionsFor(procedure, directory);
  const runtime = await openRuntime(options);
  let answer: Answer;
  try {
    answer = await runtime.call(name, input, { signal: interruption() });
  } finally {
    runtime.close();
  }
  if (!answer.reply.ok) {
    fail(answer.reply.error, FAILED);
    return;
  }
  await record(answer, directory, options);
  print(answer.reply.value);
}

const [first, procedureName, json = '{}', ...rest] = process.argv.slice(2);
if (first === '--list') {
  list();
} else if (first === undefined || procedureName === undefined || rest.length > 0) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = MISUSED;
} else {
  try {
    await run(resolve(first), procedureName, json);
  } catch (error) {
    fail(toAppError(error, stderrLog).toWire(), error instanceof AppError ? MISUSED : FAILED);
  }
}
