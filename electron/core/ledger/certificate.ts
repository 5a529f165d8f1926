/**
 * A certificate of residents (domain C2): a short letter of a statistics office that names one place, one number and a day. Invariant: one number
 * of residents or none; a letter that names two is left to a person.
 */
import type { Locale } from '#shared/i18n/index.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import type { SourceDocument } from '../reading/source.ts';
import { sentence } from '../reading/wording.ts';
import { bare } from './bulletin-checks.ts';
import { residentsOf } from './bulletin-residents.ts';
import { aboutLine, type Finding } from './draft.ts';
import { warningsOf } from './finish.ts';
import type { Reading } from './ledger.ts';
import { populationDay } from './population-days.ts';

/** Fen a head by which the answer says what the figure would ask for. */
const RATE_FEN = 200;
/** Lines beyond which a paper is no letter. */
const LONGEST = 30;
const TITLE = /证明(?:信|书)?$|(?:复函|函)$|人口(?:数据|情况)?说明$/u;
const PLACE =
  /((?:[\p{Script=Han}X×○]{2,6}[省市区县旗])*[\p{Script=Han}X×○]{2,8}(?:街道(?:办事处)?|[镇乡]|社区|村|[县区市]))(?:辖区|境内|全域)?(?:内)?(?:\d{4}年[末底]?)?常住(?:总)?人口/u;
const LEAD = /^.*?(?:兹证明|证明|截[至止]到?|[,，:：。]|零时|0时|\d日)(?=[\p{Script=Han}])/u;
const ISSUER =
  /^(?!.*人口).{2,24}(?:统计局|统计站|统计所|统计中心|统计办|派出所|办事处|人民政府|居委会|村委会|委员会)$/u;

/** The place right before the residents, without the words that lead to it. */
function placeIn(clause: string): string | null {
  const from = clause.search(/常住(?:总)?人口/u);
  let before = clause.slice(0, from);
  for (let rest = before.replace(LEAD, ''); rest !== before; rest = before.replace(LEAD, '')) before = rest;
  return PLACE.exec(`${before}常住人口`)?.[1] ?? null;
}

/** Reads a certificate, or answers null where the source is none. */
export function readCertificate(source: SourceDocument, locale: Locale): Reading | null {
  const lines = source.lines.map(bare);
  const filled = lines.filter((line) => line !== '');
  if (filled.length > LONGEST || !filled.slice(0, 3).some((line) => TITLE.test(line))) return null;
  const numbers = new Set(
    filled
      .join('。')
      .match(/常住(?:总)?人口[^\d。]{0,8}\d[\d.]*万?人/gu)
      ?.map((one) => /\d.*$/u.exec(one)?.[0]),
  );
  const found = residentsOf(filled.join('。'));
  if (!found || numbers.size !== 1) return null;
  const line = lines.findIndex((one) => residentsOf(one) !== null) + 1;
  const text = lines[line - 1] ?? '';
  const place = placeIn(text);
  const day = populationDay(text);
  const findings: Finding[] = [aboutLine(line, 'bulletin/certificate', {}, 'doubt')];
  if (day.date === null) findings.push(aboutLine(line, 'bulletin/no_time', {}, 'doubt'));
  if (day.yearEnd) findings.push(aboutLine(line, 'population/year_end', { date: day.date ?? '' }, 'doubt'));
  if (place === null) findings.push(aboutLine(line, 'bulletin/no_place', {}, 'doubt'));
  const { value, roundedTo, printed } = found;
  if (roundedTo > 0)
    findings.push(aboutLine(line, 'bulletin/rounded', { text: printed, value, unit: roundedTo }, 'doubt'));
  const title = filled.find((one) => TITLE.test(one)) ?? '';
  const issuer = filled.slice(-4).find((one) => ISSUER.test(one)) ?? '';
  const exact = roundedTo === 0;
  const required = value * RATE_FEN;
  return {
    kind: 'bulletin',
    columns: [],
    mapping: {},
    entries: [],
    totals: [],
    population:
      place === null
        ? []
        : [
            {
              line,
              place,
              kind: 'resident',
              value,
              referenceDate: day.date,
              source: [issuer, title, exact ? '' : printed].filter((part) => part !== '').join(' '),
              total: false,
              exact,
            },
          ],
    facts: {
      reference_time: day.date,
      resident_population: value,
      ...(exact ? {} : { resident_rounded_to: roundedTo }),
      checks: [],
      percapita_at_2yuan: exact
        ? { required_fen: required, required_yuan: moneyText(required).replaceAll(',', '') }
        : null,
      note: sentence(locale, 'bulletin/note_certificate'),
    },
    skipped: [],
    warnings: warningsOf(findings, [], [], source, locale),
  };
}
