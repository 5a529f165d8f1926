/** The words that head files of cases: heads and money, or a base and what was spent on training. */
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { unitOfHeading } from './units.ts';

export type CaseField =
  | 'number'
  | 'unit'
  | 'order'
  | 'kind'
  | 'resident'
  | 'otherPeople'
  | 'rate'
  | 'counted'
  | 'base'
  | 'wages'
  | 'schoolBudget'
  | 'spent'
  | 'remark';

const NAMES: Readonly<Record<CaseField, RegExp>> = {
  number: /^(?:编号|案例(?:编号)?|用例(?:编号)?|事例|例|CASE|ID)$/iu,
  unit: /^(?:单位(?:名称)?|名称|企业(?:名称)?|学校(?:名称)?|街道(?:名称)?|地区|乡镇(?:街道)?)$/u,
  order: /^(?:序号|序|NO\.?|№)$/iu,
  kind: /^(?:类型|类别|单位(?:类型|类别|性质)|性质)$/u,
  resident: /常住(?!.*户籍)/u,
  otherPeople: /人口|人数|户籍/u,
  rate: /^(?:(?:人均)?(?:经费)?标准|人均标准|每人标准)$/u,
  counted:
    /^(?:计入(?:的)?(?:经费|金额)(?:金额)?|(?:社区教育|年度)?经费(?:金额|总额)?|(?:实际)?(?:到账|到位|已拨|实拨|拨付)(?:经费|金额|资金)?|拨款(?:金额)?)$/u,
  base: /^(?:(?:计算|经费)?基数|工资总额\/公用经费|公用经费\/工资总额|基数金额)$/u,
  wages: /^(?:(?:年度?|全年)?(?:职工)?(?:年度?)?工资(?:总额|薪金总额)?)$/u,
  schoolBudget: /^(?:(?:年度?|日常|年度日常)?公用经费(?:年度)?(?:预算)?(?:总额|数)?)$/u,
  spent:
    /^(?:(?:实际|年度)?(?:职工|教师|教职工)?(?:教育)?培训(?:费用?|经费)?(?:实际)?(?:支出|金额)?(?:金额)?|职工教育经费(?:支出)?|实际支出|支出(?:金额)?)$/u,
  remark: /^(?:备注|说明|备考)$/u,
};

export interface CaseHeading {
  field: CaseField;
  /** The column counts in 万人. */
  inTenThousands: boolean;
}

/** What a heading means, or null. Residents must be called 常住; every other number of people is no basis. */
export function caseHeading(printed: string): CaseHeading | null {
  if (printed.length > 40) return null;
  const text = withoutSpace(canonical(printed)).replace(/^[*#]+|[*:]+$/gu, '');
  const bare = (unitOfHeading(text) === null ? text : text.replace(/[(（[【/:,、][^(（[【/:,、]*$/u, '')).replace(
    /[(（[](?:单位:)?(?:万?人|元\/人[^)]*)[)）\]]$/u,
    '',
  );
  for (const [field, pattern] of Object.entries(NAMES) as [CaseField, RegExp][])
    if (pattern.test(bare) || pattern.test(bare.replace(/\([^()]*\)$/u, '')))
      return { field, inTenThousands: /万人/u.test(text) };
  return null;
}

/** Whether a row of headings heads cases. */
export function headsCases(printed: readonly string[]): boolean {
  const fields = new Set(printed.map((text) => (text.trim() === '' ? null : (caseHeading(text)?.field ?? null))));
  const has = (...names: CaseField[]): boolean => names.some((name) => fields.has(name));
  return (has('resident', 'otherPeople') && has('counted')) || (has('base', 'wages', 'schoolBudget') && has('spent'));
}
