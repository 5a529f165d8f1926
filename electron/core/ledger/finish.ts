/** From findings to the warnings that leave the core: worded, each once, errors first, in the order of their lines. */
import type { LedgerRecord } from '#shared/features/funding-reading.ts';
import type { ReadWarning } from '#shared/features/reading.ts';
import type { Locale } from '#shared/i18n/index.ts';
import type { SourceDocument } from '../reading/source.ts';
import { sentence } from '../reading/wording.ts';
import { aboutLine, type Finding, type LeftOut, quoted } from './draft.ts';

const RANK = { error: 0, doubt: 1, note: 2 } as const;

/** Lines left out, with the reason as a sentence. */
export function skippedOf(left: readonly LeftOut[], locale: Locale): { line: number; text: string; reason: string }[] {
  return left
    .toSorted((one, two) => one.line - two.line)
    .map(({ line, text, reason }) => ({ line, text, reason: sentence(locale, reason, { line, text: quoted(text) }) }));
}

/** Everything that a person should know of a reading. */
export function warningsOf(
  findings: readonly Finding[],
  left: readonly LeftOut[],
  records: readonly LedgerRecord[],
  source: SourceDocument,
  locale: Locale,
): ReadWarning[] {
  const places = new Map(records.map((record, index) => [record, index]));
  const seen = new Set<string>();
  const warnings: ReadWarning[] = [];
  const all = [
    ...findings,
    ...left.map(({ line, text, reason, severity }) => aboutLine(line, reason, { text: quoted(text) }, severity)),
  ];
  for (const { code, severity, line, record, params: own } of all) {
    const params = { line, ...own };
    const message = sentence(locale, code, params);
    if (seen.has(message)) continue;
    seen.add(message);
    const row = record === null ? null : (places.get(record) ?? null);
    warnings.push({ code, severity, line, row, params, message });
  }
  for (const { code, line, params: own } of source.notes) {
    const params = { line: line ?? 0, ...own };
    warnings.push({ code, severity: 'doubt', line, row: null, params, message: sentence(locale, code, params) });
  }
  return warnings.sort((one, two) => RANK[one.severity] - RANK[two.severity] || (one.line ?? 0) - (two.line ?? 0));
}
