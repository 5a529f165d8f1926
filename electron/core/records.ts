/** What handlers of every register do with a record before they change it. */
import { AppError } from '#shared/errors.ts';
import type { WriteContext } from './context.ts';
import type { ReadDb } from './db/sql.ts';
import type { Entity, Image } from './entities/entity.ts';
import { localDay } from './local-day.ts';

type Versioned = Image & { id: number; version: number; withdrawn: number };

/**
 * The record as it stands, at the version that the caller saw.
 * @throws AppError record/not_found where it is missing or withdrawn, record/conflict where it was changed since.
 */
export function currentRecord<I extends Versioned>(
  db: ReadDb,
  entity: Entity<I>,
  asked: { id: number; version?: number | undefined },
): I {
  const image = entity.read(db, asked.id);
  if (!image || image.withdrawn === 1) throw new AppError('record/not_found', { id: asked.id });
  if (asked.version !== undefined && image.version !== asked.version) {
    throw new AppError('record/conflict', { id: asked.id });
  }
  return image;
}

/** Withdraws a record with its reason. */
export function withdrawRecord<I extends Versioned & { withdrawn_reason: string | null }>(
  context: Pick<WriteContext, 'changes'>,
  entity: Entity<I>,
  before: I,
  reason: string,
): void {
  context.changes.update(entity, before, {
    ...before,
    withdrawn: 1,
    withdrawn_reason: reason,
    version: before.version + 1,
  });
}

/** Today's date where the program runs; the clock is the context's. */
export function today(context: Pick<WriteContext, 'now'>): string {
  return localDay(context.now());
}
