/** Taking reviewed rows into a year: one transaction, one event, one undo step. */
import { AppError } from '#shared/errors.ts';
import type { Output, ParsedInput } from '#shared/contract.ts';
import type { ReadDocument, ScheduleReading } from '#shared/features/reading.ts';
import { acceptedRows } from '#shared/features/schedule-import.ts';
import type { ReadOutput } from '#shared/features/schedule.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from './context.ts';
import { all, value } from './db/sql.ts';
import { organisationEntity } from './entities/organisation.ts';
import { planEntity } from './entities/plan.ts';
import { scheduleImportEntity } from './entities/schedule-import.ts';
import { addOrganisation, linkMentions, renameOrganisation } from './features/organisations.ts';
import { ensurePlan, planColumns } from './features/plans.ts';
import { insertRows, listRows, readRow, withdrawRow } from './schedule-store.ts';
import { unitDirectory } from './unit-directory.ts';

/** Head of the paper into the plan: only fields that the plan has not yet. */
function takeHead(context: WriteContext, year: number, document: ReadDocument | null, title: string | null): void {
  const fresh = ensurePlan(context, year, title);
  if (!document) return;
  const plan = planEntity.read(context.db, year) ?? fresh;
  const found = planColumns({
    documentTitle: document.title,
    issuer: document.issuer,
    signedBy: document.signed_by,
    signedDate: document.signed_date,
    publishedDate: document.published_date,
    indexNumber: document.index_no,
    documentNumber: document.doc_no,
    attachment: document.attachment,
    addressees: document.addressees,
  });
  const missing = Object.fromEntries(
    Object.entries(found).filter(([column, printed]) => {
      const kept = plan[column as keyof typeof plan];
      return printed !== null && (kept === null || (Array.isArray(kept) && kept.length === 0));
    }),
  );
  if (Object.keys(missing).length === 0) return;
  context.changes.update(planEntity, plan, { ...plan, ...missing, version: plan.version + 1 });
}

/** Makes way in a year that has rows, or refuses. Answers how many rows were withdrawn. */
function makeWay(
  context: WriteContext,
  year: number,
  mode: ParsedInput<'schedule.accept'>['mode'],
  reason: string,
): number {
  const { total, rows } = listRows(context.db, year, {}, 0, 50_000);
  if (total === 0 || mode === 'append') return 0;
  if (mode === 'refuse') throw new AppError('schedule/year_taken', { year, count: total });
  for (const { id } of rows) withdrawRow(context, readRow(context.db, id).image, reason);
  return rows.length;
}

/** Names that the year's rows print and the unit list does not know. */
function unknownUnits(context: WriteContext, year: number): string[] {
  return all(
    context.db,
    z.object({ name: z.string() }),
    `SELECT u.name, min(r.position) AS place FROM schedule_row_unit u JOIN schedule_row r ON r.id = u.row_id
     WHERE r.year = ? AND r.withdrawn = 0 AND u.organisation_id IS NULL GROUP BY u.name ORDER BY place`,
    year,
  ).map(({ name }) => name);
}

export function acceptRows(context: WriteContext, input: ParsedInput<'schedule.accept'>): Output<'schedule.accept'> {
  const { db, changes } = context;
  const { year, source } = input;
  input.rows.forEach((row, index) => {
    if ((row.activity ?? '').trim() === '') throw new AppError('schedule/activity_empty', { row: index + 1 });
  });
  const name = source?.name ?? '';
  const withdrawn = makeWay(context, year, input.mode, name);
  takeHead(context, year, input.document, input.title);
  for (const unit of input.createUnits) addOrganisation(context, unit.fullName, unit.shortNames);
  for (const link of input.linkUnits) {
    const before = organisationEntity.read(db, link.organisationId);
    if (!before || before.withdrawn === 1) throw new AppError('record/not_found', { id: link.organisationId });
    if (unitDirectory(db).find(link.name) === link.organisationId) continue;
    renameOrganisation(context, before, before.full_name, [...before.short_names, link.name]);
  }
  insertRows(context, year, 'end', input.rows);
  if (input.createUnits.length + input.linkUnits.length > 0) linkMentions(context);
  if (source) {
    changes.insert(scheduleImportEntity, {
      id: value(db, z.int(), 'SELECT coalesce(max(id), 0) + 1 FROM schedule_import'),
      uid: context.newUid(),
      year,
      source_name: source.name,
      source_sha256: source.sha256,
      row_count: input.rows.length,
      withdrawn: 0,
      version: 1,
    });
  }
  context.describe({
    label: { code: 'accept', params: { year, count: input.rows.length, name } },
    ...(withdrawn > 0 ? { reason: name } : {}),
  });
  return {
    year,
    added: input.rows.length,
    withdrawn,
    event: context.eventNumber,
    unknownUnits: unknownUnits(context, year),
  };
}

/** The year to import into: the caller's, or the paper's own where it states exactly one. */
function yearOf(reading: ScheduleReading, asked: number | undefined): number {
  const year = asked ?? reading.year;
  if (year === null) {
    const candidates = reading.year_candidates ?? [];
    throw new AppError('schedule/year_needed', {
      candidates: candidates.length === 0 ? '' : `（${candidates.join('、')}）`,
    });
  }
  return year;
}

/** The headless import: every row that was read, doubtful ones marked; nothing is added to the unit list unless asked. */
export function importReading(
  context: WriteContext,
  input: ParsedInput<'schedule.import'>,
  read: ReadOutput,
): Output<'schedule.import'> {
  const reading = (read.tables ?? [read])[input.table - 1];
  if (!reading) throw new AppError('input/invalid', { field: 'table', detail: String(input.table) });
  const year = yearOf(reading, input.year);
  const rows = acceptedRows(reading);
  const { rejected, warnings } = reading;
  const directory = unitDirectory(context.db);
  const unknown = [...new Set(reading.rows.flatMap((row) => [...row.units, ...(row.support ?? [])]))].filter(
    (name) => directory.find(name) === null,
  );
  if (input.dryRun) {
    return { year, added: 0, withdrawn: 0, event: null, unknownUnits: unknown, rejected, warnings };
  }
  const accepted = acceptRows(context, {
    year,
    mode: input.mode,
    rows,
    document: reading.document,
    title: reading.title,
    createUnits: input.createUnits ? unknown.map((fullName) => ({ fullName, shortNames: [] })) : [],
    linkUnits: [],
    source: { name: read.source.name, sha256: read.source.sha256 },
  });
  return { ...accepted, rejected, warnings };
}
