/** The words that head files of cases: heads and money, or a base and what was spent on training. */
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { unitOfHeading } from './units.ts';

export type CaseField =
  | 'number'
  | 'unit'
  | 'order'
  | 'kind'
  | 'residentOrBase'
  | 'resident'
  | 'otherPeople'
  | 'rate'
  | 'counted'
  | 'amount'
  | 'returned'
  | 'share'
  | 'base'
  | 'wages'
  | 'schoolBudget'
  | 'spent'
  | 'remark';

const NAMES: Readonly<Record<CaseField, RegExp>> = {
  number: /^(?:编号|案例(?:编号|号)?|用例(?:编号|号)?|事例|例|CASE(?:ID|NO\.?)?|ID)$/iu,
  unit: /^(?:单位(?:名称)?|名称|企业(?:名称)?|学校(?:名称)?|街道(?:名称)?|地区|乡镇(?:街道)?|街镇|镇街|NAME|UNIT)$/iu,
  order: /^(?:序号|序|NO\.?|№)$/iu,
  kind: /^(?:类型|类别|(?:单位|对象|判定|事项)(?:类型|类别|性质)|性质|对象|TYPE|KIND)$/iu,
  // One column for the base of every kind of line: 常住人口/基数, 基数(常住人口、工资总额或公用经费).
  residentOrBase: /^常住人口数?(?:或|\/|、).*(?:基数|工资|公用经费)|^基数\(.*常住/u,
  resident: /常住(?!.*户籍)|^RESIDENTS?(?:POPULATION)?$/iu,
  // Heads of a work force or of pupils are no population.
  otherPeople: /^(?!.*(?:职工|员工|教职|教师|学生|在校|参训|参加|培训)).*(?:人口|人数|户籍)|^POPULATION$/iu,
  rate: /^(?:(?:人均)?(?:经费)?(?:最低)?标准|每人标准|RATE)$/iu,
  share:
    /^(?:(?:规定|标准|最低|应提|计提|提取|要求|适用|经费|培训)*(?:比例|比率)(?:标准|下限|要求)?|SHARE|RATIO)(?:\([%‰]\))?$/iu,
  // Money of whatever the line judges; before those that would take its bare word.
  amount: /^(?:实际)?金额$|^(?:经费|拨款|到账)(?:或|\/)(?:培训)?支出(?:金额)?$|^AMOUNT$/iu,
  counted:
    /^(?=.)(?:计入(?:的)?(?:经费|金额)(?:金额)?|(?:街道|乡镇|镇级?|本级|本年度?|当年|全年|年度|社区教育|财政|专项)*(?:实际)?(?:到账|到位|已拨|实拨|拨付|拨入|拨款|投入|提供|安排|落实)?(?:经费|金额|资金)(?:投入|拨款|到账|拨付|到位)?(?:金额|总额|数)?|(?:街道|财政|本级|实际|年度|当年|本年|全年)*(?:拨款|拨付|拨入|到账|到位|已拨|实拨|投入)(?:金额|总额|数)?|COUNTED|FUNDING|PAID(?:IN)?)$/iu,
  returned: /^(?:拨款|经费|财政|年内|当年)?(?:被)?(?:收回|缴回|上缴|追减|拨款退回)(?:拨款|经费|金额|资金|数)*$/u,
  base: /^(?:(?:计算|经费)?基数|工资总额\/公用经费|公用经费\/工资总额|基数金额|BASE)$/iu,
  wages: /^(?:(?:年度?|全年)?(?:职工)?(?:年度?)?工资(?:总额|薪金总额)?|PAYROLL|WAGES)$/iu,
  schoolBudget: /^(?:(?:年度?|日常|年度日常)?公用经费(?:年度)?(?:预算)?(?:总额|数)?)$/u,
  spent:
    /^(?:(?:实际|年度)?(?:职工|教师|教职工)?(?:教育)?培训(?:费用?|经费)?(?:实际)?(?:支出|金额)?(?:金额)?|职工教育经费(?:支出)?|实际支出|支出(?:金额)?|SPENT|TRAININGSPENT)$/iu,
  remark: /^(?:备注|说明|备考|REMARKS?|NOTES?)$/iu,
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
  const bare = (unitOfHeading(text) === null ? text : text.replace(/[(（[【/:,、_][^(（[【/:,、_]*$/u, '')).replace(
    /[(（[](?:单位:)?(?:万?人|元\/人[^)]*)[)）\]]$/u,
    '',
  );
  for (const [field, pattern] of Object.entries(NAMES) as [CaseField, RegExp][])
    if (pattern.test(bare) || pattern.test(bare.replace(/\([^()]*\)$/u, '')))
      return { field, inTenThousands: /万人/u.test(text) };
  return null;
}

/** Money that never counts for the floor (domain C3), so a column of it is told and left. */
export function isNotCounted(printed: string): boolean {
  return /上级|[区市省县]级|[区市省县]财政|[区市省县]补|捐赠|赞助|捐款|收费|学费|结转|结余|实物|折价|预算|批复|跨年|次年|下年/u.test(
    withoutSpace(canonical(printed)),
  );
}

/** Whether a heading speaks of money that may belong to a figure; what is due, missing or expected is a result. */
export function isMoneyHeading(printed: string): boolean {
  const text = withoutSpace(canonical(printed));
  return /额|款|费|资金|收回|退回|元/u.test(text) && !/应|差|缺口|不足|超出|预期|人均|结论/u.test(text);
}

/** Whether a row of headings heads cases. */
export function headsCases(printed: readonly string[]): boolean {
  const fields = new Set(printed.map((text) => (text.trim() === '' ? null : (caseHeading(text)?.field ?? null))));
  const has = (...names: CaseField[]): boolean => names.some((name) => fields.has(name));
  return (
    (has('resident', 'residentOrBase', 'otherPeople') && has('counted', 'amount')) ||
    (has('base', 'residentOrBase', 'wages', 'schoolBudget') && has('spent', 'amount'))
  );
}
