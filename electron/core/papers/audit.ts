/** 修改日志 (R15), 审计取证单 and 审计工作底稿. */
import { AppError } from '#shared/errors.ts';
import type { AuditEvent } from '#shared/features/audit.ts';
import type { FundEntry } from '#shared/features/funding.ts';
import type { ScopeOf } from '#shared/features/papers.ts';
import { type Translate, translator } from '#shared/i18n/index.ts';
import type { FormReport, TableReport } from '#shared/report/model.ts';
import { head } from '../audit/event.ts';
import { auditLog } from '../audit/log.ts';
import { auditEvidenceReport, type EvidenceFile, type EvidenceItem } from '../reports/audit-evidence.ts';
import { changeLogReport } from '../reports/change-log.ts';
import { workingPaperReport } from '../reports/working-paper.ts';
import { auditBase, chosenDocuments, type EvidenceDocument, evidenceDocuments, everyEntry } from './audit-base.ts';
import { loggedEvent } from './logged-event.ts';
import { nothingToPrint, type PaperSource } from './source.ts';

/** Events read at a time. */
const PAGE = 1000;

export function changeLog(source: PaperSource, scope: ScopeOf<'changeLog'>): TableReport {
  const { db, base } = source;
  const { from, to, action } = scope;
  const filter = { from, to, ...(action === undefined || action === '' ? {} : { action }) };
  const events: AuditEvent[] = [];
  for (;;) {
    const page = auditLog(db, { filter, offset: events.length, limit: PAGE });
    events.push(...page.events);
    if (page.events.length === 0 || events.length >= page.total) break;
  }
  if (events.length === 0) throw nothingToPrint(source, scope.paper, { from, to });
  return changeLogReport({
    ...auditBase(source, Number(from.slice(0, 4))),
    from,
    to,
    scope: action === undefined || action === '' ? translator(base.locale)('fundingPapers.log.all') : action,
    events: events.reverse().map((event) => loggedEvent(base.locale, event)),
    head: head(db),
  });
}

/** Characters of a checksum in the list of an annex. */
const SHA_SHOWN = 16;

function documentFiles(t: Translate, { files }: EvidenceDocument): EvidenceFile[] {
  return files.map(({ name, sha256, pages }) => ({
    kind: t('logWords.entity.object'),
    name,
    code: sha256.slice(0, SHA_SHOWN),
    pages,
  }));
}

function entryItem(t: Translate, entry: FundEntry, documents: ReadonlyMap<number, EvidenceDocument>): EvidenceItem {
  const own = entry.files.map(({ kind, name, sha256, pageCount, documentId }): EvidenceFile => {
    const document = documentId === null ? undefined : documents.get(documentId);
    return {
      kind: t(`fundingCheck.voucher.${kind}`),
      name: document?.title ?? name,
      code: document?.code ?? (sha256 ?? '').slice(0, SHA_SHOWN),
      pages: document?.pages ?? pageCount,
    };
  });
  const basis = entry.documentId === null ? undefined : documents.get(entry.documentId);
  const state =
    entry.duplicateOf !== null
      ? 'duplicate'
      : entry.reversedById !== null
        ? 'reversed'
        : entry.reversesId !== null
          ? 'reversal'
          : 'stands';
  return {
    date: entry.date,
    code: entry.voucher,
    content: [t(`fundingCheck.kind.${entry.kind}`), entry.source, entry.purpose]
      .filter((text) => text !== '')
      .join(t('papers.clauseSeparator')),
    money: { kind: entry.kind, amountFen: entry.amountFen, state },
    pages: null,
    files:
      basis === undefined
        ? own
        : [...own, { kind: t('fundingPapers.column.basis'), name: basis.title, code: basis.code, pages: basis.pages }],
  };
}

export function auditEvidence(source: PaperSource, scope: ScopeOf<'auditEvidence'>): FormReport {
  const { db, base } = source;
  const t = translator(base.locale);
  const wanted = [...new Set(scope.entryIds ?? [])];
  const entries = wanted.length === 0 ? [] : everyEntry(db, { ids: wanted, withReversed: true });
  const found = new Set(entries.map(({ id }) => id));
  const missing = wanted.find((id) => !found.has(id));
  if (missing !== undefined) throw new AppError('record/not_found', { id: missing });
  const behind = evidenceDocuments(
    source,
    entries.flatMap(({ documentId, files }) =>
      [documentId, ...files.map((file) => file.documentId)].filter((id) => id !== null),
    ),
  );
  const documents = chosenDocuments(source, scope.documentIds ?? []).map(
    (document): EvidenceItem => ({
      date: document.date ?? '',
      code: document.code,
      content: document.title,
      money: null,
      pages: document.pages,
      files: documentFiles(t, document),
    }),
  );
  const { project, matter, summary, auditors, on, opinion, year } = scope;
  return auditEvidenceReport({
    ...auditBase(source, year),
    project,
    matter,
    summary,
    auditors,
    on,
    opinion,
    items: [...entries.map((entry) => entryItem(t, entry, behind)), ...documents],
  });
}

export function workingPaper(source: PaperSource, scope: ScopeOf<'workingPaper'>): TableReport {
  const { year, project, items, preparedBy, reviewedBy, on } = scope;
  return workingPaperReport({ ...auditBase(source, year), project, items, preparedBy, reviewedBy, on });
}
