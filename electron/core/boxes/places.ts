/** Places that are in use, with their way from the room down. */
import { all, type ReadDb } from '../db/sql.ts';
import { PlaceImage } from '../entities/box.ts';

/** Paths of all places that are in use, by id. */
export function placePaths(db: ReadDb): Map<number, { place: PlaceImage; path: string }> {
  const places = all(
    db,
    PlaceImage,
    `SELECT ${Object.keys(PlaceImage.shape).join(', ')} FROM place WHERE withdrawn = 0 ORDER BY id`,
  );
  const byId = new Map(places.map((place) => [place.id, place]));
  const pathOf = (place: PlaceImage): string => {
    const parent = place.parent_id === null ? undefined : byId.get(place.parent_id);
    return parent ? `${pathOf(parent)} / ${place.name}` : place.name;
  };
  return new Map(places.map((place) => [place.id, { place, path: pathOf(place) }]));
}

/** A place and everything in it; null = all places. */
export function placesWithin(db: ReadDb, placeId: number | null): Set<number> {
  const paths = placePaths(db);
  const within = (id: number | null): boolean => {
    if (placeId === null || id === placeId) return true;
    const parent = id === null ? null : (paths.get(id)?.place.parent_id ?? null);
    return parent !== null && within(parent);
  };
  return new Set([...paths.keys()].filter(within));
}
