/**
 * What a label names: a box by year and number (2021-3, 2021年3号盒), a document by its 档号, a place by its way from the
 * room down or by a name that no other place has.
 */
import type { Label } from '#shared/features/stocktakes.ts';
import { normalReferenceCode } from '#shared/lib/archives/reference-code.ts';
import { z } from '#shared/lib/zod.ts';
import { placePaths } from '../boxes/places.ts';
import { all, one, type ReadDb } from '../db/sql.ts';

const Id = z.object({ id: z.int() });

/** A label that names nothing, or more than one thing, stays unknown. */
export function matchLabel(db: ReadDb, text: string): { boxId: number | null; documentId: number | null } {
  const plain = normalReferenceCode(text);
  const box = /^(\d{4})(?:年度?|[-/])(?:第)?0*(\d{1,4})(?:号?盒?)$/u.exec(plain);
  if (box) {
    const found = all(
      db,
      Id,
      'SELECT id FROM box WHERE year = ? AND number = ? AND withdrawn = 0',
      Number(box[1]),
      Number(box[2]),
    );
    const [only] = found;
    return { boxId: found.length === 1 && only ? only.id : null, documentId: null };
  }
  const [document] = all(db, Id, 'SELECT id FROM document WHERE reference_code = ?', plain);
  return { boxId: null, documentId: document?.id ?? null };
}

/** Number of a box with its year, as on its label; null where there is no such box. */
export function boxName(db: ReadDb, id: number): string | null {
  const box = one(db, z.object({ year: z.int(), number: z.int() }), 'SELECT year, number FROM box WHERE id = ?', id);
  return box ? `${box.year}-${box.number}` : null;
}

/** What was found under a label, with the name that the register gives it. */
export function labelFound(
  db: ReadDb,
  text: string,
  found: { boxId: number | null; documentId: number | null },
): Label {
  if (found.boxId !== null) {
    return { kind: 'box', id: found.boxId, name: boxName(db, found.boxId) ?? text, title: null };
  }
  const document =
    found.documentId === null
      ? undefined
      : one(
          db,
          z.object({ id: z.int(), code: z.string().nullable(), title: z.string() }),
          'SELECT id, reference_code AS code, title FROM document WHERE id = ?',
          found.documentId,
        );
  if (!document) return { kind: 'unknown', id: null, name: text, title: null };
  return { kind: 'document', id: document.id, name: document.code ?? text, title: document.title };
}

/** A label read in a stock-take; places too, which are only stood at and never counted. */
export function identifyLabel(db: ReadDb, text: string): Label {
  const thing = labelFound(db, text, matchLabel(db, text));
  if (thing.kind !== 'unknown') return thing;
  const plain = normalReferenceCode(text);
  const places = [...placePaths(db).values()];
  const byPath = places.filter(({ path }) => normalReferenceCode(path) === plain);
  const named = byPath.length > 0 ? byPath : places.filter(({ place }) => normalReferenceCode(place.name) === plain);
  const [place] = named;
  if (named.length !== 1 || !place) return thing;
  return { kind: 'place', id: place.place.id, name: place.path, title: null };
}
