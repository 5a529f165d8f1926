/**
 * The words that head a table of population. Invariant: 人口数 and 总人口 are neither 常住 nor 户籍; they are known as such, and never
 * taken for one of the two.
 */
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { populationDay } from './population-days.ts';

export type PopulationField =
  | 'place'
  | 'resident'
  | 'registered'
  | 'neither'
  | 'date'
  | 'source'
  | 'group'
  | 'number'
  | 'remark'
  | 'other';

export interface PopulationHeading {
  field: PopulationField;
  /** The column counts in 万人. */
  inTenThousands: boolean;
  /** Day that the heading itself prints: 常住人口(2020年11月1日). */
  date: string | null;
  /** Year that it prints, with or without a day. */
  year: number | null;
}

const PLACE =
  /^(?:(?:行政)?[村居](?:[(]居[)]|居|\/居|[(]社区[)]|\/社区|社区)?(?:名称|名|委会)?|社区(?:[(]村[)]|名称|村居)?|地区|地域|区域|辖区|单位(?:名称)?|名称|(?:乡镇(?:街道|[(]街道[)])?|街道(?:[(]乡镇[)])?|镇街|镇[(]街道[)])(?:名称)?|统计单位|行政区划?|[村居]民?委会(?:名称)?|区划名称)$/u;
const DATE = /^(?:统计)?(?:时点|日期|时间|截止日期|截止时间|截至日期|数据时点|标准时点|统计年度|基准日)$/u;
const SOURCE = /^(?:(?:数据|资料|数字)?来源|出处|依据|(?:出具|发布|提供|填报)单位|数据依据)$/u;
const NEITHER = /^(?:总人口(?:数)?|人口(?:总)?数|人口|人口总量|总人数|人数|全[村镇]人口)$/u;

/** What a heading means, or null; the lower of two lines counts with the upper one. */
export function populationHeading(printed: string): PopulationHeading | null {
  if (printed.length > 40) return null;
  const text = withoutSpace(canonical(printed)).replace(/^[*#]+|[*:]+$/gu, '');
  const inTenThousands = /万人/u.test(text);
  const bare = text.replace(/[(（[](?:单位:)?(?:万?人|户)[)）\]]|[/,:](?:万?人|户)$/gu, '');
  const year = /(?<!\d)(\d{4})年/u.exec(text)?.[1];
  const of = (field: PopulationField, date: string | null = null): PopulationHeading => ({
    field,
    inTenThousands,
    date,
    year: year === undefined ? null : Number(year),
  });
  const parts = [bare, bare.slice(bare.lastIndexOf('/') + 1)];
  if (parts.some((part) => PLACE.test(part))) return of('place');
  if (parts.some((part) => DATE.test(part))) return of('date');
  if (parts.some((part) => SOURCE.test(part))) return of('source');
  if (/^(?:序号|编号|序|NO\.?)$/iu.test(bare)) return of('number');
  if (/^(?:所属)?片区(?:名称)?$/u.test(bare)) return of('group');
  if (/^(?:备注|说明|备考)$/u.test(bare)) return of('remark');
  // 户数, 流动人口, parts of the people and shares are no population of a place.
  if (
    /户数|户$|流动|外来|暂住|流[入出]|外出|比重|占比|%|增[长减]|男|女|岁|老年|儿童|学龄|面积|密度|家庭户|增|减|变动|民族|妇女|育龄|残疾|劳动力|就业|从业|党员|农业|非农|城镇|乡村|城市|农村|学生|青少年/u.test(
      bare,
    )
  )
    return of('other');
  const resident = /常住/u.test(bare);
  const registered = /户籍|在籍/u.test(bare);
  if (resident && registered) return of('other');
  const day = populationDay(bare).date;
  if (resident && /人口|人数|常住(?:数)?$|常住\)/u.test(bare)) return of('resident', day);
  if (registered && /人口|人数|户籍(?:数)?$|户籍\)/u.test(bare)) return of('registered', day);
  return NEITHER.test(bare) || NEITHER.test(bare.replace(/^\d{4}年|\([^()]*\)$/gu, '')) ? of('neither') : null;
}

/** Whether a row of headings heads a table of population: places, and a number of people. */
export function headsPopulation(printed: readonly string[]): boolean {
  const fields = printed.filter((text) => text.trim() !== '').map((text) => populationHeading(text)?.field ?? null);
  const known = fields.filter((field) => field !== null).length;
  const people = fields.some((field) => field === 'resident' || field === 'registered' || field === 'neither');
  return people && fields.includes('place') && known * 2 > fields.length;
}
