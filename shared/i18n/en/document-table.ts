/** Changing documents by a spreadsheet: words of the table and of what is wrong in it. */
import type { Messages, SameKeys } from '../index.ts';

export const documentTable: SameKeys<Messages['documentTable']> = {
  sheet: 'Documents',
  fileName: 'Documents.xlsx',
  note: '{{count}} documents. Change the white cells, save, and choose “Compare a table” in the program; grey cells cannot be changed, removing a row removes no document, and a new document is a new row with the last two columns empty. Export {{id}}',
  column: { uid: 'UID', version: 'Record version' },
  cell: {
    error: 'The cell holds the error “{{text}}”; please enter a text.',
    formula:
      'The cell is a formula without a result; please save the file in the spreadsheet program, or enter a text.',
    precision:
      '“{{text}}” is too long a number; its last digits are lost. Please make the cell text and enter it again.',
  },
  exportTitle: 'Export a table to edit',
  exportText:
    'One document a row; every field can be changed in Excel or WPS. “Compare an edited table” reads it back and shows the differences before anything changes.',
  which: 'Which',
  allYears: 'All years',
  noYear: 'Without a year',
  withCount: '{{label}} ({{count}})',
  exportStart: 'Choose where and export',
  exporting: 'Exporting',
  exported: 'Table of {{count}} documents exported',
  compareTitle: 'Compare an edited table',
  comparing: 'Comparing the table',
  nothing: 'The table says what the archive says; there is nothing to change.',
  facts:
    '{{name}}: {{count}} documents compared. What is ticked goes into the archive, as one step that can be undone; the rest stays.',
  all: 'All {{count}}',
  kind: {
    file: 'Changed in the file',
    here: 'Changed in the archive',
    conflict: 'Changed in both',
    unreadable: 'Unreadable',
    fixed: 'Cannot change',
  },
  kindCount: '{{kind}} {{count}}',
  fresh: 'New',
  missing: '{{count}} not in the file stay as they are: {{names}}',
  missingMore: '{{names}} and others',
  problems: 'These rows were not compared:',
  problem: 'Row {{line}}: {{reason}}',
  ignored: 'Columns not read: {{names}}',
  field: 'Field',
  base: 'When exported',
  theirs: 'In the file',
  current: 'In the archive',
  emptyText: '(empty)',
  take: 'Take “{{field}}” of the file',
  takeRow: 'Add this document',
  newRow: 'Row {{line}}, new: {{title}}',
  more: 'Show {{count}} more',
  apply: 'Write {{count}}',
  applied: '{{count}} documents changed by the table',
  unknownUid: 'The archive has no document “{{uid}}”. For a new document please leave UID and record version empty.',
  uidTwice:
    'The UID stands in a row before; this row was not compared. For a new document please leave UID and record version empty.',
  unknownVersion: 'The archive has no version “{{version}}” of it; the row was not compared. Please export anew.',
  withdrawn: 'This document is withdrawn and cannot be changed. Please restore it first.',
};
