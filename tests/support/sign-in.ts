/** Sign-in rows for tests of what counts them, and a look into an archive's file. */
import { join } from 'node:path';
import { DATABASE } from '#core/archive-folder.ts';
import { openForReading } from '#core/db/open.ts';
import type { ReadDb } from '#core/db/sql.ts';
import type { TestArchive } from './test-archive.ts';

export interface SignIn {
  /** Activities are entered as they are named, from 1. */
  activity: number;
  person: number;
  date: string;
  signed?: boolean;
}

/** Signs persons of the archive in; activities that are not there yet are entered, held, 90 minutes long. */
export async function signIn(archive: TestArchive, rows: readonly SignIn[]): Promise<void> {
  const { total } = await archive.call('activities.list', { filter: {} });
  const last = Math.max(0, ...rows.map(({ activity }) => activity));
  const titles = Array.from({ length: Math.max(0, last - total) }, (_, index) => `示例活动${total + index + 1}`);
  if (titles.length > 0) {
    await archive.call('activities.edit', {
      step: { code: 'activityInsert', params: { count: titles.length } },
      changes: titles.map((title) => ({ do: 'insert', fields: { title, state: 'held' as const, minutes: 90 } })),
    });
  }
  if (rows.length === 0) return;
  await archive.call('attendance.edit', {
    step: { code: 'attendanceEnter', params: { count: rows.length } },
    changes: rows.map(({ activity, person, date, signed = true }) => ({
      do: 'insert',
      activityId: activity,
      person: { id: person },
      fields: { date, signed },
    })),
  });
}

/** Looks into the archive's file beside the program. */
export function inside<T>(archive: TestArchive, look: (db: ReadDb) => T): T {
  const db = openForReading(join(archive.directory, DATABASE));
  try {
    return look(db);
  } finally {
    db.close();
  }
}
