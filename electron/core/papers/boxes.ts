/** 备考表, 盒脊, cover and labels of boxes. */
import { AppError } from '#shared/errors.ts';
import type { Box } from '#shared/features/boxes.ts';
import type { ScopeOf } from '#shared/features/papers.ts';
import type { FormReport } from '#shared/report/model.ts';
import type { ReadDb } from '../db/sql.ts';
import { listBoxes } from '../boxes/list.ts';
import { schemeFor, schemesOf, sectionOf, theFonds } from '../fonds/rules.ts';
import { boxCoverReport } from '../reports/box-cover.ts';
import { type BoxGap, boxNoteReport } from '../reports/box-note.ts';
import { boxLabelReport } from '../reports/labels.ts';
import type { PaperDocument } from '../reports/paper-document.ts';
import { spineReport } from '../reports/spines.ts';
import { gapsOfClass } from './class.ts';
import { documentsOfBoxes, documentsOfClass } from './documents.ts';
import { nothingToPrint, type PaperSource } from './source.ts';

/** The boxes asked for, in the order of year and number. */
function chosen(source: PaperSource, scope: ScopeOf<'boxNote' | 'spine' | 'boxLabels'>): Box[] {
  const { boxIds, year, category } = scope;
  const boxes = boxIds
    ? [...new Set(boxIds)].map((id) => {
        const [box] = listBoxes(source.db, { id });
        if (!box) throw new AppError('record/not_found', { id });
        return box;
      })
    : year === undefined
      ? []
      : listBoxes(source.db, { year }).filter((box) => box.category === category);
  if (boxes.length === 0) throw nothingToPrint(source, scope.paper, { year: year ?? '' });
  return boxes.sort((a, b) => a.year - b.year || a.number - b.number);
}

function digitsOf(db: ReadDb): (box: Box) => number {
  const schemes = schemesOf(db, theFonds(db).id);
  return ({ category, year }) => schemeFor(schemes, category, year).item_digits;
}

/** What boxes print of themselves on spine and label. */
function labelled(source: PaperSource, boxes: readonly Box[]) {
  const digits = digitsOf(source.db);
  return boxes.map((box) => {
    const item = (number: number | null): string | null =>
      number === null ? null : String(number).padStart(digits(box), '0');
    return {
      number: box.number,
      year: box.year,
      term: box.term,
      section: box.sectionId === null ? null : sectionOf(source.db, box.sectionId).name,
      firstItem: item(box.firstItem),
      lastItem: item(box.lastItem),
      width: box.spineWidth,
      place: box.placePath,
      count: box.count,
    };
  });
}

export function spines(source: PaperSource, scope: ScopeOf<'spine'>): FormReport {
  const { base, fonds } = source;
  return spineReport({ ...base, fonds, boxes: labelled(source, chosen(source, scope)), sheet: scope.sheet });
}

export function boxLabels(source: PaperSource, scope: ScopeOf<'boxLabels'>): FormReport {
  const { base, fonds } = source;
  return boxLabelReport({ ...base, fonds, boxes: labelled(source, chosen(source, scope)) });
}

export function boxCover({ base, fonds }: PaperSource, { sheet }: ScopeOf<'boxCover'>): FormReport {
  return boxCoverReport({ ...base, fonds, sheet });
}

/** By number of a class: why its document does not lie in the box that is looked at. */
type Reasons = ReadonlyMap<number, Pick<BoxGap, 'reason' | 'detail'>>;

/** What became of every number of a box's class that is not in place, and where the others lie. */
function reasonsOfClass(db: ReadDb, box: Box): Reasons {
  const scope = { ...box, sectionId: box.sectionId ?? undefined };
  const placed = documentsOfClass(db, scope).map(({ item, box: place }) => {
    const elsewhere: Pick<BoxGap, 'reason' | 'detail'> =
      place === null ? { reason: 'loose', detail: '' } : { reason: 'otherBox', detail: String(place.number) };
    return [item, elsewhere] as const;
  });
  const missing = gapsOfClass(db, scope).flatMap(({ from, to, reason, detail }) =>
    Array.from(
      { length: Number(to) - Number(from) + 1 },
      (_, index) => [Number(from) + index, { reason, detail }] as const,
    ),
  );
  return new Map([...placed, ...missing]);
}

/** Numbers between the first and the last of a box whose document does not lie in it, each with its reason. */
function gapsOfBox(box: Box, documents: readonly PaperDocument[], reasons: Reasons, digits: number): BoxGap[] {
  const there = new Set(documents.map(({ item }) => item));
  const gaps: BoxGap[] = [];
  for (let number = Math.min(...there); number <= Math.max(...there); number += 1) {
    if (there.has(number)) continue;
    const printed = String(number).padStart(digits, '0');
    const { reason, detail } = reasons.get(number) ?? { reason: 'unknown', detail: '' };
    const before = gaps.at(-1);
    const joins = before?.reason === reason && before.detail === detail && Number(before.to) === number - 1;
    if (joins) before.to = printed;
    else gaps.push({ term: box.term, section: null, from: printed, to: printed, reason, detail });
  }
  return gaps;
}

export function boxNotes(source: PaperSource, scope: ScopeOf<'boxNote'>): FormReport {
  const { db, base, fonds } = source;
  const boxes = chosen(source, scope);
  const byBox = documentsOfBoxes(
    db,
    boxes.map(({ id }) => id),
  );
  const digits = digitsOf(db);
  const known = new Map<string, Reasons>();
  const reasonsOf = (box: Box): Reasons => {
    const key = [box.category, box.year, box.term, box.sectionId].join('/');
    const reasons = known.get(key) ?? reasonsOfClass(db, box);
    known.set(key, reasons);
    return reasons;
  };
  return boxNoteReport({
    ...base,
    fonds,
    boxes: boxes.map((box) => {
      const documents = byBox.get(box.id) ?? [];
      return {
        ...box,
        section: box.sectionId === null ? null : sectionOf(db, box.sectionId).name,
        documents,
        gaps: gapsOfBox(box, documents, reasonsOf(box), digits(box)),
      };
    }),
  });
}
