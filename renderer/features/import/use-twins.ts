/** Which rows under review the archive has already; asked again when the rows or the archive's documents change. */
import { useEffect, useState } from 'react';
import type { Output } from '#shared/contract.ts';
import { call } from '../../app/api.ts';
import type { CatalogueRow } from './catalogue-draft.ts';

export type Twin = Output<'documents.twins'>[number];

const NONE: ReadonlyMap<number, Twin> = new Map();
/** Milliseconds without another change before the archive is asked. */
const SETTLED = 250;

/** By row id. */
export function useTwins(rows: readonly CatalogueRow[]): ReadonlyMap<number, Twin> {
  const [twins, setTwins] = useState(NONE);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      const documents = rows.map(({ fields: { title, signedDate, author, documentNumber, pageCount } }) => ({
        title: title ?? '',
        signedDate: signedDate ?? null,
        author: author ?? null,
        documentNumber: documentNumber ?? null,
        pageCount: pageCount ?? null,
      }));
      void call('documents.twins', { documents }).then(
        (found) => {
          if (!current) return;
          const byRow = found.flatMap((twin): [number, Twin][] => {
            const row = rows[twin.index];
            return row ? [[row.id, twin]] : [];
          });
          setTwins(byRow.length === 0 ? NONE : new Map(byRow));
        },
        // Accepting looks again and leaves twins out; this is the notice before it.
        () => undefined,
      );
    }, SETTLED);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [rows]);
  return twins;
}
