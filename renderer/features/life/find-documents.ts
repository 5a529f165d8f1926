/** Finds filed documents by 档号 or 题名, as the search does, each with its code. */
import { normalReferenceCode } from '#shared/lib/archives/reference-code.ts';
import type { Document } from '#shared/features/documents.ts';
import { call, queryClient } from '../../app/api.ts';

export type FoundDocument = Pick<Document, 'id' | 'referenceCode' | 'title' | 'filingYear' | 'term' | 'pageCount'>;

const SHOWN = 8;

export async function findDocuments(text: string): Promise<FoundDocument[]> {
  const wanted = text.trim();
  if (wanted === '') return [];
  return queryClient.fetchQuery({
    queryKey: ['search', 'filed', wanted],
    staleTime: 0,
    queryFn: async () => {
      const { hits } = await call('search.find', {
        text: wanted,
        kinds: ['document'],
        filters: { states: ['filed'] },
        limit: SHOWN,
        counts: false,
      });
      const ids = hits.map(({ id }) => id);
      if (ids.length === 0) return [];
      const { rows } = await call('documents.list', { filter: { ids }, limit: SHOWN });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
  });
}

/** The one document that a typed or scanned text means: its very code, else the only one found. */
export function meant(text: string, found: readonly FoundDocument[]): FoundDocument | null {
  const code = normalReferenceCode(text);
  const exact = found.find(({ referenceCode }) => referenceCode === code);
  if (exact) return exact;
  return found.length === 1 ? (found[0] ?? null) : null;
}
