/**
 * What the guiding part of a plan says besides its rows: work stations, funding rules, how many tasks and guarantees.
 * Invariant: only sentences with the field's own wording count; a number that is not printed is null.
 */
import type { ReadFundingRule } from '#shared/features/reading.ts';
import { canonical } from '#shared/lib/chinese-numerals.ts';
import { markerOf } from './items.ts';

export interface Facts {
  stations: string[];
  fundingRules: ReadFundingRule[];
  keyTasks: number | null;
  guarantees: number | null;
}

const STATIONS = /确定([^。；;，,：:]{2,200}?)(?:等)?(?:\d+个|[一二三四五六七八九十]+个)?为[^。；;，,]{0,16}工作站/gu;
const PER_PERSON =
  /([\u4e00-\u9fff]{2,20}?)(每年)?(?:度)?按照?([\u4e00-\u9fff]{0,8}人口)(?:每年)?(?:人均)?(不低于|不少于|不高于)?(\d{1,3}(?:\.\d{1,2})?)元/gu;
const RATIO =
  /(?:^|[。；;，,\s])([\u4e00-\u9fff]{2,12}?)(?:落实(?:关于)?|按照?|要?将)([\u4e00-\u9fff]{2,12}?)的?(\d{1,2}(?:\.\d{1,2})?%)(?:-+(\d{1,2}(?:\.\d{1,2})?%))?(?:的比例)?(?:提取)?(?:用于|作为)([\u4e00-\u9fff]{2,10}?)(?=的规定|经费|[。；;，,]|$)/gu;

/** Counts the numbered items of the section whose heading matches. */
function itemsUnder(lines: readonly string[], heading: RegExp): number | null {
  let count: number | null = null;
  for (const line of lines) {
    const marker = markerOf(line);
    if (!marker) continue;
    if (marker.kind === 'han') {
      if (count !== null) return count;
      if (heading.test(line.slice(marker.length).trim()) && line.trim().length <= 20) count = 0;
    } else if (
      count !== null &&
      (marker.kind === 'digit' || marker.kind === 'hanBracket') &&
      marker.number === count + 1
    )
      count += 1;
  }
  return count;
}

export function factsOf(lines: readonly string[]): Facts {
  const facts: Facts = { stations: [], fundingRules: [], keyTasks: null, guarantees: null };
  for (const raw of lines) {
    if (raw.includes('工作站')) {
      for (const found of raw.matchAll(STATIONS))
        facts.stations.push(...(found[1] ?? '').split('、').map((name) => name.trim()));
    }
    if (raw.includes('元') && raw.includes('人口')) {
      for (const found of raw.matchAll(PER_PERSON)) {
        facts.fundingRules.push({
          payer: (found[1] ?? '').replace(/^.*[，,。；;]/u, ''),
          basis: found[3] ?? '',
          per_person_yuan: Number(found[5]).toFixed(2),
          ...(found[2] || /每年/u.test(found[0]) ? { period: '每年' } : {}),
          ...(found[4] ? { cmp: found[4] === '不高于' ? '<=' : '>=' } : {}),
        });
      }
    }
    if (/[%％]/u.test(raw)) {
      for (const found of canonical(raw).matchAll(RATIO)) {
        const [, payer = '', basis = '', low = '', high, use = ''] = found;
        facts.fundingRules.push({ payer, basis, ratio: high ? [low, high] : low, use });
      }
    }
  }
  facts.keyTasks = itemsUnder(lines, /^(?:重点工作|主要任务|工作任务|重点任务|主要工作)/u);
  facts.guarantees = itemsUnder(lines, /^(?:保障机制|保障措施|组织保障|工作保障)/u);
  return facts;
}
