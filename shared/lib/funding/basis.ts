/**
 * Which figure of population a year is judged by, where nobody fixed one yet (domain C2): 常住人口 of the whole subdistrict, the latest official
 * one that was known when the budget was made. A proposal is named as such; where two papers contradict each other there is none.
 */
import type { Population } from '../../features/population.ts';

/** Census · yearly estimate · certificate of a statistics office · not said · a village's own sheet, which only supports. */
export type SourceRank = 1 | 2 | 3 | 4 | 5;

export function sourceRank(source: string): SourceRank {
  if (/普查|[一二三四五六七八九十]普/u.test(source)) return 1;
  if (/推算|抽样|公报/u.test(source)) return 2;
  if (/统计|证明/u.test(source)) return 3;
  return /村(?:报|表|委|级|统计)|居委|自报/u.test(source) ? 5 : 4;
}

const SUM = /^(?:全?街道|全?镇|全?乡|全域)?(?:合计|总计|总数|小计)?$|合计$|总计$/u;
const WHOLE = /(?:街道|街道办事处|镇|乡|全域)$/u;

/** Names the whole of what the archive's unit serves: 齐陵街道, 街道合计, 全街道. `其余31村合计` is a part. */
function isWhole(place: string, unitName: string): boolean {
  if (/其余|其他|片区|部分/u.test(place)) return false;
  return SUM.test(place) || WHOLE.test(place) || (place.length >= 2 && unitName.startsWith(place));
}

export type BasisFinding =
  | 'none'
  /** Several places and none is the whole. */
  | 'place_unclear'
  /** Figures of the same day and rank contradict each other. */
  | 'ambiguous'
  /** Only figures of a day after the year. */
  | 'later'
  /** Only a village's own sheet. */
  | 'supporting_only';

export interface BasisProposal {
  basis: Population | null;
  finding: BasisFinding | null;
  /** The proposed figure is of a day within the year: it was not known when the budget was made. */
  afterBudget: boolean;
  /** Other figures that might be the basis, the latest first. */
  others: Population[];
}

/** Pure; `figures` are all that stand. */
export function proposeBasis(figures: readonly Population[], year: number, unitName: string): BasisProposal {
  const residents = figures.filter(({ kind }) => kind === 'resident');
  const nothing = (finding: BasisFinding, others: Population[] = []): BasisProposal => ({
    basis: null,
    finding,
    afterBudget: false,
    others,
  });
  if (residents.length === 0) return nothing('none');
  let whole = residents.filter(({ place }) => isWhole(place, unitName));
  const own = whole.filter(({ place }) => unitName.startsWith(place) || SUM.test(place));
  if (own.length > 0) whole = own;
  if (whole.length === 0) {
    if (new Set(residents.map(({ place }) => place)).size > 1) return nothing('place_unclear');
    whole = residents;
  }
  if (own.length === 0 && new Set(whole.map(({ place }) => place)).size > 1) return nothing('place_unclear');
  const official = whole.filter(({ source }) => sourceRank(source) < 5);
  const others = whole.toSorted((a, b) => (a.referenceDate < b.referenceDate ? 1 : -1));
  if (official.length === 0) return nothing('supporting_only', others);
  const known = official.filter(({ referenceDate }) => referenceDate <= `${year}-01-01`);
  const within = official.filter(
    ({ referenceDate }) => referenceDate > `${year}-01-01` && referenceDate <= `${year}-12-31`,
  );
  const afterBudget = known.length === 0;
  const pool = afterBudget ? within : known;
  if (pool.length === 0) return nothing('later', others);
  const days = pool.map(({ referenceDate }) => referenceDate).toSorted();
  const day = afterBudget ? days[0] : days.at(-1);
  const ofDay = pool.filter(({ referenceDate }) => referenceDate === day);
  const best = Math.min(...ofDay.map(({ source }) => sourceRank(source)));
  const chosen = ofDay.filter(({ source }) => sourceRank(source) === best);
  if (new Set(chosen.map(({ value }) => value)).size > 1) return nothing('ambiguous', others);
  const [basis] = chosen;
  if (!basis) return nothing('none', others);
  return { basis, finding: null, afterBudget, others: others.filter(({ id }) => id !== basis.id) };
}
