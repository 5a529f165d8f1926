/** Cells of persons as text and back, what needs a look, the order of the list, and whose values a merge takes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Person, PersonRoleName } from '#shared/features/participants.ts';
import { translator } from '#shared/i18n/index.ts';
import { zhCN } from '#shared/i18n/zh-CN/index.ts';
import { nextTexts, EMPTY_DRAFT, EMPTY_TEXTS, readEntry } from '../../../renderer/features/participants/entry-draft.ts';
import {
  choiceFor,
  differs,
  firstChoice,
  joinedRoles,
  MERGE_FIELDS,
  mergeRequest,
} from '../../../renderer/features/participants/merge-choice.ts';
import { EVERYBODY, filterOf, isFiltered } from '../../../renderer/features/participants/person-filter.ts';
import { editedLines, keptOrder } from '../../../renderer/features/participants/person-lines.ts';
import { marksOf, minorityOf } from '../../../renderer/features/participants/person-marks.ts';
import {
  CELL_FIELDS,
  cellText,
  checkCell,
  fieldsFromTexts,
  readText,
  textProblem,
} from '../../../renderer/features/participants/person-texts.ts';

const t = translator('zh-CN');
const today = '2026-11-27';

const person: Person = {
  id: 1,
  uid: 'u1',
  version: 3,
  name: '甲一',
  sex: 'female',
  birthDate: '1956-03-08',
  village: '甲村',
  villageId: null,
  phone: '139****0001',
  guardianName: null,
  guardianPhone: null,
  identityMask: null,
  consentOn: null,
  consentDocumentId: null,
  note: '',
  roles: [],
  certificates: [],
  age: 70,
  needsReview: false,
  withdrawn: false,
  withdrawnReason: null,
  mergedInto: null,
};

const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const role = fc.record({
  role: fc.constantFrom(...PersonRoleName.options),
  organisationId: fc.option(fc.integer({ min: 1, max: 5 })),
  subject: fc.constantFrom('', '书法'),
  from: fc.option(day),
  to: fc.option(day),
});
const anyone: fc.Arbitrary<Person> = fc.record({
  ...(Object.fromEntries(Object.entries(person).map(([key, value]) => [key, fc.constant(value)])) as {
    [K in keyof Person]: fc.Arbitrary<Person[K]>;
  }),
  sex: fc.constantFrom('female', 'male', null),
  birthDate: fc.option(
    fc.oneof(
      day,
      day.map((date) => date.slice(0, 7)),
      day.map((date) => date.slice(0, 4)),
    ),
  ),
  village: fc.constantFrom(null, '甲村', '乙村'),
  phone: fc.constantFrom(null, '139****0001', '****567'),
  note: fc.constantFrom('', '须轮椅'),
  roles: fc.array(role, { maxLength: 4 }),
});

describe('cells of a person', () => {
  it('typed back as they are shown change nothing', () => {
    fc.assert(
      fc.property(anyone, (one) => {
        for (const field of CELL_FIELDS) {
          const reading = readText(field, cellText(one, field, t, today), { t, today, person: one });
          expect({ field, after: reading.ok ? { ...one, ...reading.fields } : reading }).toEqual({ field, after: one });
        }
      }),
    );
  });

  it.each([
    ['sex', '男', { sex: 'male' }],
    ['sex', ' F ', { sex: 'female' }],
    ['sex', '', { sex: null }],
    ['birthDate', '2012年5月1日', { birthDate: '2012-05-01' }],
    ['birthDate', '2012', { birthDate: '2012' }],
    ['phone', '13900000009', { phone: '13900000009' }],
    ['phone', '', { phone: null }],
    ['consentOn', '20240301', { consentOn: '2024-03-01' }],
    ['village', ' 乙村 ', { village: '乙村' }],
  ] as const)('%s “%s” is read', (field, text, fields) => {
    expect(readText(field, text, { t, today, person })).toEqual({ ok: true, fields });
  });

  it.each([
    ['sex', '不详', 'sex'],
    ['birthDate', '2012-13-01', 'no_such_month'],
    ['birthDate', '12.5.1', 'unreadable'],
    ['phone', '138****0001', 'masked'],
    ['consentOn', '2024-03', 'wholeDay'],
    ['roles', '学员、校长', 'role'],
    ['name', '  ', 'noName'],
    ['name', '甲'.repeat(51), 'long'],
  ] as const)('%s “%s” is refused by the rule %s, in words', (field, text, rule) => {
    expect(readText(field, text, { t, today, person })).toMatchObject({ ok: false, rule });
    const asCell = field === 'consentOn' ? null : checkCell(field, text, { t, today, person });
    expect(asCell ?? textProblem(t, { rule, params: { text } })).toMatch(/。$/u);
  });

  it('add roles by name and never lose what is known of one', () => {
    const held = {
      ...person,
      roles: [
        { role: 'volunteer' as const, organisationId: 4, subject: '', from: null, to: null },
        { role: 'learner' as const, organisationId: null, subject: '', from: '2019-01-01', to: '2020-01-01' },
      ],
    };
    const read = (text: string) => readText('roles', text, { t, today, person: held });
    const added = { role: 'bearer', organisationId: null, subject: '', from: null, to: null };
    expect(read('志愿者，传承人')).toEqual({ ok: true, fields: { roles: [...held.roles, added] } });
    expect(read('传承人')).toMatchObject({ ok: false, rule: 'roleWithFacts' });
    // The role that has ended is not among those shown, and stays.
    expect(read('志愿者')).toEqual({ ok: true, fields: { roles: held.roles } });
  });

  it('of a pasted row become fields; an unreadable one is never dropped in silence', () => {
    const context = { t, today, person: null };
    expect(fieldsFromTexts({ name: '丙三', sex: '女', birthDate: '', roles: '学员' }, context)).toEqual({
      name: '丙三',
      sex: 'female',
      roles: [{ role: 'learner', organisationId: null, subject: '', from: null, to: null }],
    });
    expect(() => fieldsFromTexts({ name: '丙三', sex: '？' }, context)).toThrow('input/invalid');
  });

  it('have a sentence for every rule', () => {
    expect(Object.keys(zhCN.participantScreen.cell).toSorted()).toEqual(
      ['sex', 'wholeDay', 'role', 'roleWithFacts', 'masked', 'long', 'noName'].toSorted(),
    );
  });
});

describe('what needs a look', () => {
  it.each([
    ['2012-11-28', 'minor'],
    ['2012-11-27', 'no'],
    ['2012', 'maybe'],
    ['2012-11', 'maybe'],
    ['2013', 'minor'],
    ['2011', 'no'],
    [null, 'no'],
  ] as const)('a person born %s is a child under 14: %s', (birthDate, expected) => {
    expect(minorityOf({ birthDate }, today)).toBe(expected);
  });

  it('is the consent of a child, also where it is dated behind today', () => {
    const child = { ...person, birthDate: '2016-09-01' };
    expect(marksOf(child, today)).toEqual(['consent']);
    expect(marksOf({ ...child, consentOn: '2027-01-01' }, today)).toEqual(['consent']);
    expect(marksOf({ ...child, consentOn: '2026-01-01' }, today)).toEqual(['guardian']);
    expect(marksOf({ ...child, consentOn: '2026-01-01', guardianName: '甲父' }, today)).toEqual([]);
    expect(marksOf({ ...person, birthDate: '2012', needsReview: true }, today)).toEqual(['review', 'maybeMinor']);
  });
});

describe('the list', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 15 });
  const lines = (list: readonly number[]): { id: number }[] => list.map((id) => ({ id }));

  it('holds what the archive holds, and known lines keep their order', () => {
    fc.assert(
      fc.property(ids, ids, (old, fresh) => {
        const result = keptOrder(lines(old), lines(fresh)).map(({ id }) => id);
        expect(new Set(result)).toEqual(new Set(fresh));
        expect(result).toHaveLength(fresh.length);
        const known = old.filter((id) => fresh.includes(id));
        expect(result.filter((id) => known.includes(id))).toEqual(known);
      }),
    );
  });

  it('shows new persons at the end and leaves withdrawn ones out', () => {
    expect(editedLines(lines([1, 2, 3]), [2, 9], lines([9]))).toEqual(lines([1, 3, 9]));
    const renamed = editedLines([{ id: 1, name: '甲' }], [1], [{ id: 1, name: '乙' }]);
    expect(renamed).toEqual([{ id: 1, name: '乙' }]);
  });

  it('asks for what was chosen and nothing else', () => {
    expect([filterOf(EVERYBODY, 2026), isFiltered(EVERYBODY)]).toEqual([{}, false]);
    const chosen = { ...EVERYBODY, text: ' 甲 ', village: 'unknown' as const, attention: 'withoutConsent' as const };
    expect(filterOf(chosen, 2026)).toEqual({ text: '甲', villageId: null, withoutConsent: true });
    expect(filterOf({ ...EVERYBODY, tookPart: true }, 2026)).toEqual({ year: 2026 });
  });
});

describe('rapid entry', () => {
  it('asks for the guardian of those who may be under 14 only', () => {
    const shown = (birthDate: string) => readEntry({ ...EMPTY_TEXTS, birthDate }, { t, today }).shown;
    expect(shown('2016')).toContain('guardianName');
    expect(shown('1956')).not.toContain('guardianName');
    const kept = readEntry({ ...EMPTY_TEXTS, birthDate: '1956', guardianName: '甲父' }, { t, today });
    expect([kept.shown.includes('guardianName'), kept.fields.guardianName]).toEqual([true, '甲父']);
  });

  it('keeps what is pinned for the next person', () => {
    const texts = { ...EMPTY_TEXTS, name: '甲一', village: '甲村', phone: '1' };
    expect(nextTexts({ texts, pinned: EMPTY_DRAFT.pinned })).toEqual({ ...EMPTY_TEXTS, village: '甲村' });
  });
});

describe('a merge', () => {
  const other: Person = {
    ...person,
    id: 2,
    version: 7,
    sex: null,
    village: '乙村',
    phone: '139****0002',
    note: '须轮椅',
    roles: [{ role: 'learner', organisationId: null, subject: '', from: null, to: null }],
  };

  it('takes each value of the one who stays, and of the others what that one does not know', () => {
    expect(firstChoice([person, other]).keep).toBe(2);
    const choice = choiceFor([person, other], 1);
    expect(choice.from).toMatchObject({ sex: 1, village: 1, phone: 1, note: 2 });
    expect(mergeRequest([person, other], choice, '重复')).toEqual({
      keep: { id: 1, version: 3 },
      merge: [{ id: 2, version: 7 }],
      fields: { note: '须轮椅', roles: other.roles, certificates: [] },
      take: {},
      reason: '重复',
    });
  });

  it('names whose number is taken, which is never known here', () => {
    const choice = choiceFor([person, other], 1);
    const asked = mergeRequest([person, other], { ...choice, from: { ...choice.from, phone: 2, village: 2 } }, '重复');
    expect(asked).toMatchObject({ fields: { village: '乙村' }, take: { phone: 2 } });
    expect(asked.fields).not.toHaveProperty('phone');
  });

  it('marks exactly the fields in which two of them say different things', () => {
    expect(MERGE_FIELDS.filter((field) => differs([person, other], field))).toEqual(['village', 'phone']);
  });

  it('keeps every role that says something', () => {
    fc.assert(
      fc.property(fc.array(anyone, { minLength: 2, maxLength: 4 }), (persons) => {
        const all = persons.flatMap(({ roles }) => roles);
        const kept = joinedRoles(persons);
        for (const one of all) {
          const bare = one.organisationId === null && one.subject === '' && one.from === null && one.to === null;
          const said = bare
            ? kept.some((other) => other.role === one.role)
            : kept.some((other) => JSON.stringify(other) === JSON.stringify(one));
          expect(said).toBe(true);
        }
        expect(new Set(kept.map((one) => JSON.stringify(one))).size).toBe(kept.length);
      }),
    );
  });
});
