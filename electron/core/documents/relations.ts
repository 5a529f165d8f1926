/** What a document is related to, by the names that people know: rows of plans and other documents, both ways. */
import type { Output } from '#shared/contract.ts';
import { z } from '#shared/lib/zod.ts';
import { all, type ReadDb } from '../db/sql.ts';

const Related = z.object({
  kind: z.enum(['plan_row', 'reply_to', 'related', 'replaces']),
  direction: z.enum(['to', 'from']),
  targetId: z.int(),
  name: z.string(),
  referenceCode: z.string().nullable(),
  year: z.int().nullable(),
  withdrawn: z.int().transform((flag) => flag === 1),
});

export function relationsOf(db: ReadDb, id: number): Output<'documents.relations'> {
  return all(
    db,
    Related,
    `SELECT r.kind, 'to' AS direction, r.target_id AS targetId,
       coalesce(s.activity, d.title) AS name, d.reference_code AS referenceCode, s.year AS year,
       coalesce(s.withdrawn, d.withdrawn) AS withdrawn, 0 AS side, r.position AS place
     FROM document_relation r
     LEFT JOIN schedule_row s ON r.kind = 'plan_row' AND s.id = r.target_id
     LEFT JOIN document d ON r.kind <> 'plan_row' AND d.id = r.target_id
     WHERE r.document_id = ?
     UNION ALL
     SELECT r.kind, 'from', d.id, d.title, d.reference_code, NULL, d.withdrawn, 1, d.id
     FROM document_relation r JOIN document d ON d.id = r.document_id
     WHERE r.kind <> 'plan_row' AND r.target_id = ? AND d.withdrawn = 0
     ORDER BY side, place`,
    id,
    id,
  );
}
