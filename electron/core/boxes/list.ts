/** Boxes with what lies in them. */
import type { Box } from '#shared/features/boxes.ts';
import { z } from '#shared/lib/zod.ts';
import { all, type ReadDb } from '../db/sql.ts';
import { BoxImage } from '../entities/box.ts';
import { placePaths } from './places.ts';

const BOX_COLUMNS = Object.keys(BoxImage.shape)
  .map((name) => `b.${name}`)
  .join(', ');

const Content = z.object({ count: z.int(), pages: z.int(), first: z.int().nullable(), last: z.int().nullable() });

/** Boxes with what lies in them. */
export function listBoxes(
  db: ReadDb,
  filter: { id?: number; year?: number | undefined; placeId?: number | undefined },
): Box[] {
  const rows = all(
    db,
    BoxImage.extend(Content.shape),
    `SELECT ${BOX_COLUMNS}, count(d.id) AS count, coalesce(sum(d.page_count), 0) AS pages,
       min(d.item_number) AS first, max(d.item_number) AS last
     FROM box b LEFT JOIN document d ON d.box_id = b.id AND d.withdrawn = 0
     WHERE b.withdrawn = 0 AND (? IS NULL OR b.id = ?) AND (? IS NULL OR b.year = ?) AND (? IS NULL OR b.place_id = ?)
     GROUP BY b.id ORDER BY b.year DESC, b.category, b.number`,
    filter.id ?? null,
    filter.id ?? null,
    filter.year ?? null,
    filter.year ?? null,
    filter.placeId ?? null,
    filter.placeId ?? null,
  );
  const paths = placePaths(db);
  return rows.map((row) => ({
    id: row.id,
    uid: row.uid,
    fondsId: row.fonds_id,
    number: row.number,
    category: row.category as Box['category'],
    year: row.year,
    term: row.term,
    sectionId: row.section_id,
    spineWidth: row.spine_mm as Box['spineWidth'],
    placeId: row.place_id,
    placePath: row.place_id === null ? null : (paths.get(row.place_id)?.path ?? null),
    note: row.note,
    arrangedBy: row.arranged_by,
    arrangedOn: row.arranged_on,
    checkedBy: row.checked_by,
    checkedOn: row.checked_on,
    count: row.count,
    pages: row.pages,
    firstItem: row.first,
    lastItem: row.last,
    version: row.version,
  }));
}
