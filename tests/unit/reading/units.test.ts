/** Unit cells by rule U7, and printed names against the unit list. */
import { describe, expect, it } from 'vitest';
import { matchUnit, splitUnits, suggestUnit, unitLikeness } from '#shared/lib/units.ts';

function split(text: string): string[] {
  return splitUnits(text).map(({ name, role }) => (role === 'lead' ? name : `${name}*`));
}

describe('splitting', () => {
  it.each<[string, string[]]>([
    ['妇联、社区教育中心', ['妇联', '社区教育中心']],
    ['中心校；团工委', ['中心校', '团工委']],
    ['农业办/社区教育中心', ['农业办', '社区教育中心']],
    ['农业办／文化站', ['农业办', '文化站']],
    ['老年书画协会\n社区教育中心', ['老年书画协会', '社区教育中心']],
    ['街道办事处、各村（居）', ['街道办事处', '各村（居）']],
    ['各村(居、社区)、妇联', ['各村(居、社区)', '妇联']],
    ['牵头单位：中心校；协办单位：妇联、团工委', ['中心校', '妇联*', '团工委*']],
    ['中心校（牵头）、妇联（配合）', ['中心校', '妇联*']],
    ['中心校牵头，妇联、团工委配合', ['中心校', '妇联*', '团工委*']],
    ['（责任单位：中心校）', ['中心校']],
    ['中 心 校', ['中心校']],
    ['中心校 妇联', ['中心校', '妇联']],
    ['无', []],
    ['—', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it('tells units from activities', () => {
    for (const unit of ['某街道社区教育中心', '中心校', '各村（居）', '妇联、团工委', '德育处'])
      expect(unitLikeness(unit)).toBe('yes');
    for (const activity of ['庆三八系列活动', '法制进校园', '走访慰问敬老院', '送文化下乡', '社区教育中心开放月活动'])
      expect(unitLikeness(activity)).toBe('no');
  });
});

describe('matching', () => {
  const units = [
    { name: '某街道社区教育中心', shortNames: ['教育中心'] },
    { name: '某街道中心校', shortNames: [] },
    { name: '某街道第二中心校', shortNames: [] },
  ];

  it('takes full and short names, width and white space aside, and nothing else', () => {
    expect(matchUnit('某街道 社区教育中心', units)).toBe(0);
    expect(matchUnit('教育中心', units)).toBe(0);
    expect(matchUnit('社区教育中心', units)).toBeNull();
    expect(matchUnit('', units)).toBeNull();
  });

  it('suggests the one unit whose name ends so, never one of several', () => {
    expect(suggestUnit('社区教育中心', units)).toBe('某街道社区教育中心');
    expect(suggestUnit('中心校', units)).toBeNull();
    expect(suggestUnit('妇联', units)).toBeNull();
    expect(suggestUnit('教育中心', units)).toBeNull();
  });
});
