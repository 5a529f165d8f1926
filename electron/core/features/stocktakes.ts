/** Stock-take: labels read on the shelf, held against the register. */
import { AppError } from '#shared/errors.ts';
import type { Stocktake } from '#shared/features/stocktakes.ts';
import { z } from '#shared/lib/zod.ts';
import { all, one, value, type ReadDb } from '../db/sql.ts';
import type { HandlersOf } from '../dispatch.ts';
import { placeEntity } from '../entities/box.ts';
import { nextId } from '../entities/entity.ts';
import {
  stocktakeEntity,
  stocktakeEntryEntity,
  type StocktakeEntryImage,
  type StocktakeImage,
} from '../entities/life.ts';
import { currentRecord, withdrawRecord } from '../records.ts';
import { placePaths } from '../boxes/places.ts';
import { entriesOf, entriesSeen } from '../stocktake/entries.ts';
import { identifyLabel, matchLabel } from '../stocktake/match-label.ts';
import { stocktakeReport } from '../stocktake/report.ts';

function stocktakeOf(db: ReadDb, image: StocktakeImage): Stocktake {
  return {
    id: image.id,
    name: image.name,
    placeId: image.place_id,
    placePath: image.place_id === null ? null : (placePaths(db).get(image.place_id)?.path ?? null),
    countedBy: image.counted_by,
    startedOn: image.started_on,
    closedOn: image.closed_on,
    conclusion: image.conclusion,
    entryCount: value(
      db,
      z.int(),
      'SELECT count(*) FROM stocktake_entry WHERE stocktake_id = ? AND withdrawn = 0',
      image.id,
    ),
    version: image.version,
  };
}

/** A stock-take that is not closed. */
function openStocktake(db: ReadDb, asked: { id: number; version?: number }): StocktakeImage {
  const image = currentRecord(db, stocktakeEntity, asked);
  if (image.closed_on !== null) throw new AppError('stocktakes/closed', { name: image.name });
  return image;
}

export const stocktakes: HandlersOf<'stocktakes'> = {
  list: ({ db }) =>
    all(
      db,
      z.object({ id: z.int() }),
      'SELECT id FROM stocktake WHERE withdrawn = 0 ORDER BY started_on DESC, id DESC',
    ).map(({ id }) => stocktakeOf(db, currentRecord(db, stocktakeEntity, { id }))),

  report: ({ db }, { id }) => stocktakeReport(db, currentRecord(db, stocktakeEntity, { id })),

  entries({ db }, { id, limit }) {
    currentRecord(db, stocktakeEntity, { id });
    return entriesSeen(db, entriesOf(db, id, limit));
  },

  identify: ({ db }, { text }) => identifyLabel(db, text),

  open(context, { name, placeId, countedBy, startedOn }) {
    const { db, changes } = context;
    if (placeId !== null) currentRecord(db, placeEntity, { id: placeId });
    const image: StocktakeImage = {
      id: nextId(db, 'stocktake'),
      uid: context.newUid(),
      name,
      place_id: placeId,
      counted_by: countedBy,
      started_on: startedOn,
      closed_on: null,
      conclusion: '',
      withdrawn: 0,
      withdrawn_reason: null,
      version: 1,
    };
    changes.insert(stocktakeEntity, image);
    context.describe({ label: { code: 'stocktakeOpen', params: { name } } });
    return { stocktake: stocktakeOf(db, image), event: context.eventNumber };
  },

  record(context, { id, version, entries }) {
    const { db, changes } = context;
    const before = openStocktake(db, { id, version });
    let entryId = nextId(db, 'stocktake_entry') - 1;
    const added = entries.map(({ placeId, boxId, text }): StocktakeEntryImage => {
      if (placeId !== null) currentRecord(db, placeEntity, { id: placeId });
      if (boxId !== null && !one(db, z.object({ id: z.int() }), 'SELECT id FROM box WHERE id = ?', boxId)) {
        throw new AppError('record/not_found', { id: boxId });
      }
      if (placeId === null && boxId === null) throw new AppError('stocktakes/where_needed', { text });
      const found = matchLabel(db, text);
      entryId += 1;
      const image: StocktakeEntryImage = {
        id: entryId,
        uid: context.newUid(),
        stocktake_id: id,
        place_id: placeId,
        box_id: boxId,
        text,
        found_box_id: found.boxId,
        found_document_id: found.documentId,
        withdrawn: 0,
        withdrawn_reason: null,
        version: 1,
      };
      changes.insert(stocktakeEntryEntity, image);
      return image;
    });
    context.describe({ label: { code: 'stocktakeRecord', params: { name: before.name, count: added.length } } });
    return { entries: entriesSeen(db, added), event: context.eventNumber };
  },

  withdrawEntry(context, { id, version, reason }) {
    const { db } = context;
    const before = currentRecord(db, stocktakeEntryEntity, { id, version });
    const { name } = openStocktake(db, { id: before.stocktake_id });
    withdrawRecord(context, stocktakeEntryEntity, before, reason);
    context.describe({ label: { code: 'stocktakeEntryWithdraw', params: { name, text: before.text } }, reason });
    return { id, event: context.eventNumber };
  },

  close(context, { id, version, closedOn, conclusion }) {
    const before = openStocktake(context.db, { id, version });
    if (closedOn < before.started_on) throw new AppError('stocktakes/closed_before', { date: before.started_on });
    const after = { ...before, closed_on: closedOn, conclusion, version: version + 1 };
    context.changes.update(stocktakeEntity, before, after);
    context.describe({ label: { code: 'stocktakeClose', params: { name: before.name } } });
    return { stocktake: stocktakeOf(context.db, after), event: context.eventNumber };
  },

  withdraw(context, { id, version, reason }) {
    const before = currentRecord(context.db, stocktakeEntity, { id, version });
    withdrawRecord(context, stocktakeEntity, before, reason);
    context.describe({ label: { code: 'stocktakeWithdraw', params: { name: before.name } }, reason });
    return { id, event: context.eventNumber };
  },
};
