/** Reading of a fixture as the tests compare it: one line for each entry, sum and warning. */
import { readFileSync } from 'node:fs';
import type { FundingReading } from '#shared/features/funding-reading.ts';
import { readForeignFunding } from '#core/read-foreign-funding.ts';

type Given = Parameters<typeof readForeignFunding>[0];

export function read(input: Partial<Given>): Promise<FundingReading> {
  return readForeignFunding({ locale: 'zh-CN', withLines: false, ...input }, new AbortController().signal);
}

export const folder = new URL('../../fixtures/ledger/', import.meta.url);

/** Reads a fixture as a file of that name, HTML as a paste. */
export function readFixture(name: string): Promise<FundingReading> {
  const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
  if (name.endsWith('.html')) return read({ html: new TextDecoder().decode(bytes), text: '' });
  return read({ bytes, name });
}

const shown = (value: string | number | null | undefined): string =>
  value === null || value === undefined || value === '' ? '-' : String(value);

export interface Brief {
  entries: string[];
  totals: string[];
  told: string[];
}

/** What a reading says, briefly. */
export function briefly({ entries, totals, warnings }: FundingReading): Brief {
  return {
    entries: entries.map(({ line, entry, needsReview }) => {
      const start = `${line}${needsReview ? '?' : ''}`;
      if (!entry) return `${start} none`;
      const { date, budgetYear, kind, sourceKind, amountFen, voucher, source, purpose, basis, remark } = entry;
      return [start, date, budgetYear, kind, sourceKind, amountFen, voucher, source, purpose, basis, remark]
        .map(shown)
        .join(' | ');
    }),
    totals: totals.map(({ line, label, field, statedFen, sumFen, agrees }) =>
      [line, label, field, statedFen, sumFen, agrees].map(String).join(' | '),
    ),
    told: warnings.map(({ severity, line, code }) => `${severity} ${line ?? '-'} ${code}`),
  };
}
