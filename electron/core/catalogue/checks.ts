/**
 * What the entries of a catalogue say about one another and about its head: numbers, codes, pages, years.
 * Invariant: nothing is changed but pages that the next entry's first page proves.
 */
import { normalDocumentNumber } from '#shared/lib/archives/document-number.ts';
import { parseReferenceCode } from '#shared/lib/archives/reference-code.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { aboutLine, aboutRecord, type CatalogueDraft, type DraftRecord } from './draft.ts';
import type { Head } from './head.ts';

/** Pages of entries that print only their first page: up to the next entry's, where that is certain. */
export function fillPages(draft: CatalogueDraft): void {
  const { records, findings } = draft;
  for (const [index, record] of records.entries()) {
    if (record.firstPage === null) continue;
    const next = records[index + 1];
    const between = draft.rejected.some(({ line }) => line > record.line && next !== undefined && line < next.line);
    const follows =
      next !== undefined && next.firstPage !== null && !between && (next.volume ?? null) === (record.volume ?? null);
    if (record.pages === null) {
      const pages = follows ? (next.firstPage ?? 0) - record.firstPage : 0;
      if (pages > 0) {
        record.pages = pages;
        findings.push(
          aboutRecord(record, 'catalogue/pages_from_next', { text: record.pages_printed ?? '', pages }, 'note'),
        );
      } else findings.push(aboutRecord(record, 'catalogue/pages_unknown', { text: record.pages_printed ?? '' }));
    } else if (follows && (next.firstPage ?? 0) !== record.firstPage + record.pages) {
      findings.push(
        aboutRecord(next, 'catalogue/pages_not_continuous', {
          text: next.pages_printed ?? '',
          before: record.pages_printed ?? '',
        }),
      );
    }
  }
}

/** What numbers count on from: one class of entries (year, term, section) at a time. */
function classOf(record: DraftRecord): string {
  return [record.year, record.term, record.section, record.volume].map((part) => part ?? '').join('|');
}

/** 件号 that are missing, come twice or go back. */
function checkNumbers(draft: CatalogueDraft): void {
  const classes = new Map<string, { last: number; seen: Set<number> }>();
  const rejected = new Set(draft.rejectedNumbers);
  for (const record of draft.records) {
    if (record.lastNo === null) continue;
    const first = record.no ?? Number(/\d+/u.exec(canonical(record.no_printed ?? ''))?.[0] ?? record.lastNo);
    const key = classOf(record);
    const own = classes.get(key);
    if (!own) {
      classes.set(key, { last: record.lastNo, seen: new Set([record.lastNo]) });
      continue;
    }
    const missing = Array.from(
      { length: Math.min(50, Math.max(0, first - own.last - 1)) },
      (_, index) => own.last + 1 + index,
    );
    // A row of several numbers merged into one cell is told of already.
    if (own.seen.has(first)) draft.findings.push(aboutRecord(record, 'catalogue/number_repeated', { no: first }));
    else if (first < own.last)
      draft.findings.push(aboutRecord(record, 'catalogue/number_backwards', { no: first, before: own.last }));
    else if (missing.some((number) => !rejected.has(number)))
      draft.findings.push(aboutRecord(record, 'catalogue/number_gap', { no: first, before: own.last }));
    own.last = record.lastNo;
    own.seen.add(record.lastNo);
  }
}

/** 档号, or 文号 of one author, or a whole entry, printed twice. */
function checkDuplicates(draft: CatalogueDraft): void {
  const codes = new Map<string, DraftRecord>();
  const papers = new Map<string, DraftRecord>();
  const entries = new Map<string, DraftRecord>();
  const meet = (seen: Map<string, DraftRecord>, key: string, record: DraftRecord): DraftRecord | null => {
    const other = seen.get(key);
    if (!other) seen.set(key, record);
    return other ?? null;
  };
  for (const record of draft.records) {
    const { code, doc_no: number, author, title, date } = record;
    if (typeof code === 'string') {
      const other = meet(codes, withoutSpace(code), record);
      if (other) draft.findings.push(aboutRecord(record, 'catalogue/code_repeated', { text: code, first: other.line }));
    }
    const entry = meet(entries, [author, title, date, number].join('|'), record);
    if (entry) {
      draft.findings.push(
        aboutRecord(record, 'catalogue/record_repeated', { text: title.slice(0, 40), first: entry.line }),
      );
    } else if (number !== null) {
      const other = meet(papers, `${author ?? ''}|${normalDocumentNumber(number) ?? number}`, record);
      if (other)
        draft.findings.push(
          aboutRecord(record, 'catalogue/document_number_repeated', { text: number, first: other.line }),
        );
    }
  }
}

/** 件号 in the code beside the number printed; a mere running number (序号) may differ. */
function checkCodes(draft: CatalogueDraft): void {
  const heading = draft.table.columns.find(({ field }) => field === 'no')?.printed ?? '';
  for (const record of draft.records) {
    const coded = typeof record.code === 'string' ? parseReferenceCode(record.code) : null;
    const item = coded?.ok ? coded.code.item : null;
    if (item === null || record.no === null || item === record.no) continue;
    const severity = withoutSpace(heading).includes('件号') ? 'doubt' : 'note';
    draft.findings.push(
      aboutRecord(record, 'catalogue/code_other_number', { text: record.code ?? '', no: record.no }, severity),
    );
  }
}

function checkYears(draft: CatalogueDraft, head: Head): void {
  for (const record of draft.records) {
    const coded = typeof record.code === 'string' ? parseReferenceCode(record.code) : null;
    const code = coded?.ok ? coded.code.year : null;
    if (code !== null && head.year !== null && code !== head.year)
      draft.findings.push(
        aboutRecord(record, 'catalogue/code_other_year', { text: record.code ?? '', year: head.year }),
      );
    const year = record.year ?? head.year ?? code;
    const own = record.date === null ? null : Number(record.date.slice(0, 4));
    if (year !== null && own !== null && own !== year)
      draft.findings.push(aboutRecord(record, 'catalogue/date_other_year', { text: record.date ?? '', year }));
  }
}

/** The sum of pages; null where a page is not known. */
export function pagesTotal(records: readonly DraftRecord[]): number | null {
  let sum = 0;
  for (const { pages } of records) {
    if (pages === null) return null;
    sum += pages;
  }
  return records.length === 0 ? null : sum;
}

/** Printed totals beside what was read. */
function checkTotals(draft: CatalogueDraft): void {
  const pages = pagesTotal(draft.records);
  const count = draft.records.length + draft.rejected.length;
  for (const { line, text } of draft.totals) {
    const plain = canonical(text).replace(/\s+(?=页|件)/gu, '');
    const above = draft.records.filter((record) => record.line < line);
    if (/小计|本页/u.test(plain) || above.length < draft.records.length) continue;
    const printedPages = /(\d+)页/u.exec(plain)?.[1];
    const printedCount = /(\d+)(?:件|条|份)/u.exec(plain)?.[1];
    const bare = [...plain.matchAll(/\d+/gu)].map(([digits]) => Number(digits));
    if (printedCount !== undefined && Number(printedCount) !== count)
      draft.findings.push(aboutLine(line, 'catalogue/total_count_differs', { printed: printedCount, count }, 'doubt'));
    if (pages === null) continue;
    const sum = pages + draft.rejectedPages;
    const printed =
      printedPages === undefined ? (printedCount === undefined ? bare.at(-1) : undefined) : Number(printedPages);
    if (printed !== undefined && printed !== sum && !(bare.length > 1 && bare.includes(sum)))
      draft.findings.push(aboutLine(line, 'catalogue/total_pages_differ', { printed, pages: sum }, 'doubt'));
  }
}

export function checkDraft(draft: CatalogueDraft, head: Head): void {
  checkNumbers(draft);
  checkCodes(draft);
  checkDuplicates(draft);
  checkYears(draft, head);
  checkTotals(draft);
  const line = head.titleLine ?? draft.table.from;
  if (/销毁|借阅|利用/u.test(head.head.title ?? ''))
    draft.findings.push(aboutLine(line, 'catalogue/other_register', { title: head.head.title ?? '' }, 'doubt'));
  if (head.years.length > 1)
    draft.findings.push(aboutLine(line, 'catalogue/years_disagree', { years: head.years.join('、') }, 'doubt'));
  if (head.terms.length > 1 && head.term === null)
    draft.findings.push(aboutLine(line, 'catalogue/terms_disagree', { terms: head.terms.join('、') }, 'doubt'));
}
