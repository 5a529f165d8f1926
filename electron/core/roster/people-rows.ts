/**
 * Rows of persons → records. Invariant: every row becomes a record, is told as left out, or is rejected with its reason; a
 * cell that does not have the form of its column is told of, and so is every value that was not printed in its own cell.
 */
import type { RosterField } from '#shared/features/attendance.ts';
import { isEmptyWord } from '#shared/lib/archives/empty-words.ts';
import { nameKey } from '#shared/lib/names.ts';
import { isFoot, isPageNoise, isTotal } from '../catalogue/rows.ts';
import { type GridRow, rowText } from '../reading/grid.ts';
import { readDay, type ReadDay } from './days.ts';
import {
  aboutLine,
  aboutRecord,
  type DraftRecord,
  type Finding,
  type Params,
  type RosterDraft,
  type RosterTable,
} from './draft.ts';
import { pairsOf, type RosterHead, sectionOf } from './head.ts';
import { standardName } from './headings.ts';
import { holdsIdentity, saysOfIdentity } from './identity-numbers.ts';
import { legendOf } from './legend.ts';
import {
  formOf,
  isLikelyName,
  plainOf,
  readAge,
  readBirth,
  readMinutes,
  readName,
  readPersonRole,
  readPhone,
  readRole,
  readSex,
  readSigned,
  type Signed,
} from './values.ts';

type Text = 'village' | 'activity' | 'unit' | 'subject' | 'certificate' | 'guardian';
const DITTO = /^(?:〃|″|"|''|,,|”|同上|〞|\/\/)$/u;

interface Context {
  activity: string | null;
  day: (ReadDay & { printed: string }) | null;
  /** A section between the rows said it, not the head. */
  own: boolean;
}

class PeopleReader {
  readonly draft: RosterDraft;
  /** Indexes of the records with which a section begins: numbers begin anew there. */
  readonly starts = new Set<number>();
  readonly #table: RosterTable;
  readonly #head: RosterHead;
  readonly #latest: string;
  readonly #context: Context;
  /** Printed values of the row above, for ditto marks and for cells that a group leaves empty. */
  #above: Partial<Record<RosterField, string>> = {};
  #rows = 0;
  /** What the sheet itself says of its signs. */
  readonly #legend: ReadonlyMap<string, Signed>;
  readonly #totals: { line: number; printed: number; inSection: number; soFar: number }[] = [];

  constructor(table: RosterTable, head: RosterHead, latest: string) {
    this.#table = table;
    this.#head = head;
    this.#latest = latest;
    this.#context = { activity: head.activity, day: head.day, own: false };
    // A row of somebody is no legend, whatever signs and words stand side by side in it.
    const name = this.#column('name');
    const nobody = table.rows.filter(({ cells }) => !isLikelyName(cells[name]?.text.trim() ?? ''));
    this.#legend = legendOf([
      ...table.head.map(({ cells }) => cells),
      ...nobody.map(({ cells }) => cells.map(({ text }) => text)),
    ]);
    this.draft = {
      title: head.title,
      columns: table.columns,
      records: [],
      activities: [],
      findings: [...table.findings],
      rejected: [],
      skipped: [...table.skipped],
    };
  }

  read(): RosterDraft {
    for (const row of this.#table.rows) this.#row(row);
    this.#tellTotals();
    const identity = this.#table.columns.find(({ field }) => field === 'identity');
    if (identity)
      this.draft.findings.push(
        aboutLine(this.#table.from, 'roster/identity_dropped', { column: identity.printed }, 'doubt'),
      );
    return this.draft;
  }

  #column(field: RosterField): number {
    return this.#table.columns.findIndex((column) => column.field === field);
  }

  #note(line: number, code: Finding['code'], params: Params = {}, severity: Finding['severity'] = 'note'): void {
    this.draft.findings.push(aboutLine(line, code, params, severity));
  }

  #leave(row: GridRow, reason: Finding['code'], params: Params = {}): void {
    this.draft.skipped.push({ line: row.line, text: rowText(row), reason, params });
  }

  #row(row: GridRow): void {
    if (row.filled === 0 || row.cells.every(({ text }) => /^[\s\-—–_=.…·]*$/u.test(text))) return;
    const printed = row.cells.filter(({ state }) => state === 'printed').map(({ text }) => text.trim());
    const [first = ''] = printed;
    const nameAt = this.#column('name');
    const name = row.cells[nameAt];
    const hasName = name !== undefined && name.text.trim() !== '' && !isEmptyWord(name.text);
    const likely = hasName && isLikelyName(name.text);
    if (!likely) {
      if (
        printed
          .slice(0, 3)
          .some(
            (text) =>
              isTotal(text) || /^(?:合计|总计|小计|共计|总人数|[应实]到(?:人数)?[:：]?\d*)/u.test(plainOf(text)),
          )
      ) {
        this.#total(row, printed);
        return;
      }
      if (printed.every(isPageNoise)) {
        this.#leave(row, 'noise_skipped');
        return;
      }
      if (
        isFoot(first) ||
        /^(?:备注|注|说明)[:：]?$/u.test(first) ||
        /^以下空白$|^(?:填表|制表|审核)人/u.test(plainOf(first))
      ) {
        this.#leave(row, 'foot_skipped');
        return;
      }
      if (this.#section(row, printed)) return;
    }
    if (!hasName) {
      this.#nameless(row, printed);
      return;
    }
    this.#record(row, name.text);
  }

  #total(row: GridRow, printed: readonly string[]): void {
    this.#leave(row, 'total_skipped');
    // 5.5 and 120 小时 sum up hours, not people.
    const counted = /(?<![\d.])(\d+)\s*(?:人次?|名)?\s*$/u.exec(plainOf(printed.join('')));
    if (counted)
      this.#totals.push({
        line: row.line,
        printed: Number(counted[1]),
        inSection: this.#rows,
        soFar: this.draft.records.length,
      });
  }

  /** Totals are compared when all is read: of blocks side by side the left one is read first. */
  #tellTotals(): void {
    const lines = new Set(this.draft.records.map(({ line, number, name }) => `${line}|${number ?? ''}|${name}`)).size;
    const signed = this.draft.records.filter((record) => record.signed === true).length;
    for (const { line, printed, inSection, soFar } of this.#totals) {
      if ([inSection, soFar, lines, signed].includes(printed)) continue;
      this.#note(line, 'roster/total_differs', { printed, count: this.#context.own ? inSection : lines }, 'doubt');
    }
  }

  /** A line between the rows that says what the rows below it belong to. */
  #section(row: GridRow, printed: readonly string[]): boolean {
    const pairs = pairsOf([{ line: row.line, cells: [...printed] }]).filter(({ value }) => value !== '');
    const activity = pairs.find(({ key }) => key === 'activity')?.value ?? null;
    const date = pairs.find(({ key }) => key === 'date')?.value ?? null;
    if (activity !== null || date !== null) {
      if (activity !== null) this.#context.activity = activity;
      const day = date === null ? null : readDay(date, this.#head.year);
      this.#context.day =
        day === null ? (activity === null ? this.#context.day : null) : { ...day, printed: date ?? '' };
      this.#begin(row);
      return true;
    }
    if (printed.length > 2 || printed[0] === undefined || /^\d+$/u.test(printed[0])) return false;
    const [first, second] = printed;
    // 版画体验 | 2021年6月19日 in two cells is the same line.
    if (second !== undefined && readDay(second, this.#head.year).date === null) return false;
    const section = sectionOf(second === undefined ? first : `${first}（${second}）`, this.#head.year);
    if (section === null) return false;
    if (section.activity !== null) this.#context.activity = section.activity;
    if (section.day !== null) this.#context.day = section.day;
    this.#begin(row);
    return true;
  }

  #begin(row: GridRow): void {
    this.#context.own = true;
    this.starts.add(this.draft.records.length);
    this.#above = {};
    this.#rows = 0;
    this.#leave(row, 'roster/section_read', {
      activity: this.#context.activity ?? '',
      date: this.#context.day?.date ?? '',
    });
  }

  #nameless(row: GridRow, printed: readonly string[]): void {
    const number = this.#column('number');
    const content = row.cells.filter(
      ({ state, text }, index) => state === 'printed' && index !== number && !DITTO.test(text.trim()),
    );
    if (content.length === 0) {
      this.#leave(row, 'roster/row_empty');
      return;
    }
    if (printed.length === 1) {
      this.#leave(row, 'roster/line_left_over');
      this.#note(row.line, 'roster/line_left_over', { text: (printed[0] ?? '').slice(0, 40) }, 'doubt');
      return;
    }
    const text = rowText(row);
    this.draft.rejected.push({
      line: row.line,
      text,
      reason: 'roster/row_without_name',
      params: { text: text.slice(0, 60) },
    });
  }

  #record(row: GridRow, printedName: string): void {
    this.#rows += 1;
    const { name, likely, beside } = readName(printedName);
    const findings: Finding[] = [];
    const record: DraftRecord = {
      number: null,
      name,
      sex: null,
      birth: null,
      village: null,
      phone: null,
      activity: null,
      date: null,
      signed: null,
      role: null,
      person_role: null,
      subject: null,
      unit: null,
      minutes: null,
      guardian: null,
      guardian_phone: null,
      consent: null,
      remark: null,
      line: row.line,
      endLine: row.endLine,
      review: false,
    };
    const tell = (code: Finding['code'], params: Params = {}, severity: Finding['severity'] = 'doubt'): void => {
      findings.push(aboutRecord(record, code, { name, ...params }, severity));
    };
    if (name.length > 50) record.name = name.slice(0, 50);
    if (!likely || name.length > 50) tell('roster/name_unlikely', { text: printedName.trim().slice(0, 40) });
    if (this.#table.short.has(row.line)) tell('roster/cells_missing');
    const extra = row.cells.slice(this.#table.columns.length).filter(({ state }) => state === 'printed');
    if (extra.length > 0)
      tell('roster/cells_left_over', {
        text: extra
          .map(({ text }) => text.trim())
          .join(' ')
          .slice(0, 40),
      });
    const remarks: string[] = beside === null ? [] : [beside];
    const own = (field: RosterField): { text: string; heading: string } | null => this.#cell(row, field, tell);

    const number = own('number');
    if (number) {
      record.number = plainOf(number.text).slice(0, 20);
      if (!/^[A-Za-z]*[\d-]+$/u.test(record.number))
        tell('roster/cell_unlikely', { field: number.heading, text: number.text });
    }
    const sex = own('sex');
    if (sex) {
      const read = readSex(sex.text);
      record.sex = read.sex;
      if (!read.known) tell('roster/cell_unlikely', { field: sex.heading, text: sex.text });
    }
    this.#age(record, own, tell);
    this.#identity(record, row, tell);
    this.#phones(record, own, tell);
    for (const field of ['village', 'unit', 'subject', 'certificate', 'guardian'] as const) {
      const text = this.#text(own(field), tell);
      if (text === null) continue;
      if (field === 'guardian') record.guardian = readName(text).name.slice(0, 50);
      else record[field] = text.slice(0, 100);
      if (field === 'guardian' && !isLikelyName(text))
        tell('roster/cell_unlikely', { field: standardName(field), text });
    }
    const remark = own('remark');
    if (remark && !isEmptyWord(remark.text)) remarks.push(remark.text);
    const role = own('role');
    if (role) {
      record.role = readRole(role.text);
      const kept = readPersonRole(role.text);
      if (kept) record.person_role = kept;
      if (record.role === null && !kept) {
        remarks.push(role.text);
        tell('roster/role_unknown', { text: role.text });
      }
    }
    const hours = own('hours');
    if (hours && !isEmptyWord(hours.text)) {
      record.minutes = readMinutes(hours.text, hours.heading);
      if (record.minutes === null) {
        remarks.push(hours.text);
        tell('roster/hours_doubtful', { text: hours.text });
      }
    }
    const consent = own('consent');
    if (consent && !isEmptyWord(consent.text)) {
      const day = readDay(consent.text, null);
      if (day.date !== null && day.problem === null) record.consent = day.date;
      else record.consent_printed = consent.text;
    }
    this.#when(record, own, tell);
    this.#signed(record, row, remarks, tell);
    if (
      record.signed === true &&
      remark &&
      /^(?:请假|病假|事假|公假|缺席|缺勤|未到|没来|旷课)/u.test(plainOf(remark.text))
    )
      tell('roster/signed_but_absent', { text: remark.text.slice(0, 40) });
    record.remark = remarks.length === 0 ? null : remarks.join('；').slice(0, 500);
    this.draft.findings.push(...findings);
    this.#matrix(record, row);
  }

  /** The text of a field's cell, with ditto marks resolved and identity numbers refused; null where it is empty. */
  #cell(
    row: GridRow,
    field: RosterField,
    tell: (code: Finding['code'], params?: Params, severity?: Finding['severity']) => void,
  ): { text: string; heading: string } | null {
    const index = this.#column(field);
    if (index < 0) return null;
    const heading = this.#table.columns[index]?.printed || standardName(field);
    const text = row.cells[index]?.text.replace(/\s*\n\s*/gu, ' ').trim() ?? '';
    if (text === '') return null;
    if (holdsIdentity(text)) {
      tell('roster/identity_in_cell', { field: heading });
      return null;
    }
    if (formOf(text) === 'broken') {
      tell('roster/cell_broken', { field: heading, text }, 'error');
      return null;
    }
    if (DITTO.test(text)) {
      const above = this.#above[field];
      if (above === undefined || field === 'number' || field === 'phone') {
        tell('roster/ditto_without_above', { field: heading, text });
        return null;
      }
      tell('roster/ditto_repeated', { field: heading, text: above }, 'note');
      return { text: above, heading };
    }
    this.#above[field] = text;
    return { text, heading };
  }

  /** A cell that holds words; another form is told of. */
  #text(
    cell: { text: string; heading: string } | null,
    tell: (code: Finding['code'], params?: Params) => void,
  ): string | null {
    if (cell === null || isEmptyWord(cell.text)) return null;
    if (formOf(cell.text) !== 'text') tell('roster/cell_unlikely', { field: cell.heading, text: cell.text });
    return cell.text;
  }

  #age(
    record: DraftRecord,
    own: (field: RosterField) => { text: string; heading: string } | null,
    tell: (code: Finding['code'], params?: Params, severity?: Finding['severity']) => void,
  ): void {
    const birth = own('birth');
    if (birth) {
      const read = readBirth(birth.text, this.#latest);
      record.birth = read.birth;
      if (read.problem !== null) record.birth_printed = birth.text;
      switch (read.problem) {
        case null:
          break;
        case 'no_such_month':
        case 'no_such_day':
          tell(`roster/birth_${read.problem}`, { text: birth.text, value: read.value ?? 0 }, 'error');
          break;
        case 'age':
          record.age = readAge(birth.text) ?? undefined;
          if (record.age === undefined) delete record.age;
          tell('roster/birth_is_age', { text: birth.text });
          break;
        case 'two_digit_year':
        case 'serial':
          tell('roster/birth_doubtful', { text: birth.text, birth: read.birth ?? '—' });
          break;
        case 'unlikely':
        case 'unreadable':
          tell('roster/birth_unreadable', { text: birth.text }, 'error');
      }
    }
    const age = own('age');
    if (!age || isEmptyWord(age.text)) return;
    const years = readAge(age.text);
    if (years === null) {
      tell('roster/cell_unlikely', { field: age.heading, text: age.text });
      return;
    }
    record.age = years;
    if (record.birth !== null) {
      const born = Number(record.birth.slice(0, 4));
      const day = this.#context.day?.date ?? this.#latest;
      if (Math.abs(Number(day.slice(0, 4)) - born - years) > 2)
        tell('roster/age_differs', { age: years, birth: record.birth });
    }
  }

  /** The number itself is kept nowhere; where it says another birth date or sex than its row, one of them is wrong. */
  #identity(record: DraftRecord, row: GridRow, tell: (code: Finding['code'], params?: Params) => void): void {
    const says = saysOfIdentity(row.cells[this.#column('identity')]?.text ?? '');
    if (says === null) return;
    const birth = record.birth !== null && !says.birth.startsWith(record.birth);
    const sex = record.sex !== null && record.sex !== says.sex;
    if (birth || sex) tell('roster/identity_differs', { field: standardName(birth ? 'birth' : 'sex') });
  }

  #phones(
    record: DraftRecord,
    own: (field: RosterField) => { text: string; heading: string } | null,
    tell: (code: Finding['code'], params?: Params, severity?: Finding['severity']) => void,
  ): void {
    for (const field of ['phone', 'guardian_phone'] as const) {
      const cell = own(field);
      if (!cell) continue;
      const read = readPhone(cell.text);
      record[field] = read.phone;
      if (read.problem === 'digits') tell('roster/phone_digits', { field: cell.heading, count: read.digits }, 'error');
      else if (read.problem === 'several') tell('roster/phone_several', { field: cell.heading }, 'note');
      else if (read.problem === 'short')
        tell('roster/phone_digits', { field: cell.heading, count: read.digits }, 'doubt');
      else if (read.problem === 'masked') tell('roster/phone_masked', { field: cell.heading });
      else if (read.problem === 'damaged') tell('roster/phone_damaged', { field: cell.heading }, 'doubt');
      else if (read.problem === 'unreadable')
        tell('roster/cell_unlikely', { field: cell.heading, text: cell.text.slice(0, 30) }, 'error');
    }
  }

  /** Activity and day: of the row's own cells, of its section, of the head; a group that prints them once says so. */
  #when(
    record: DraftRecord,
    own: (field: RosterField) => { text: string; heading: string } | null,
    tell: (code: Finding['code'], params?: Params, severity?: Finding['severity']) => void,
  ): void {
    const aboveActivity = this.#above.activity;
    const aboveDate = this.#above.date;
    const activity = this.#text(own('activity'), tell);
    record.activity = activity ?? this.#context.activity;
    if (this.#column('activity') >= 0 && activity === null && record.activity === null && aboveActivity !== undefined) {
      record.activity = aboveActivity;
      tell('roster/activity_inherited', { text: aboveActivity });
    }
    record.activity = record.activity?.slice(0, 200) ?? null;
    const cell = own('date');
    const printed = cell !== null && !isEmptyWord(cell.text) ? cell.text : null;
    if (printed === null) {
      const day = this.#context.day;
      if (day !== null) {
        record.date = day.date;
        if (day.problem !== null && day.problem !== 'rest') record.date_printed = day.printed;
        if (day.date === null && this.#context.own) tell('roster/date_unreadable', { text: day.printed }, 'error');
      } else if (this.#column('date') >= 0 && aboveDate !== undefined) {
        record.date = readDay(aboveDate, this.#head.year).date;
        tell('roster/date_inherited', { text: aboveDate });
      }
      return;
    }
    const day = readDay(printed, this.#head.year);
    record.date = day.date;
    if (day.problem !== null && day.problem !== 'rest') record.date_printed = printed;
    if (day.problem === 'no_such_month' || day.problem === 'no_such_day')
      tell(`roster/date_${day.problem}`, { text: printed, value: day.value ?? 0 }, 'error');
    else if (day.date === null)
      tell(day.problem === 'no_year' ? 'roster/date_no_year' : 'roster/date_unreadable', { text: printed }, 'error');
    else if (day.problem === 'year_of_paper')
      tell('roster/day_year_of_paper', { text: printed, date: day.date }, 'note');
    else if (day.problem !== null) tell('roster/date_doubtful', { text: printed, date: day.date });
    else if (day.date > this.#latest) tell('roster/date_in_future', { date: day.date });
  }

  #signed(
    record: DraftRecord,
    row: GridRow,
    remarks: string[],
    tell: (code: Finding['code'], params?: Params, severity?: Finding['severity']) => void,
  ): void {
    const columns = this.#table.columns.flatMap((column, index) => (column.field === 'signed' ? [index] : []));
    if (columns.length === 0) return;
    record.signed = false;
    let absent: string | null = null;
    for (const index of columns) {
      const text = row.cells[index]?.text.trim() ?? '';
      if (text === '') continue;
      if (formOf(text) === 'broken' || holdsIdentity(text)) {
        tell(
          holdsIdentity(text) ? 'roster/identity_in_cell' : 'roster/cell_broken',
          { field: this.#table.columns[index]?.printed ?? '', text: '' },
          'error',
        );
        continue;
      }
      const read = this.#legend.get(plainOf(text)) ?? readSigned(text, record.name);
      record.signed ||= read.signed;
      if (!read.signed) absent ??= text;
      if (read.remark !== null) remarks.push(read.remark);
      if (read.problem === 'proxy') tell('roster/signed_by_proxy', { text });
      else if (read.problem !== null) tell('roster/signature_differs', { text });
    }
    // There in the morning and on leave in the afternoon: whether that counts is for a person to say.
    if (record.signed && absent !== null) tell('roster/signed_but_absent', { text: absent });
  }

  /** One record for each day or activity that a matrix marks; columns that nobody signed were not held. */
  #matrix(record: DraftRecord, row: GridRow): void {
    const columns = this.#table.columns.flatMap((column, index) =>
      column.day !== undefined || column.activity !== undefined ? [{ column, index }] : [],
    );
    if (columns.length === 0) {
      this.draft.records.push(record);
      return;
    }
    const entry = this.draft.records.length;
    for (const { column, index } of columns) {
      const anybody = this.#table.rows.some((one) => (one.cells[index]?.text.trim() ?? '') !== '' && one !== row);
      const text = row.cells[index]?.text.trim() ?? '';
      if ((text === '' && !anybody) || (column.day === null && text === '')) continue;
      const copy: DraftRecord = { ...record, entry };
      if (column.activity !== undefined) copy.activity = column.activity;
      if (column.day !== undefined) copy.date = column.day;
      const read = this.#legend.get(plainOf(text)) ?? readSigned(text, record.name);
      copy.signed = read.signed;
      if (read.remark !== null) copy.remark = [record.remark, read.remark].filter((one) => one !== null).join('；');
      if (read.problem !== null) {
        this.draft.findings.push(
          aboutRecord(copy, read.problem === 'proxy' ? 'roster/signed_by_proxy' : 'roster/signature_differs', {
            name: record.name,
            text,
          }),
        );
      }
      if (formOf(text) === 'broken')
        this.draft.findings.push(
          aboutRecord(copy, 'roster/cell_broken', { name: record.name, field: column.printed, text }, 'error'),
        );
      this.draft.records.push(copy);
    }
  }
}

/** Reads the rows of a table of persons; `latest` is today: nobody is born later. */
export function readPeople(table: RosterTable, head: RosterHead, latest: string): RosterDraft {
  const reader = new PeopleReader(table, head, latest);
  const draft = reader.read();
  tellNumbers(draft, reader.starts);
  tellStrangers(draft);
  return draft;
}

/** Numbers that come twice, and gaps in numbers that otherwise go on. */
function tellNumbers(draft: RosterDraft, starts: ReadonlySet<number>): void {
  const matrix = draft.columns.some(({ day, activity }) => day !== undefined || activity !== undefined);
  let seen = new Map<string, DraftRecord>();
  let last: { value: number; line: number; name: string } | null = null;
  let steps = 0;
  const gaps: { record: DraftRecord; from: number; to: number }[] = [];
  for (const [index, record] of draft.records.entries()) {
    if (starts.has(index)) {
      seen = new Map();
      last = null;
    }
    if (record.number === null) continue;
    const value = Number(record.number);
    if (matrix && last !== null && last.value === value && last.line === record.line) continue;
    // The numbers begin anew: another section.
    if (value === 1 && last !== null && last.value > 1) {
      seen = new Map();
      last = null;
    }
    const twin = seen.get(record.number);
    if (
      twin &&
      (twin.line !== record.line || !matrix) &&
      nameKey(twin.name) + twin.line !== nameKey(record.name) + record.line
    )
      draft.findings.push(
        aboutRecord(
          record,
          'roster/number_twice',
          { name: record.name, number: record.number, first: twin.line },
          'error',
        ),
      );
    seen.set(record.number, record);
    if (last !== null && Number.isInteger(value)) {
      if (value === last.value + 1) steps += 1;
      else if (value !== last.value) gaps.push({ record, from: last.value, to: value });
    }
    if (Number.isInteger(value)) last = { value, line: record.line, name: record.name };
  }
  if (gaps.length > Math.max(2, steps / 2)) return;
  for (const { record, from, to } of gaps)
    draft.findings.push(aboutRecord(record, 'roster/number_gap', { name: record.name, from, to }));
}

/** Words that belong to another column: cells were swapped or moved. */
function tellStrangers(draft: RosterDraft): void {
  const fields = ['name', 'village', 'activity', 'unit'] as const satisfies (keyof DraftRecord & (Text | 'name'))[];
  const counts = new Map<string, Map<string, number>>();
  for (const field of fields) {
    const words = new Map<string, number>();
    for (const record of draft.records) {
      const word = plainOf(record[field] ?? '');
      if (word !== '') words.set(word, (words.get(word) ?? 0) + 1);
    }
    counts.set(field, words);
  }
  for (const record of draft.records) {
    for (const field of fields) {
      const word = plainOf(record[field] ?? '');
      if (word === '') continue;
      const here = counts.get(field)?.get(word) ?? 0;
      for (const other of fields) {
        const there = other === field ? 0 : (counts.get(other)?.get(word) ?? 0);
        if (there === 0 || there < here) continue;
        draft.findings.push(
          aboutRecord(record, 'roster/cell_unlikely', {
            name: record.name,
            field: standardName(field),
            text: record[field] ?? '',
          }),
        );
      }
    }
  }
}
