/**
 * A bulletin of a population census: residents of a county or district, and whether its own figures agree. Towns that it gives by
 * classes of size have no figure of their own there.
 */
import type { BulletinFacts, ReadPopulation } from '#shared/features/funding-reading.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import type { z } from '#shared/lib/zod.ts';
import type { SourceDocument } from '../reading/source.ts';
import { sentence } from '../reading/wording.ts';
import { bare, type Check, checksOf, classesOf, quotientHolds } from './bulletin-checks.ts';
import { readLedgerDate } from './dates.ts';
import { aboutLine, type Finding } from './draft.ts';
import { warningsOf } from './finish.ts';
import type { Reading } from './ledger.ts';
import { readPersons } from './persons.ts';
import { headsPopulation, populationHeading } from './population-headings.ts';
import { sheetsOf } from './sheets.ts';

/** Fen a head by which the answer says what the figure would ask for. */
const RATE_FEN = 200;
const CENSUS = /第[一二三四五六七八]次(?:全国)?人口普查/u;
const RESIDENTS =
  /(?<!城镇|乡村|农村|男性|女性)常住(?:总)?人口(?:总数|总量|数)?(?:为|是|共有|共|有|达到|达|:)?(\d+)人/u;
const TIME = /(?:标准时[点间](?:为|是|:)?|以)(\d{4}年\d{1,2}月\d{1,2}日)(零时|0时)?/u;

/** Name of the place: what stands before the census in the title. */
function placeOf(lines: readonly string[]): string | null {
  for (const line of lines.slice(0, 10)) {
    const title = bare(line);
    const census = CENSUS.exec(title);
    if (!census) continue;
    const name = title.slice(0, census.index).replace(/\d{4}年|^[《"“]|关于/gu, '');
    if (/^[\p{Script=Han}]{2,20}$/u.test(name) && /[省市区县旗镇乡]$|街道$|自治州$/u.test(name)) return name;
  }
  return null;
}

/** Checks of a table of the parts: their sum, and each one's share. */
function checksOfTables(source: SourceDocument, residents: number): { checks: Check[]; tables: number } {
  const { sheets } = sheetsOf(source, {
    heads: headsPopulation,
    known: (heading) => populationHeading(heading) !== null,
  });
  const checks: Check[] = [];
  for (const { headings, rows } of sheets) {
    const fields = headings.map((heading) => populationHeading(heading)?.field ?? null);
    const place = fields.indexOf('place');
    const people = fields.findIndex((field) => field === 'resident' || field === 'neither');
    const share = headings.findIndex((heading) => /比重|占比/u.test(heading));
    const parts: number[] = [];
    const shares: Check[] = [];
    for (const { cells } of rows) {
      const label = bare(cells[place]?.text ?? '');
      const value = readPersons(cells[people]?.text ?? '');
      if (label === '' || !value.ok || /^全|合计|总计/u.test(label)) continue;
      parts.push(value.value);
      const printed = bare(cells[share]?.text ?? '').replace('%', '');
      if (/^\d+(?:\.\d+)?$/u.test(printed))
        shares.push([`${value.value}/${residents}=${printed}%`, quotientHolds(value.value, residents, printed, 100)]);
    }
    if (parts.length < 2) continue;
    checks.push([`${parts.join('+')}=${residents}`, parts.reduce((sum, one) => sum + one, 0) === residents], ...shares);
  }
  return { checks, tables: sheets.length };
}

/** Reads a census bulletin, or answers null where the source is none. */
export function readBulletin(source: SourceDocument, locale: Locale): Reading | null {
  const text = source.lines.map(bare).join('。');
  const found = RESIDENTS.exec(text);
  const census = CENSUS.exec(text);
  if (!found || !census) return null;
  const residents = Number(found[1]);
  const ofTables = checksOfTables(source, residents);
  const prose = checksOf(text, residents);
  // A table with a line about the census above it is a table.
  if (prose.length < 2) return null;
  const checks = [...prose, ...ofTables.checks];
  const findings: Finding[] = [];
  const line = source.lines.findIndex((one) => RESIDENTS.test(bare(one))) + 1;
  const [, day, midnight] = TIME.exec(text) ?? [];
  const date = day === undefined ? null : readLedgerDate(day, null).date;
  if (date === null) findings.push(aboutLine(line, 'bulletin/no_time', {}, 'doubt'));
  for (const [equation, holds] of checks)
    if (!holds) findings.push(aboutLine(line, 'bulletin/check_failed', { equation }, 'doubt'));
  const classes = classesOf(text);
  for (const { stated, names } of classes.named)
    findings.push(aboutLine(line, 'bulletin/class_names', { stated, names }, 'doubt'));
  const note =
    ofTables.tables > 0
      ? 'bulletin/note_parts'
      : classes.checks.length > 0
        ? 'bulletin/note_classes'
        : 'bulletin/note_whole';
  if (note !== 'bulletin/note_parts') findings.push(aboutLine(line, 'bulletin/no_town', {}, 'doubt'));
  const place = placeOf(source.lines);
  if (place === null) findings.push(aboutLine(line, 'bulletin/no_place', {}, 'doubt'));
  const record: ReadPopulation[] =
    place === null
      ? []
      : [{ line, place, kind: 'resident', value: residents, referenceDate: date, source: census[0], total: false }];
  const required = residents * RATE_FEN;
  const facts: z.infer<typeof BulletinFacts> = {
    reference_time: date === null ? null : midnight === undefined ? date : `${date}T00:00`,
    resident_population: residents,
    checks,
    percapita_at_2yuan: { required_fen: required, required_yuan: moneyText(required).replaceAll(',', '') },
    note: sentence(locale, note),
  };
  return {
    kind: 'bulletin',
    columns: [],
    mapping: {},
    entries: [],
    totals: [],
    population: record,
    facts,
    skipped: [],
    warnings: warningsOf(findings, [], [], source, locale),
  };
}
