/**
 * The result of a stock-take. Boxes are held against the places that were counted, documents against the boxes that
 * were opened (a box is opened when at least one label was read in it). What is lent out is not missing.
 */
import type { Output } from '#shared/contract.ts';
import { StocktakeFinding } from '#shared/features/stocktakes.ts';
import { z } from '#shared/lib/zod.ts';
import { placePaths, placesWithin } from '../boxes/places.ts';
import { all, type ReadDb } from '../db/sql.ts';
import { borrowerOf } from '../documents/brief.ts';
import type { StocktakeEntryImage, StocktakeImage } from '../entities/life.ts';
import { entriesOf } from './entries.ts';

const BoxRow = z.object({ id: z.int(), year: z.int(), number: z.int(), place_id: z.int().nullable() });
const DocumentRow = z.object({
  id: z.int(),
  reference_code: z.string().nullable(),
  title: z.string(),
  box_id: z.int().nullable(),
  state: StocktakeFinding.shape.state.unwrap(),
  withdrawn: z.int(),
});

export function stocktakeReport(db: ReadDb, image: StocktakeImage): Output<'stocktakes.report'> {
  const entries = entriesOf(db, image.id);
  const paths = placePaths(db);
  const pathOf = (id: number | null): string | null => (id === null ? null : (paths.get(id)?.path ?? null));
  const boxes = new Map(
    all(db, BoxRow, 'SELECT id, year, number, place_id FROM box WHERE withdrawn = 0 ORDER BY year, number').map(
      (box) => [box.id, box],
    ),
  );
  const boxName = (box: { year: number; number: number }): string => `${box.year}-${box.number}`;
  const nameOfBox = (id: number | null): string | null => {
    const box = id === null ? undefined : boxes.get(id);
    return box ? boxName(box) : null;
  };
  const findings: StocktakeFinding[] = [];
  const registered = { box: 0, document: 0 };

  const seenBoxes = groupBy(entries, ({ found_box_id }) => found_box_id);
  const counted = placesWithin(db, image.place_id);
  for (const box of boxes.values()) {
    const seen = seenBoxes.get(box.id) ?? [];
    const expectedHere = box.place_id !== null && counted.has(box.place_id);
    if (expectedHere) registered.box += 1;
    if (seen.length === 0 && !expectedHere) continue;
    const [first] = seen;
    const common = {
      kind: 'box' as const,
      name: boxName(box),
      title: null,
      state: null,
      expected: pathOf(box.place_id),
    };
    if (!first) {
      findings.push({ ...common, result: 'missing', seen: null });
      continue;
    }
    const places = new Set(seen.map(({ place_id }) => place_id));
    const where = [...places].map(pathOf).filter((path) => path !== null);
    const result = places.size > 1 ? 'twice' : places.has(box.place_id) ? 'present' : 'misplaced';
    findings.push({ ...common, result, seen: where.join('；') });
  }

  const opened = new Set(entries.map(({ box_id }) => box_id).filter((id) => id !== null));
  const documents = all(
    db,
    DocumentRow,
    `SELECT id, reference_code, title, box_id, state, withdrawn FROM document
     WHERE box_id IN (SELECT value FROM json_each(?)) OR id IN (SELECT value FROM json_each(?)) ORDER BY order_key, id`,
    JSON.stringify([...opened]),
    JSON.stringify(entries.map(({ found_document_id }) => found_document_id).filter((id) => id !== null)),
  );
  const seenDocuments = groupBy(entries, ({ found_document_id }) => found_document_id);
  for (const document of documents) {
    const seen = seenDocuments.get(document.id) ?? [];
    const expectedHere = document.box_id !== null && opened.has(document.box_id) && document.withdrawn === 0;
    if (expectedHere) registered.document += 1;
    if (seen.length === 0 && !expectedHere) continue;
    const common = {
      kind: 'document' as const,
      name: document.reference_code ?? `#${document.id}`,
      title: document.title,
      state: document.state,
      expected: nameOfBox(document.box_id),
    };
    if (seen.length === 0) {
      const borrower = borrowerOf(db, document.id);
      findings.push({ ...common, result: borrower === null ? 'missing' : 'on_loan', seen: borrower });
      continue;
    }
    const places = new Set(seen.map(({ box_id }) => box_id));
    const inPlace = document.state === 'filed' && document.withdrawn === 0 && places.has(document.box_id);
    const result = places.size > 1 ? 'twice' : inPlace ? 'present' : 'misplaced';
    findings.push({ ...common, result, seen: [...places].map((id) => nameOfBox(id) ?? '').join('；') });
  }

  for (const entry of entries) {
    if (entry.found_box_id !== null || entry.found_document_id !== null) continue;
    findings.push({
      result: 'unknown',
      kind: 'label',
      name: entry.text,
      title: null,
      state: null,
      expected: null,
      seen: pathOf(entry.place_id) ?? nameOfBox(entry.box_id),
    });
  }
  const counts: Record<string, number> = {};
  for (const { result } of findings) counts[result] = (counts[result] ?? 0) + 1;
  return { registered, counts, findings };
}

function groupBy(
  entries: readonly StocktakeEntryImage[],
  key: (entry: StocktakeEntryImage) => number | null,
): Map<number, StocktakeEntryImage[]> {
  const groups = new Map<number, StocktakeEntryImage[]>();
  for (const entry of entries) {
    const id = key(entry);
    if (id === null) continue;
    const group = groups.get(id);
    if (group) group.push(entry);
    else groups.set(id, [entry]);
  }
  return groups;
}
