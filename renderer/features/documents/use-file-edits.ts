/** What a person does with the files of a document: take one in, arrange them, take one off. Each is one undo step. */
import type { Output } from '#shared/contract.ts';
import type { Document, DocumentFile } from '#shared/features/documents.ts';
import { call, queryClient, whileEditing } from '../../app/api.ts';
import type { CallOptions } from '#shared/client.ts';
import { createStore, useStore } from '../../app/store.ts';
import { documentsById, showEdit } from './use-document-rows.ts';

/** A file that was chosen in a dialog (its grant), or dropped, by its bytes. */
export type FileSource = { file: string } | { bytes: Uint8Array<ArrayBuffer>; name: string };

/** Doubts that taking a file in has told of, by checksum: shown beside the file until the window closes. */
const told = createStore<{ doubts: Readonly<Record<string, readonly string[]>> }>({ doubts: {} });
const NONE: readonly string[] = [];

export function useDoubts(sha256: string): readonly string[] {
  return useStore(told, ({ doubts }) => doubts[sha256] ?? NONE);
}

async function inList(work: () => Promise<{ document: Document }>): Promise<void> {
  try {
    const { document } = await work();
    showEdit({ documents: [document], withdrawn: [] });
  } catch (error) {
    // Perhaps the lines at hand are old (record/conflict): show what the archive holds.
    await queryClient.invalidateQueries({ queryKey: ['documents', 'rows'] });
    throw error;
  }
}

export async function attachFile(
  id: number,
  source: FileSource,
  options: CallOptions = {},
): Promise<Output<'documents.attach'>> {
  return whileEditing('documents', async () => {
    const answers: Output<'documents.attach'>[] = [];
    await inList(async () => {
      const [document] = await documentsById([id]);
      const answer = await call('documents.attach', { id, version: document?.version ?? 0, ...source }, options);
      answers.push(answer);
      return answer;
    });
    const [answer] = answers;
    if (!answer) throw new Error('an attached file has an answer');
    told.set({ doubts: { ...told.get().doubts, [answer.file.sha256]: answer.doubts } });
    return answer;
  });
}

/** Puts the files in this order, under these names and roles; those left out are taken off, with the reason. */
export async function arrangeFiles(id: number, change: (files: DocumentFile[]) => DocumentFile[], reason = '') {
  await whileEditing('documents', () =>
    inList(async () => {
      const [document] = await documentsById([id]);
      const files = change([...(document?.files ?? [])]).map(({ sha256, role, name }) => ({ sha256, role, name }));
      return call('documents.arrangeFiles', { id, version: document?.version ?? 0, files, reason });
    }),
  );
}
