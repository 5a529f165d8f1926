/** The unit of money that headings and heads print. An unknown one (千元, 美元) is told, never taken for 元. */
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import type { MoneyUnit } from './amounts.ts';

export type PrintedUnit = MoneyUnit | 'unknown';

const UNIT = /(?:人民币)?(万元|千元|百元|亿元|十万元|百万元|千万元|美元|万美元|元|角|分)/u;

function unitOf(word: string): PrintedUnit {
  if (word === '元') return 'yuan';
  return word === '万元' ? 'tenThousandYuan' : 'unknown';
}

/** The unit that a heading prints: 金额(万元), 金额/元, 金额：元; null where it prints none. */
export function unitOfHeading(heading: string): PrintedUnit | null {
  const text = withoutSpace(canonical(heading));
  const found = new RegExp(`[(（\\[【/:：,，、](?:单位:)?${UNIT.source}[)）\\]】]?$`, 'u').exec(text);
  return found ? unitOf(found[1] ?? '') : null;
}

/** The units that the lines above a table print: 单位：万元, 金额单位:元, （单位：人民币元）. */
export function unitsOfHead(lines: readonly string[]): PrintedUnit[] {
  return lines.flatMap((line) =>
    [
      ...withoutSpace(canonical(line)).matchAll(new RegExp(`单位[:：为]?${UNIT.source}(?![\\p{Script=Han}])`, 'gu')),
    ].map(([, word]) => unitOf(word ?? '')),
  );
}
