/**
 * What a sheet says of its own signs: √出勤 ○请假 △迟到 ×缺勤. A sign means what the sheet's legend says before it means
 * what it usually does: ○ is present in one center and on leave in the next.
 */
import { canonical } from '#shared/lib/chinese-numerals.ts';
import type { Signed } from './values.ts';

const ENTRY =
  /([√✓✔☑×✗✘✕☒○◯〇●◎△▲▽□■☆★◇◆/⊙])\s*[:：=为表示“”"']*\s*(出勤|出席|到课|已到|到|签到|请假|事假|病假|公假|缺勤|缺席|缺课|旷课|未到|迟到|早退)/gu;

/**
 * The meaning of each sign that a legend of two different signs or more explains; a sign that it explains twice means nothing.
 * @param lines cells of each line that may be a legend: √ in one cell and 请假 in the next explain nothing
 */
export function legendOf(lines: readonly (readonly string[])[]): ReadonlyMap<string, Signed> {
  const legend = new Map<string, Signed>();
  for (const cells of lines) {
    const entries = cells.flatMap((cell) => [...canonical(cell).matchAll(ENTRY)]);
    const words = Map.groupBy(entries, ([, sign = '']) => sign);
    if (words.size < 2 || [...words.values()].some((same) => new Set(same.map(([, , word]) => word)).size > 1))
      continue;
    for (const [, sign = '', word = ''] of entries) {
      const signed = /^(?:出|到|已到|签到|迟到|早退)/u.test(word);
      const isPlain = /^(?:出勤|出席|到课|已到|到|签到)$/u.test(word);
      legend.set(sign, { signed, problem: null, remark: isPlain ? null : word });
    }
  }
  return legend;
}
