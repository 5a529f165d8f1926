/** Doubtful places in ledgers, tables of population, census bulletins and files of cases. Money is named as printed. */
export const ledgerWarnings = {
  'ledger/reason_no_header':
    'no headings of a ledger (date, kind, source, amount …) or of a table of population (village, residents …) were found, and it is no census bulletin',
  'ledger/reason_no_lines': 'headings were found, but there is no line below them',
  'ledger/reason_no_cases':
    'no headings such as number, residents, counted money or unit, kind, base, training were found',
  'ledger/row_unplaced':
    'Line {{line}}: the cells of “{{text}}” stand under no heading and were left out. Please enter them from the original.',
  'ledger/table_left_out':
    'From line {{line}}: “{{text}}” is another table whose headings are unknown; it was left out. Please check.',
  'ledger/text_below':
    'Line {{line}}: “{{text}}” stands below the table and was left out. Please check whether it has to be entered.',
  'ledger/unit_twice':
    'Line {{line}}: two units of money are printed above the table; no amount was read. Please correct the unit.',
  'ledger/unit_absent': 'Line {{line}}: no unit of money is printed; read as yuan.',
  'ledger/unit_unknown':
    'Line {{line}}: the unit of column “{{column}}” is neither 元 nor 万元; no amount was read. Please convert it to yuan.',
  'ledger/side_open':
    'Line {{line}}: column “{{column}}” means income in some books and spending in others; it was not read. Please say what it is.',
  'ledger/column_unnamed': 'Line {{line}}: column {{column}} has no heading; its content was left out. Please check.',
  'ledger/column_twice':
    'Line {{line}}: column “{{column}}” means the same as another one and was left out. Please check which one holds.',
  'ledger/money_left_out':
    'Line {{line}}: column “{{column}}” holds money but has no meaning here; it was left out. Please check.',
  'ledger/kind_side':
    'Line {{line}}: the kind “{{text}}” contradicts the column of its amount; no entry was made. Please correct it.',
  'ledger/kind_empty': 'Line {{line}}: no kind is printed; no entry was made. Please choose one.',
  'ledger/kind_unknown': 'Line {{line}}: the kind “{{text}}” is not clear; no entry was made. Please choose one.',
  'ledger/as_payment': 'Line {{line}}: no kind is printed; by its words it was read as a payment. Please check.',
  'ledger/as_donation': 'Line {{line}}: no kind is printed; by its words it was read as a donation. Please check.',
  'ledger/as_fee': 'Line {{line}}: no kind is printed; by its words it was read as a fee. Please check.',
  'ledger/as_expense': 'Line {{line}}: no kind is printed; by its words it was read as an expense. Please check.',
  'ledger/as_spending':
    'Line {{line}}: “{{text}}” names a use and the amount stands under expense: read as an expense. Please check.',
  'ledger/as_table_payment': 'Line {{line}} names no kind: read as a payment by the title or headings. Please check.',
  'ledger/as_table_donation': 'Line {{line}} names no kind: read as a donation by the title or headings. Please check.',
  'ledger/as_table_fee': 'Line {{line}} names no kind: read as a fee by the title or headings. Please check.',
  'ledger/as_table_expense': 'Line {{line}} names no kind: read as an expense by the title or headings. Please check.',
  'ledger/wide':
    'The table from line {{line}} holds budget, payment and spending in one line: each was read as an entry of its own; balances and rates were only compared.',
  'ledger/wide_year': 'Line {{line}}: no column of budget years; by the title it was read as {{year}}. Please check.',
  'ledger/wide_one_day':
    'Line {{line}} prints one day for several amounts: all were read as of {{date}}. Please check.',
  'ledger/wide_differs':
    'Line {{line}}: “{{column}}” says {{stated}}, by the other columns it is {{sum}}. Please check.',
  'ledger/part_left_out':
    'Line {{line}}: “{{text}}” is part of another line (其中) and was not read twice. Please check.',
  'ledger/date_empty': 'Line {{line}}: no date; no entry was made. Please add it.',
  'ledger/date_unreadable': 'Line {{line}}: the date “{{text}}” cannot be read; no entry was made. Please correct it.',
  'ledger/date_no_such_day': 'Line {{line}}: there is no day “{{text}}”; no entry was made. Please correct it.',
  'ledger/date_month_only': 'Line {{line}}: the date “{{text}}” has no day; no entry was made. Please add it.',
  'ledger/date_no_year':
    'Line {{line}}: the date “{{text}}” has no year, and none is printed elsewhere; no entry was made. Please add it.',
  'ledger/date_year_of_paper':
    'Line {{line}}: the date “{{text}}” has no year; with that of the line or the title it was read as {{date}}. Please check.',
  'ledger/date_two_digits': 'Line {{line}}: the year of “{{text}}” has two digits; read as {{date}}. Please check.',
  'ledger/date_serial':
    'Line {{line}}: “{{text}}” is a serial number of a spreadsheet; read as {{date}}. Please check.',
  'ledger/date_kept':
    'Line {{line}}: the sheet shows “{{text}}” and keeps {{date}}, which was read. Please check the year.',
  'ledger/date_far':
    'Line {{line}}: the date {{date}} lies more than a year from the budget year {{year}}. Please check.',
  'ledger/day_repeated':
    'Line {{line}}: month or day is empty and was taken from the line above: {{text}}. Please check.',
  'ledger/budget_year_empty': 'Line {{line}}: the budget year is empty and was not filled in. Please check.',
  'ledger/budget_year_unreadable':
    'Line {{line}}: the budget year “{{text}}” cannot be read and stays empty. Please correct it.',
  'ledger/budget_year_column':
    'Line {{line}}: the table has no column of budget years; they stay empty. Please add them where needed.',
  'ledger/text_too_long':
    'Line {{line}}: “{{text}}…” has more than {{length}} characters; no entry was made. Please shorten it.',
  'ledger/source_empty':
    'Line {{line}}: no source is printed; it does not count as money of the subdistrict. Please add it.',
  'ledger/source_unclear':
    'Line {{line}}: the source “{{text}}” does not say who gives; it does not count as money of the subdistrict. Please check.',
  'ledger/sign_dropped':
    'Line {{line}}: the amount {{amount}} of a return is kept without its sign; it lowers the sum.',
  'ledger/amount_red':
    'Line {{line}}: the amount {{amount}} is negative (red). Please check whether it takes something back.',
  'ledger/amount_empty': 'Line {{line}}: no amount; no entry was made. Please add it.',
  'ledger/amount_zero':
    'Line {{line}}: the amount “{{text}}” under “{{column}}” is zero; no entry was made. Please correct or skip it.',
  'ledger/amount_form':
    'Line {{line}}: “{{text}}” under “{{column}}” is no clear amount; no entry was made. Please correct it.',
  'ledger/amount_fraction':
    'Line {{line}}: “{{text}}” under “{{column}}” is finer than a fen; amounts are not rounded, no entry was made. Please correct it.',
  'ledger/amount_tooLarge':
    'Line {{line}}: the amount “{{text}}” is too large; no entry was made. Please check unit and decimal point.',
  'ledger/amount_words':
    'Line {{line}}: the words of “{{text}}” under “{{column}}” are out of order or contradict the figures; no entry was made. Please correct it.',
  'ledger/amount_sign':
    'Line {{line}}: “{{text}}” under “{{column}}” bears two signs; no entry was made. Please correct it.',
  'ledger/amount_hidden':
    'Line {{line}}: “{{text}}” under “{{column}}” differs from the number the cell keeps; no entry was made. Please use a plain number format.',
  'ledger/amount_kept':
    'Line {{line}}: “{{text}}” is shown under “{{column}}” and {{kept}} is kept, which was read. Please check.',
  'ledger/amount_own_unit':
    'Line {{line}}: “{{text}}” under “{{column}}” bears a unit of its own, which was used. Please check.',
  'ledger/amount_large':
    'Line {{line}}: “{{text}}” under “{{column}}” in 万元 makes {{amount}} yuan. Please check the unit.',
  'ledger/amount_covers':
    'Line {{line}}: the cell of the amount “{{text}}” is merged with the line below. Please check whether it is of this line alone.',
  'ledger/amount_merged':
    'Line {{line}}: the amount is merged with the line above; no entry was made. Please enter the amounts one by one.',
  'ledger/amount_twice':
    'Line {{line}}: the amounts “{{first}}” and “{{second}}” contradict each other; no entry was made. Please check.',
  'ledger/total_unreadable':
    'Line {{line}}: the amount “{{text}}” of “{{label}}” cannot be read and was not compared. Please check.',
  'ledger/total_unclear':
    'Line {{line}}: which lines “{{label}}” {{stated}} covers is not clear, or one of them could not be read; it was not compared. Please check.',
  'ledger/total_differs':
    'Line {{line}}: “{{label}}” says {{stated}}, the lines add up to {{sum}}. Please check for a missing line or a slip.',
  'ledger/total_empty': 'Line {{line}}: “{{text}}” has no sum and was skipped.',
  'ledger/page_carried': 'Line {{line}}: “{{text}}” carries a page over and is no entry.',
  'ledger/opening_skipped':
    'Line {{line}}: “{{text}}” is a balance or carry-over whose kind does not say so; it is no entry. Please check.',
  'ledger/line_left_out':
    'Line {{line}}: “{{text}}” stands under no heading and was left out. Please compare with the original.',
  'ledger/subheading': 'Line {{line}}: “{{text}}” is a heading inside the table and no entry.',
  'ledger/ditto_empty': 'Line {{line}}: “{{text}}” repeats a cell above that is empty. Please add it.',
  'ledger/ditto_repeated': 'Line {{line}}: a ditto was read as “{{text}}” of the line above. Please check.',
  'ledger/cells_loose':
    'Line {{line}}: this line has fewer cells than others or was placed by position; cells may have moved. Please compare with the original.',
  'ledger/cells_beyond':
    'Line {{line}}: more cells than headings; “{{text}}” belongs to none, no entry was made. Please check whether cells have moved.',
  'ledger/cells_more':
    'Line {{line}}: more cells than headings; a comma inside an amount may have cut it in two. No entry was made. Please compare with the original.',
  'ledger/amount_cut':
    'Line {{line}}: “{{text}}” under “{{column}}” and the cell to its right look like one amount that a comma has cut. No entry was made. Please correct it.',
  'ledger/balance_unreadable':
    'Line {{line}}: the balance “{{text}}” cannot be read and was not compared. Please check.',
  'ledger/balance_differs':
    'Line {{line}}: the balance says {{stated}}, from the line above it would be {{sum}}. Please check.',
  'ledger/twice':
    'Line {{line}}: voucher, date, kind and amount ({{amount}}) are those of line {{first}}. Please check for a double entry.',

  'population/neither':
    'Line {{line}}: “{{column}}” does not say whether residents or registered persons are meant; it is no basis and was not read. Please ask the statistics office.',
  'population/no_resident':
    'Line {{line}}: the table has no column of residents; registered persons are no basis of the money per head.',
  'population/total_kept': 'Line {{line}}: “{{place}}” is a total; it is kept beside the lines and not added to them.',
  'population/coarse':
    'Line {{line}} ({{place}}): “{{text}}” in 万人 was read as {{value}}; it may have been rounded. Please use the exact number.',
  'population/zero': 'Line {{line}} ({{place}}): “{{column}}” is 0. Please check.',
  'population/value_empty':
    'Line {{line}} ({{place}}): “{{column}}” was not reported and not filled in. Please add it.',
  'population/value_unreadable':
    'Line {{line}} ({{place}}): “{{text}}” under “{{column}}” cannot be read. Please correct it.',
  'population/value_approximate':
    'Line {{line}} ({{place}}): “{{text}}” under “{{column}}” is not exact and was not read. Please enter the exact number.',
  'population/value_fraction':
    'Line {{line}} ({{place}}): “{{text}}” under “{{column}}” is no whole number of persons and was not read. Please correct it.',
  'population/value_negative':
    'Line {{line}} ({{place}}): “{{text}}” under “{{column}}” is negative and was not read. Please correct it.',
  'population/value_too_large':
    'Line {{line}} ({{place}}): “{{text}}” under “{{column}}” is too large and was not read. Please correct it.',
  'population/date_unreadable':
    'Line {{line}} ({{place}}): the date “{{text}}” names no day and stays empty. Please add it.',
  'population/date_absent': 'Line {{line}} ({{place}}): no date is printed; it stays empty. Please add it.',
  'population/year_end': 'Line {{line}}: the end of the year was read as {{date}}. Please check.',
  'population/mixed_dates':
    'Line {{line}}: “{{place}}” is dated {{date}}, the rest {{most}}: mixed dates. Please check.',
  'population/implied':
    'Line {{line}}: “{{place}}” is missing; {{total}} − sum = {{value}} is only implied, not evidence.',
  'population/resident_differs':
    'Line {{line}}: the total of residents says {{stated}}, the lines add up to {{sum}}. Please check.',
  'population/registered_differs':
    'Line {{line}}: the total of registered persons says {{stated}}, the lines add up to {{sum}}. Please check.',
  'population/total_too_small': 'Line {{line}}: the total is smaller than the sum of the lines. Please check.',
  'population/part_differs': 'Line {{line}}: “{{place}}” says {{stated}}, its lines add up to {{sum}}. Please check.',
  'population/sexes_differ':
    'Line {{line}} ({{place}}): men and women add up to {{sum}}, beside them stands {{stated}}. Please check.',
  'population/several_tables':
    'From line {{line}} there is another table of population; the checks are those of the first. Please check each.',
  'population/like_total':
    'Line {{line}}: “{{place}}” is as large as all other lines together; it may be a total. Please check.',

  'bulletin/rounded':
    'Line {{line}}: “{{text}}” comes to {{value}} people, rounded to {{unit}}: not exact and not recorded by itself. Please ask the statistics office for the exact figure.',
  'bulletin/note_own': 'the bulletin gives the residents of this subdistrict or town itself',
  'bulletin/certificate':
    'Line {{line}}: the residents were read from the words of a certificate. Please check place, number and day.',
  'bulletin/note_certificate': 'a certificate; it holds no other number that this one could be compared with',
  'bulletin/note_classes':
    'the bulletin gives township figures only as size classes: no exact basis for a subdistrict, so a subdistrict needs its own sheet from the statistics office',
  'bulletin/note_parts':
    'the table of parts was compared and not recorded; the figure of a subdistrict is the one the statistics office certifies',
  'bulletin/note_whole':
    'the bulletin gives the whole only: no basis for a subdistrict, so a subdistrict needs its own sheet from the statistics office',
  'bulletin/no_time': 'Line {{line}}: no reference time of the census is printed; the date stays empty. Please add it.',
  'bulletin/no_place':
    'Line {{line}}: the title does not say which place the bulletin is of; the figure was not listed. Please record it by hand.',
  'bulletin/check_failed':
    'From line {{line}}: figures of the bulletin do not agree: {{equation}}. Please compare with the original.',
  'bulletin/class_names': 'From line {{line}}: a class says {{stated}} and names {{names}}. Please check.',
  'bulletin/no_town':
    'Line {{line}}: the bulletin has no exact figure of any town; none follows from classes of size. Please ask the statistics office.',
  'cases/not_counted': 'Line {{line}}: money in the column “{{column}}” does not count by the rule and was left out.',
  'cases/total_skipped': 'Line {{line}}: “{{text}}” is a total and was not judged.',
  'ledger/no_total': 'The table from line {{line}} prints no sum to compare its amounts with.',
  'ledger/after_total': '{{count}} lines stand behind the last sum in line {{line}}; no sum covers them.',
  'population/no_total': 'The table from line {{line}} prints no total to compare its figures with.',
} as const;
