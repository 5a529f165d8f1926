/** The tree of categories as papers need it: order, paths, branches. Withdrawn ones too: activities keep them. */
import { z } from '#shared/lib/zod.ts';
import { all, type ReadDb } from '../db/sql.ts';

const Category = z.object({ id: z.int(), name: z.string(), parent_id: z.int().nullable() });

export interface CategoryTree {
  /** Every id, each behind the one above it, in the order of the list. */
  order: readonly number[];
  name: (id: number) => string;
  /** Names from the top: 上级 / 类别. */
  path: (id: number) => string;
  /** The topmost one above a category, which may be itself. */
  branch: (id: number) => number;
  /** The category with all below it. */
  below: (id: number) => ReadonlySet<number>;
}

export function categoryTree(db: ReadDb): CategoryTree {
  const rows = all(db, Category, 'SELECT id, name, parent_id FROM activity_category ORDER BY position, id');
  const byId = new Map(rows.map((row) => [row.id, row]));
  const order: number[] = [];
  const visit = (parent: number | null): void => {
    for (const { id, parent_id: above } of rows) {
      if (above !== parent) continue;
      order.push(id);
      visit(id);
    }
  };
  visit(null);
  const name = (id: number): string => byId.get(id)?.name ?? '';
  const parentOf = (id: number): number | null => byId.get(id)?.parent_id ?? null;
  const path = (id: number): string => {
    const parent = parentOf(id);
    return parent === null ? name(id) : `${path(parent)} / ${name(id)}`;
  };
  const branch = (id: number): number => {
    const parent = parentOf(id);
    return parent === null ? id : branch(parent);
  };
  const below = (id: number): ReadonlySet<number> => {
    const found = new Set([id]);
    for (const one of order) {
      const parent = parentOf(one);
      if (parent !== null && found.has(parent)) found.add(one);
    }
    return found;
  };
  return { order, name, path, branch, below };
}
