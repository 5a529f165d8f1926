/** 归档年度: the date of signing decides, not the year that the content speaks of. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkFilingYear,
  contentYears,
  FILING_REASONS,
  filingYear,
  type FilingBasis,
} from '#shared/lib/archives/filing-year.ts';
import { expectSentence } from './words.ts';

const SUMMARY: FilingBasis = { title: '2020年工作总结', signed: '2021-01-15', reason: 'signed', closed: null };

describe('filing year', () => {
  it('files the summary of 2020, signed in 2021, under 2021', () => {
    expect(filingYear(SUMMARY)).toBe(2021);
    expect(checkFilingYear(2021, SUMMARY)).toEqual([]);
    expect(checkFilingYear(2020, SUMMARY)).toEqual([
      { rule: 'filing_year_is_content_year', level: 'warning', params: { chosen: 2020, year: 2021 } },
    ]);
    expect(checkFilingYear(2019, SUMMARY)).toMatchObject([{ rule: 'filing_year_differs' }]);
  });

  it('follows the end of what runs over the turn of a year', () => {
    const meeting: FilingBasis = {
      title: '代表大会纪要',
      signed: '2021-12-30',
      reason: 'meeting_closed',
      closed: '2022-01-03',
    };
    expect(filingYear(meeting)).toBe(2022);
    expect(checkFilingYear(2022, meeting)).toEqual([]);
    expect(checkFilingYear(2021, meeting)).toMatchObject([{ rule: 'filing_year_differs' }]);
  });

  it.each<[string, Partial<FilingBasis>, number, string[]]>([
    ['no end given', { reason: 'case_closed' }, 2021, ['closing_date_missing']],
    ['no date at all', { signed: null }, 2021, ['filing_date_missing']],
    ['ended before it began', { reason: 'project_ended', closed: '2020-12-31' }, 2020, ['closing_before_signing']],
    ['known to the year only', { reason: 'book_ended', closed: '2021' }, 2021, []],
    ['minutes signed after the meeting', { reason: 'meeting_closed', closed: '2020-12-30' }, 2020, []],
    ['signed in a month', { signed: '2021-01' }, 2021, []],
  ])('%s', (_what, changes, chosen, rules) => {
    const findings = checkFilingYear(chosen, { ...SUMMARY, ...changes });
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
    findings.forEach(expectSentence);
  });

  it.each([
    ['2020年工作总结', [2020]],
    ['２０２０年度工作总结', [2020]],
    ['二〇二〇年工作总结', [2020]],
    ['2019—2020学年社区教育计划', [2019, 2020]],
    ['关于2020年和2021年经费的报告', [2020, 2021]],
    ['第32020年号', []],
    ['社区教育工作总结', []],
  ])('%s speaks of %j', (title, years) => expect(contentYears(title)).toEqual(years));

  it('finds nothing to say where the chosen year is the one it proposes', () => {
    const date = fc.integer({ min: 1990, max: 2090 }).map((year) => `${year}-05-04`);
    fc.assert(
      fc.property(date, date, fc.constantFrom(...FILING_REASONS), fc.string(), (signed, closed, reason, title) => {
        const basis = { title, signed, closed, reason };
        const rules = checkFilingYear(filingYear(basis) ?? 0, basis).map(({ rule }) => rule);
        expect(rules.filter((rule) => rule !== 'closing_before_signing')).toEqual([]);
        expect(checkFilingYear((filingYear(basis) ?? 0) + 1, basis).length).toBeGreaterThan(0);
      }),
    );
  });
});
