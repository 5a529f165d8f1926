/**
 * 题名: as printed; what the archive composed stands in `[ ]` (DA/T 22-2015, 编目). A quoted title is never mended,
 * so its damage is named instead.
 */
import { isEmptyWord, leakedWord } from './empty-words.ts';
import type { Finding, FindingLevel, RuleParams } from './rules.ts';

/** Longest title the register takes, in characters. */
export const TITLE_LIMIT = 500;
/** A title longer than this is likely to hold more than a title. */
const UNUSUAL_LENGTH = 120;

export type TitleRule =
  | 'title_empty'
  | 'title_null_word'
  | 'title_brackets'
  | 'title_brackets_empty'
  | 'title_composed'
  | 'title_control_character'
  | 'title_broken_character'
  | 'title_private_use'
  | 'title_line_break'
  | 'title_too_long'
  | 'title_long';

const LINE_BREAK = /[\n\r\v\f\u0085\u2028\u2029]/u;
const CONTROL = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const BROKEN = /[\uFFFD\uFFFE\uFFFF]|\p{Cs}/u;
const PRIVATE_USE = /\p{Co}/u;

/** The parts in `[ ]`; null where brackets are not paired or stand inside one another. */
export function composedParts(title: string): string[] | null {
  const parts: string[] = [];
  let opened = -1;
  for (let index = 0; index < title.length; index += 1) {
    const sign = title[index];
    if (sign === '[') {
      if (opened >= 0) return null;
      opened = index;
    } else if (sign === ']') {
      if (opened < 0) return null;
      parts.push(title.slice(opened + 1, index));
      opened = -1;
    }
  }
  return opened >= 0 ? null : parts;
}

/** Place of the first match as a person counts characters, from 1; 0 = none. */
function placeOf(title: string, pattern: RegExp): number {
  const index = title.search(pattern);
  return index < 0 ? 0 : Array.from(title.slice(0, index)).length + 1;
}

/** Everything that a title shows to be wrong (error), doubtful (warning) or worth knowing (info). */
export function checkTitle(title: string): Finding<TitleRule>[] {
  const findings: Finding<TitleRule>[] = [];
  const find = (rule: TitleRule, level: FindingLevel, params: RuleParams = {}): number =>
    findings.push({ rule, level, params });
  const bare = title.trim();
  if (bare === '') return [{ rule: 'title_empty', level: 'error', params: {} }];
  if (isEmptyWord(title)) return [{ rule: 'title_null_word', level: 'error', params: { word: bare } }];
  const word = leakedWord(title);
  if (word !== null) find('title_null_word', 'warning', { word });
  if (LINE_BREAK.test(title)) find('title_line_break', 'error', { place: placeOf(title, LINE_BREAK) });
  const control = placeOf(title.replace(new RegExp(LINE_BREAK, 'gu'), ' '), CONTROL);
  if (control > 0) find('title_control_character', 'error', { place: control });
  if (BROKEN.test(title)) find('title_broken_character', 'error', { place: placeOf(title, BROKEN) });
  if (PRIVATE_USE.test(title)) find('title_private_use', 'warning', { place: placeOf(title, PRIVATE_USE) });
  const composed = composedParts(title);
  if (composed === null) find('title_brackets', 'warning');
  else if (composed.some((part) => part.trim() === '')) find('title_brackets_empty', 'warning');
  else if (composed.length > 0) find('title_composed', 'info', { text: composed.join('…') });
  const { length } = Array.from(title);
  if (length > TITLE_LIMIT) find('title_too_long', 'error', { length, limit: TITLE_LIMIT });
  else if (length > UNUSUAL_LENGTH) find('title_long', 'warning', { length });
  return findings;
}
