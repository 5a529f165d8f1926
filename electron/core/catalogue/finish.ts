/**
 * From a draft to the Catalogue JSON. Invariant: records keep the printed order; every doubt of the draft comes out as
 * a warning with its line and record; keys of columns that are not printed are absent.
 */
import type { CatalogueMapping, CatalogueReading, CatalogueRecord } from '#shared/features/catalogue.ts';
import type { ReadWarning } from '#shared/features/reading.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { sentence } from '../reading/wording.ts';
import type { SourceDocument } from '../reading/source.ts';
import { checkDraft, fillPages, pagesTotal } from './checks.ts';
import { aboutLine, aboutRecord, type CatalogueDraft, type DraftRecord } from './draft.ts';
import { headOf } from './head.ts';
import { standardName } from './headings.ts';
import { tellEmptyCells } from './rows.ts';

function finishRecord({
  endLine,
  review,
  lastNo: _lastNo,
  firstPage: _firstPage,
  ...fields
}: DraftRecord): CatalogueRecord {
  return { ...fields, end_line: endLine, ...(review ? { needs_review: true as const } : {}) };
}

function mappingOf(draft: CatalogueDraft): CatalogueMapping {
  const mapping: CatalogueMapping = {};
  for (const { printed, field } of draft.table.columns) {
    // Of two columns with the same heading the one that is read counts.
    if (printed !== '' && (mapping[printed] ?? null) === null) mapping[printed] = field;
  }
  return mapping;
}

/** Numbers of which a spreadsheet kept only fifteen figures: none of their cells can be trusted. */
function refuseImprecise(draft: CatalogueDraft, source: SourceDocument): void {
  const notes = source.notes.filter(({ code }) => code === 'source/number_precision');
  for (const note of notes) {
    const text = String(note.params['text'] ?? '');
    const record = draft.records.find(
      ({ line, endLine }) => note.line !== null && line <= note.line && note.line <= endLine,
    );
    if (!record) continue;
    for (const field of ['code', 'doc_no', 'author', 'remark', 'box', 'volume', 'fonds'] as const) {
      if (record[field] !== text) continue;
      record[field] = null;
      draft.findings.push(
        aboutRecord(record, 'catalogue/number_damaged', { field: standardName(field), text }, 'error'),
      );
    }
  }
}

/** Completes a draft; notes of the source that stand inside or above it come along. */
export function finishReading(
  draft: CatalogueDraft,
  source: SourceDocument,
  locale: Locale,
  first: boolean,
): CatalogueReading {
  const head = headOf(draft.table.head, draft.table.name);
  refuseImprecise(draft, source);
  fillPages(draft);
  tellEmptyCells(draft);
  checkDraft(draft, head);
  return {
    columns: draft.table.columns.some(({ printed }) => printed !== '')
      ? draft.table.columns.map(({ printed }) => printed)
      : [],
    mapping: mappingOf(draft),
    records: draft.records.map(finishRecord),
    pages_total: pagesTotal(draft.records),
    year: head.year,
    term: head.term,
    head: head.head,
    rejected: draft.rejected.map(({ line, text, reason, params }) => ({
      line,
      text,
      reason: sentence(locale, reason, { line, ...params }),
    })),
    skipped: draft.skipped
      .toSorted((one, two) => one.line - two.line)
      .map(({ line, text, reason, params }) => ({
        line,
        text,
        reason: sentence(locale, reason, { line, text, ...params }),
      })),
    warnings: warningsOf(draft, source, locale, first),
  };
}

/** Findings as warnings, errors and doubts before notes, in the order of their lines; each once. */
function warningsOf(draft: CatalogueDraft, source: SourceDocument, locale: Locale, first: boolean): ReadWarning[] {
  const places = new Map(draft.records.map((record, index) => [record, index]));
  const rank = { error: 0, doubt: 1, note: 2 };
  const seen = new Set<string>();
  const warnings: ReadWarning[] = [];
  const left = [
    ...draft.rejected.map((one) => ({
      ...aboutLine(one.line, one.reason, { text: one.text.slice(0, 40), ...one.params }, 'error'),
    })),
    ...draft.skipped.map((one) => aboutLine(one.line, one.reason, { text: one.text.slice(0, 40), ...one.params })),
  ];
  for (const finding of [...draft.findings, ...left]) {
    const row = finding.record === null ? null : (places.get(finding.record) ?? null);
    const params = { line: finding.line, ...finding.params };
    const message = sentence(locale, finding.code, params);
    const key = `${row}|${message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    warnings.push({ code: finding.code, severity: finding.severity, line: finding.line, row, params, message });
  }
  for (const note of source.notes) {
    const own = note.line === null ? first : note.line <= draft.table.to && (first || note.line >= draft.table.from);
    if (!own) continue;
    const params = { line: note.line ?? 0, ...note.params };
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
