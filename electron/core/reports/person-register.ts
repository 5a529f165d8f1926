/** 名册 (R11) of the persons who have a role: what they teach or do, for whom, with which certificates, and their hours. */
import type { PersonRoleName } from '#shared/features/participants.ts';
import { translator } from '#shared/i18n/index.ts';
import type { TableReport } from '#shared/report/model.ts';
import { listColumn, listField, listRow, type PaperBase, tablePaper } from './paper-parts.ts';

export interface RegisteredPerson {
  name: string;
  sex: 'female' | 'male' | null;
  village: string | null;
  units: readonly string[];
  subjects: readonly string[];
  /** ISO days; the earliest beginning that is known. */
  from: string | null;
  certificates: readonly { name: string; number: string }[];
  /** As it shall be printed: masked, or whole. */
  phone: string | null;
  personTimes: number;
  minutes: number;
  /** Sign-in rows without a length, which are in no minute. */
  unknown: number;
}

export interface PersonRegisterPaper extends PaperBase {
  role: PersonRoleName;
  year: number;
  people: readonly RegisteredPerson[];
  /** Names of the roles in sign-in rows whose time is counted; empty = all. */
  countedRoles: readonly ('learner' | 'volunteer' | 'teacher' | 'staff')[];
}

/** Hours of 60 minutes with one decimal at most, e.g. 1.5. */
function hours(minutes: number): string {
  return String(Math.round(minutes / 6) / 10);
}

/** Builds the register; pure. */
export function personRegisterReport(paper: PersonRegisterPaper): TableReport {
  const { role, year, people, countedRoles, locale } = paper;
  const t = translator(locale);
  const separator = t('paper.unitSeparator');
  const name = t(`participants.role.${role}`);
  const sum = (key: 'personTimes' | 'minutes' | 'unknown'): number => people.reduce((all, one) => all + one[key], 0);
  const roles = countedRoles.map((one) => t(`activities.attendanceRole.${one}`)).join(separator);
  return tablePaper(paper, {
    id: 'person-register',
    title: t('activityPapers.title.personRegister', { role: name }),
    keywords: [name, String(year)],
    headLines: [
      [
        listField(t('papers.field.unit'), paper.unitName, { weight: 3 }),
        listField(t('papers.field.year'), String(year), { weight: 1 }),
        listField(t('activityPapers.field.persons'), t('activityPapers.persons', { count: people.length }), {
          weight: 1,
        }),
      ],
    ],
    columns: [
      listColumn('number', t('papers.column.number'), 10, { align: 'center' }),
      listColumn('name', t('participants.field.name'), 21, { align: 'center', minimumEm: 4 }),
      listColumn('sex', t('participants.field.sex'), 10, { align: 'center', minimumEm: 2 }),
      listColumn('village', t('participants.field.village'), 28, { breaking: 'list', minimumEm: 5 }),
      listColumn('unit', t('activityPapers.column.unit'), 44, { breaking: 'list', minimumEm: 6 }),
      listColumn('subject', t('activityPapers.column.subject'), 30, { breaking: 'list', minimumEm: 6 }),
      listColumn('from', t('activityPapers.column.from'), 23, { align: 'center', minimumEm: 5.4 }),
      listColumn('certificates', t('participants.field.certificates'), 36, { breaking: 'list', minimumEm: 6 }),
      listColumn('phone', t('participants.field.phone'), 26, { align: 'center', minimumEm: 6.4 }),
      listColumn('personTimes', t('activityPapers.column.times'), 13, { align: 'right', minimumEm: 2.4 }),
      listColumn('hours', t('activityPapers.column.hours'), 15, { align: 'right', minimumEm: 3 }),
    ],
    rows: [
      ...people.map((person, index) =>
        listRow([
          index + 1,
          person.name,
          person.sex === null ? null : t(`participants.sex.${person.sex}`),
          person.village,
          person.units.join(separator),
          person.subjects.join(separator),
          person.from,
          person.certificates
            .map(({ name: certificate, number }) => (number === '' ? certificate : `${certificate}（${number}）`))
            .join(separator),
          person.phone,
          person.personTimes,
          hours(person.minutes),
        ]),
      ),
      listRow([
        null,
        t('papers.column.sum'),
        ...Array.from({ length: 7 }, () => null),
        sum('personTimes'),
        hours(sum('minutes')),
      ]),
    ],
    notes: [
      t('activityPapers.note.hours', { year, roles: roles === '' ? t('activityPapers.all') : roles }),
      ...(sum('unknown') === 0 ? [] : [t('activityPapers.note.hoursUnknown', { count: sum('unknown') })]),
    ],
  });
}
