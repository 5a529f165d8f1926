import type { Messages, SameKeys } from '../index.ts';

export const auditPackage: SameKeys<Messages['auditPackage']> = {
  basisFile: 'basis',
  entryColumns:
    'Number|Date|Budget year|Amount (yuan)|Amount (fen)|Voucher|Kind|Source|Kind of source|Purpose|Basis|Remark|Reverses|Reversed by|Reason|Same as|Vouchers',
  voucherColumns: 'Entry|Kind|Name|File|SHA-256|Bytes|State',
  state: {
    present: 'present',
    missing: 'missing',
    damaged: 'damaged',
    removed: 'destroyed or never taken in',
    withdrawn: 'its document is withdrawn',
    paper: 'paper',
  },
  problem: {
    voucher:
      'Voucher “{{name}}” of entry {{entry}} is {{state}} and not in the package. Please look at it with “Check files”, then write the package again.',
    otherLog:
      'Event {{sequence}} of this archive differs from the package. Please check whether the package was changed or the archive replaced.',
    seal: 'The log of this archive does not know this seal. Please check whether the package was made anew as a whole.',
    withheld:
      'Event {{sequence}} is one of money, but the package does not show it. Please check whether the package was changed.',
  },
  readme: `Evidence package of education money

Unit: {{unit}}
Year: {{year}}
Made: {{at}}
Program: {{program}}
Archive: {{uid}}
Last event: {{sequence}}
Its hash: {{hash}}
{{entries}} entries, {{vouchers}} files of vouchers. A register for reference, no accounting.

Check: open verify.html in a browser and choose this folder; or, in this folder, node verify.mjs (Node.js 18 or later).
Neither the program nor a network is needed, and no file is changed.
The seal that the check shows is the SHA-256 of manifest-sha256.txt. Write it on paper when the package is handed over.`,
};
