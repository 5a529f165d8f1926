/** Sign-in papers of an activity: the sheet to sign on, the empty form, the list of who signed. */
import type { ScopeOf } from '#shared/features/papers.ts';
import type { Activity } from '#shared/features/activities.ts';
import { translator } from '#shared/i18n/index.ts';
import { ageOn } from '#shared/lib/ages.ts';
import { maskNumbersIn } from '#shared/lib/phones.ts';
import { printedText } from '#shared/report/text.ts';
import type { TableReport } from '#shared/report/model.ts';
import { activitySeen } from '../activities/list.ts';
import { listAttendance } from '../attendance/rows.ts';
import {
  type SheetHead,
  type SheetPerson,
  signedListReport,
  signInFormReport,
  signInSheetReport,
} from '../reports/sign-in-sheet.ts';
import { wholePhones } from './phones.ts';
import { nothingToPrint, type PaperSource } from './source.ts';

type Row = ReturnType<typeof listAttendance>[number];

/** First and last day of an activity as a paper's head prints them; empty without a date. */
export function printedDays(
  { dateStart, dateEnd }: Pick<Activity, 'dateStart' | 'dateEnd'>,
  base: PaperSource['base'],
) {
  const days = [dateStart, dateEnd === dateStart ? null : dateEnd]
    .filter((day) => day !== null)
    .map((day) => printedText({ kind: 'date', value: day }, base.locale));
  return days.join('—');
}

function headOf({ base }: PaperSource, activity: Activity): SheetHead {
  return {
    title: activity.title,
    time: [printedDays(activity, base), activity.timeText].filter((text) => text !== '').join(' '),
    place: activity.place,
    hosts: activity.hosts.map(({ name }) => name).join(translator(base.locale)('paper.unitSeparator')),
  };
}

/** A person of a row; `phones` are the whole ones where they may be printed, else the row's masked one stands. */
function personOf(row: Row, day: string, phones: ReadonlyMap<number, string> | null): SheetPerson {
  const age = ageOn(row.birthDate, day);
  return {
    name: row.name,
    sex: row.sex,
    age,
    birthYear: age === null && row.birthDate !== null ? row.birthDate.slice(0, 4) : null,
    village: row.village,
    phone: phones ? (phones.get(row.personId) ?? null) : row.phone,
  };
}

const phonesFor = ({ db }: PaperSource, rows: readonly Row[], style: 'masked' | 'whole') =>
  style === 'masked'
    ? null
    : wholePhones(
        db,
        rows.map(({ personId }) => personId),
      );

export function signInSheet(source: PaperSource, scope: ScopeOf<'signInSheet'>): TableReport {
  const { db, base } = source;
  const activity = activitySeen({ db, locale: base.locale }, scope.activityId);
  const rows = listAttendance(db, { activityId: activity.id });
  // Who is registered for several days, or in two parts, signs on one line.
  const people = [...new Map(rows.toReversed().map((row) => [row.personId, row])).values()].toReversed();
  const phones = phonesFor(source, people, scope.phones);
  return signInSheetReport({
    ...base,
    activity: headOf(source, activity),
    people: people.map((row) => personOf(row, activity.dateStart ?? row.date, phones)),
    leastLines: scope.leastLines ?? null,
  });
}

export function signInForm({ base }: PaperSource, { lines }: ScopeOf<'signInForm'>): TableReport {
  return signInFormReport({ ...base, lines });
}

export function signedList(source: PaperSource, scope: ScopeOf<'signedList'>): TableReport {
  const { db, base } = source;
  const activity = activitySeen({ db, locale: base.locale }, scope.activityId);
  const rows = listAttendance(db, { activityId: activity.id });
  if (rows.length === 0) throw nothingToPrint(source, scope.paper);
  const phones = phonesFor(source, rows, scope.phones);
  return signedListReport({
    ...base,
    activity: headOf(source, activity),
    day: activity.dateEnd === null || activity.dateEnd === activity.dateStart ? activity.dateStart : null,
    counts: { registered: activity.registered, personTimes: activity.personTimes, people: activity.people },
    rows: rows.map((row) => ({
      ...personOf(row, row.date, phones),
      number: row.number,
      date: row.date,
      role: row.role,
      signed: row.signed,
      remark: scope.phones === 'whole' ? row.remark : maskNumbersIn(row.remark),
    })),
  });
}
