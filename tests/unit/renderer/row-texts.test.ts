import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UnitMention } from '#shared/features/schedule.ts';
import {
  fieldsFromText,
  fieldsFromTexts,
  mergedFields,
  monthText,
  unitsFromText,
  unitsText,
} from '../../../renderer/features/schedule/row-texts.ts';
import { months, row } from './rows.ts';

describe('a cell typed back as it is shown', () => {
  it('keeps units, their roles and links', () => {
    const name = fc.constantFrom('中心校', '齐陵街道办事处', '社区教育中心', '妇联', '各村（居）');
    const mention = fc.record({
      name,
      role: fc.constantFrom<UnitMention['role']>('lead', 'support'),
      organisationId: fc.option(fc.integer({ min: 1, max: 9 })),
    });
    fc.assert(
      fc.property(fc.uniqueArray(mention, { selector: (unit) => unit.name }), (units) => {
        expect(unitsFromText(unitsText(units), units)).toEqual(units);
      }),
    );
  });

  it('changes nothing of a month cell, whatever the cell does not show', () => {
    const before = row(1, { time: { ...months(3), week: '5', yearOffset: 0 } });
    expect(fieldsFromText('month', monthText(before), before).fields).toEqual({});
  });
});

describe('reading a cell', () => {
  it('reads a span and keeps the week that the cell does not show', () => {
    const before = row(1, { time: { ...months(3), week: '5' } });
    expect(fieldsFromText('month', '1-2', before).fields.time).toMatchObject({ monthStart: 1, monthEnd: 2, week: '5' });
  });

  it('refuses a month that is none, and says loose words', () => {
    expect(() => fieldsFromText('month', '13月', null)).toThrow(
      expect.objectContaining({ code: 'schedule/month_invalid', params: { text: '13月' } }),
    );
    expect(fieldsFromText('month', '暑期', null).suggested).toBe(true);
  });

  it('drops the reason with the status for which it was given', () => {
    const before = row(1, { status: 'postponed', statusReason: '天气' });
    expect(fieldsFromText('status', 'done', before).fields).toEqual({ status: 'done', statusReason: '' });
    expect(fieldsFromText('status', 'postponed', before).fields).toEqual({ status: 'postponed' });
  });

  it('makes one row of the texts given, and of nothing else', () => {
    expect(fieldsFromTexts({ month: '3', activity: '植树', units: '', remark: '' }).fields).toEqual({
      time: months(3),
      activity: '植树',
    });
  });
});

describe('merging rows', () => {
  it('joins activities, units once, and spans the months', () => {
    const unit = { name: '中心校', role: 'lead', organisationId: 1 } as const;
    const merged = mergedFields([
      row(1, { time: months(1), activity: '甲', units: [unit] }),
      row(2, { time: months(3, 4), activity: '乙', units: [unit], remark: '注' }),
    ]);
    expect(merged).toEqual({ activity: '甲；乙', units: [unit], remark: '注', time: months(1, 4) });
  });
});
