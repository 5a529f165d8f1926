import type { SameKeys } from '../index.ts';
import type { paperDialog as original } from '../zh-CN/paper-dialog.ts';

export const paperDialog: SameKeys<typeof original> = {
  title: 'Print and export',
  paper: 'Paper',
  allTerms: 'All terms',
  which: 'Which',
  all: 'All filed documents of the year',
  selected: 'The {{count}} selected',
  print: 'Print',
  nothingFiled: 'Nothing filed yet',
  fileName: '{{year}} {{name}}',
  facts: '{{pages}} pages, {{size}}, compared with the archive',
  about: {
    catalogue:
      'Landscape A4, nine columns of DA/T 22-2015; entries of destroyed documents stay, missing numbers are explained.',
    catalogueCover: 'Landscape A4, bound in front of the catalogue.',
    boxNote: 'One page a box, with its documents, pages and missing numbers.',
    spine: 'As wide as the spine and 310 mm high; print on A3 and cut out.',
    stamp: 'A blank leaf a document, 45 × 16 mm at its head. Please print at actual size.',
    stampSheet: '36 stamps a page, 45 × 16 mm, to cut out. Please print at actual size.',
  },
};
