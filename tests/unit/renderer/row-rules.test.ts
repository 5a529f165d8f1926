import { describe, expect, it } from 'vitest';
import type { Organisation } from '#shared/features/organisations.ts';
import { dueRows } from '../../../renderer/features/home/due-rows.ts';
import {
  suggestionFor,
  type UnitChoice,
  unitsToAccept,
  validChoices,
} from '../../../renderer/features/import/unit-choice.ts';
import { exportWarnings } from '../../../renderer/features/schedule/export-warnings.ts';
import { countRows, filterRows, NO_FILTER } from '../../../renderer/features/schedule/row-filter.ts';
import { mergeEdit } from '../../../renderer/features/schedule/row-merge.ts';
import { monthText } from '../../../renderer/features/schedule/row-texts.ts';
import { months, row } from './rows.ts';

const school: Organisation = {
  id: 7,
  uid: 'u7',
  version: 1,
  kind: 'unit' as const,
  activeFrom: null,
  activeTo: null,
  mentions: 1,
  members: 0,
  fullName: '齐陵街道中心校',
  shortNames: ['中心校'],
};

describe('filter and counts', () => {
  const rows = [
    row(1, { time: months(1, 2), units: [{ name: '中心校', role: 'lead', organisationId: 7 }] }),
    row(2, { time: months(2), needsReview: true, status: 'done' }),
    row(3, { time: months(null), units: [{ name: '妇联', role: 'support', organisationId: null }], remark: '待定' }),
  ];

  it('counts what the filter then shows', () => {
    const counts = countRows(rows, monthText);
    expect(counts.monthGroups).toBe(2);
    for (let month = 1; month <= 12; month += 1) {
      const shown = filterRows(rows, { ...NO_FILTER, month });
      expect(shown).toHaveLength(counts.months.get(month) ?? 0);
    }
    expect(filterRows(rows, { ...NO_FILTER, month: 0 })).toHaveLength(counts.withoutMonth);
    for (const [unit, { count }] of counts.units) {
      expect(filterRows(rows, { ...NO_FILTER, unit })).toHaveLength(count);
    }
    expect(filterRows(rows, { ...NO_FILTER, unit: 'none' })).toHaveLength(counts.withoutUnit);
    expect(filterRows(rows, { ...NO_FILTER, review: true })).toHaveLength(1);
  });

  it('finds text in units and remarks', () => {
    const found = (text: string) => filterRows(rows, { ...NO_FILTER, text }).map(({ id }) => id);
    expect([found('妇联'), found('待定'), found('中心'), found('没有')]).toEqual([[3], [3], [1], []]);
  });

  it('warns before export', () => {
    expect(exportWarnings(rows, [school])).toMatchObject({
      emptyMonths: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      unknownUnits: ['妇联'],
      needReview: 1,
      withoutMonth: 1,
      withoutUnit: 1,
    });
  });
});

it('merges an edit into the rows at hand', () => {
  const rows = [row(1), row(2), row(3)];
  const merged = mergeEdit(rows, { rows: [row(2, { activity: '新', version: 2 })], withdrawn: [3], event: 5 });
  expect(merged.map(({ id, activity, version }) => [id, activity, version])).toEqual([
    [1, '工作1', 1],
    [2, '新', 2],
  ]);
});

it('says what is due only for the current year', () => {
  const rows = [
    row(1, { time: months(1) }),
    row(2, { time: months(1), status: 'done' }),
    row(3, { time: months(2, 4) }),
    row(4, { time: { ...months(12, 1), endNextYear: true } }),
  ];
  expect(dueRows(rows, 2020, new Date(2021, 2, 9))).toBeNull();
  const due = dueRows(rows, 2021, new Date(2021, 2, 9));
  expect([due?.month, due?.overdue.map(({ id }) => id), due?.thisMonth.map(({ id }) => id)]).toEqual([3, [1], [3]]);
});

describe('units under review', () => {
  it('creates, links and leaves alone as decided', () => {
    const choices = new Map<string, UnitChoice>([
      ['社区教育中心', 'add'],
      ['教育中心', 'as:社区教育中心'],
      ['中心校', 7],
    ]);
    expect(unitsToAccept(['社区教育中心', '教育中心', '中心校', '妇联'], choices)).toEqual({
      createUnits: [{ fullName: '社区教育中心', shortNames: ['教育中心'] }],
      linkUnits: [{ name: '中心校', organisationId: 7 }],
    });
  });

  it('forgets a short name when its unit is no longer added', () => {
    const choices = new Map<string, UnitChoice>([
      ['甲', 'keep'],
      ['乙', 'as:甲'],
    ]);
    expect([...validChoices(choices)]).toEqual([['甲', 'keep']]);
  });

  it('tells a suggestion of the list from one of the paper', () => {
    expect(suggestionFor('中心校', { 中心校: '齐陵街道中心校' }, [school])).toEqual({ id: 7 });
    expect(suggestionFor('教育中心', { 教育中心: '社区教育中心' }, [school])).toEqual({ name: '社区教育中心' });
    expect(suggestionFor('妇联', {}, [school])).toBeNull();
  });
});
