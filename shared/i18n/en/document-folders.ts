/** Documents given out as folders with checksums, and the check of such a folder. */
import type { Messages, SameKeys } from '../index.ts';

export const documentFolders: SameKeys<Messages['documentFolders']> = {
  title: 'Export folders of documents',
  text: 'A folder for each document with its files and metadata, a catalogue, a note and a list of checksums. For a transfer it is the transfer package.',
  transfer: 'Transfer {{number}} ({{count}})',
  start: 'Choose an empty folder and export',
  done: 'Folders exported: {{documents}} documents, {{originals}} files',
  digest: 'Checksum of the list: {{sha256}}',
  checking: 'Checking the folder',
  whole: 'Whole: {{files}} files agree with the list of checksums.',
  faults: 'Not as in the list of checksums:',
  missing: '{{count}} missing',
  changed: '{{count}} changed',
  surplus: '{{count}} surplus',
  unreadable: '{{count}} unreadable',
  more: '{{count}} more',
};
