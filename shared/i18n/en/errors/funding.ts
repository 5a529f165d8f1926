/** Errors of the ledger, rules and verdicts. */
export const fundingErrors = {
  'budgets/year_closed': 'The book of {{year}} is locked. Please have the year opened again with a reason first.',
  'budgets/year_closed_already': 'The book of {{year}} is locked already.',
  'budgets/year_open': 'The book of {{year}} is not locked.',
  'budgets/rule_closed':
    'The rule holds in the locked year {{year}}; a change would change its verdict. Please add a rule for later years, or open {{year}} again.',
  'budgets/basis_in_use': 'This figure of “{{place}}” is the basis of {{year}}. Please fix another basis first.',
  'budgets/basis_registered':
    'This figure of “{{place}}” is the registered population. Please choose a figure of residents.',
  'budgets/basis_later': 'The day {{date}} is later than {{year}} and cannot be its basis. Please choose another.',
  'budgets/basis_reason': 'The basis of {{year}} is fixed. Please give the reason of the change.',
  'budgets/rule_band': 'The upper bound must not be below the lower one. Please correct it.',
  'budgets/rule_years': 'The last year {{toYear}} is before the first year {{fromYear}}. Please correct it.',
  'budgets/line_future': 'Line {{line}} is dated {{date}}, later than today. Please correct it and import again.',
  'budgets/date_future': 'The date {{date}} is later than today. Please correct it.',
  'budgets/return_sign': 'Please write the return of {{date}} without a minus; its kind says that it lowers.',
  'budgets/reversed': 'Entry {{number}} is reversed already.',
  'budgets/is_reversal': 'Entry {{number}} is a reversal and cannot be reversed. Please enter the right one anew.',
  'budgets/base_twice': '“{{unit}}” is recorded for {{year}} already. Please correct that record.',
  'budgets/too_large': 'The sum is beyond what can be computed exactly. Please check for zeros too many.',
  'budgets/span': 'Please choose at most {{most}} years in order (now {{from}}–{{to}}).',
} as const;
