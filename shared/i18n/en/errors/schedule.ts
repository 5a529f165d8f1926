/** Errors of the year plan and of reading plans. */
export const scheduleErrors = {
  'schedule/unreadable':
    'No work schedule could be read: {{reason}}. Please use a table with month, activity and unit columns (Excel, Word, web page or text), or type it into the grid.',
  'schedule/year_needed': 'This plan does not state its year{{candidates}}. Please choose the year, then import.',
  'schedule/year_taken':
    'The year {{year}} already has {{count}} rows. Please choose “append” or “replace”, then import.',
  'schedule/filter_empty': 'The filter leaves no rows of {{year}}. Please widen or clear the filter.',
  'schedule/year_empty':
    'The year {{year}} has no rows yet. Please type or import them, or copy the plan of the year before.',
  'schedule/plan_missing': 'There is no plan for {{year}} yet. Please create that year first.',
  'schedule/month_invalid':
    'The month “{{text}}” is not understood. Please enter 1 to 12, for example “3”, “1-2”, “全年”.',
  'schedule/activity_empty': 'Row {{row}} has no activity. Please fill it in, then save.',
  'schedule/reason_needed': 'The status “{{status}}” needs a reason. Please give one, then save.',
  'schedule/split_empty': 'No part of a split may be empty. Please put a line break between the parts.',
  'schedule/merge_single': 'Please select at least two rows to merge.',
} as const;
