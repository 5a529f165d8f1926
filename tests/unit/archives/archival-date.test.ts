/** Dates of records: printed forms, unknown parts, and nothing guessed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatEightDigits,
  isAfterDay,
  isArchivalDate,
  parseArchivalDate,
  printedDate,
  yearOfDate,
  type DateRule,
} from '#shared/lib/archives/archival-date.ts';
import { expectSentence } from './words.ts';

describe('parseArchivalDate', () => {
  it.each([
    ['20210301', '2021-03-01'],
    ['20201200', '2020-12'],
    ['20200000', '2020'],
    ['2021年3月1日', '2021-03-01'],
    ['2021年03月01日', '2021-03-01'],
    ['2021 年 3 月 1 日', '2021-03-01'],
    ['２０２１年３月１日', '2021-03-01'],
    ['2021年3月1号', '2021-03-01'],
    ['2021.3.1', '2021-03-01'],
    ['2021-3-1', '2021-03-01'],
    ['2021-03-01', '2021-03-01'],
    ['2021/3/1', '2021-03-01'],
    ['二〇二一年三月一日', '2021-03-01'],
    ['二○二一年十二月三十一日', '2021-12-31'],
    ['二O一九年元月二十五日', '2019-01-25'],
    ['一九四五年八月十五日', '1945-08-15'],
    ['2020年12月', '2020-12'],
    ['2020-12', '2020-12'],
    ['2020.12', '2020-12'],
    ['二〇二〇年十二月', '2020-12'],
    ['2020年', '2020'],
    ['2020', '2020'],
    ['2020-02-29', '2020-02-29'],
    ['1800-01-01', '1800-01-01'],
  ])('%s → %s', (printed, date) => {
    const precision = date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year';
    expect(parseArchivalDate(printed)).toEqual({ ok: true, date, precision, bracketed: false });
    expect(parseArchivalDate(`[${printed}]`)).toEqual({ ok: true, date, precision, bracketed: true });
    expect(parseArchivalDate(`［${printed}］`)).toMatchObject({ date, bracketed: true });
  });

  it.each<[string, DateRule]>([
    ['2021061?', 'unreadable'],
    ['2021年6月1?日', 'unreadable'],
    ['21.3.1', 'unreadable'],
    ['202103', 'unreadable'],
    ['2021030', 'unreadable'],
    ['2O210301', 'unreadable'],
    ['2O21年3月1日', 'unreadable'],
    ['2021-3/1', 'unreadable'],
    ['2021 3 1', 'unreadable'],
    ['2021 0301', 'unreadable'],
    ['[20210301', 'unreadable'],
    ['1945[0815]', 'unreadable'],
    ['2021年春', 'unreadable'],
    ['2021年正月初一', 'unreadable'],
    ['3月1日', 'unreadable'],
    ['2021年3月1日上午', 'unreadable'],
    ['十二年三月一日', 'unreadable'],
    ['待查', 'unreadable'],
    ['20210230', 'no_such_day'],
    ['2021-02-29', 'no_such_day'],
    ['19000229', 'no_such_day'],
    ['2021年4月31日', 'no_such_day'],
    ['2021-3-0', 'no_such_day'],
    ['二〇二一年三月三十二日', 'no_such_day'],
    ['20211301', 'no_such_month'],
    ['2021-0-1', 'no_such_month'],
    ['2021-13', 'no_such_month'],
    ['20200012', 'day_without_month'],
    ['17990101', 'year_out_of_range'],
    ['2100-01-01', 'year_out_of_range'],
    ['', 'date_empty'],
    ['无', 'date_empty'],
    ['None', 'date_empty'],
  ])('refuses “%s”: %s', (printed, rule) => {
    const reading = parseArchivalDate(printed);
    expect(reading).toMatchObject({ ok: false, rule });
    if (!reading.ok) expectSentence(reading);
  });

  const days = fc
    .date({ min: new Date('1800-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
  const dates = fc.tuple(days, fc.constantFrom(10, 7, 4)).map(([day, length]) => day.slice(0, length));

  it('reads back what it prints, in eight digits and in words', () => {
    fc.assert(
      fc.property(dates, fc.boolean(), (date, bracketed) => {
        expect(isArchivalDate(date)).toBe(true);
        expect(parseArchivalDate(formatEightDigits(date, bracketed))).toMatchObject({ ok: true, date, bracketed });
        expect(parseArchivalDate(printedDate(date))).toMatchObject({ ok: true, date, bracketed: false });
        expect(yearOfDate(date)).toBe(Number(date.slice(0, 4)));
      }),
    );
  });

  it('accepts eight digits exactly where the calendar has them', () => {
    const shape = /^(?:1[89]|20)\d{2}(?:00|0[1-9]|1[0-2])(?:00|0[1-9]|[12]\d|3[01])$/u;
    const eight = fc
      .tuple(fc.integer({ min: 1750, max: 2150 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(''));
    fc.assert(
      fc.property(eight, (text) => {
        const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)];
        const iso = `${year}-${month}-${day}`;
        const real = new Date(`${iso}T00:00:00Z`);
        const onCalendar = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(iso);
        const expected = shape.test(text) && (day === '00' || (month !== '00' && onCalendar));
        expect({ text, ok: parseArchivalDate(text).ok }).toEqual({ text, ok: expected });
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, and what it accepts is real', () => {
    const signs = fc.constantFrom(...Array.from('2021年3月1日-./[]〇二一十元?OＯ 号'));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: signs, maxLength: 14 })), (text) => {
        const reading = parseArchivalDate(text);
        expect(!reading.ok || isArchivalDate(reading.date)).toBe(true);
      }),
    );
  });
});

describe('stored dates', () => {
  it('print unknown parts as 00 or not at all', () => {
    expect(['2021-03-01', '2020-12', '2020'].map((date) => formatEightDigits(date))).toEqual([
      '20210301',
      '20201200',
      '20200000',
    ]);
    expect(['2021-03-01', '2020-12', '2020'].map(printedDate)).toEqual(['2021年3月1日', '2020年12月', '2020年']);
    expect(formatEightDigits('1945-08-15', true)).toBe('[19450815]');
  });

  it.each(['2021-3-1', '20210301', '', 'None', '2021-02-30'])('refuse “%s”', (text) => {
    expect(isArchivalDate(text)).toBe(false);
    expect(() => formatEightDigits(text)).toThrow(RangeError);
    expect(() => printedDate(text)).toThrow(RangeError);
  });

  it('lie behind a day only where that is sure', () => {
    expect(isAfterDay('2021-03-02', '2021-03-01')).toBe(true);
    expect(isAfterDay('2021-03-01', '2021-03-01')).toBe(false);
    expect(isAfterDay('2021-03', '2021-03-15')).toBe(false);
    expect(isAfterDay('2021-04', '2021-03-15')).toBe(true);
    expect(isAfterDay('2022', '2021-03-15')).toBe(true);
  });
});
