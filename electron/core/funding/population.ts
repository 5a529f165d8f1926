/** Figures of population: beside each other, never over one another. */
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { Population } from '#shared/features/population.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from '../context.ts';
import { all, one, type ReadDb } from '../db/sql.ts';
import { nextId } from '../entities/entity.ts';
import { populationEntity, PopulationImage } from '../entities/population.ts';
import { currentRecord, today, withdrawRecord } from '../records.ts';
import { unitDirectory } from '../unit-directory.ts';
import { mustHaveDocument } from './references.ts';

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

/** All figures that stand, the newest first; a place that came into the list of units later is found by its name all the same. */
export function populationFigures(db: ReadDb): Population[] {
  const directory = unitDirectory(db);
  return all(
    db,
    PopulationImage,
    `SELECT ${COLUMNS} FROM population WHERE withdrawn = 0 ORDER BY reference_date DESC, place, kind, id DESC`,
  ).map((image) => populationOf({ ...image, place_id: image.place_id ?? directory.find(image.place) }));
}

export function populationOfPlace(
  db: ReadDb,
  { placeId, place }: ParsedInput<'budgets.population'>,
): Output<'budgets.population'> {
  const unit = placeId ?? (place === undefined ? null : unitDirectory(db).find(place));
  return populationFigures(db).filter((figure) => {
    if (unit !== null) return figure.placeId === unit;
    return place === undefined || figure.place === place;
  });
}

type NewPopulation = ParsedInput<'budgets.recordPopulation'>;

/** The figure of the same place, kind, day and source that stands already. */
export function populationTwin(db: ReadDb, figure: NewPopulation): { value: number } | undefined {
  return one(
    db,
    z.object({ value: z.int() }),
    'SELECT value FROM population WHERE withdrawn = 0 AND place = ? AND kind = ? AND reference_date = ? AND source = ?',
    figure.place,
    figure.kind,
    figure.referenceDate,
    figure.source,
  );
}

/**
 * Keeps a figure without naming the step.
 * @throws AppError budgets/population_future, budgets/population_twice, record/not_found
 */
export function enterPopulation(context: WriteContext, figure: NewPopulation): Population {
  const { db, changes } = context;
  if (figure.referenceDate > today(context)) {
    throw new AppError('budgets/population_future', { date: figure.referenceDate });
  }
  mustHaveDocument(db, figure.documentId);
  const twin = populationTwin(db, figure);
  if (twin) throw new AppError('budgets/population_twice', { place: figure.place, value: twin.value });
  const image: PopulationImage = {
    id: nextId(db, 'population'),
    uid: context.newUid(),
    place: figure.place,
    place_id: unitDirectory(db).find(figure.place),
    kind: figure.kind,
    value: figure.value,
    reference_date: figure.referenceDate,
    source: figure.source,
    document_id: figure.documentId,
    note: figure.note,
    withdrawn: 0,
    withdrawn_reason: null,
    version: 1,
  };
  changes.insert(populationEntity, image);
  return populationOf(image);
}

export function recordPopulation(context: WriteContext, input: NewPopulation): Output<'budgets.recordPopulation'> {
  const population = enterPopulation(context, input);
  context.describe({
    label: { code: 'populationRecord', params: { place: population.place, count: population.value } },
  });
  return { population, event: context.eventNumber };
}

/** @throws AppError budgets/basis_in_use, record/not_found, record/conflict */
export function withdrawPopulation(
  context: WriteContext,
  { id, version, reason }: ParsedInput<'budgets.withdrawPopulation'>,
): Output<'budgets.withdrawPopulation'> {
  const before = currentRecord(context.db, populationEntity, { id, version });
  withdrawRecord(context, populationEntity, before, reason);
  context.describe({ label: { code: 'populationWithdraw', params: { place: before.place } }, reason });
  return { id, event: context.eventNumber };
}
