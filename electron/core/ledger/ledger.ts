/** A ledger: every table of the source that ledger headings begin, as one list of lines. */
import type { FundingReading } from '#shared/features/funding-reading.ts';
import type { Locale } from '#shared/i18n/index.ts';
import type { SourceDocument } from '../reading/source.ts';
import { skippedOf, warningsOf } from './finish.ts';
import { headingOf, headsLedger, type LedgerMapping } from './headings.ts';
import { readLedgerSheet, tellTwice } from './rows.ts';
import { sheetsOf } from './sheets.ts';
import { readWideSheet } from './wide.ts';
import { headsWide, wideHeading } from './wide-headings.ts';

export type Reading = Omit<FundingReading, 'source'>;

/** Reads a ledger, or answers null where the source holds none. */
export function readLedger(source: SourceDocument, mapping: LedgerMapping, locale: Locale): Reading | null {
  const { sheets, left } = sheetsOf(source, {
    heads: (headings) => headsLedger(headings, mapping) || headsWide(headings, mapping),
    known: (heading) => headingOf(heading) !== null || wideHeading(heading) !== null,
  });
  if (sheets.length === 0) return null;
  const drafts = sheets.map((sheet) =>
    headsWide(sheet.headings, mapping)
      ? readWideSheet(sheet, source, mapping)
      : readLedgerSheet(sheet, source, mapping),
  );
  const entries = drafts.flatMap(({ records }) => records);
  const findings = [...drafts.flatMap((draft) => draft.findings), ...tellTwice(entries)];
  const allLeft = [...left, ...drafts.flatMap((draft) => draft.left)];
  const read: FundingReading['mapping'] = {};
  for (const { printed, field } of drafts.flatMap(({ columns }) => columns))
    if (printed !== '' && (read[printed] ?? null) === null) read[printed] = field;
  return {
    kind: 'ledger',
    columns: (drafts[0]?.columns ?? []).map(({ printed }) => printed),
    mapping: read,
    entries,
    totals: drafts.flatMap(({ totals }) => totals),
    population: [],
    facts: null,
    skipped: skippedOf(allLeft, locale),
    warnings: warningsOf(findings, allLeft, entries, source, locale),
  };
}
