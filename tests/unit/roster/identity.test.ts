/** Who is who in a sheet: properties of the pure rule. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RosterRecord } from '#shared/features/attendance.ts';
import { likeness, personsOf } from '#core/attendance/identity.ts';

const record = (fields: Partial<RosterRecord>, line = 1): RosterRecord => ({
  number: null,
  name: '甲秀英',
  sex: null,
  birth: null,
  village: null,
  phone: null,
  activity: null,
  date: null,
  signed: true,
  role: null,
  person_role: null,
  subject: null,
  unit: null,
  minutes: null,
  guardian: null,
  guardian_phone: null,
  consent: null,
  remark: null,
  line,
  end_line: line,
  ...fields,
});

const facts = fc.record({
  name: fc.constantFrom('甲秀英', '甲 秀英', '乙玉兰'),
  sex: fc.constantFrom('female' as const, 'male' as const, null),
  birth: fc.constantFrom('1952-03-08', '1968-11-20', '1952', '1952-03', null),
  village: fc.constantFrom('淄水社区', '王齐村', null),
  phone: fc.constantFrom('13900000001', '139 0000 0002', '13900000001、13900000003', '1390000', null),
});

describe('likeness', () => {
  it('is the same in both directions, and the name alone decides nothing', () => {
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        expect(likeness(one, other)).toBe(likeness(other, one));
        const nothing = { sex: null, birth: null, village: null, phone: null };
        expect(likeness({ ...one, ...nothing, name: '甲秀英' }, { ...other, name: '甲秀英' })).toBe('open');
      }),
    );
  });

  it('says same only with the same full birth date or phone and no contradiction', () => {
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        if (likeness(one, other) !== 'same') return;
        const birth = one.birth?.length === 10 && one.birth === other.birth;
        const phones = (text: string | null): string[] =>
          (text ?? '')
            .split('、')
            .map((part) => part.replaceAll(/\D/gu, ''))
            .filter((part) => part.length === 11);
        expect(birth || phones(one.phone).some((phone) => phones(other.phone).includes(phone))).toBe(true);
        expect(one.sex === null || other.sex === null || one.sex === other.sex).toBe(true);
        const births = [one.birth ?? other.birth ?? '', other.birth ?? one.birth ?? ''] as const;
        expect(births[0].startsWith(births[1]) || births[1].startsWith(births[0])).toBe(true);
      }),
    );
  });
});

describe('persons of a sheet', () => {
  const sheets = fc.array(facts, { maxLength: 12 });

  it('hold every record exactly once, and never two that contradict', () => {
    fc.assert(
      fc.property(sheets, (rows) => {
        const records = rows.map((fields, index) => record(fields, index + 1));
        const persons = personsOf(records);
        expect(persons.flatMap((person) => person.records).toSorted((one, two) => one - two)).toEqual(
          records.map((_, index) => index),
        );
        for (const person of persons)
          for (const one of person.records)
            for (const other of person.records) {
              const how = one === other ? 'same' : likeness(records[one] ?? record({}), records[other] ?? record({}));
              expect(how).not.toBe('contrary');
              const [first, second] = [records[one], records[other]];
              expect(first?.sex ?? second?.sex ?? null).toBe(second?.sex ?? first?.sex ?? null);
            }
      }),
    );
  });

  it('who shares the name with an earlier one is told', () => {
    fc.assert(
      fc.property(sheets, (rows) => {
        const seen = new Set<string>();
        for (const person of personsOf(rows.map((fields, index) => record(fields, index + 1)))) {
          const key = person.known.name.replaceAll(' ', '');
          expect(person.namesake !== null).toBe(seen.has(key));
          seen.add(key);
        }
      }),
    );
  });

  it('joins lines over a third that knows both birth and phone, whatever their order', () => {
    const three = [
      record({ birth: '1952-03-08' }),
      record({ phone: '13900000001' }),
      record({ birth: '1952-03-08', phone: '13900000001' }),
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
      [0, 2, 1],
    ])
      expect(personsOf(order.flatMap((place) => three[place] ?? []))).toHaveLength(1);
  });

  it('one phone with two birth dates stays two and is a contradiction', () => {
    const persons = personsOf([
      record({ birth: '1952-03-08', phone: '13900000001' }),
      record({ birth: '1980-03-08', phone: '13900000001' }),
    ]);
    expect(persons.map(({ namesake }) => namesake?.how ?? null)).toEqual([null, 'contrary']);
  });
});
