/** Errors of the ledger, rules and verdicts. */
export const fundingErrors = {
  'budgets/year_closed': '{{year}} 年的经费账已锁定，不能改动。确需改动的，请先由负责人写明理由重新打开该年度。',
  'budgets/year_closed_already': '{{year}} 年的经费账已经锁定，请不要重复锁定。',
  'budgets/year_open': '{{year}} 年的经费账没有锁定，请直接登记或更正。',
  'budgets/rule_closed':
    '这条规则用于已锁定的 {{year}} 年，改动会影响该年的核查结论。请另立一条从以后年度起生效的规则，或先写明理由重新打开 {{year}} 年。',
  'budgets/basis_in_use': '“{{place}}”的这个人口数是 {{year}} 年的核查依据，不能撤下。请先为 {{year}} 年另定人口依据。',
  'budgets/basis_registered': '“{{place}}”的这个数是户籍人口。人均经费只认常住人口，请选常住人口数。',
  'budgets/basis_later': '人口时点 {{date}} 晚于 {{year}} 年，不能作该年的依据，请另选。',
  'budgets/basis_reason': '{{year}} 年的人口依据已经确定，更换时请写明理由。',
  'budgets/rule_band': '比例区间的上限不能低于下限，请改正。',
  'budgets/rule_years': '规则的终止年度 {{toYear}} 早于起始年度 {{fromYear}}，请改正。',
  'budgets/line_future': '第 {{line}} 行的日期 {{date}} 晚于今天，请改正后再导入。',
  'budgets/date_future': '日期 {{date}} 晚于今天，请改正。',
  'budgets/return_sign': '{{date}} 的收回或退回请填正数，类型已表示减少。',
  'budgets/reversed': '第 {{number}} 号已经冲销，请不要重复冲销。',
  'budgets/is_reversal': '第 {{number}} 号是冲销记录，不能再冲销。要恢复原记录的，请重新登记一笔。',
  'budgets/base_twice': '“{{unit}}”{{year}} 年已经登记过，请在原记录上更正。',
  'budgets/too_large': '合计金额超出可精确计算的范围，请核对有没有多写的零。',
  'budgets/span': '请选择 {{most}} 年以内、先后顺序正确的年度（现为 {{from}}—{{to}}）。',
} as const;
