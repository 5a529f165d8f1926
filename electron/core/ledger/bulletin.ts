/**
 * A bulletin of a population census or of a year's statistics: residents of a county, district or town, and whether its own figures
 * agree. Towns that it gives by classes of size have no figure of their own there.
 */
import type { BulletinFacts, ReadPopulation } from '#shared/features/funding-reading.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import type { z } from '#shared/lib/zod.ts';
import type { SourceDocument } from '../reading/source.ts';
import { sentence } from '../reading/wording.ts';
import { coarsest, residentsOf, withoutTenThousands } from './bulletin-residents.ts';
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
/** A yearly bulletin, whose figures stand for the end of its year. */
const YEARLY = /国民经济和社会发展(?:情况)?(?:的)?统计公报|人口(?:变动|抽样)[^。]{0,12}公报|统计公报/u;
/** The year of a title of two lines: 示例区2023年, （2023年）. */
const BESIDE = /^[^\d。]{0,20}(\d{4})年度?[)）]?$/u;
const TIME = /(?:标准时[点间](?:为|是|:)?|以)(\d{4}年\d{1,2}月\d{1,2}日)(零时|0时)?/u;

/** What the title names: the census or the yearly bulletin, whichever the first lines name first. */
function titleOf(lines: readonly string[], text: string): { paper: string; yearly: string | null } | null {
  const titles = lines.slice(0, 10).map(bare);
  for (const [at, title] of titles.entries()) {
    const census = CENSUS.exec(title);
    const yearly = YEARLY.exec(title);
    if (census && (!yearly || census.index < yearly.index)) return { paper: census[0], yearly: null };
    if (!yearly) continue;
    const [paper] = yearly;
    const own = /(\d{4})年/u.exec(title)?.[1];
    if (own !== undefined) return { paper: `${own}年${paper}`, yearly: own };
    // The bare word without a year also stands in the navigation of web pages.
    if (paper === '统计公报') continue;
    const near = [titles[at - 1] ?? '', titles[at + 1] ?? ''].map((one) => BESIDE.exec(one)?.[1]);
    const year = near.find((one) => one !== undefined);
    return year === undefined ? null : { paper: `${year}年${paper}`, yearly: year };
  }
  const census = CENSUS.exec(text);
  return census ? { paper: census[0], yearly: null } : null;
}

/** Name of the place: what stands before the census or the paper in the title. */
function placeOf(lines: readonly string[]): string | null {
  for (const line of lines.slice(0, 10)) {
    const title = bare(line);
    const census = CENSUS.exec(title) ?? YEARLY.exec(title);
    if (!census) continue;
    const name = title.slice(0, census.index).replace(/\d{4}年|^[《"“]|关于/gu, '');
    if (/^[\p{Script=Han}X×○]{2,20}$/u.test(name) && /[省市区县旗镇乡]$|街道$|自治州$/u.test(name)) return name;
  }
  return null;
}

/** Year of 2020年末 in a line; '' where it says 年末 alone, null where neither is said. 上年末 is another year's. */
function yearEndOf(line: string): string | null {
  const [found, year = ''] = /(\d{4})?年[末底]/u.exec(line.replace(/上年[末底]/gu, '')) ?? [];
  return found === undefined ? null : year;
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
  const found = residentsOf(text);
  const title = titleOf(source.lines, text);
  if (!found || !title) return null;
  const { value: residents, roundedTo } = found;
  const ofTables = checksOfTables(source, residents);
  const exact = checksOf(text, residents);
  // Parts in 万人 hold within the rounding of their last digit.
  const prose =
    roundedTo === 0 && exact.length > 1
      ? exact
      : checksOf(withoutTenThousands(text), residents, Math.max(roundedTo, coarsest(text)));
  // A table with a line about the census above it is a table; the title of a yearly bulletin says what it is.
  if (prose.length < 2 && (title.yearly === null || ofTables.tables > 0)) return null;
  const checks = [...prose, ...ofTables.checks];
  const findings: Finding[] = [];
  const line = source.lines.findIndex((one) => residentsOf(bare(one))?.printed === found.printed) + 1;
  const ofLine = bare(source.lines[line - 1] ?? '');
  const ofYear = title.yearly === null ? null : yearEndOf(ofLine);
  const yearEnd = ofYear !== null;
  // In a yearly bulletin a time elsewhere is that of a note: only the sentence of the figure may state its time.
  const ofFigure = ofLine.split(/[。;；]/u).find((one) => one.includes(found.printed)) ?? '';
  const timed = title.yearly === null ? text : yearEnd ? '' : ofFigure;
  const [, day, midnight] = TIME.exec(timed) ?? [];
  const date = yearEnd
    ? `${ofYear === '' ? title.yearly : ofYear}-12-31`
    : day === undefined
      ? null
      : readLedgerDate(day, null).date;
  if (yearEnd) findings.push(aboutLine(line, 'population/year_end', { date: date ?? '' }, 'doubt'));
  if (roundedTo > 0)
    findings.push(
      aboutLine(line, 'bulletin/rounded', { text: found.printed, value: residents, unit: roundedTo }, 'doubt'),
    );
  if (date === null) findings.push(aboutLine(line, 'bulletin/no_time', {}, 'doubt'));
  for (const [equation, holds] of checks)
    if (!holds) findings.push(aboutLine(line, 'bulletin/check_failed', { equation }, 'doubt'));
  const classes = classesOf(text);
  for (const { stated, names } of classes.named)
    findings.push(aboutLine(line, 'bulletin/class_names', { stated, names }, 'doubt'));
  const place = placeOf(source.lines);
  const isOwn = place !== null && /街道$|[镇乡]$/u.test(place);
  const note = isOwn
    ? 'bulletin/note_own'
    : ofTables.tables > 0
      ? 'bulletin/note_parts'
      : classes.checks.length > 0
        ? 'bulletin/note_classes'
        : 'bulletin/note_whole';
  if (note !== 'bulletin/note_parts' && !isOwn) findings.push(aboutLine(line, 'bulletin/no_town', {}, 'doubt'));
  if (place === null) findings.push(aboutLine(line, 'bulletin/no_place', {}, 'doubt'));
  const record: ReadPopulation[] =
    place === null
      ? []
      : [
          {
            line,
            place,
            kind: 'resident',
            value: residents,
            referenceDate: date,
            source: roundedTo === 0 ? title.paper : `${title.paper} ${found.printed}`,
            total: false,
            exact: roundedTo === 0,
          },
        ];
  const required = residents * RATE_FEN;
  const facts: z.infer<typeof BulletinFacts> = {
    reference_time: date === null ? null : midnight === undefined ? date : `${date}T00:00`,
    resident_population: residents,
    checks,
    ...(roundedTo === 0 ? {} : { resident_rounded_to: roundedTo }),
    percapita_at_2yuan:
      roundedTo === 0 ? { required_fen: required, required_yuan: moneyText(required).replaceAll(',', '') } : null,
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
