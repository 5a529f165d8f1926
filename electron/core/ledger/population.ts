/**
 * A table of population by village: the figures that can be recorded, and whether the paper's own sums agree.
 * Invariant: a total is kept beside its places and never added to them; a missing figure stays missing, what the total implies is
 * no evidence.
 */
import type { ReadPopulation } from '#shared/features/funding-reading.ts';
import type { PopulationKind } from '#shared/features/population.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { type GridRow, rowText } from '../reading/grid.ts';
import type { SourceDocument, SourceRow } from '../reading/source.ts';
import { aboutLine, type Finding, type LeftOut } from './draft.ts';
import { skippedOf, warningsOf } from './finish.ts';
import type { Reading } from './ledger.ts';
import { isFoot } from './line-kinds.ts';
import { readPersons } from './persons.ts';
import { comparisons, type Facts, factsOf, type PopulationLine, roleOf } from './population-facts.ts';
import { populationDay } from './population-days.ts';
import {
  headsPopulation,
  populationHeading,
  type PopulationField,
  type PopulationHeading,
} from './population-headings.ts';
import { sexesOf } from './population-sexes.ts';
import { type Sheet, sheetsOf } from './sheets.ts';

/** A line alone that names a part of the table, no place. */
const SUBHEADING = /片区?$|:$|^(?:[(]?[一二三四五六七八九十]+[)]?[、.]?|\d+[、.])/u;

interface Column {
  printed: string;
  heading: PopulationHeading | null;
}

interface ReadValue {
  value: number;
  /** The figure as printed, where the paper rounds it to less than a person; null where it is exact. */
  rounded: string | null;
}

class PopulationReader {
  readonly findings: Finding[] = [];
  readonly left: LeftOut[] = [];
  readonly population: ReadPopulation[] = [];
  readonly lines: PopulationLine[] = [];
  readonly columns: Column[];
  readonly #sheet: Sheet;
  /** Day, source and unit that the head says of all lines. */
  readonly #head: { date: string | null; yearEnd: boolean; source: string; inTenThousands: boolean };

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
    this.columns = sheet.headings.map((printed) => ({
      printed,
      heading: printed === '' ? null : populationHeading(printed),
    }));
    const texts = sheet.head.map(({ text }) => withoutSpace(canonical(text)));
    const days = texts.map(populationDay).filter(({ date }) => date !== null);
    const only = new Set(days.map(({ date }) => date)).size === 1 ? days[0] : undefined;
    const source = texts
      .map((text) => /(?:数据|资料)?来源[:：](.+?)(?:[;；。]|$)/u.exec(text)?.[1])
      .find((text) => text !== undefined);
    this.#head = {
      date: only?.date ?? null,
      yearEnd: only?.yearEnd ?? false,
      source: source ?? '',
      inTenThousands: texts.some((text) => /单位[:：]?万人/u.test(text)),
    };
  }

  read(): void {
    const { line } = this.#sheet;
    if (this.#head.yearEnd)
      this.findings.push(aboutLine(line, 'population/year_end', { date: this.#head.date ?? '' }, 'doubt'));
    for (const [index, { printed, heading }] of this.columns.entries()) {
      if (printed === '' && this.#sheet.rows.some(({ cells }) => cells[index]?.state === 'printed'))
        this.findings.push(aboutLine(line, 'ledger/column_unnamed', { column: index + 1 }, 'doubt'));
      if (heading?.field === 'neither')
        this.findings.push(aboutLine(line, 'population/neither', { column: printed }, 'error'));
      else if (heading?.field === 'other' || (heading === null && printed !== ''))
        this.findings.push(aboutLine(line, 'column_left_out', { column: printed }));
    }
    if (!this.columns.some(({ heading }) => heading?.field === 'resident'))
      this.findings.push(aboutLine(line, 'population/no_resident', {}, 'doubt'));
    for (const row of this.#sheet.rows) this.#row(row);
    this.findings.push(...comparisons(this.lines, this.facts(), line));
  }

  facts(): Facts | null {
    const has = (kind: PopulationKind): boolean => this.columns.some(({ heading }) => heading?.field === kind);
    return this.lines.length === 0
      ? null
      : factsOf(this.lines, { resident: has('resident'), registered: has('registered') });
  }

  #text(row: GridRow, field: PopulationField): string {
    const index = this.columns.findIndex(({ heading }) => heading?.field === field);
    return (row.cells[index]?.text ?? '').replace(/\s*\n\s*/gu, '').trim();
  }

  #row(row: GridRow): void {
    if (row.filled === 0) return;
    const place = this.#text(row, 'place') || this.#labelOf(row);
    const first = row.cells.find(({ state }) => state === 'printed')?.text ?? '';
    if (isFoot(first)) {
      this.left.push({ line: row.line, text: rowText(row), reason: 'foot_skipped', severity: 'note' });
      return;
    }
    if (row.filled === 1 && SUBHEADING.test(withoutSpace(canonical(first)))) {
      this.left.push({ line: row.line, text: rowText(row), reason: 'ledger/subheading', severity: 'note' });
      return;
    }
    if (place === '') {
      this.left.push({ line: row.line, text: rowText(row), reason: 'ledger/line_left_out', severity: 'doubt' });
      return;
    }
    if (this.#sheet.loose.has(row.line)) this.findings.push(aboutLine(row.line, 'ledger/cells_loose', {}, 'doubt'));
    const beyond = row.cells.slice(this.columns.length).some(({ state }) => state === 'printed');
    if (beyond || this.#sheet.long.has(row.line)) {
      // A separator inside a cell: any figure may have moved.
      this.left.push({ line: row.line, text: rowText(row), reason: 'ledger/row_unplaced', severity: 'error' });
      this.lines.push({
        line: row.line,
        place,
        role: roleOf(place),
        values: { resident: null, registered: null },
        date: null,
      });
      return;
    }
    const role = roleOf(place);
    const line: PopulationLine = {
      line: row.line,
      place,
      role,
      values: { resident: null, registered: null },
      date: this.#dayOf(row, place),
    };
    this.lines.push(line);
    if (role !== 'place') this.findings.push(aboutLine(row.line, 'population/total_kept', { place }));
    this.findings.push(...sexesOf(row, this.columns, place));
    const source = this.#text(row, 'source') || this.#head.source;
    for (const [index, { printed, heading }] of this.columns.entries()) {
      if (heading?.field !== 'resident' && heading?.field !== 'registered') continue;
      const main = this.#mainColumn(heading.field);
      const otherYear = index !== main && heading.year !== null && heading.year !== this.columns[main]?.heading?.year;
      if (index !== main && !otherYear) {
        this.findings.push(aboutLine(row.line, 'ledger/column_twice', { column: printed }, 'doubt'));
        continue;
      }
      const read = this.#value(row, index, line, heading);
      if (read === null) continue;
      const { value, rounded } = read;
      if (index === main) line.values[heading.field] = value;
      const referenceDate = this.#dayOfColumn(line, heading, printed);
      this.population.push({
        line: row.line,
        place,
        kind: heading.field,
        value,
        referenceDate,
        source: [source, otherYear ? printed : '', rounded ?? ''].filter((part) => part !== '').join(' '),
        total: role !== 'place',
        exact: rounded === null,
      });
    }
  }

  /** Of several columns of a kind the one of the latest year is summed; a column of a year that another one has too says it twice. */
  #mainColumn(field: PopulationField): number {
    const own = this.columns.flatMap(({ heading }, index) =>
      heading?.field === field ? [{ index, year: heading.year ?? 0 }] : [],
    );
    return own.toSorted((one, two) => two.year - one.year || one.index - two.index)[0]?.index ?? -1;
  }

  /** The heading's own day, else the line's, unless the heading names another year. */
  #dayOfColumn(line: PopulationLine, heading: PopulationHeading, printed: string): string | null {
    if (heading.date !== null) return heading.date;
    if (heading.year === null || line.date === null || Number(line.date.slice(0, 4)) === heading.year) return line.date;
    this.findings.push(
      aboutLine(line.line, 'population/date_unreadable', { place: line.place, text: printed }, 'doubt'),
    );
    return null;
  }

  /** The label of a sum may stand in another column: 合计 below 序号. */
  #labelOf(row: GridRow): string {
    const index = this.columns.findIndex(
      ({ heading }, column) =>
        (heading?.field === 'number' || heading?.field === 'group') &&
        roleOf(row.cells[column]?.text ?? '') !== 'place',
    );
    return (row.cells[index]?.text ?? '').trim();
  }

  #value(row: GridRow, index: number, { line, place }: PopulationLine, heading: PopulationHeading): ReadValue | null {
    const cell = row.cells[index];
    const column = this.columns[index]?.printed ?? '';
    const text = cell?.state === 'printed' ? cell.text.trim() : '';
    const reading = readPersons(cell?.number ?? text, heading.inTenThousands || this.#head.inTenThousands);
    if (reading.ok) {
      if (reading.coarse)
        this.findings.push(aboutLine(line, 'population/coarse', { place, text, value: reading.value }, 'doubt'));
      if (cell?.number !== undefined)
        this.findings.push(aboutLine(line, 'ledger/amount_kept', { column, text, kept: cell.number }, 'doubt'));
      if (reading.value === 0) this.findings.push(aboutLine(line, 'population/zero', { place, column }, 'doubt'));
      const rounded = reading.coarse ? (/万/u.test(text) ? text : `${text}万人`) : null;
      return { value: reading.value, rounded };
    }
    // Missing residents are told of once more with what they mean for the sum.
    const severity = reading.rule === 'empty' ? 'doubt' : 'error';
    this.findings.push(aboutLine(line, `population/value_${reading.rule}`, { place, column, text }, severity));
    return null;
  }

  #dayOf(row: GridRow, place: string): string | null {
    const text = this.#text(row, 'date');
    const own = populationDay(text);
    if (text !== '' && own.date === null)
      this.findings.push(aboutLine(row.line, 'population/date_unreadable', { place, text }, 'doubt'));
    if (own.yearEnd) this.findings.push(aboutLine(row.line, 'population/year_end', { date: own.date ?? '' }, 'doubt'));
    const date = text === '' ? this.#head.date : own.date;
    const inHeading = this.columns.some(({ heading }) => heading?.date);
    if (text === '' && date === null && !inHeading)
      this.findings.push(aboutLine(row.line, 'population/date_absent', { place }, 'doubt'));
    return date;
  }
}

/** Villages across, figures down: the table is turned so that each place is a line. */
function turned(source: SourceDocument): SourceDocument {
  const blocks = source.blocks.map((block) => {
    if (block.kind !== 'table') return block;
    const firsts = block.rows.map(({ cells }) => cells[0]?.text ?? '');
    const from = firsts.findIndex((text) => populationHeading(text)?.field === 'place');
    if (from < 0 || !headsPopulation(firsts.slice(from))) return block;
    const width = Math.max(...block.rows.map(({ cells }) => cells.length));
    const below = block.rows.slice(from);
    const rows = Array.from(
      { length: width },
      (_, column): SourceRow => ({
        line: below[0]?.line ?? 1,
        cells: below.map(({ cells }) => ({ ...(cells[column] ?? { text: '' }), colSpan: 1, rowSpan: 1 })),
      }),
    );
    return { ...block, rows: [...block.rows.slice(0, from), ...rows] };
  });
  return { ...source, blocks };
}

/** Reads a table of population, or answers null where the source holds none. */
export function readPopulation(source: SourceDocument, locale: Locale): Reading | null {
  const of = { heads: headsPopulation, known: (heading: string) => populationHeading(heading) !== null };
  let found = sheetsOf(source, of);
  if (found.sheets.length === 0) found = sheetsOf(turned(source), of);
  const readers = found.sheets.map((sheet) => new PopulationReader(sheet));
  const [first] = readers;
  if (!first) return null;
  for (const reader of readers) reader.read();
  const left = [...found.left, ...readers.flatMap((reader) => reader.left)];
  const findings = readers.flatMap((reader) => reader.findings);
  const [, second] = readers;
  if (second) findings.push(aboutLine(found.sheets[1]?.line ?? 1, 'population/several_tables', {}, 'doubt'));
  return {
    kind: 'population',
    columns: first.columns.map(({ printed }) => printed),
    mapping: {},
    entries: [],
    totals: [],
    population: readers.flatMap(({ population }) => population),
    facts: first.facts(),
    skipped: skippedOf(left, locale),
    warnings: warningsOf(findings, left, [], source, locale),
  };
}
