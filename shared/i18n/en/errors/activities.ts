/** Errors of activities and sign-in. */
export const activityErrors = {
  'activities/dates': 'The end {{to}} lies before the beginning {{from}}. Please correct it.',
  'activities/end_alone': 'There is an end {{to}} but no beginning. Please enter the first day, too.',
  'activities/head_count': 'The head count and its “about” belong together. Please enter both or leave both empty.',
  'activities/has_attendance':
    '“{{title}}” has {{count}} sign-in rows and cannot be withdrawn. Please withdraw the rows first; if it did not take place, set it to “cancelled”.',
  'activities/signed':
    '“{{title}}” has {{count}} signatures and must stay “held”, or they would no longer be counted. Please withdraw them or mark them as not signed first.',
  'activities/category_loop': 'The category “{{name}}” cannot stand below itself. Please choose another one above it.',
  'activities/category_taken': 'There is a category “{{name}}” on this level already. Please choose another name.',
  'activities/category_used': 'There are categories below “{{name}}”. Please move or withdraw them first.',
  'budgets/population_future': 'The day {{date}} lies in the future. Please correct it.',
  'budgets/population_twice':
    'This kind, day and source of “{{place}}” is entered already, as {{value}}. Please withdraw that figure first to correct it.',
  'attendance/twice': '{{name}} has signed in for this activity on {{date}} already. Please do not enter it twice.',
  'attendance/title_empty': 'Activity {{row}} has no title. Please fill it in first.',
  'attendance/no_date':
    'The activity “{{title}}” has no date. Please enter the date of the activity or of the row first.',
  'attendance/unreadable':
    'No sign-in sheet, roster or activity could be read: {{reason}}. Please use a table with columns such as name or activity (Excel, Word, web page or text), and try again.',
} as const;
