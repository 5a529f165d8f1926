/**
 * 签到表: to be signed on at the activity (who is registered, then empty lines), the same without an activity, and the list of
 * who signed. Upright A4, lines high enough for a hand.
 */
import { translator, type Translate } from '#shared/i18n/index.ts';
import type { ReportColumn, ReportLine, TableReport } from '#shared/report/model.ts';
import { listColumn, listField, listRow, type PaperBase, tablePaper } from './paper-parts.ts';

export interface SheetHead {
  title: string;
  /** Days and time as printed. */
  time: string;
  place: string;
  hosts: string;
}

export interface SheetPerson {
  name: string;
  sex: 'female' | 'male' | null;
  /** Whole years on the day; null where the birth date does not tell. */
  age: number | null;
  /** Printed where the age is not known. */
  birthYear: string | null;
  village: string | null;
  /** As it shall be printed: masked, or whole. */
  phone: string | null;
}

export interface SignInSheetPaper extends PaperBase {
  activity: SheetHead;
  people: readonly SheetPerson[];
  /** Lines at least; null = to the end of the page. */
  leastLines: number | null;
}

export interface SignInFormPaper extends PaperBase {
  lines: number;
}

export interface SignedRow extends SheetPerson {
  number: string | null;
  date: string;
  role: 'learner' | 'volunteer' | 'teacher' | 'staff';
  signed: boolean;
  remark: string;
}

export interface SignedListPaper extends PaperBase {
  activity: SheetHead;
  /** ISO day of the activity, where it is of one day. */
  day: string | null;
  rows: readonly SignedRow[];
  /** Rows, 人次 and 人 as the counting engine has them. */
  counts: { registered: number; personTimes: number; people: number };
}

/** mm that a line takes to be signed on, and what a cell of two and more lines of text takes: margins and each line. */
const LINE = 9.4;
const CELL_MARGINS = 2.2;
const TEXT_LINE = 5.35;
/** mm for lines on a first page with four lines of head, and on the pages that follow. */
const FIRST_PAGE = 172.5;
const NEXT_PAGE = 216.5;
/** 五号 characters on a line of 156 mm; mm that one more line of the head takes. */
const HEAD_EM = 41;
const HEAD_LINE = 7;
/** Characters that the columns 姓名 and 村（居） hold on one line. */
const NAME_EM = 4.8;
const VILLAGE_EM = 7.8;
/** Lines left for people who come unregistered, at least. */
const SPARE = 3;

/** Width in characters; a letter or figure is half of one. */
function ems(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character < '\u0100' ? 0.55 : 1), 0);
}

function lineHeight({ name, village }: SheetPerson): number {
  const lines = Math.max(Math.ceil(ems(name) / NAME_EM), Math.ceil(ems(village ?? '') / VILLAGE_EM));
  return lines < 2 ? LINE : Math.max(LINE, CELL_MARGINS + lines * TEXT_LINE);
}

/** Number of lines that fills whole pages and leaves some for people who come unregistered; an estimate from below. Pure. */
export function linesToFill(people: readonly SheetPerson[], { title, time, place, hosts }: SheetHead): number {
  const more = [title, time, place, hosts].reduce((sum, text) => sum + Math.floor((ems(text) + 5) / HEAD_EM), 0);
  let left = Math.max(LINE, FIRST_PAGE - more * HEAD_LINE);
  for (const person of people) {
    const height = lineHeight(person);
    left = (left < height ? NEXT_PAGE : left) - height;
  }
  const empty = Math.floor(left / LINE);
  return people.length + (empty < SPARE ? empty + Math.floor(NEXT_PAGE / LINE) : empty);
}

function headOf(t: Translate, unit: string, { title, time, place, hosts }: SheetHead): ReportLine[] {
  return [
    [listField(t('activityPapers.field.activity'), title)],
    [listField(t('activityPapers.field.time'), time)],
    [listField(t('activityPapers.field.place'), place)],
    [listField(t('activityPapers.field.hosts'), hosts === '' ? unit : hosts)],
  ];
}

function personColumns(t: Translate): ReportColumn[] {
  return [
    listColumn('number', t('papers.column.number'), 10, { align: 'center', minimumEm: 2 }),
    listColumn('name', t('participants.field.name'), 21, { align: 'center', minimumEm: 4 }),
    listColumn('sex', t('participants.field.sex'), 9, { align: 'center', minimumEm: 2 }),
    listColumn('age', t('activityPapers.column.age'), 15, { align: 'center', minimumEm: 2.5 }),
    listColumn('village', t('participants.field.village'), 33, { breaking: 'list', minimumEm: 5 }),
    listColumn('phone', t('participants.field.phone'), 25, { align: 'center', minimumEm: 6 }),
  ];
}

function personCells(t: Translate, { name, sex, age, birthYear, village, phone }: SheetPerson) {
  const born = birthYear === null ? null : t('activityPapers.bornIn', { year: birthYear });
  return [name, sex === null ? null : t(`participants.sex.${sex}`), age ?? born, village, phone] as const;
}

function toSign(
  paper: PaperBase,
  rest: { id: string; activity: SheetHead; people: readonly SheetPerson[]; lines: number },
) {
  const t = translator(paper.locale);
  const { people } = rest;
  return tablePaper(paper, {
    id: rest.id,
    title: t('papers.name.signInSheet'),
    keywords: [rest.activity.title].filter((text) => text !== ''),
    orientation: 'portrait',
    margins: 'official',
    headLines: headOf(t, paper.unitName, rest.activity),
    columns: [
      ...personColumns(t),
      listColumn('signature', t('activityPapers.column.signature'), 27, { align: 'center', minimumEm: 5 }),
      listColumn('remark', t('papers.column.remark'), 16, { minimumEm: 2 }),
    ],
    leastRowHeight: LINE,
    rows: Array.from({ length: Math.max(rest.lines, people.length) }, (_, index) => {
      const person = people[index];
      return listRow([index + 1, ...(person ? personCells(t, person) : [null, null, null, null, null]), null, null]);
    }),
  });
}

/** Builds the sheet to sign on; pure. */
export function signInSheetReport(paper: SignInSheetPaper): TableReport {
  const { activity, people, leastLines } = paper;
  return toSign(paper, {
    id: 'sign-in-sheet',
    activity,
    people,
    lines: leastLines ?? linesToFill(people, activity),
  });
}

/** Builds the empty form; pure. */
export function signInFormReport(paper: SignInFormPaper): TableReport {
  return toSign(paper, {
    id: 'sign-in-form',
    activity: { title: '', time: '', place: '', hosts: '' },
    people: [],
    lines: paper.lines,
  });
}

/** Builds the list of who signed; pure. */
export function signedListReport(paper: SignedListPaper): TableReport {
  const { activity, rows, counts, day, locale, unitName } = paper;
  const t = translator(locale);
  // The head tells the day; lines do where one of them is of another.
  const dated = rows.some(({ date }) => date !== day);
  return tablePaper(paper, {
    id: 'signed-list',
    title: t('papers.name.signedList'),
    keywords: [activity.title].filter((text) => text !== ''),
    orientation: 'portrait',
    margins: 'official',
    headLines: [
      ...headOf(t, unitName, activity),
      [listField(t('activityPapers.field.counts'), t('activityPapers.sheetCounts', counts))],
    ],
    columns: [
      ...personColumns(t),
      ...(dated ? [listColumn('date', t('activityPapers.column.date'), 23, { align: 'center', minimumEm: 5.2 })] : []),
      listColumn('role', t('activityPapers.column.role'), 15, { align: 'center', minimumEm: 3 }),
      listColumn('signed', t('activityPapers.column.signed'), 14, { align: 'center', minimumEm: 3 }),
      listColumn('remark', t('papers.column.remark'), 16, { minimumEm: 2 }),
    ],
    rows: rows.map((row, index) =>
      listRow([
        row.number ?? index + 1,
        ...personCells(t, row),
        ...(dated ? [row.date] : []),
        t(`activities.attendanceRole.${row.role}`),
        t(row.signed ? 'activityPapers.signed' : 'activityPapers.notSigned'),
        row.remark,
      ]),
    ),
    notes: [t('activities.definition.personTimes'), t('activities.definition.people')],
    closingLines: [
      [
        listField(t('papers.sign.filledBy'), null),
        listField(t('papers.sign.head'), null),
        listField(t('papers.sign.date'), null),
      ],
    ],
  });
}
