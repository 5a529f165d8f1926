/** Words of the official papers: headings, statuses, labels. */
export const paper = {
  title: 'Work schedule of {{unit}}, {{year}}',
  annex: 'Annex',
  fileName: 'Work schedule {{year}}',
  subject: 'Work schedule {{year}}',
  example: 'EXAMPLE',
  column: {
    month: 'Month',
    activity: 'Activity',
    unit: 'Responsible unit',
    status: 'Progress',
    remark: 'Remark',
  },
  support: ' (supporting)',
  unitSeparator: ', ',
  status: {
    not_started: 'Not started',
    in_progress: 'In progress',
    done: 'Done',
    partly_done: 'Partly done',
    postponed: 'Postponed',
    cancelled: 'Cancelled',
  },
  statusWithReason: '{{status}}: {{reason}}',
} as const;
