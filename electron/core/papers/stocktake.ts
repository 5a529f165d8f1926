/** 盘点报告: what was seen held against what the register says. */
import { AppError } from '#shared/errors.ts';
import type { Box } from '#shared/features/boxes.ts';
import type { ScopeOf } from '#shared/features/papers.ts';
import { translator } from '#shared/i18n/index.ts';
import { z } from '#shared/lib/zod.ts';
import type { TableReport } from '#shared/report/model.ts';
import { all, type ReadDb } from '../db/sql.ts';
import { stocktakeEntity } from '../entities/life.ts';
import { listBoxes, placePaths } from '../features/boxes.ts';
import { termText } from '../reports/paper-document.ts';
import { stocktakeReport, type StocktakeDifference } from '../reports/stocktake-report.ts';
import { documentsById, filedDocuments } from './documents.ts';
import { nothingToPrint, type PaperSource } from './source.ts';

type Image = NonNullable<ReturnType<typeof stocktakeEntity.read>>;

/** Something that should stand in a holder: a box on a shelf, a document in a box. */
interface Thing {
  id: number;
  name: string;
  title: string;
  /** Where the register has it. */
  holder: number | null;
}

/** One level of a stock-take: boxes on their shelves, or documents in their boxes. */
interface Level {
  kind: 'box' | 'document';
  /** Things that should be there. */
  expected: readonly Thing[];
  thing: (id: number) => Thing | undefined;
  holderName: (id: number | null) => string;
  /** Where a thing is that is rightly away; undefined for one that is missing. */
  away: (id: number) => string | undefined;
}

/** What was read from one label, on one level. */
interface Sighting {
  id: number | null;
  text: string;
  holder: number | null;
}

/** Differences of one level: unknown and repeated ones as they were seen, then misplaced ones, then missing ones. */
function compare(
  level: Level,
  sightings: readonly Sighting[],
): { inPlace: number; differences: StocktakeDifference[] } {
  const differences: StocktakeDifference[] = [];
  const seen = new Map<number, number | null>();
  for (const { id, text, holder } of sightings) {
    const place = level.holderName(holder);
    const thing = id === null ? undefined : level.thing(id);
    if (!thing) {
      differences.push({ kind: 'unknown', name: text, title: '', registered: '', seen: place, finding: 'unknown' });
    } else if (seen.has(thing.id)) {
      differences.push(difference(level, thing, place, 'repeated'));
    } else {
      seen.set(thing.id, holder);
    }
  }
  for (const [id, holder] of seen) {
    const thing = level.thing(id);
    if (thing && thing.holder !== holder) {
      differences.push(difference(level, thing, level.holderName(holder), 'misplaced'));
    }
  }
  for (const thing of level.expected) {
    if (seen.has(thing.id)) continue;
    const away = level.away(thing.id);
    differences.push(difference(level, thing, away ?? '', away === undefined ? 'missing' : 'lent'));
  }
  return { inPlace: level.expected.filter(({ id, holder }) => seen.get(id) === holder).length, differences };
}

function difference(
  { kind, holderName }: Level,
  { name, title, holder }: Thing,
  seen: string,
  finding: StocktakeDifference['finding'],
): StocktakeDifference {
  return { kind, name, title, registered: holderName(holder), seen, finding };
}

const Lent = z.object({ document_id: z.int(), borrower: z.string() });

function lentDocuments(db: ReadDb): Map<number, string> {
  const loans = all(
    db,
    Lent,
    "SELECT document_id, borrower FROM loan WHERE kind = 'lend' AND returned_on IS NULL AND withdrawn = 0",
  );
  return new Map(loans.map(({ document_id: id, borrower }) => [id, borrower]));
}

/** Boxes of the place that was counted, and of every place in it. A box that was opened has been seen. */
function boxLevel(
  counted: Image,
  paths: ReturnType<typeof placePaths>,
  boxes: ReadonlyMap<number, Box>,
  boxName: (id: number | null) => string,
): Level {
  const isCounted = (placeId: number | null): boolean => {
    if (counted.place_id === null) return placeId !== null;
    let at = placeId;
    while (at !== null && at !== counted.place_id) at = paths.get(at)?.place.parent_id ?? null;
    return at !== null;
  };
  const opened = new Set(counted.entries.map(({ box_id: id }) => id));
  const thing = (box: Box): Thing => ({ id: box.id, name: boxName(box.id), title: '', holder: box.placeId });
  const onShelf = new Set(counted.entries.map(({ found_box_id: id }) => id));
  return {
    kind: 'box',
    expected: [...boxes.values()]
      .filter(({ id, placeId }) => isCounted(placeId) && (onShelf.has(id) || !opened.has(id)))
      .map(thing),
    thing: (id) => {
      const box = boxes.get(id);
      return box && thing(box);
    },
    holderName: (id) => (id === null ? '' : (paths.get(id)?.path ?? '')),
    away: () => undefined,
  };
}

/** Documents of the boxes that were opened. */
function documentLevel(source: PaperSource, entries: Image['entries'], boxName: (id: number | null) => string): Level {
  const { db, base } = source;
  const t = translator(base.locale);
  const opened = new Set(entries.map(({ box_id: id }) => id));
  const found = documentsById(
    db,
    entries.flatMap(({ found_document_id: id }) => (id === null ? [] : [id])),
    { withdrawn: true },
  );
  const filed = filedDocuments(db).filter(({ box }) => box !== null && opened.has(box.id));
  const things = new Map(
    [...found.values(), ...filed].map(({ id, code, title, box }): [number, Thing] => [
      id,
      { id, name: code, title, holder: box?.id ?? null },
    ]),
  );
  const lent = lentDocuments(db);
  return {
    kind: 'document',
    expected: filed.flatMap(({ id }) => things.get(id) ?? []),
    thing: (id) => things.get(id),
    holderName: boxName,
    away: (id) => {
      const borrower = lent.get(id);
      return borrower === undefined ? undefined : t('papers.lentTo', { borrower });
    },
  };
}

export function stocktake(source: PaperSource, { paper, stocktakeId }: ScopeOf<'stocktakeReport'>): TableReport {
  const { db, base } = source;
  const t = translator(base.locale);
  const counted = stocktakeEntity.read(db, stocktakeId);
  if (!counted || counted.withdrawn === 1) throw new AppError('record/not_found', { id: stocktakeId });
  if (counted.entries.length === 0) throw nothingToPrint(source, paper);

  const boxes = new Map(listBoxes(db, {}).map((box) => [box.id, box]));
  const paths = placePaths(db);
  const boxName = (id: number | null): string => {
    const box = id === null ? undefined : boxes.get(id);
    return box ? t('papers.boxLabel', { year: box.year, term: termText(t, box.term), number: box.number }) : '';
  };
  // What was read in a box is taken for a document, what was read on a shelf for a box.
  const onShelves = counted.entries.filter(({ box_id: box }) => box === null);
  const inBoxes = counted.entries.filter(({ box_id: box }) => box !== null);
  const shelf = boxLevel(counted, paths, boxes, boxName);
  const content = documentLevel(source, inBoxes, boxName);
  const ofBoxes = compare(
    shelf,
    onShelves.map(({ found_box_id: id, text, place_id: holder }) => ({ id, text, holder })),
  );
  const ofDocuments = compare(
    content,
    inBoxes.map(({ found_document_id: id, text, box_id: holder }) => ({ id, text, holder })),
  );
  return stocktakeReport({
    ...base,
    name: counted.name,
    place: counted.place_id === null ? null : shelf.holderName(counted.place_id),
    countedBy: counted.counted_by,
    startedOn: counted.started_on,
    closedOn: counted.closed_on,
    conclusion: counted.conclusion,
    boxes: { registered: shelf.expected.length, inPlace: ofBoxes.inPlace },
    documents: { registered: content.expected.length, inPlace: ofDocuments.inPlace },
    differences: [...ofBoxes.differences, ...ofDocuments.differences],
  });
}
