/** Sign-in rows. */
import { archiveOf } from '../context.ts';
import { acceptAttendance } from '../attendance/accept.ts';
import { planImport, preparedReading } from '../attendance/plan.ts';
import { changeAttendance, listAttendance } from '../attendance/rows.ts';
import type { HandlersOf } from '../dispatch.ts';
import { readForeignRoster } from '../read-foreign-roster.ts';
import { today } from '../records.ts';

export const attendance: HandlersOf<'attendance'> = {
  list: ({ db }, input) => listAttendance(db, input),

  edit(context, { step, changes }) {
    const done = changes.map((change) => changeAttendance(context, change));
    const [withdrawal] = changes.filter((change) => change.do === 'withdraw');
    context.describe({ label: step, ...(withdrawal?.do === 'withdraw' ? { reason: withdrawal.reason } : {}) });
    return {
      ids: done.map(({ id }) => id),
      personIds: done.map(({ personId }) => personId),
      event: context.eventNumber,
    };
  },

  read: (context, input) => readForeignRoster(input, today(context), context.signal),

  plan: async (context, input) =>
    planImport(archiveOf(context), preparedReading(context.prepared), input, today(context)),

  accept: (context, input) => acceptAttendance(context, input),

  import(context, { dryRun, takeRoles, ...asked }) {
    const reading = preparedReading(context.prepared);
    const planned = planImport(context.db, reading, asked, today(context));
    if (dryRun) return { ...planned, added: 0, roles: 0, importId: null, event: null };
    const left = new Set(planned.duplicates.map(({ index }) => index));
    const done = acceptAttendance(context, {
      sourceName: reading.source.name,
      sourceSha256: reading.source.sha256,
      // What no activity or day is known for cannot be a sign-in row; the person is entered, and the reading has told so.
      records: planned.records
        .filter((_, index) => !left.has(index))
        .map((record) =>
          record.activity !== null && 'key' in record.activity && record.fields.date === undefined
            ? { ...record, activity: null, needsReview: true }
            : record,
        ),
      activities: planned.listedActivities.filter(
        ({ existingId }) => existingId === null && reading.kind === 'activities',
      ),
      roles: takeRoles ? planned.proposedRoles : [],
    });
    return { ...planned, added: done.added, roles: done.roles, importId: done.importId, event: done.event };
  },
};
