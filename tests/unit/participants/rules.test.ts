import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { value } from '#core/db/sql.ts';
import { openInMemory } from '#core/db/open.ts';
import type { PersonImage } from '#core/entities/person.ts';
import { personFindings } from '#core/participants/findings.ts';
import { translator } from '#shared/i18n/index.ts';
import { ageOn, isYounger, mayBeYounger, youngerCondition } from '#shared/lib/ages.ts';
import { nameKey } from '#shared/lib/names.ts';
import { isMaskedPhone, maskNumbersIn, maskPhone, normalPhone, phoneDigits } from '#shared/lib/phones.ts';
import { z } from '#shared/lib/zod.ts';

describe('the key of a name', () => {
  it.each([
    ['李 明', '李明'],
    ['李　明', '李明'],
    ['\u200b李\u00a0明\ufeff', '李明'],
    ['买买提•示例', '买买提·示例'],
    ['买买提・示例', '买买提·示例'],
    ['Ｓhilì', 'shilì'],
  ])('%s is found as %s', (name, key) => expect(nameKey(name)).toBe(key));

  it('leaves every character what it is: rare ones, traditional ones, look-alikes', () => {
    expect(nameKey('赵𬱖')).toBe('赵𬱖');
    expect(nameKey('𠮷示例')).toBe('𠮷示例');
    expect(new Set(['閆', '阎', '闫', '張', '张'].map(nameKey)).size).toBe(5);
  });

  it('does not depend on spaces anywhere, and is its own key', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.constantFrom(' ', '　', '\u00a0', '\u200b')),
        (name, spaces) => {
          const key = nameKey(name);
          expect(nameKey(key)).toBe(key);
          const characters = Array.from(name);
          const stretched = characters.map((character, index) => `${character}${spaces[index] ?? ''}`).join('');
          // A space before a mark would keep it from joining its character.
          expect(/\p{M}/u.test(name) || nameKey(stretched) === key).toBe(true);
        },
      ),
    );
  });
});

describe('a phone that is shown', () => {
  it.each([
    ['13900000001', '139****0001'],
    ['139 0000 0001', '139****0001'],
    ['+86 139-0000-0001', '139****0001'],
    ['１３９００００００01', '139****0001'],
    ['0533-7012345', '****-***2345'],
    ['(0533)7012345', '(****)***2345'],
    ['7012345', '****345'],
    ['110', '**0'],
    ['1', '*'],
    ['', ''],
    ['1390000003', '******0003'],
    ['13900000001 转告老王', '***********转告老王'],
  ])('%s is shown as %s', (phone, shown) => {
    expect(maskPhone(phone).replaceAll(' ', '')).toBe(shown);
  });

  it('shows the known seven figures of a mobile number, and of all else never more than half and never more than four', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789-() /')) }),
      fc.string({ unit: 'grapheme' }),
      fc.integer({ min: 0, max: 99_999_999 }).map((number) => `0533-${number}`),
    );
    fc.assert(
      fc.property(text, (phone) => {
        const plain = normalPhone(phone);
        if (/^1[3-9]\d{9}$/u.test(plain)) return;
        const telling = (shown: string): number =>
          Array.from(shown).filter((sign) => /[\p{L}\p{N}]/u.test(sign)).length;
        const shown = telling(maskPhone(phone));
        expect(shown).toBeLessThanOrEqual(Math.min(4, telling(plain) / 2));
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }), (number) => {
        expect(maskPhone(String(number))).toBe(`${String(number).slice(0, 3)}****${String(number).slice(-4)}`);
      }),
    );
  });

  it('is known as masked, and its figures are those printed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789-')), minLength: 1 }), (phone) => {
        fc.pre(/\d/u.test(phone));
        expect(isMaskedPhone(maskPhone(phone))).toBe(true);
        expect(isMaskedPhone(phone)).toBe(false);
      }),
    );
    expect(phoneDigits('+86 (0533) 701-2345')).toBe('05337012345');
    expect(phoneDigits('8612345')).toBe('8612345');
  });
});

describe('a line of a sheet', () => {
  it.each([
    [
      '3,李示例,2011-09-01,薛家村,13900000001,剪纸,2021-06-12,√',
      '3,李示例,2011-09-01,薛家村,139****0001,剪纸,2021-06-12,√',
    ],
    ['139 0000 0001、0533-7012345', '139****0001、****-***2345'],
    ['12345678901234567X', '**************567X'],
    ['档号 13900000001234567890', '档号 13900000001234567890'],
  ])('%s is shown as %s', (text, shown) => expect(maskNumbersIn(text)).toBe(shown));
});

describe('ages', () => {
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it.each([
    ['2011-09-01', '2025-08-31', 13],
    ['2011-09-01', '2025-09-01', 14],
    ['2012-02-29', '2026-02-28', 13],
    ['2012-02-29', '2026-03-01', 14],
    ['2011-09', '2025-08-31', 13],
    ['2011-09', '2025-09-30', null],
    ['2011-09', '2025-10-01', 14],
    ['2011', '2025-06-01', null],
    ['2011', '2025-12-31', 14],
    ['2030', '2025-12-31', null],
  ])('born %s, on %s: %s', (birth, on, age) => expect(ageOn(birth, on)).toBe(age));

  it('known in part lies between what is sure and what may be, and SQL says the same', () => {
    const db = openInMemory();
    fc.assert(
      fc.property(day, day, fc.constantFrom(4, 7, 10), fc.integer({ min: 1, max: 120 }), (birth, on, length, age) => {
        const known = birth.slice(0, length);
        expect(!isYounger(known, on, age) || isYounger(birth, on, age)).toBe(true);
        expect(!isYounger(birth, on, age) || mayBeYounger(known, on, age)).toBe(true);
        const { condition, value: bound } = youngerCondition('birth', on, age);
        const said = value(db, z.int(), `SELECT ${condition} FROM (SELECT '${known}' AS birth)`, bound) === 1;
        expect(said).toBe(mayBeYounger(known, on, age));
      }),
    );
    db.close();
  });
});

describe('a phone as it is kept', () => {
  const rule = (phone: string): string[] => {
    const image: Partial<PersonImage> = { name: '甲示例', birth_date: null, consent_on: null, guardian_phone: phone };
    const findings = personFindings({ phone: null, ...image } as PersonImage, '2021-06-30', [], translator('zh-CN'));
    for (const { message, params } of findings) expect(`${message}${JSON.stringify(params)}`).not.toContain(phone);
    return findings.map(({ rule: name }) => name);
  };

  it.each([
    '13900000001',
    '+86 139 0000 0001',
    '7012345',
    '0533-7012345',
    '010 60000001 转 12',
    '4001234567',
    '13900000001/7012345',
  ])('%s is a number', (phone) => expect(rule(phone)).toEqual([]));

  it.each(['1390000003', '139000000012', '053370', '12345', '13900000001、139', '老王家'])(
    '%s has an odd count of figures',
    (phone) => expect(rule(phone)).toEqual(['phone_digits']),
  );

  it('is told where a paper had printed it masked', () => expect(rule('139****0001')).toEqual(['phone_masked']));
});
