/** Labels read in a stock-take, in the order in which they were read. */
import type { StocktakeEntry } from '#shared/features/stocktakes.ts';
import { placePaths } from '../boxes/places.ts';
import { all, type ReadDb } from '../db/sql.ts';
import { StocktakeEntryImage } from '../entities/life.ts';
import { boxName, labelFound } from './match-label.ts';

const COLUMNS = Object.keys(StocktakeEntryImage.shape).join(', ');

/** Entries that stand; `last` = only so many, the last one first. */
export function entriesOf(db: ReadDb, stocktakeId: number, last?: number): StocktakeEntryImage[] {
  return all(
    db,
    StocktakeEntryImage,
    `SELECT ${COLUMNS} FROM stocktake_entry WHERE stocktake_id = ? AND withdrawn = 0
     ORDER BY id ${last === undefined ? 'ASC' : 'DESC'} LIMIT ?`,
    stocktakeId,
    last ?? -1,
  );
}

/** Entries as people read them. */
export function entriesSeen(db: ReadDb, images: readonly StocktakeEntryImage[]): StocktakeEntry[] {
  const paths = placePaths(db);
  return images.map((image) => ({
    id: image.id,
    placeId: image.place_id,
    boxId: image.box_id,
    text: image.text,
    seen:
      image.box_id === null
        ? ((image.place_id === null ? undefined : paths.get(image.place_id)?.path) ?? '')
        : (boxName(db, image.box_id) ?? ''),
    found: labelFound(db, image.text, { boxId: image.found_box_id, documentId: image.found_document_id }),
    version: image.version,
  }));
}
