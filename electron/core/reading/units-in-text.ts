/**
 * Units printed inside a sentence: 责任单位：…, （牵头单位：…；配合单位：…）. Invariant: only words behind a label, or in
 * a closing bracket where most items have one, are taken as units; everything else stays in the activity.
 */
import { type NamedUnit, splitUnits, unitLikeness } from '#shared/lib/units.ts';

const LABEL =
  '(?:牵头|责任|主管|主办|承办|负责|组织|实施|落实|主责|完成|协办|配合|参与|协助)(?:单位|部门|科室|人|班级)|牵头|主办|承办|协办|配合|责任';
const BRACKETED = new RegExp(
  `[(（【[]\\s*((?:${LABEL})\\s*[:：][^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*)[)）】\\]]\\s*[。；;.]?\\s*$`,
  'u',
);
const OPEN = new RegExp(`(?:^|[。；;，,\\s])\\s*((?:${LABEL})\\s*[:：][\\s\\S]+)$`, 'u');
const CLOSING = /[(（]([^()（）]{2,40}(?:[(（][^()（）]{1,6}[)）])?[^()（）]{0,30})[)）]\s*[。；;.]?\s*$/u;

/** …，由团工委牵头: who does it, at the sentence's end. */
const BY = /[，,；;]\s*由([^，,；;。由]{2,30}?)(?:牵头|负责|主办|承办|组织)(?:组织|实施|落实|开展)?[。；;]?\s*$/u;

export interface TextWithUnits {
  text: string;
  units: NamedUnit[];
}

/** Takes labelled units off a sentence's end. */
export function takeLabelledUnits(text: string): TextWithUnits {
  for (const pattern of [BRACKETED, OPEN]) {
    const found = pattern.exec(text);
    if (!found?.[1]) continue;
    const units = splitUnits(found[1].replace(/[。.]\s*$/u, ''));
    if (units.length === 0) continue;
    return { text: text.slice(0, found.index).trim(), units };
  }
  const by = BY.exec(text);
  if (by?.[1] && unitLikeness(by[1]) === 'yes')
    return { text: text.slice(0, by.index).trim(), units: splitUnits(by[1]) };
  return { text, units: [] };
}

/** The closing bracket's content where it reads like units and nothing else. */
export function closingUnits(text: string): TextWithUnits | null {
  const found = CLOSING.exec(text);
  if (!found?.[1] || unitLikeness(found[1]) !== 'yes') return null;
  return { text: text.slice(0, found.index).trim(), units: splitUnits(found[1]) };
}
