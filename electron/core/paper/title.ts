/**
 * Titles: centred, and where one line does not hold them, broken between words into lines of about the same length
 * (GB/T 9704-2012, 7.3.1: 词意完整, 排列对称, 长短适宜).
 */
import { breakLines, lineWidth, type Measure, NO_LINE_END, NO_LINE_START } from './line-breaking.ts';

/** After these a title breaks well: the year, the body that acts, the matter. */
const GOOD_END = /(?:年|年度|街道|办事处|中心|委员会|政府|学校|学院|关于|印发|》|、)$/u;
const GOOD_START = /^(?:关于|工作|活动|实施|培训)/u;

/** Terms of the field that are several words to a dictionary. */
const TERMS = /社区教育中心|社区教育|终身学习|教育中心|工作安排|工作配档表|能力建设|街道办事处|志愿服务/gu;

/** Title lines of at most `width` em. */
export function breakTitle(title: string, measure: Measure, width: number): string[] {
  const greedy = breakLines(title, measure, width);
  if (greedy.length < 2 || title.includes('\n')) return greedy;
  return balanced(title, measure, width, greedy.length) ?? greedy;
}

/** The partition into `count` lines with the least cost, or null where word ends do not allow one. */
function balanced(title: string, measure: Measure, width: number, count: number): string[] | null {
  const ends = wordEnds(title);
  const ideal = lineWidth(title, measure) / count;
  const cost = (start: number, end: number) => {
    const line = title.slice(start, end);
    const wide = lineWidth(line, measure);
    if (wide > width) return Number.POSITIVE_INFINITY;
    const rest = title.slice(end);
    const sensible = rest === '' || GOOD_END.test(line.trimEnd()) || GOOD_START.test(rest);
    return ((wide - ideal) / ideal) ** 2 + (sensible ? 0 : 0.05);
  };
  // best[k] holds, for each end, the cheapest way to set the title up to there in k lines.
  let best = new Map([[0, { cost: 0, lines: [] as string[] }]]);
  for (let line = 0; line < count; line++) {
    const next: typeof best = new Map();
    for (const [start, way] of best) {
      for (const end of ends) {
        if (end <= start) continue;
        const total = way.cost + cost(start, end);
        if (total < (next.get(end)?.cost ?? Number.POSITIVE_INFINITY)) {
          next.set(end, { cost: total, lines: [...way.lines, title.slice(start, end)] });
        }
      }
    }
    best = next;
  }
  return best.get(title.length)?.lines ?? null;
}

/** Ends of words where a line may end, as offsets. */
function wordEnds(title: string): number[] {
  const inside = new Set<number>();
  for (const match of title.matchAll(TERMS)) {
    for (let at = 1; at < match[0].length; at++) inside.add(match.index + at);
  }
  const ends: number[] = [];
  for (const { segment, index } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(title)) {
    const end = index + segment.length;
    const after = title[end] ?? '';
    const last = title[end - 1] ?? '';
    const splits = inside.has(end) || (/[0-9]$/.test(segment) && /^[年月日]/.test(after));
    if (end === title.length || !(NO_LINE_START.has(after) || NO_LINE_END.has(last) || after === ' ' || splits)) {
      ends.push(end);
    }
  }
  return ends;
}
