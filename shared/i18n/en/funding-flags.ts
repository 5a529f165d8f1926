/** What a person should look at in a verdict; one key a line. `error` and `warning` touch the figure, a hint never does. */
export const fundingFlags = {
  amount_missing: 'No amount is given: no verdict. Please add it.',
  amount_unreadable: '“{{text}}” under “{{column}}” is no clear amount: no verdict. Please correct it.',
  amount_doubtful:
    '“{{text}}” under “{{column}}” is written unusually (a unit of its own, or another number kept). Please check.',
  population_missing: 'No number of residents: no basis, no verdict. Please add it.',
  population_zero: 'The number of residents is 0: no basis, no verdict. Please check.',
  population_negative: 'The number of residents “{{text}}” is negative: no verdict. Please correct it.',
  population_fraction: 'The number of residents “{{text}}” is no whole number: no verdict. Please correct it.',
  population_approximate:
    'The number of residents “{{text}}” is not exact: no basis, no verdict. Please enter the exact number.',
  population_unreadable: 'The number of residents “{{text}}” cannot be read: no verdict. Please correct it.',
  population_too_large: 'The number of residents “{{text}}” is too large: no verdict. Please correct it.',
  population_several:
    'Several numbers of residents “{{text}}” and nothing says which is the basis: no verdict. Please keep one.',
  population_coarse:
    'The number of residents “{{text}}” in 万人 was read as {{value}}; it may have been rounded. Please check.',
  population_not_resident: '“{{column}}” is not the number of residents: no basis, no verdict. Please enter residents.',
  rate_unreadable: 'The rate “{{text}}” cannot be read: no verdict. Please correct it.',
  share_unreadable: 'The share “{{text}}” cannot be read: no verdict. Please correct it.',
  share_doubtful: 'The share “{{text}}” bears no per cent sign. Please check.',
  share_own: 'Judged by the share “{{text}}” that the line itself states, which is not the usual one. Please check.',
  kind_unknown: 'The kind “{{text}}” is neither enterprise nor school: no verdict. Please correct it.',
  base_missing: 'No base (wages or school budget) is given: no verdict. Please add it.',
  base_unreadable: 'The base “{{text}}” ({{column}}) is no clear amount: no verdict. Please correct it.',
  base_zero: 'The base is 0: no verdict. Please check.',
  base_negative: 'The base is negative: no verdict. Please correct it.',
  negative: 'The amount is negative; the data may be wrong. Please check.',
  decimal_slip: 'The amount is {{factor}} times the standard; a decimal point or unit may have slipped. Please check.',
  above_band: 'Above {{share}} of wages: allowed, only noted.',
  above_tax_limit: 'Above {{share}} of wages: the rest is carried forward for tax, only noted.',
  cells_shifted: 'This line has not as many cells as headings; cells may have moved. Please compare with the original.',
} as const;
