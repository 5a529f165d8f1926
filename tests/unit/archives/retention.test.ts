/** 保管期限: printed terms, the clocks of the table, and suggestions that never guess. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RETENTION_PROPOSALS, suggestRetention } from '#shared/lib/archives/retention-proposals.ts';
import {
  appraisalDue,
  compareTerms,
  COUNTY_TRANSFER,
  isTermCode,
  keptYears,
  parseTerm,
  STANDARD_TERMS,
  termEnd,
  termName,
  termStart,
  termYears,
  transferDue,
  type TermCode,
  type TermRule,
} from '#shared/lib/archives/retention.ts';
import { expectSentence } from './words.ts';

describe('parseTerm', () => {
  it.each<[string, TermCode]>([
    ['永久', 'Y'],
    ['Y', 'Y'],
    ['定期30年', 'D30'],
    ['定期（30年）', 'D30'],
    ['30年', 'D30'],
    ['３０ 年', 'D30'],
    ['三十年', 'D30'],
    ['十年', 'D10'],
    ['D30', 'D30'],
    ['D10', 'D10'],
    ['二十五年', 'D25'],
  ])('%s → %s', (text, term) => expect(parseTerm(text)).toEqual({ ok: true, term }));

  it.each([
    ['长期', '长期'],
    ['短期', '短期'],
    ['C', '长期'],
    ['D', '短期'],
  ])('flags %s of old files', (text, legacy) => {
    expect(parseTerm(text)).toEqual({ ok: true, term: null, legacy, rule: 'term_legacy' });
    expectSentence({ rule: 'term_legacy', params: {} });
  });

  it.each<[string, TermRule]>([
    ['', 'term_empty'],
    ['无', 'term_empty'],
    ['None', 'term_empty'],
    ['30', 'term_missing_d'],
    ['d30', 'term_unknown'],
    ['D030', 'term_unknown'],
    ['0年', 'term_unknown'],
    ['定期', 'term_unknown'],
    ['定期（30年', 'term_unknown'],
    ['一〇年', 'term_unknown'],
    ['30天', 'term_unknown'],
  ])('refuses “%s”: %s', (text, rule) => {
    const reading = parseTerm(text);
    expect(reading).toMatchObject({ ok: false, rule });
    if (!reading.ok) expectSentence(reading);
  });

  it('reads every code and every name of a term', () => {
    const terms = fc.oneof(
      fc.constant<TermCode>('Y'),
      fc.integer({ min: 1, max: 999 }).map((years): TermCode => `D${years}`),
    );
    fc.assert(
      fc.property(terms, terms, (term, other) => {
        expect(isTermCode(term)).toBe(true);
        expect(parseTerm(term)).toEqual({ ok: true, term });
        expect(parseTerm(termName(term))).toEqual({ ok: true, term });
        expect(compareTerms(term, other) === 0).toBe(term === other);
        expect(compareTerms(term, other) < 0).toBe((termYears(term) ?? 1000) > (termYears(other) ?? 1000));
      }),
    );
    expect([...STANDARD_TERMS].reverse().sort(compareTerms)).toEqual(['Y', 'D30', 'D10']);
    expect(STANDARD_TERMS.map(termName)).toEqual(['永久', '30年', '10年']);
  });
});

describe('the clocks', () => {
  it.each<[number, TermCode, string, string | null, string | null]>([
    [2011, 'D10', '2012-01-01', '2021-12-31', '2022-01-01'],
    [2021, 'D10', '2022-01-01', '2031-12-31', '2032-01-01'],
    [2021, 'D30', '2022-01-01', '2051-12-31', '2052-01-01'],
    [2021, 'Y', '2022-01-01', null, null],
    // D10 of 2012, extended to D30 from its own start.
    [2012, 'D30', '2013-01-01', '2042-12-31', '2043-01-01'],
  ])('%i %s', (year, term, start, end, due) => {
    expect([termStart(year), termEnd(year, term), appraisalDue(year, term)]).toEqual([start, end, due]);
  });

  it('counts full years kept, and as many as the term has on the day of appraisal', () => {
    expect(['2021-06-01', '2022-06-01', '2022-12-31', '2023-01-01'].map((day) => keptYears(2021, day))).toEqual([
      0, 0, 0, 1,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2080 }), fc.integer({ min: 1, max: 100 }), (year, years) => {
        const term: TermCode = `D${years}`;
        expect(keptYears(year, appraisalDue(year, term) ?? '')).toBe(years);
        expect(keptYears(year, termEnd(year, term) ?? '')).toBe(years - 1);
      }),
    );
  });

  it.each<[string, TermCode, string | null]>([
    ['2021-03-01', 'Y', '2031-03-01'],
    ['2021-03-01', 'D30', '2031-03-01'],
    ['2021-03-01', 'D10', null],
    ['2020-02-29', 'Y', '2030-03-01'],
    ['2020-12', 'Y', '2030-12-31'],
    ['2024-02', 'Y', '2034-03-01'],
    ['2020', 'Y', '2030-12-31'],
  ])('%s %s goes to the county archive from %s', (formed, term, due) => {
    expect(transferDue(formed, term)).toBe(due);
  });

  it('takes another rule where the archive sets one', () => {
    expect(transferDue('2021-03-01', 'D10', { ...COUNTY_TRANSFER, afterYears: 20, fromTermYears: 10 })).toBe(
      '2041-03-01',
    );
  });
});

const own = (title: string, author: string | null = null) => ({ title, author, ownUnit: true });
const received = (title: string) => ({ title, author: null, ownUnit: false });

describe('suggestRetention', () => {
  it.each([
    [own('2021年齐陵街道社区教育中心工作计划'), 'P1', 'Y'],
    [own('[关于印发]2021年齐陵街道社区教育中心工作计划[的通知]'), 'P1', 'Y'],
    [own('2021年第一季度工作计划'), 'P2', 'D10'],
    [own('2021年上半年工作总结'), 'P2', 'D10'],
    [own('2021年3月份工作计划'), 'P2', 'D10'],
    [own('2020年社区教育统计报表'), 'P3', 'Y'],
    [own('2020年第三季度统计报表'), 'P4', 'D10'],
    [own('社区教育中心大事记'), 'P5', 'Y'],
    [own('社区教育简报第3期'), 'P6', 'D10'],
    [own('2021年全民终身学习活动周实施方案'), 'P15.1', 'Y'],
    [own('2021年全民终身学习活动周照片说明'), 'P15.2', 'D10'],
    [own('家庭教育培训班学员名册'), 'P13.2', 'Y'],
    [own('2021年家庭教育培训签到表'), 'P14', 'D10'],
    [own('2021年3月记账凭证'), 'P20', 'D30'],
    [own('会计档案销毁清册'), 'P22.2', 'Y'],
    [own('文书档案销毁清册'), 'P24', 'Y'],
    [received('关于加强社区教育工作的意见'), 'P17', 'Y'],
    [own('3月5日会议记录', '齐陵街道党工委'), 'T1.1', 'Y'],
  ])('%o → %s', (record, id, term) => {
    const suggestion = suggestRetention(record, RETENTION_PROPOSALS);
    expect([suggestion?.row.id, suggestion?.row.terms[0]]).toEqual([id, term]);
    for (const word of suggestion?.words ?? []) expect(`${record.author}${record.title}`).toContain(word);
  });

  it.each([
    ['no words fit', own('关于召开座谈会的函')],
    ['two rows fit alike', own('关于加强党员教育培训管理的办法')],
    ['whose meeting it was is not told', own('3月5日会议记录')],
    ['the plan of another unit', received('2021年齐陵街道中心校工作计划')],
    ['an empty title', own('')],
  ])('names none: %s', (_why, record) => expect(suggestRetention(record, RETENTION_PROPOSALS)).toBeNull());

  it('names none where a second row has the same words', () => {
    const plan = RETENTION_PROPOSALS.filter(({ id }) => id === 'P1');
    const copies = plan.map((row) => ({ ...row, id: 'copy' }));
    const record = own('2021年工作计划');
    expect(suggestRetention(record, plan)?.row.id).toBe('P1');
    expect(suggestRetention(record, [...plan, ...copies])).toBeNull();
  });

  it('does not depend on the order of the table', () => {
    const words = RETENTION_PROPOSALS.flatMap((row) => row.words).map((entry) => entry.replace(/[@ ]/gu, ''));
    const title = fc
      .array(fc.constantFrom(...words, '2021年', '关于', '的通知'), { maxLength: 4 })
      .map((all) => all.join(''));
    const table = fc.shuffledSubarray([...RETENTION_PROPOSALS], { minLength: RETENTION_PROPOSALS.length });
    fc.assert(
      fc.property(title, fc.boolean(), table, (text, ownUnit, shuffled) => {
        const record = { title: text, author: null, ownUnit };
        expect(suggestRetention(record, shuffled)?.row.id).toBe(suggestRetention(record, RETENTION_PROPOSALS)?.row.id);
      }),
    );
  });

  it('has a table of rows that can be used: own ids, terms of the codes, words that fit themselves', () => {
    expect(new Set(RETENTION_PROPOSALS.map(({ id }) => id)).size).toBe(RETENTION_PROPOSALS.length);
    for (const row of RETENTION_PROPOSALS) {
      expect(row.terms.length).toBeGreaterThan(0);
      for (const term of row.terms) expect(STANDARD_TERMS).toContain(term);
      for (const entry of row.words)
        expect(
          suggestRetention({ title: entry.replace(/[@ ]/gu, ''), author: null, ownUnit: row.origin !== 'received' }, [
            row,
          ]),
        ).toMatchObject({ row: { id: row.id } });
    }
  });
});
