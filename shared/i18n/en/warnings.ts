import { catalogueWarnings } from './catalogue-warnings.ts';
import { formatNotes } from './errors/formats.ts';
import { ledgerWarnings } from './ledger-warnings.ts';
import { rosterWarnings } from './roster-warnings.ts';

/** Doubtful places that the reader of plans reports; each names its line, what it is, and what to do. */
export const warnings = {
  ...formatNotes,
  ...catalogueWarnings,
  ...rosterWarnings,
  ...ledgerWarnings,

  layout_table: 'table',
  layout_flattened: 'table flattened to one cell a line',
  layout_pipes: 'table with pipes between its cells',
  layout_aligned: 'table set with spaces or tabs',
  layout_outline: 'items below month headings',
  layout_prose: 'paragraphs that name their time',

  reason_empty: 'it is empty',
  reason_binary: 'it is no text, or its encoding is damaged',
  reason_no_months: 'no month or time was found',
  reason_no_structure: 'months were found, but not which words are the single activities',

  header_damaged:
    'Line {{line}}: the heading “{{printed}}” lost characters and was read as “{{column}}”. Please check this column.',
  header_unknown:
    'Line {{line}}: the heading “{{printed}}” is no usual one; its column is read as the work. Please check.',
  header_missing:
    'Line {{line}}: no heading was found; the columns were told by their content. Please check every row.',
  header_repeated: 'Line {{line}}: the headings came again and were left out.',
  column_left_out:
    'Line {{line}}: there is no place for the column “{{column}}”; it was not read. Please add it to the remarks if needed.',
  details_left_out:
    'Line {{line}}: the details of the column “{{column}}” were only counted, not read. Please add them to the remarks if needed.',
  days_without_year:
    'From line {{line}} on: days are printed but the year is unknown, so the dates were not read. Please choose the year and add them.',
  tables_beside:
    'Line {{line}}: two groups of columns side by side; the left one was read first. Please check the order.',
  total_skipped: 'Line {{line}}: a total, left out.',
  foot_skipped: 'Line {{line}}: “{{text}}” is a note below the table, left out.',
  noise_skipped: 'Line {{line}}: “{{text}}” comes from the web page or the page number, left out.',

  month_rejected:
    'Line {{line}}: the month “{{text}}” is not from 1 to 12; the row was not read. Please correct and add it, or skip it.',
  month_unreadable: 'Line {{line}}: the time “{{text}}” is not understood; the month stays empty. Please fill it in.',
  month_noise: 'Line {{line}}: the month cell also holds “{{text}}”, left out.',
  month_theme: 'Line {{line}}: the month cell also holds “{{text}}”, which is not read as an activity.',
  month_absent: 'Line {{line}}: no month stands before it; the month stays empty. Please fill it in.',
  month_inherited: 'Line {{line}}: the month is empty; month {{month}} of the row above was taken. Please check.',
  month_backwards: 'Line {{line}}: the month goes back from {{from}} to {{to}}. Please check month and order.',
  month_inside: 'Line {{line}}: the month in “{{text}}” differs from the month it stands under. Please check.',
  months_missing:
    'From line {{line}} on, nothing stands under month {{months}}. Please check whether it was missed or the original has nothing.',
  months_uncovered: 'From line {{line}} on, month {{months}} is not covered. Nothing to do if the original is so.',
  school_year:
    'Line {{line}}: the months turn from {{from}} to {{to}}; from here on they are read as the next year. Please check.',
  school_year_evidence: 'year {{year}}, from “{{printed}}” in the title',
  loose_time: 'Line {{line}}: the time is worded loosely; the months are a suggestion. Please confirm.',
  date_unreadable: 'Line {{line}}: the date “{{text}}” is not understood and stays empty. Please fill it in.',
  deadline_read: 'Line {{line}}: “{{text}}” was read as a deadline, not as the month of the activity.',
  no_month:
    'Line {{line}}: no month is printed; it stays empty. Please fill it in, or confirm work for the whole year.',
  range_heading: 'Line {{line}}: two months joined by 、 are one span, not a number and a month.',
  not_a_range: 'Line {{line}}: the range of numbers is a quantity, not months.',
  festival_word: 'Line {{line}}: names and dates of festivals are read neither as months nor as activities.',
  full_width: 'Line {{line}}: full-width digits were read as usual digits.',
  chinese_year: 'The year “{{printed}}” was read as {{year}}.',

  alignment:
    'Line {{line}}: it is not certain which cell belongs to which column; one may be missing or too many. Please check this month’s rows.',
  activity_like_unit: 'Line {{line}}: the activity “{{text}}” looks like a unit. Please check.',
  unit_like_activity: 'Line {{line}}: the unit “{{text}}” looks like an activity. Please check.',
  unit_inherited: 'Line {{line}}: no unit is printed; “{{text}}” above was used. Please check.',
  unit_missing: 'Line {{line}}: no unit is printed; it stays empty. Please fill it in or confirm.',
  unit_without_heading:
    'Line {{line}}: “{{text}}” was read as a unit although no column for units exists. Please check.',
  units_none: 'Line {{line}}: “{{text}}” means no unit; it stays empty.',
  units_split: 'Line {{line}}: units were parted at 、 ； / and the like.',
  units_for_group: 'Line {{line}}: the units at the end apply to every activity of the paragraph.',
  units_for_items:
    'Line {{line}}: one cell holds several items and as many units; each item got all of them. Please check which unit does which.',
  no_unit_column: 'The original names no units; they all stay empty.',
  bracket_or_unit:
    'Line {{line}}: the bracket at the end of “{{text}}” may be a unit; it was kept in the activity. Please check.',
  unit_alias: 'Line {{line}}: “{{name}}” may be “{{unit}}” of the unit list. Please confirm the link.',
  unit_unknown: 'Line {{line}}: the unit “{{name}}” is not in the unit list. Please link it or add it.',

  activity_long: 'Line {{line}}: the activity is very long and may be several. Please check.',
  row_without_activity: 'Line {{line}}: “{{text}}” has no activity and was not read. Please compare with the original.',
  block_without_rows: 'Line {{line}}: nothing stands below “{{text}}”; the original may be cut off. Please check.',
  cut_off: 'Line {{line}}: “{{text}}” looks incomplete; the original may be cut off. Please complete it.',
  lines_joined: 'Line {{line}}: line breaks inside the cell were joined.',
  lines_split: 'Line {{line}}: each line of the cell is a sentence of its own; they became several rows. Please check.',
  items_split: 'Line {{line}}: the numbered items of the cell became several rows.',
  sentences_split: 'Line {{line}}: the paragraph holds several sentences; each became a row. Please check.',
  sentences_kept:
    'Line {{line}}: the paragraph holds several sentences and was kept as one row. Please check whether to split it.',
  line_appended: 'Line {{line}}: the next line has no number and was joined to this item. Please check.',
  number_gap:
    'Line {{line}}: the number is {{number}} where {{expected}} was expected. Please check whether a row is missing or out of order.',
  nested_items: 'Line {{line}}: {{count}} smaller items below belong to this row.',
  leftover_line: 'Line {{line}}: “{{text}}” was not read. Please check whether it is an activity.',
  theme_or_activity: 'Line {{line}}: “{{text}}” was read as the theme of the month, not as an activity. Please check.',
  list_sign_kept: 'Line {{line}}: the 、 inside the activity does not split it.',
  duplicate_row: 'Line {{line}}: “{{text}}” is the same as a row above. Please check.',
  vertical_text: 'Line {{line}}: the vertical text “{{text}}” is one merged cell.',
  section_heading: 'Line {{line}}: “{{text}}” is a section heading, not a month.',
  text_below: 'From line {{line}} on: “{{text}}” and what follows stand behind the schedule and were not read.',
  part_heading: 'Line {{line}}: “{{text}}” is the heading of a part, not an activity.',
  text_above: 'Line {{line}}: “{{text}}” belongs to the text above, not to the schedule.',

  weeks_overlap: 'Line {{line}}: the dates of week {{two}} overlap those of week {{one}}. Please check.',
  week_outside_month:
    'Line {{line}}: the dates of week {{week}} lie outside its month and were kept as printed. Please check.',

  doc_no_empty: 'Line {{line}}: the document number is empty.',
  index_damaged:
    'Line {{line}}: the index number “{{text}}” is damaged and was kept as printed. Please compare with the original.',
  signed_after_months: 'Line {{line}}: the date of signature {{date}} is later than month {{months}} of the plan.',
  published_late: 'Line {{line}}: signed {{signed}}, published {{published}}, {{days}} days later.',
  misprint: 'Line {{line}}: “{{printed}}” may be a misprint of “{{term}}”; it was kept.',
  no_plan_title:
    'Line {{line}}: the title “{{title}}” reads like a record or a report, not like a plan. Please check whether to import it.',
  title_repeated: 'The title “{{title}}” occurs {{count}} times (lines {{lines}}); the table follows the last.',
  years_disagree: 'The years disagree ({{years}}). Please choose the year.',
  year_unknown: 'No year is printed. Please choose the year.',
} as const;
