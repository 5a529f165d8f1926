/**
 * From drafts to the reading that leaves the core. Invariant: every doubt comes out as a warning with its line and record;
 * no identity number comes out, in whatever text it stood.
 */
import type { ReadActivity, RosterMapping, RosterReading, RosterRecord } from '#shared/features/attendance.ts';
import type { ReadWarning } from '#shared/features/reading.ts';
import type { Locale } from '#shared/i18n/index.ts';
import type { SourceDocument } from '../reading/source.ts';
import { sentence } from '../reading/wording.ts';
import { aboutLine, type DraftActivity, type DraftRecord, type Params, type RosterDraft } from './draft.ts';
import { withoutIdentity } from './identity-numbers.ts';

function clean(params: Params): Params {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, typeof value === 'string' ? withoutIdentity(value) : value]),
  );
}

/** `before`: records of the tables before its own; entries are counted through the source. */
function finishRecord({ endLine, review, entry, ...fields }: DraftRecord, before: number): RosterRecord {
  return {
    ...fields,
    ...(entry === undefined ? {} : { entry: before + entry }),
    remark: fields.remark === null ? null : withoutIdentity(fields.remark),
    end_line: endLine,
    ...(review ? { needs_review: true as const } : {}),
  };
}

function finishActivity({ endLine, review, ...fields }: DraftActivity): ReadActivity {
  return { ...fields, end_line: endLine, ...(review ? { needs_review: true as const } : {}) };
}

/** Joins the drafts of a source to one reading. */
export function finishReading(
  kind: RosterReading['kind'],
  drafts: readonly RosterDraft[],
  source: SourceDocument,
  locale: Locale,
): RosterReading {
  const records: RosterRecord[] = [];
  for (const draft of drafts) {
    const before = records.length;
    records.push(...draft.records.map((record) => finishRecord(record, before)));
  }
  const activities = drafts.flatMap((draft) => draft.activities);
  const mapping: RosterMapping = {};
  for (const { printed, field, day, activity } of drafts.flatMap(({ columns }) => columns)) {
    const meant = day !== undefined || activity !== undefined ? 'signed' : field;
    if (printed !== '' && (mapping[printed] ?? null) === null) mapping[printed] = meant;
  }
  const leftOut = (part: 'rejected' | 'skipped'): RosterReading['rejected'] =>
    drafts
      .flatMap((draft) => draft[part])
      .toSorted((one, two) => one.line - two.line)
      .map(({ line, text, reason, params }) => ({
        line,
        text: withoutIdentity(text),
        reason: sentence(locale, reason, clean({ line, text: text.slice(0, 40), ...params })),
      }));
  return {
    kind,
    title: drafts.find(({ title }) => title !== null)?.title ?? null,
    columns: (drafts[0]?.columns ?? []).map(({ printed }) => printed),
    mapping,
    records,
    activities: activities.map(finishActivity),
    rejected: leftOut('rejected'),
    skipped: leftOut('skipped'),
    warnings: warningsOf(kind, drafts, source, locale),
  };
}

/** Findings as warnings, errors and doubts before notes, in the order of their lines; each once. */
function warningsOf(
  kind: RosterReading['kind'],
  drafts: readonly RosterDraft[],
  source: SourceDocument,
  locale: Locale,
): ReadWarning[] {
  const places = new Map<DraftRecord | DraftActivity, number>();
  if (kind === 'activities')
    drafts.flatMap(({ activities }) => activities).forEach((one, index) => places.set(one, index));
  else drafts.flatMap(({ records }) => records).forEach((one, index) => places.set(one, index));
  const rank = { error: 0, doubt: 1, note: 2 };
  const seen = new Set<string>();
  const warnings: ReadWarning[] = [];
  const found = drafts.flatMap((draft) => [
    ...draft.findings,
    ...draft.rejected.map((one) =>
      aboutLine(one.line, one.reason, { text: one.text.slice(0, 40), ...one.params }, 'error'),
    ),
    ...draft.skipped.map((one) => aboutLine(one.line, one.reason, { text: one.text.slice(0, 40), ...one.params })),
  ]);
  for (const finding of found) {
    const row = finding.record === null ? null : (places.get(finding.record) ?? null);
    const params = clean({ line: finding.line, ...finding.params });
    const message = sentence(locale, finding.code, params);
    const key = `${finding.line}|${row}|${message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    warnings.push({ code: finding.code, severity: finding.severity, line: finding.line, row, params, message });
  }
  for (const note of source.notes) {
    const params = clean({ line: note.line ?? 0, ...note.params });
    warnings.push({
      code: note.code,
      severity: 'doubt',
      line: note.line,
      row: null,
      params,
      message: sentence(locale, note.code, params),
    });
  }
  return warnings.sort((one, two) => rank[one.severity] - rank[two.severity] || (one.line ?? 0) - (two.line ?? 0));
}
