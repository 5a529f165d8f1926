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
  unknownUid: 'The archive has no document “{{uid}}”. For a new document please leave UID and record version empty.',
  uidTwice:
    'The UID stands in a row before; this row was not compared. For a new document please leave UID and record version empty.',
  unknownVersion: 'The archive has no version “{{version}}” of it; the row was not compared. Please export anew.',
  withdrawn: 'This document is withdrawn and cannot be changed. Please restore it first.',
};
