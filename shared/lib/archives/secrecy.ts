/**
 * 密级 (保守国家秘密法 第十四条、第二十条). This program is no place for classified records: whatever names a level,
 * even in an unreadable form, is refused. 公开, 内部 and 限制 are access marks, not levels. Blank where none is printed.
 */
import { canonical, withoutSpace } from '../chinese-numerals.ts';
import { isEmptyWord } from './empty-words.ts';
import type { BrokenRule } from './rules.ts';

export type SecrecyLevel = '绝密' | '机密' | '秘密';
export type AccessMark = '公开' | '内部' | '限制';

export type SecrecyRule = 'classified' | 'secrecy_unreadable' | 'secrecy_period_unreadable' | 'secrecy_over_maximum';

/** 保密期限; `open` = 长期 or 解密条件; null = the legal maximum applies. */
export type SecrecyPeriod = { unit: 'years' | 'months'; count: number } | { unit: 'open'; word: '长期' | '解密条件' };

export type SecrecyReading =
  | { kind: 'empty' }
  | { kind: 'access'; mark: AccessMark }
  | ({
      kind: 'classified';
      level: SecrecyLevel;
      period: SecrecyPeriod | null;
      /** What is wrong with the marking itself, beside the refusal. */
      problems: BrokenRule<'secrecy_period_unreadable' | 'secrecy_over_maximum'>[];
    } & BrokenRule<'classified'>)
  | ({ kind: 'unreadable' } & BrokenRule<'secrecy_unreadable'>);

/** Legal maximum in years. */
export const SECRECY_MAXIMUM: Readonly<Record<SecrecyLevel, number>> = { 绝密: 30, 机密: 20, 秘密: 10 };

const LEVELS: readonly SecrecyLevel[] = ['绝密', '机密', '秘密'];
const MARKS: readonly AccessMark[] = ['公开', '内部', '限制'];
const PERIOD = /^★(?:([1-9]|[12]\d|30)年|([1-9]|1[01])个月|(长期|解密条件))$/u;

function periodOf(text: string): SecrecyPeriod | null {
  const found = PERIOD.exec(text);
  if (!found) return null;
  const [, years, months, word] = found;
  if (years !== undefined) return { unit: 'years', count: Number(years) };
  if (months !== undefined) return { unit: 'months', count: Number(months) };
  return { unit: 'open', word: word === '长期' ? '长期' : '解密条件' };
}

/** Reads a 密级 as printed: `机密★10年`, 内部, blank. Anything that names a level is classified. */
export function parseSecrecy(text: string): SecrecyReading {
  if (isEmptyWord(text)) return { kind: 'empty' };
  const plain = withoutSpace(canonical(text));
  const mark = MARKS.find((word) => word === plain);
  if (mark) return { kind: 'access', mark };
  const level = LEVELS.find((word) => plain.includes(word));
  if (!level) return { kind: 'unreadable', rule: 'secrecy_unreadable', params: { text: text.trim() } };
  const tail = plain.startsWith(level) ? plain.slice(level.length) : plain;
  const period = periodOf(tail);
  const problems: Extract<SecrecyReading, { kind: 'classified' }>['problems'] = [];
  if (period === null && tail !== '')
    problems.push({ rule: 'secrecy_period_unreadable', params: { text: text.trim() } });
  if (period?.unit === 'years' && period.count > SECRECY_MAXIMUM[level])
    problems.push({
      rule: 'secrecy_over_maximum',
      params: { level, maximum: SECRECY_MAXIMUM[level], years: period.count },
    });
  return { kind: 'classified', level, period, problems, rule: 'classified', params: { level } };
}
