/**
 * What a command changes. Handlers write records only through `Changes`, which keeps the image before the first and
 * after the last write of each record; the event of the command is made of these, so a change cannot miss the log. The
 * search index follows the same images in the same transaction.
 */
import type { RecordImage } from './audit/event.ts';
import type { WriteDb } from './db/sql.ts';
import { entityNamed } from './entities/index.ts';
import type { Entity, Image } from './entities/entity.ts';
import { indexRecords, type WrittenRecord } from './search/index-store.ts';

export class Changes {
  readonly #db: WriteDb;
  readonly #before = new Map<string, RecordImage>();
  readonly #after = new Map<string, RecordImage>();

  constructor(db: WriteDb) {
    this.#db = db;
  }

  /** Inserts a record that does not exist yet. */
  insert<I extends Image>(entity: Entity<I>, image: I): void {
    this.#write(entity.name, entity.keyOf(image), null, image, () => entity.write(this.#db, image, null));
  }

  /** Replaces a record; `before` is the image that the caller read, its version one less than the new one. */
  update<I extends Image>(entity: Entity<I>, before: I, image: I): void {
    this.#write(entity.name, entity.keyOf(image), before, image, () => entity.write(this.#db, image, before));
  }

  /** The same for undo, which knows records by name only. */
  restore(name: string, key: number, before: Image | null, image: Image): void {
    this.#write(name, key, before, image, () => entityNamed(name).write(this.#db, image, before));
  }

  #write(entity: string, key: number, before: Image | null, after: Image, write: () => void): void {
    entityNamed(entity).guard?.(this.#db, before, after);
    const id = `${entity}/${key}`;
    if (!this.#before.has(id)) this.#before.set(id, { entity, key, image: before });
    write();
    this.#after.set(id, { entity, key, image: after });
  }

  get isEmpty(): boolean {
    return this.#after.size === 0;
  }

  /** Makes the search index true for what was written. Answers whether it changed. */
  index(): boolean {
    const written = [...this.#after.values()].flatMap(({ entity, key, image }): WrittenRecord[] =>
      image === null ? [] : [{ entity: entityNamed(entity), key, image }],
    );
    return indexRecords(this.#db, [...written, ...this.#following(written)]);
  }

  /** Records whose entries say something of a written one, and which this command did not write itself. */
  #following(written: readonly WrittenRecord[]): WrittenRecord[] {
    const seen = new Set(this.#after.keys());
    return written
      .flatMap(({ entity, image }) => entity.entriesWithIt?.(image, this.#db) ?? [])
      .flatMap(({ entity: name, key }): WrittenRecord[] => {
        if (seen.has(`${name}/${key}`)) return [];
        seen.add(`${name}/${key}`);
        const entity = entityNamed(name);
        const image = entity.read(this.#db, key);
        return image === null ? [] : [{ entity, key, image }];
      });
  }

  images(): { before: RecordImage[]; after: RecordImage[] } {
    return { before: [...this.#before.values()], after: [...this.#after.values()] };
  }
}
