/** The search box, saved searches, and the index made anew. */
import { AppError } from '#shared/errors.ts';
import { SearchQuery, type SavedSearch } from '#shared/features/search.ts';
import { z } from '#shared/lib/zod.ts';
import { canonicalJson, type Canonical } from '../audit/canonical.ts';
import { all, value, type ReadDb } from '../db/sql.ts';
import type { HandlersOf } from '../dispatch.ts';
import { savedSearchEntity, type SavedSearchImage } from '../entities/saved-search.ts';
import { find } from '../search/find.ts';
import { rebuildIndex } from '../search/index-store.ts';

function savedOf({
  id,
  name,
  query,
  version,
}: Pick<SavedSearchImage, 'id' | 'name' | 'query' | 'version'>): SavedSearch {
  return { id, name, query: SearchQuery.parse(JSON.parse(query)), version };
}

/** The saved search as stored, at the version that the caller saw. */
function current(db: ReadDb, id: number, version: number | undefined): SavedSearchImage {
  const image = savedSearchEntity.read(db, id);
  if (!image || image.withdrawn === 1) throw new AppError('record/not_found', { id });
  if (image.version !== version) throw new AppError('record/conflict', { id });
  return image;
}

export const search: HandlersOf<'search'> = {
  find: ({ db }, input) => find(db, input),

  savedList: ({ db }) =>
    all(
      db,
      z.object({ id: z.int(), name: z.string(), query: z.string(), version: z.int() }),
      'SELECT id, name, query, version FROM saved_search WHERE withdrawn = 0 ORDER BY name, id',
    ).map(savedOf),

  save(context, { name, query, id, version }) {
    const { db, changes } = context;
    // Fields that were left out are undefined, which canonical JSON does not know.
    const text = canonicalJson(JSON.parse(JSON.stringify(query)) as Canonical);
    let image: SavedSearchImage;
    if (id === undefined) {
      image = {
        id: value(db, z.int(), 'SELECT coalesce(max(id), 0) + 1 FROM saved_search'),
        uid: context.newUid(),
        name,
        query: text,
        withdrawn: 0,
        withdrawn_reason: null,
        version: 1,
      };
      changes.insert(savedSearchEntity, image);
    } else {
      const before = current(db, id, version);
      image = { ...before, name, query: text, version: before.version + 1 };
      changes.update(savedSearchEntity, before, image);
    }
    context.describe({ label: { code: 'searchSave', params: { name } } });
    return { saved: savedOf(image), event: context.eventNumber };
  },

  withdrawSaved(context, { id, version, reason }) {
    const before = current(context.db, id, version);
    context.changes.update(savedSearchEntity, before, {
      ...before,
      withdrawn: 1,
      withdrawn_reason: reason,
      version: before.version + 1,
    });
    context.describe({ label: { code: 'searchWithdraw', params: { name: before.name } }, reason });
    return { id, event: context.eventNumber };
  },

  // Derived data: nothing for the log to keep.
  rebuild: ({ db }) => ({ entries: rebuildIndex(db) }),
};
