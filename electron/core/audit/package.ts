/**
 * Writes the evidence of a year into a new folder. Invariant: under the folder's name stands nothing or the whole package:
 * everything is written beside it, flushed, checked by the verifier that goes along, and only then renamed into place.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { translator } from '#shared/i18n/index.ts';
import { archiveOf, type JobContext } from '../context.ts';
import { manifestText, type Listed } from '../documents/folders/manifest.ts';
import { flushFolder, renameWithRetry } from '../files/durable.ts';
import { fileError, systemCode } from '../files/file-errors.ts';
import { exportObject } from '../objects/read.ts';
import { genesis } from './event.ts';
import { packageContent, type PackageContent } from './package-content.ts';
import { logLines } from './package-log.ts';
import { readmeText } from './package-readme.ts';
import { entriesCsv, vouchersCsv } from './package-sheets.ts';
import { planVouchers, type PackedVoucher } from './package-vouchers.ts';
import { runVerifier, verifierFile, VERIFIERS } from './verifier.ts';

const MANIFEST = 'manifest-sha256.txt';

/** Is there an empty folder already? Throws folders/not_empty, folders/not_a_folder, audit/inside_archive. */
async function lookAtTarget(directory: string, archive: string): Promise<'missing' | 'empty'> {
  const folder = basename(directory);
  const way = relative(resolve(archive), directory);
  if (way === '' || !(way.startsWith('..') || isAbsolute(way))) throw new AppError('audit/inside_archive', { folder });
  const about = await stat(directory).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw fileError(error, directory);
  });
  if (!about) return 'missing';
  if (!about.isDirectory()) throw new AppError('folders/not_a_folder', { folder });
  if ((await readdir(directory)).length > 0) throw new AppError('folders/not_empty', { folder });
  return 'empty';
}

/** The folder while it is written: every file flushed, with its checksum. */
class Stage {
  /** Every file but folders, in the order in which it was written. */
  readonly listed: Listed[] = [];
  bytes = 0;
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  async put(path: string, pieces: Iterable<string | Uint8Array>, signal: AbortSignal): Promise<void> {
    const target = join(this.directory, path);
    const hash = createHash('sha256');
    const handle = await open(target, 'wx');
    try {
      for (const piece of pieces) {
        const content = typeof piece === 'string' ? Buffer.from(piece) : piece;
        hash.update(content);
        this.bytes += content.length;
        await handle.writeFile(content);
        if (signal.aborted) throw new AppError('program/cancelled');
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    this.listed.push({ path, sha256: hash.digest('hex') });
  }
}

/** Copies what the store still holds unchanged; a voucher whose content is missing or damaged is marked as such. */
async function copyVouchers(
  context: JobContext,
  stage: Stage,
  { vouchers, contents }: ReturnType<typeof planVouchers>,
): Promise<PackedVoucher[]> {
  const { signal, onProgress } = context;
  const lost = new Map<string, 'missing' | 'damaged'>();
  let done = 0;
  for (const [path, object] of contents) {
    onProgress({ stage: 'copy', done, total: contents.size });
    done += 1;
    try {
      await exportObject(context.directory, object, join(stage.directory, ...path.split('/')), { signal });
      stage.listed.push({ path, sha256: object.sha256 });
      stage.bytes += object.size;
    } catch (error) {
      const code = error instanceof AppError ? error.code : null;
      if (code !== 'objects/missing' && code !== 'objects/damaged') throw error;
      lost.set(path, code === 'objects/missing' ? 'missing' : 'damaged');
    }
  }
  await flushFolder(join(stage.directory, 'vouchers'));
  return vouchers.map((voucher) => {
    const state = lost.get(voucher.path);
    return state === undefined ? voucher : { ...voucher, path: '', state };
  });
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function* logPieces(context: JobContext, last: number): Generator<string> {
  for (const { lines, done } of logLines(archiveOf(context), last)) {
    yield lines;
    context.onProgress({ stage: 'log', done, total: last });
  }
}

/** Files in the package; several vouchers may be one. */
function carriedFiles(vouchers: readonly PackedVoucher[]): number {
  return new Set(vouchers.flatMap(({ path }) => (path === '' ? [] : [path]))).size;
}

/** Everything but the vouchers. Answers the seal. */
async function putTexts(
  context: JobContext,
  stage: Stage,
  content: PackageContent,
  vouchers: readonly PackedVoucher[],
): Promise<string> {
  const { signal, appVersion, fontsFolder } = context;
  const { uid, unitName, year, head, entries, check, units, rules, population } = content;
  const madeAt = context.now();
  const put = (path: string, ...pieces: (string | Uint8Array)[]): Promise<void> => stage.put(path, pieces, signal);
  const carried = carriedFiles(vouchers);
  await put('figures.json', pretty({ year, check, units, rules, population }));
  await put('entries.json', pretty({ year, entries }));
  await put('entries.csv', entriesCsv(entries));
  await put('vouchers.csv', vouchersCsv(vouchers));
  await stage.put('log.jsonl', logPieces(context, head.sequence), signal);
  await put(
    'head.json',
    pretty({ archive: uid, unit: unitName, year, genesis: genesis(uid), ...head, at: madeAt, appVersion }),
  );
  for (const name of VERIFIERS) await put(name, await readFile(verifierFile(fontsFolder, name)));
  await put('README.txt', readmeText(content, { entries: entries.length, vouchers: carried, madeAt, appVersion }));
  const manifest = manifestText(stage.listed);
  await put(MANIFEST, manifest);
  return createHash('sha256').update(manifest).digest('hex');
}

/** Gives the finished folder its name; into a folder that was there already the list of checksums comes last. */
async function intoPlace(stage: string, directory: string, target: 'missing' | 'empty'): Promise<void> {
  if (target === 'missing') await renameWithRetry(stage, directory);
  else {
    const names = (await readdir(stage)).filter((name) => name !== MANIFEST);
    for (const name of [...names, MANIFEST]) await renameWithRetry(join(stage, name), join(directory, name));
    await rmdir(stage);
    await flushFolder(directory);
  }
  await flushFolder(dirname(directory));
}

/** Problems of the verifier that mean the package was not written as it was meant. */
const UNWRITTEN: ReadonlySet<string> = new Set(['missing', 'changed', 'extra']);

/** @throws AppError folders/…, audit/…, file/…, program/cancelled */
export async function writePackage(
  context: JobContext,
  { year, directory: asked }: ParsedInput<'audit.package'>,
): Promise<Output<'audit.package'>> {
  const { signal, locale } = context;
  const directory = resolve(asked);
  const target = await lookAtTarget(directory, context.directory);
  const db = archiveOf(context);
  const t = translator(locale);
  // The words of a package do not follow the language of the window.
  const content = packageContent({ db, locale: 'zh-CN', now: context.now }, year);
  const plan = planVouchers(db, content.entries, translator('zh-CN'));
  // Into an empty folder from within: it may be a medium of its own, into which nothing can be renamed from outside.
  const parent = target === 'missing' ? dirname(directory) : directory;
  const stage = new Stage(join(parent, `.~package-${randomUUID()}`));
  try {
    await mkdir(stage.directory);
    await mkdir(join(stage.directory, 'vouchers'));
    const vouchers = await copyVouchers(context, stage, plan);
    const seal = await putTexts(context, stage, content, vouchers);
    await flushFolder(stage.directory);
    context.onProgress({ stage: 'check', done: 0, total: 1 });
    const proof = await runVerifier(context.fontsFolder, stage.directory, locale);
    const unwritten = proof.problems.find(({ code }) => UNWRITTEN.has(code));
    if (unwritten || proof.seal !== seal) {
      throw new AppError('file/io', { file: unwritten?.file ?? MANIFEST, folder: directory, detail: 'SHA-256' });
    }
    if (signal.aborted) throw new AppError('program/cancelled');
    await intoPlace(stage.directory, directory, target);
    context.record({
      action: 'audit.package',
      label: { code: 'auditPackage', params: { year, count: content.entries.length, sha256: seal } },
    });
    const lost = vouchers.filter(({ state }) => state !== 'present' && state !== 'paper');
    return {
      directory,
      files: stage.listed.length,
      bytes: stage.bytes,
      entries: content.entries.length,
      vouchers: carriedFiles(vouchers),
      seal,
      head: content.head,
      problems: [
        ...lost.map(({ entry, name, state }) =>
          t('auditPackage.problem.voucher', { entry, name, state: t(`auditPackage.state.${state}`) }),
        ),
        ...proof.problems.filter(({ code }) => code !== 'voucher_absent').map(({ detail }) => detail),
      ],
    };
  } catch (error) {
    const leftovers =
      target === 'empty' ? (await readdir(directory).catch(() => [])).map((name) => join(directory, name)) : [];
    for (const path of [stage.directory, ...leftovers]) {
      await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 }).catch(() => undefined);
    }
    throw signal.aborted ? new AppError('program/cancelled', {}, { cause: error }) : fileError(error, directory);
  }
}
