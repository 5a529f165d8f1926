/** Cells of the sign-in list as text and back, and the changes that a typed text asks for. Pure. */
import { AppError } from '#shared/errors.ts';
import {
  type Attendance,
  type AttendanceChange,
  type AttendanceFields,
  AttendanceRole,
} from '#shared/features/attendance.ts';
import type { Translate } from '#shared/i18n/index.ts';
import type { CellEdit } from '#ui/grid/types.ts';
import { dayOf } from './entry-draft.ts';

export type RowColumn = 'number' | 'date' | 'role' | 'hours' | 'remark';

type Reading = { ok: true; fields: Partial<AttendanceFields> } | { ok: false; problem: string };

/** Minutes as hours: 90 → 1.5; of what is no tenth of an hour, two digits. */
export function hoursText(minutes: number | null): string {
  return minutes === null ? '' : String(Math.round((minutes / 60) * 100) / 100);
}

/** Minutes of a text of hours; undefined = unreadable. */
function minutesOf(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  if (!/^\d{1,4}(?:\.\d{1,2})?$/u.test(plain)) return undefined;
  const minutes = Math.round(Number(plain) * 60);
  return minutes >= 1 ? minutes : undefined;
}

export function readRowCell(column: string, text: string, t: Translate): Reading {
  const plain = text.trim();
  switch (column) {
    case 'number':
      if (plain.length > 20) return { ok: false, problem: t('signIn.long', { limit: 20 }) };
      return { ok: true, fields: { number: plain === '' ? null : plain } };
    case 'date': {
      const date = dayOf(plain);
      return date === null
        ? { ok: false, problem: t('signIn.dateBad', { text: plain }) }
        : { ok: true, fields: { date } };
    }
    case 'role': {
      const role = AttendanceRole.safeParse(plain);
      return role.success ? { ok: true, fields: { role: role.data } } : { ok: false, problem: plain };
    }
    case 'hours': {
      const minutes = minutesOf(text);
      return minutes === undefined
        ? { ok: false, problem: t('signIn.hoursBad', { text: plain }) }
        : { ok: true, fields: { minutes } };
    }
    case 'remark':
      if (plain.length > 500) return { ok: false, problem: t('signIn.long', { limit: 500 }) };
      return { ok: true, fields: { remark: plain } };
    default:
      throw new AppError('input/invalid', { field: column, detail: text });
  }
}

/** One change a row, whatever number of its cells was edited. Throws input/invalid where a text cannot be read. */
export function changesOfEdits(
  edits: readonly CellEdit[],
  rows: readonly Attendance[],
  t: Translate,
): AttendanceChange[] {
  const fields = new Map<number, Partial<AttendanceFields>>();
  for (const { rowId, columnKey, text } of edits) {
    const reading = readRowCell(columnKey, text, t);
    if (!reading.ok) throw new AppError('input/invalid', { field: columnKey, detail: text });
    fields.set(rowId, { ...fields.get(rowId), ...reading.fields });
  }
  return rows.flatMap((row): AttendanceChange[] => {
    const set = fields.get(row.id);
    return set ? [{ do: 'set', id: row.id, version: row.version, fields: set }] : [];
  });
}

/** Signed or not, for all chosen rows alike: the first one says which way. */
export function toggleSigned(rows: readonly Attendance[]): AttendanceChange[] {
  const [first] = rows;
  if (!first) return [];
  const signed = !first.signed;
  return rows
    .filter((row) => row.signed !== signed)
    .map(({ id, version }) => ({ do: 'set', id, version, fields: { signed } }));
}
