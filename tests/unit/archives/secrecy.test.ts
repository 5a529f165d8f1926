/** 密级: whatever names a level is refused; access marks are no levels; blank is blank. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSecrecy, SECRECY_MAXIMUM, type SecrecyLevel } from '#shared/lib/archives/secrecy.ts';
import { expectSentence } from './words.ts';

describe('parseSecrecy', () => {
  it.each(['', ' ', '无', '—', 'None', 'null'])('“%s” is none', (text) => {
    expect(parseSecrecy(text)).toEqual({ kind: 'empty' });
  });

  it.each(['公开', '内部', '限制'])('%s is an access mark', (mark) => {
    expect(parseSecrecy(mark)).toEqual({ kind: 'access', mark });
  });

  it.each([
    ['秘密', '秘密', null, []],
    ['机密★10年', '机密', { unit: 'years', count: 10 }, []],
    ['秘密★6个月', '秘密', { unit: 'months', count: 6 }, []],
    ['绝密★长期', '绝密', { unit: 'open', word: '长期' }, []],
    ['机密★解密条件', '机密', { unit: 'open', word: '解密条件' }, []],
    ['机密 ★ ２０年', '机密', { unit: 'years', count: 20 }, []],
    ['机密★25年', '机密', { unit: 'years', count: 25 }, ['secrecy_over_maximum']],
    ['秘密★11年', '秘密', { unit: 'years', count: 11 }, ['secrecy_over_maximum']],
    ['绝密★31年', '绝密', null, ['secrecy_period_unreadable']],
    ['机密*10年', '机密', null, ['secrecy_period_unreadable']],
    ['秘密级', '秘密', null, ['secrecy_period_unreadable']],
    ['［秘密］', '秘密', null, ['secrecy_period_unreadable']],
  ])('%s is refused as classified', (text, level, period, problems) => {
    const reading = parseSecrecy(text);
    expect(reading).toMatchObject({ kind: 'classified', level, period, rule: 'classified' });
    if (reading.kind !== 'classified') return;
    expect(reading.problems.map(({ rule }) => rule)).toEqual(problems);
    [reading, ...reading.problems].forEach(expectSentence);
  });

  it.each(['普通', '内部资料', '10年'])('%s cannot be read', (text) => {
    const reading = parseSecrecy(text);
    expect(reading).toMatchObject({ kind: 'unreadable', rule: 'secrecy_unreadable' });
    if (reading.kind === 'unreadable') expectSentence(reading);
  });

  it('lets no text with a level pass, and judges the maximum of each level', () => {
    const level = fc.constantFrom<SecrecyLevel>('绝密', '机密', '秘密');
    fc.assert(
      fc.property(level, fc.string(), fc.string(), (name, before, after) => {
        expect(parseSecrecy(before + name + after).kind).toBe('classified');
      }),
    );
    fc.assert(
      fc.property(level, fc.integer({ min: 1, max: 30 }), (name, years) => {
        const reading = parseSecrecy(`${name}★${years}年`);
        const over = reading.kind === 'classified' && reading.problems.length > 0;
        expect(over).toBe(years > SECRECY_MAXIMUM[name]);
      }),
    );
  });
});
