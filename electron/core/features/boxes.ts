/** Boxes and places. A box holds one class only; the check is made here, whoever asks. */
import { AppError } from '#shared/errors.ts';
import type { Box, BoxFields, Place } from '#shared/features/boxes.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from '../context.ts';
import { all, one, value, type ReadDb } from '../db/sql.ts';
import type { HandlersOf } from '../dispatch.ts';
import { readDocument } from '../documents/store.ts';
import { boxEntity, BoxImage, placeEntity, PlaceImage } from '../entities/box.ts';
import { documentEntity } from '../entities/document.ts';
import { nextId } from '../entities/entity.ts';
import { schemeFor, schemesOf, theFonds } from '../fonds/rules.ts';

const BOX_COLUMNS = Object.keys(BoxImage.shape)
  .map((name) => `b.${name}`)
  .join(', ');

/** Paths of all places that are in use, by id. */
export function placePaths(db: ReadDb): Map<number, { place: z.infer<typeof PlaceImage>; path: string }> {
  const places = all(
    db,
    PlaceImage,
    `SELECT ${Object.keys(PlaceImage.shape).join(', ')} FROM place WHERE withdrawn = 0 ORDER BY id`,
  );
  const byId = new Map(places.map((place) => [place.id, place]));
  const pathOf = (place: z.infer<typeof PlaceImage>): string => {
    const parent = place.parent_id === null ? undefined : byId.get(place.parent_id);
    return parent ? `${pathOf(parent)} / ${place.name}` : place.name;
  };
  return new Map(places.map((place) => [place.id, { place, path: pathOf(place) }]));
}

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

function boxSeen(db: ReadDb, id: number): Box {
  const [box] = listBoxes(db, { id });
  if (!box) throw new AppError('record/not_found', { id });
  return box;
}

function boxColumns(fields: { [K in keyof BoxFields]?: BoxFields[K] | undefined }): Partial<BoxImage> {
  const columns: { [K in keyof BoxImage]?: BoxImage[K] | undefined } = {
    spine_mm: fields.spineWidth,
    place_id: fields.placeId,
    note: fields.note,
    arranged_by: fields.arrangedBy,
    arranged_on: fields.arrangedOn,
    checked_by: fields.checkedBy,
    checked_on: fields.checkedOn,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== undefined));
}

function checkPlace(db: ReadDb, placeId: number | null | undefined): void {
  if (placeId === null || placeId === undefined) return;
  const place = placeEntity.read(db, placeId);
  if (!place || place.withdrawn === 1) throw new AppError('record/not_found', { id: placeId });
}

interface NewBox {
  category: string;
  year: number;
  term: string;
  sectionId: number | null;
  number?: number | undefined;
  fields: { [K in keyof BoxFields]?: BoxFields[K] | undefined };
}

function insertBox(context: Pick<WriteContext, 'db' | 'changes' | 'newUid'>, box: NewBox): BoxImage {
  const { db, changes } = context;
  const fonds = theFonds(db);
  const { has_section: hasSection } = schemeFor(schemesOf(db, fonds.id), box.category, box.year);
  if (hasSection === 1 && box.sectionId === null) throw new AppError('boxes/section_needed', { year: box.year });
  checkPlace(db, box.fields.placeId);
  const taken = value(
    db,
    z.int(),
    'SELECT coalesce(max(number), 0) FROM box WHERE fonds_id = ? AND category = ? AND year = ?',
    fonds.id,
    box.category,
    box.year,
  );
  const number = box.number ?? taken + 1;
  const same = one(
    db,
    z.object({ id: z.int() }),
    'SELECT id FROM box WHERE fonds_id = ? AND category = ? AND year = ? AND number = ?',
    fonds.id,
    box.category,
    box.year,
    number,
  );
  if (same) throw new AppError('boxes/number_taken', { year: box.year, number });
  const image: BoxImage = {
    id: nextId(db, 'box'),
    uid: context.newUid(),
    fonds_id: fonds.id,
    number,
    category: box.category,
    year: box.year,
    term: box.term,
    section_id: hasSection === 1 ? box.sectionId : null,
    spine_mm: 30,
    place_id: null,
    note: '',
    arranged_by: null,
    arranged_on: null,
    checked_by: null,
    checked_on: null,
    withdrawn: 0,
    withdrawn_reason: null,
    version: 1,
    ...boxColumns(box.fields),
  };
  changes.insert(boxEntity, image);
  return image;
}

function currentBox(db: ReadDb, id: number, version?: number): BoxImage {
  const image = boxEntity.read(db, id);
  if (!image || image.withdrawn === 1) throw new AppError('record/not_found', { id });
  if (version !== undefined && image.version !== version) throw new AppError('record/conflict', { id });
  return image;
}

/** Puts a document into a box of its class, or takes it out. Answers whether it moved. */
function place(context: Pick<WriteContext, 'db' | 'changes'>, id: number, box: BoxImage | null): boolean {
  const before = readDocument(context.db, id);
  if (before.withdrawn === 1) throw new AppError('record/not_found', { id });
  const name = before.reference_code ?? before.title;
  if (before.state !== 'filed') throw new AppError('boxes/not_filed', { name });
  if (box) {
    const section = box.section_id === null ? null : before.section_id;
    const fits =
      before.category === box.category &&
      before.filing_year === box.year &&
      before.term === box.term &&
      section === box.section_id;
    if (!fits) throw new AppError('boxes/other_class', { name, box: box.number });
  }
  if (before.box_id === (box?.id ?? null)) return false;
  context.changes.update(documentEntity, before, { ...before, box_id: box?.id ?? null, version: before.version + 1 });
  return true;
}

const Loose = z.object({
  id: z.int(),
  term: z.string(),
  section_id: z.int().nullable(),
  page_count: z.int().nullable(),
});

export const boxes: HandlersOf<'boxes'> = {
  list: ({ db }, { year, placeId }) => listBoxes(db, { year, placeId }),

  create(context, input) {
    const image = insertBox(context, input);
    context.describe({ label: { code: 'boxCreate', params: { year: image.year, number: image.number } } });
    return { box: boxSeen(context.db, image.id), event: context.eventNumber };
  },

  update(context, { id, version, fields }) {
    const before = currentBox(context.db, id, version);
    checkPlace(context.db, fields.placeId);
    context.changes.update(boxEntity, before, { ...before, ...boxColumns(fields), version: version + 1 });
    context.describe({ label: { code: 'boxUpdate', params: { year: before.year, number: before.number } } });
    return { box: boxSeen(context.db, id), event: context.eventNumber };
  },

  withdraw(context, { id, version, reason }) {
    const before = currentBox(context.db, id, version);
    const { count } = boxSeen(context.db, id);
    if (count > 0) throw new AppError('boxes/not_empty', { number: before.number, count });
    context.changes.update(boxEntity, before, {
      ...before,
      withdrawn: 1,
      withdrawn_reason: reason,
      version: version + 1,
    });
    context.describe({ label: { code: 'boxWithdraw', params: { year: before.year, number: before.number } }, reason });
    return { id, event: context.eventNumber };
  },

  fill(context, { boxId, documentIds }) {
    const box = boxId === null ? null : currentBox(context.db, boxId);
    const changed = documentIds.filter((id) => place(context, id, box)).length;
    if (changed > 0) {
      context.describe({
        label: { code: box ? 'boxFill' : 'boxEmpty', params: { count: changed, number: box?.number ?? 0 } },
      });
    }
    return { changed, event: context.eventNumber };
  },

  fillYear(context, { year, category, pagesPerBox, spineWidth }) {
    const { db } = context;
    const hasSection = schemeFor(schemesOf(db, theFonds(db).id), category, year).has_section === 1;
    const loose = all(
      db,
      Loose,
      `SELECT id, term, section_id, page_count FROM document
       WHERE filing_year = ? AND category = ? AND state = 'filed' AND box_id IS NULL AND withdrawn = 0 AND term IS NOT NULL
       ORDER BY order_key, id`,
      year,
      category,
    );
    if (loose.length === 0) throw new AppError('boxes/nothing_loose', { year });
    const made: BoxImage[] = [];
    let pages = 0;
    let box: BoxImage | null = null;
    for (const document of loose) {
      const sectionId = hasSection ? document.section_id : null;
      const size = document.page_count ?? 0;
      // One document never begins a second box because it alone is thicker than a box.
      if (
        !box ||
        box.term !== document.term ||
        box.section_id !== sectionId ||
        (pages > 0 && pages + size > pagesPerBox)
      ) {
        box = insertBox(context, { category, year, term: document.term, sectionId, fields: { spineWidth } });
        made.push(box);
        pages = 0;
      }
      place(context, document.id, box);
      pages += size;
    }
    context.describe({ label: { code: 'boxFillYear', params: { year, count: loose.length, boxes: made.length } } });
    return { boxes: made.map(({ id }) => boxSeen(db, id)), changed: loose.length, event: context.eventNumber };
  },

  places({ db }): Place[] {
    const counts = new Map(
      all(
        db,
        z.object({ place_id: z.int(), count: z.int() }),
        'SELECT place_id, count(*) AS count FROM box WHERE withdrawn = 0 AND place_id IS NOT NULL GROUP BY place_id',
      ).map(({ place_id, count }) => [place_id, count]),
    );
    return [...placePaths(db).values()]
      .map(({ place: image, path }) => ({
        id: image.id,
        parentId: image.parent_id,
        kind: image.kind,
        name: image.name,
        path,
        boxes: counts.get(image.id) ?? 0,
        version: image.version,
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  },

  savePlace(context, { id, version, parentId, kind, name }) {
    const { db, changes } = context;
    checkPlace(db, parentId);
    const before = id === undefined ? null : placeEntity.read(db, id);
    if (id !== undefined) {
      if (!before || before.withdrawn === 1) throw new AppError('record/not_found', { id });
      if (before.version !== version) throw new AppError('record/conflict', { id });
      // A place cannot stand inside itself.
      const paths = placePaths(db);
      for (let above = parentId; above !== null; above = paths.get(above)?.place.parent_id ?? null) {
        if (above === id) throw new AppError('boxes/place_in_itself', { name });
      }
    }
    const taken = one(
      db,
      z.object({ id: z.int() }),
      'SELECT id FROM place WHERE withdrawn = 0 AND coalesce(parent_id, 0) = ? AND name = ? AND id <> ?',
      parentId ?? 0,
      name,
      id ?? 0,
    );
    if (taken) throw new AppError('boxes/place_taken', { name });
    const image = {
      id: before?.id ?? nextId(db, 'place'),
      uid: before?.uid ?? context.newUid(),
      parent_id: parentId,
      kind,
      name,
      withdrawn: 0,
      withdrawn_reason: null,
      version: (before?.version ?? 0) + 1,
    };
    if (before) changes.update(placeEntity, before, image);
    else changes.insert(placeEntity, image);
    context.describe({ label: { code: 'placeSave', params: { name } } });
    return { id: image.id, event: context.eventNumber };
  },

  withdrawPlace(context, { id, version, reason }) {
    const { db } = context;
    const before = placeEntity.read(db, id);
    if (!before || before.withdrawn === 1) throw new AppError('record/not_found', { id });
    if (before.version !== version) throw new AppError('record/conflict', { id });
    const used =
      value(db, z.int(), 'SELECT count(*) FROM box WHERE place_id = ? AND withdrawn = 0', id) +
      value(db, z.int(), 'SELECT count(*) FROM place WHERE parent_id = ? AND withdrawn = 0', id);
    if (used > 0) throw new AppError('boxes/place_not_empty', { name: before.name });
    context.changes.update(placeEntity, before, {
      ...before,
      withdrawn: 1,
      withdrawn_reason: reason,
      version: version + 1,
    });
    context.describe({ label: { code: 'placeWithdraw', params: { name: before.name } }, reason });
    return { id, event: context.eventNumber };
  },
};
