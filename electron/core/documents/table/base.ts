/** Documents as they were at a version: the current image, or the one that an event of the log keeps. */
import { z } from '#shared/lib/zod.ts';
import type { ReadDb } from '../../db/sql.ts';
import { all, one } from '../../db/sql.ts';
import { type DocumentImage, DocumentColumns, FileColumns, RelationColumns } from '../../entities/document.ts';

/** An image as the log holds it: lists are lists there, not JSON text. */
const names = z.array(z.string());
const LoggedImage = DocumentColumns.extend({
  addressees: names,
  copies_to: names,
  annexes: names,
  keywords: names,
  files: z.array(FileColumns),
  relations: z.array(RelationColumns),
});

/** Key of a document at a version. */
export function versionKey(id: number, version: number): string {
  return `${id}.${version}`;
}

/** Images out of the log, by `versionKey`; a version that never was is not among them. */
export function imagesAt(db: ReadDb, wanted: readonly string[]): Map<string, DocumentImage> {
  if (wanted.length === 0) return new Map();
  const rows = all(
    db,
    z.object({ image: z.string().transform((text) => LoggedImage.parse(JSON.parse(text))) }),
    `SELECT json_extract(record.value, '$.image') AS image
     FROM event, json_each(event.after) AS record
     WHERE json_extract(record.value, '$.entity') = 'document'
       AND json_extract(record.value, '$.key') || '.' || json_extract(record.value, '$.image.version')
         IN (SELECT value FROM json_each(?))`,
    JSON.stringify(wanted),
  );
  return new Map(rows.map(({ image }) => [versionKey(image.id, image.version), image]));
}

/** Ids that an export wrote, by its id; null where the log has no such export. */
export function exportedIds(db: ReadDb, exportId: string): number[] | null {
  const found = one(
    db,
    z.object({ ids: z.string().nullable() }),
    `SELECT json_extract(label, '$.params.ids') AS ids FROM event
     WHERE action = 'documents.exportTable' AND json_extract(label, '$.params.export') = ?`,
    exportId,
  );
  if (!found || found.ids === null) return null;
  return found.ids.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
