/**
 * What an archive has before a person did anything in its registers: its fonds, the forms of the reference code and the
 * retention table of townships. A new archive gets them with its first event; an archive made before there were
 * documents gets them when it is opened for writing, in one event that cannot be undone.
 */
import { RETENTION_PROPOSALS } from '#shared/lib/archives/retention-proposals.ts';
import { z } from '#shared/lib/zod.ts';
import { appendEvent, head } from '../audit/event.ts';
import { Changes } from '../changes.ts';
import { uuidv7 } from '../context.ts';
import { value, type WriteDb } from '../db/sql.ts';
import { codeSchemeEntity, fondsEntity, retentionRowEntity } from '../entities/fonds.ts';
import { DEFAULT_SCHEMES } from './rules.ts';

/** Writes fonds, schemes and retention rows; the caller logs the images. */
export function writeFonds(changes: Changes, unitName: string, newUid: () => string): void {
  changes.insert(fondsEntity, { id: 1, uid: newUid(), code: null, name: unitName, withdrawn: 0, version: 1 });
  DEFAULT_SCHEMES.forEach((scheme, index) => {
    changes.insert(codeSchemeEntity, {
      id: index + 1,
      uid: newUid(),
      fonds_id: 1,
      ...scheme,
      withdrawn: 0,
      version: 1,
    });
  });
  RETENTION_PROPOSALS.forEach((row, index) => {
    changes.insert(retentionRowEntity, {
      id: index + 1,
      uid: newUid(),
      number: row.id,
      scope: row.scope,
      terms: JSON.stringify(row.terms),
      origin: row.origin,
      category: row.category,
      basis: row.basis,
      words: JSON.stringify(row.words),
      withdrawn: 0,
      withdrawn_reason: null,
      version: 1,
    });
  });
}

/** Makes up for an archive that has no fonds yet. */
export function prepareFonds(db: WriteDb, event: { at: string; actor: string; appVersion: string }): void {
  if (value(db, z.int(), 'SELECT count(*) FROM fonds') > 0) return;
  db.transaction(() => {
    const changes = new Changes(db);
    const unitName = value(db, z.string(), 'SELECT unit_name FROM archive');
    writeFonds(changes, unitName, () => uuidv7(Date.parse(event.at)));
    appendEvent(db, head(db), {
      ...event,
      role: 'administrator',
      action: 'fonds.prepare',
      label: { code: 'prepareFonds', params: { name: unitName } },
      reason: null,
      ...changes.images(),
    });
  }).immediate();
}
