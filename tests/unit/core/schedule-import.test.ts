import { describe, expect, it } from 'vitest';
import { acceptedRow } from '#shared/features/schedule-import.ts';

const row = { month_start: 3, month_end: 3, activity: '读书会', units: ['图书馆'] };

describe('a read row on its way into the archive', () => {
  it('loses nothing that the archive has no field for', () => {
    expect(
      acceptedRow({ ...row, dates: ['2021-03-02', '2021-03-09', '2021-03-16'], remark: '每周二' }, undefined),
    ).toMatchObject({
      time: { dateStart: '2021-03-02', dateEnd: '2021-03-16' },
      remark: '每周二；2021-03-02、2021-03-09、2021-03-16',
      needsReview: true,
    });
    expect(acceptedRow({ ...row, status: '因故暂缓' }, undefined)).toMatchObject({
      status: 'not_started',
      remark: '因故暂缓',
      needsReview: true,
    });
  });

  it('keeps helpers apart from responsible units, and needs no review where nothing is doubtful', () => {
    expect(
      acceptedRow({ ...row, support: ['中心校'], status: '已完成' }, { line: 7, end_line: 8, text: '3月 读书会' }),
    ).toMatchObject({
      units: [
        { name: '图书馆', role: 'lead' },
        { name: '中心校', role: 'support' },
      ],
      status: 'done',
      needsReview: false,
      sourceLine: 7,
    });
  });
});
