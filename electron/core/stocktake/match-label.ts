/** What a label names: a box by year and number (2021-3, 2021年3号盒), a document by its 档号. */
import { normalReferenceCode } from '#shared/lib/archives/reference-code.ts';
import { z } from '#shared/lib/zod.ts';
import { all, type ReadDb } from '../db/sql.ts';

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
