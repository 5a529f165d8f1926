/** Takes dropped files in, one after the other; one that is refused stops none of the others. */
import { AppError } from '#shared/errors.ts';
import { call } from '../../app/api.ts';
import { isCancelled } from '../../app/error-text.ts';
import { documentState } from './document-state.ts';
import { titleOf } from './dropped-files.ts';
import { folderFields } from './folder.ts';
import { attachFile } from './use-file-edits.ts';
import { editDocuments } from './use-document-rows.ts';

/** Larger ones would be copied three times on their way; a dialog of the system hands over the file itself. Bytes. */
export const LARGEST_DROP = 50 * 1024 * 1024;

export interface Taken {
  done: number;
  failed: { name: string; error: unknown }[];
  doubtful: { name: string; doubts: readonly string[] }[];
  stopped: boolean;
}

export async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new AppError('input/file_unreadable', { file: file.name }, { cause: error });
  }
}

/** A draft with the file as its main text. The file is looked at first, so that a refused one leaves no draft behind. */
async function enter(
  file: File,
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
  sorry: (error: unknown) => string,
) {
  const source = { bytes, name: file.name };
  await call('objects.inspect', source, { signal });
  const fields = { ...folderFields(documentState.get().folder), title: titleOf(file.name) };
  const step = { code: 'documentInsert', params: { count: 1 } } as const;
  const [document] = (await editDocuments(step, [{ do: 'insert', fields }])).documents;
  if (!document) throw new Error('a document that was entered is answered');
  const { id, version } = document;
  try {
    return await attachFile(id, source, { signal });
  } catch (error) {
    const reason = sorry(error);
    await editDocuments({ code: 'documentWithdraw', params: { count: 1 } }, [{ do: 'withdraw', id, version, reason }]);
    throw error;
  }
}

/** `id`: the document that takes all of them; null = each becomes a draft. `sorry` says why a draft goes again. */
export async function takeFiles(
  files: readonly File[],
  id: number | null,
  { signal, onDone, sorry }: { signal: AbortSignal; onDone: (done: number) => void; sorry: (error: unknown) => string },
): Promise<Taken> {
  const taken: Taken = { done: 0, failed: [], doubtful: [], stopped: false };
  for (const [index, file] of files.entries()) {
    if (signal.aborted) return { ...taken, stopped: true };
    try {
      if (file.size > LARGEST_DROP) throw new AppError('input/too_large', sizes(file.size));
      const bytes = await bytesOf(file);
      const answer = await (id === null
        ? enter(file, bytes, signal, sorry)
        : attachFile(id, { bytes, name: file.name }, { signal }));
      taken.done += 1;
      if (answer.doubts.length > 0) taken.doubtful.push({ name: file.name, doubts: answer.doubts });
    } catch (error) {
      if (isCancelled(error)) return { ...taken, stopped: true };
      taken.failed.push({ name: file.name, error });
    }
    onDone(index + 1);
  }
  return taken;
}

function sizes(bytes: number): { size: string; limit: string } {
  const megabytes = (count: number): string => `${Math.ceil(count / 1048576)} MB`;
  return { size: megabytes(bytes), limit: megabytes(LARGEST_DROP) };
}
