/**
 * The reader of money papers: from a decoded source to the funding reading.
 * Invariant: a source is what its headings or its title prove; one that proves nothing is refused with the reason.
 */
import { AppError } from '#shared/errors.ts';
import type { Locale, WarningCode } from '#shared/i18n/index.ts';
import type { SourceDocument } from '../reading/source.ts';
import { sentence } from '../reading/wording.ts';
import { readBulletin } from './bulletin.ts';
import { readCertificate } from './certificate.ts';
import type { LedgerMapping } from './headings.ts';
import { readLedger, type Reading } from './ledger.ts';
import { readPopulation } from './population.ts';

export interface FundingOptions {
  locale: Locale;
  /** What the reviewer says of headings. */
  mapping: LedgerMapping;
}

function refusal(reason: WarningCode, locale: Locale): AppError {
  return new AppError('budgets/unreadable', { reason: sentence(locale, reason) });
}

/**
 * Reads a ledger, a table of population, a bulletin or a certificate of residents.
 * @throws AppError `budgets/unreadable` with the reason as a sentence
 */
export function readFunding(source: SourceDocument, { locale, mapping }: FundingOptions): Reading {
  if (source.lines.every((line) => line.trim() === '')) throw refusal('reason_empty', locale);
  const reading =
    readLedger(source, mapping, locale) ??
    readBulletin(source, locale) ??
    readPopulation(source, locale) ??
    readCertificate(source, locale);
  if (!reading) throw refusal('ledger/reason_no_header', locale);
  if (reading.entries.length === 0 && reading.facts === null) throw refusal('ledger/reason_no_lines', locale);
  return reading;
}
