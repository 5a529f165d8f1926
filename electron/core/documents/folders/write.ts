/**
 * Writes documents into an empty folder, one folder a 档号. Invariant: each file is written whole, flushed and read back;
 * the list of checksums comes last and is what makes it a package, so that a broken-off one is known as such. Whatever
 * fails, and a cancel, takes away what was written.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { Document } from '#shared/features/documents.ts';
import { z } from '#shared/lib/zod.ts';
import { archiveOf, type JobContext } from '../../context.ts';
import { all, type ReadDb } from '../../db/sql.ts';
import { transferEntity } from '../../entities/life.ts';
import { writeAtomically } from '../../files/atomic-file.ts';
import { flushFolder } from '../../files/durable.ts';
import { fileError, systemCode } from '../../files/file-errors.ts';
import { fondsRules } from '../../fonds/rules.ts';
import { exportObject } from '../../objects/read.ts';
import { objectRow } from '../../objects/rows.ts';
import { listDocuments } from '../list.ts';
import { aboutText, type TransferImage } from './about.ts';
import { catalogueCsv, catalogueXml } from './catalogue.ts';
import { type Listed, manifestText } from './manifest.ts';
import { metadataJson, metadataXml } from './metadata.ts';
import { METADATA, planFolders, ROOT } from './plan.ts';
import { verifyFolders } from './verify.ts';

type Input = ParsedInput<'documents.exportFolders'>;

/** Most documents of one package. */
const LARGEST_PACKAGE = 20_000;

async function refuseFilled(directory: string): Promise<void> {
  const folder = basename(directory);
  try {
    if (!(await stat(directory)).isDirectory()) throw new AppError('folders/not_a_folder', { folder });
    if ((await readdir(directory)).length > 0) throw new AppError('folders/not_empty', { folder });
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new AppError('folders/not_a_folder', { folder }, { cause: error });
    throw error;
  }
}

function transferOf(db: ReadDb, id: number | undefined): TransferImage | null {
  if (id === undefined) return null;
  const image = transferEntity.read(db, id);
  if (!image || image.withdrawn === 1) throw new AppError('record/not_found', { id });
  return image;
}

function documentsFor(db: ReadDb, { filter, ids }: Input, transfer: TransferImage | null): Document[] {
  const wanted = transfer ? transfer.items.map(({ document_id }) => document_id) : ids;
  const { rows, total } = listDocuments(db, {
    filter: { ...filter, ...(wanted === undefined ? {} : { ids: wanted }) },
    sort: 'code',
    descending: false,
    offset: 0,
    limit: LARGEST_PACKAGE,
  });
  if (total > LARGEST_PACKAGE) throw new AppError('folders/too_many', { count: total, limit: LARGEST_PACKAGE });
  if (total === 0) throw new AppError('documents/table_empty');
  return rows;
}

function boxNumbers(db: ReadDb): Map<number, number> {
  const rows = all(db, z.object({ id: z.int(), number: z.int() }), 'SELECT id, number FROM box');
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** Throws folders/…, objects/missing, objects/damaged, file/…, program/cancelled. */
export async function exportFolders(context: JobContext, input: Input): Promise<Output<'documents.exportFolders'>> {
  const db = archiveOf(context);
  const directory = resolve(input.directory);
  await refuseFilled(directory);
  const transfer = transferOf(db, input.transferId);
  const documents = documentsFor(db, input, transfer);
  const rules = fondsRules(db);
  const boxes = boxNumbers(db);
  const folders = planFolders(documents);
  const originals = folders.flatMap(({ files }) => files);
  const bytes = originals.reduce((sum, { size }) => sum + size, 0);
  const { signal, onProgress } = context;
  const listed: Listed[] = [];
  /** What this run made in the folder, to be taken away where it fails. */
  const made: string[] = [];

  const put = async (path: string, text: string): Promise<void> => {
    const sha256 = createHash('sha256').update(text).digest('hex');
    const target = join(directory, ...path.split('/'));
    await writeAtomically(
      target,
      (temporary) => writeFile(temporary, text),
      async (temporary) => {
        const found = createHash('sha256')
          .update(await readFile(temporary))
          .digest('hex');
        if (found === sha256) return;
        throw new AppError('file/io', { file: basename(target), folder: directory, detail: 'SHA-256' });
      },
      { signal },
    );
    listed.push({ path, sha256 });
  };

  try {
    for (const [index, { document, folder, files }] of folders.entries()) {
      onProgress({ stage: 'write', done: index, total: folders.length });
      made.push(folder);
      const place = join(directory, folder);
      await mkdir(place).catch((error: unknown) => {
        throw fileError(error, place);
      });
      for (const file of files) {
        await exportObject(context.directory, objectRow(db, file.sha256), join(place, file.name), { signal });
        listed.push({ path: `${folder}/${file.name}`, sha256: file.sha256 });
      }
      const boxNumber = document.boxId === null ? null : (boxes.get(document.boxId) ?? null);
      const metadata = { document, files, rules, boxNumber };
      await put(`${folder}/${METADATA.xml}`, metadataXml(metadata));
      await put(`${folder}/${METADATA.json}`, metadataJson(metadata));
      await flushFolder(place);
    }
    made.push(...Object.values(ROOT));
    const { appVersion } = context;
    const madeAt = context.now();
    const about = { documents, rules, transfer, madeAt, bytes, originals: originals.length, appVersion };
    await put(ROOT.about, aboutText(about));
    await put(ROOT.xml, catalogueXml(folders, rules));
    await put(ROOT.csv, catalogueCsv(folders, rules));
    const files = [...listed];
    const manifest = manifestText(files);
    await put(ROOT.manifest, manifest);
    await flushFolder(directory);
    const check = await verifyFolders(directory, { signal, onProgress });
    if (!check.whole) {
      const [path = ''] = [
        ...check.missing,
        ...check.changed,
        ...check.surplus,
        ...check.unreadable.map((one) => one.path),
      ];
      throw new AppError('file/io', { file: path, folder: directory, detail: 'SHA-256' });
    }
    const manifestSha256 = createHash('sha256').update(manifest).digest('hex');
    context.record({
      action: 'documents.exportFolders',
      label: {
        code: transfer ? 'transferPackage' : 'documentFolders',
        params: { count: documents.length, number: transfer?.number ?? '', sha256: manifestSha256 },
      },
    });
    return {
      directory,
      documents: documents.length,
      originals: originals.length,
      files: files.length,
      bytes: check.bytes,
      manifestSha256,
    };
  } catch (error) {
    for (const name of made) await rm(join(directory, name), { recursive: true, force: true }).catch(() => undefined);
    throw signal.aborted ? new AppError('program/cancelled', {}, { cause: error }) : error;
  }
}
