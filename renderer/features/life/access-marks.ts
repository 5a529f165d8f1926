/** Sets the opinion on opening (开放标识) of many documents in one step. */
import type { DocumentFields } from '#shared/features/documents.ts';
import { call } from '../../app/api.ts';

export type AccessMark = DocumentFields['accessMark'];
export const ACCESS_MARKS = ['open', 'controlled', 'deferred', 'unreviewed'] as const satisfies readonly AccessMark[];

export async function setAccessMarks(marks: ReadonlyMap<number, AccessMark>): Promise<void> {
  if (marks.size === 0) return;
  const ids = [...marks.keys()];
  // The lists of this screen do not know the versions of documents.
  const { rows } = await call('documents.list', { filter: { ids }, limit: 50_000 });
  await call('documents.edit', {
    step: { code: 'documentEdit', params: { count: rows.length } },
    changes: rows.map(({ id, version, accessMark }) => ({
      do: 'set',
      id,
      version,
      fields: { accessMark: marks.get(id) ?? accessMark },
    })),
  });
}
