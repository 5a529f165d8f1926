/** What reading a label does in a stock-take: it is entered where the person stands, or changes where that is. Pure. */
import type { Label } from '#shared/features/stocktakes.ts';

interface Named {
  id: number;
  name: string;
}

/** Where the person stands: at a shelf, or at an opened box. */
export interface Standing {
  place: Named | null;
  box: Named | null;
}

export const NOWHERE: Standing = { place: null, box: null };

export interface ScanStep {
  standing: Standing;
  /** To be entered; null = nothing is. */
  entry: { placeId: number | null; boxId: number | null; text: string } | null;
  /** `nowhere`: the label was not taken, for no shelf and no box is known; `unplaced`: a box was opened without a shelf. */
  note: 'nowhere' | 'unplaced' | null;
}

/**
 * The label of a place leads there. The label of a box is entered at the shelf and opens the box. Any other label, known or
 * not, is entered in the opened box, else at the shelf.
 */
export function scanLabel(standing: Standing, text: string, label: Label): ScanStep {
  if (label.kind === 'place' && label.id !== null) {
    return { standing: { place: { id: label.id, name: label.name }, box: null }, entry: null, note: null };
  }
  if (label.kind === 'box' && label.id !== null) {
    const { place } = standing;
    return {
      standing: { place, box: { id: label.id, name: label.name } },
      entry: place ? { placeId: place.id, boxId: null, text } : null,
      note: place ? null : 'unplaced',
    };
  }
  const { place, box } = standing;
  if (box) return { standing, entry: { placeId: null, boxId: box.id, text }, note: null };
  if (place) return { standing, entry: { placeId: place.id, boxId: null, text }, note: null };
  return { standing, entry: null, note: 'nowhere' };
}
