/** The unit of money that headings and heads print. An unknown one (百元, 美元) is told, never taken for 元. */
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import type { MoneyUnit } from '#shared/lib/funding/money.ts';
import { aboutLine, type Finding } from './draft.ts';
import type { Sheet } from './sheets.ts';

export type PrintedUnit = MoneyUnit | 'unknown';

const KNOWN: Readonly<Record<string, MoneyUnit>> = {
  分: 'fen',
  元: 'yuan',
  圆: 'yuan',
  千元: 'thousandYuan',
  万: 'tenThousandYuan',
  万元: 'tenThousandYuan',
  百万元: 'millionYuan',
  亿: 'hundredMillionYuan',
  亿元: 'hundredMillionYuan',
  FEN: 'fen',
  YUAN: 'yuan',
  RMB: 'yuan',
  CNY: 'yuan',
  '¥': 'yuan',
  '￥': 'yuan',
};
/** Words that count money and that nobody here can turn into yuan, or that are not worth a guess. */
const OTHER =
  '[百十]元|[十千]万元?|角|万?[美欧港日英][元镑]|[\\p{Script=Han}]币|USD|EUR|HKD|\\$|(?:THOUSAND|MILLION|10,?000)?(?:YUAN|RMB|CNY)|K';
const UNIT = `(?:人民币)?(${Object.keys(KNOWN)
  .toSorted((one, two) => two.length - one.length)
  .join('|')}|${OTHER})`;
const IN_HEADING = new RegExp(`[(（\\[【/:：,，、_](?:金额)?(?:单位:)?${UNIT}[)）\\]】]?$`, 'iu');
const IN_HEAD = new RegExp(`单位[:：为]?${UNIT}(?![\\p{Script=Han}])`, 'giu');
/** Behind a title: 经费台账（万元）. */
const BEHIND_TITLE = new RegExp(`[(（\\[【]${UNIT}[)）\\]】]$`, 'giu');

/** The unit that a heading prints: 金额(万元), 金额/元, 金额：元; null where it prints none. */
export function unitOfHeading(heading: string): PrintedUnit | null {
  const word = IN_HEADING.exec(withoutSpace(canonical(heading)))?.[1];
  return word === undefined ? null : unitOf(word);
}

/** The units that the lines above a table print: 单位：万元, 金额单位:元, （单位：人民币元）, 经费台账（万元）. */
export function unitsOfHead(lines: readonly string[]): PrintedUnit[] {
  return lines.flatMap((line) => {
    const text = withoutSpace(canonical(line));
    return [...text.matchAll(IN_HEAD), ...text.matchAll(BEHIND_TITLE)].map(([, word]) => unitOf(word ?? ''));
  });
}

const unitOf = (word: string): PrintedUnit => KNOWN[word.toUpperCase()] ?? 'unknown';

/** The unit of the lines above, where the headings print none; told where the paper says two things or nothing. */
export function sheetUnitOf(
  sheet: Pick<Sheet, 'head' | 'line'>,
  printed: readonly string[],
  findings: Finding[],
): PrintedUnit {
  const units = new Set(unitsOfHead(sheet.head.map(({ text }) => text)));
  const own = printed.some((heading) => unitOfHeading(heading) !== null);
  const [first] = units;
  if (units.size > 1) {
    findings.push(aboutLine(sheet.line, 'ledger/unit_twice', {}, 'error'));
    return 'unknown';
  }
  if (first !== undefined) return first;
  if (!own) findings.push(aboutLine(sheet.line, 'ledger/unit_absent'));
  return 'yuan';
}
