/** What the funding figures stand on: the residents of each place. */
import { AppError } from '#shared/errors.ts';
import type { Population } from '#shared/features/budgets.ts';
import { z } from '#shared/lib/zod.ts';
import { all, one, value } from '../db/sql.ts';
import type { HandlersOf } from '../dispatch.ts';
import { nextId } from '../entities/entity.ts';
import { populationEntity, PopulationImage } from '../entities/population.ts';
import { currentRecord, today, withdrawRecord } from '../records.ts';
import { unitDirectory } from '../unit-directory.ts';

const COLUMNS = Object.keys(PopulationImage.shape).join(', ');

function populationOf(image: PopulationImage): Population {
  return {
    id: image.id,
    place: image.place,
    placeId: image.place_id,
    kind: image.kind,
    value: image.value,
    referenceDate: image.reference_date,
    source: image.source,
    documentId: image.document_id,
    note: image.note,
    version: image.version,
  };
}

export const budgets: HandlersOf<'budgets'> = {
  population({ db }, { placeId, place }) {
    // A place that came into the list of units later is found by its name all the same.
    const named = place === undefined ? null : unitDirectory(db).find(place);
    const unit = placeId ?? named;
    const figures = all(
      db,
      PopulationImage,
      `SELECT ${COLUMNS} FROM population WHERE withdrawn = 0 ORDER BY reference_date DESC, place, kind, id DESC`,
    );
    const directory = unitDirectory(db);
    return figures
      .map((image) => populationOf({ ...image, place_id: image.place_id ?? directory.find(image.place) }))
      .filter((figure) => {
        if (unit !== null && unit !== undefined) return figure.placeId === unit;
        return place === undefined || figure.place === place;
      });
  },

  recordPopulation(context, input) {
    const { db, changes } = context;
    if (input.referenceDate > today(context)) {
      throw new AppError('budgets/population_future', { date: input.referenceDate });
    }
    if (input.documentId !== null) {
      const there = value(
        db,
        z.int(),
        'SELECT count(*) FROM document WHERE id = ? AND withdrawn = 0',
        input.documentId,
      );
      if (there === 0) throw new AppError('record/not_found', { id: input.documentId });
    }
    const twin = one(
      db,
      z.object({ value: z.int() }),
      `SELECT value FROM population WHERE withdrawn = 0 AND place = ? AND kind = ? AND reference_date = ? AND source = ?`,
      input.place,
      input.kind,
      input.referenceDate,
      input.source,
    );
    if (twin) throw new AppError('budgets/population_twice', { place: input.place, value: twin.value });
    const image: PopulationImage = {
      id: nextId(db, 'population'),
      uid: context.newUid(),
      place: input.place,
      place_id: unitDirectory(db).find(input.place),
      kind: input.kind,
      value: input.value,
      reference_date: input.referenceDate,
      source: input.source,
      document_id: input.documentId,
      note: input.note,
      withdrawn: 0,
      withdrawn_reason: null,
      version: 1,
    };
    changes.insert(populationEntity, image);
    context.describe({ label: { code: 'populationRecord', params: { place: image.place, count: image.value } } });
    return { population: populationOf(image), event: context.eventNumber };
  },

  withdrawPopulation(context, { id, version, reason }) {
    const before = currentRecord(context.db, populationEntity, { id, version });
    withdrawRecord(context, populationEntity, before, reason);
    context.describe({ label: { code: 'populationWithdraw', params: { place: before.place } }, reason });
    return { id, event: context.eventNumber };
  },
};
