/**
 * What a person can do with rows, each as one `schedule.edit` with a name for the undo step. Used by the grid, the
 * inspector, the calendar and the menu alike.
 */
import { App } from 'antd';
import { useMemo } from 'react';
import { AppError } from '#shared/errors.ts';
import {
  type RowTime,
  STATUS_NEEDS_REASON,
  type ScheduleChange,
  type ScheduleFields,
  type ScheduleRow,
} from '#shared/features/schedule.ts';
import { formatMonthCell } from '#shared/lib/months.ts';
import type { GridChange, GridStep } from '#ui/grid/types.ts';
import { useT } from '../../app/i18n.tsx';
import { askReason } from './ask-reason.tsx';
import { fieldsFromText, fieldsFromTexts, mergedFields } from './row-texts.ts';
import { currentRows, editRows } from './use-plan-rows.ts';

type SetChange = Extract<ScheduleChange, { do: 'set' }>;

function setChange(row: ScheduleRow, fields: SetChange['fields']): SetChange {
  return { do: 'set', id: row.id, version: row.version, fields };
}

/** Fills in the reasons that statuses need, asking once for each status. Throws program/cancelled. */
async function withReasons(changes: ScheduleChange[], rowOf: (id: number) => ScheduleRow): Promise<ScheduleChange[]> {
  const lacking = new Map<ScheduleRow['status'], number>();
  const lacks = (change: ScheduleChange): ScheduleRow['status'] | null => {
    if (change.do !== 'set' && change.do !== 'insert') return null;
    const { status, statusReason } = change.fields;
    if (status === undefined || !STATUS_NEEDS_REASON.includes(status)) return null;
    const before = change.do === 'set' ? rowOf(change.id) : undefined;
    const reason = statusReason ?? before?.statusReason ?? '';
    return reason.trim() === '' ? status : null;
  };
  for (const change of changes) {
    const status = lacks(change);
    if (status) lacking.set(status, (lacking.get(status) ?? 0) + 1);
  }
  const reasons = new Map<ScheduleRow['status'], string>();
  for (const [status, count] of lacking) {
    const reason = await askReason(status, count, '');
    if (reason === null) throw new AppError('program/cancelled');
    reasons.set(status, reason);
  }
  return changes.map((change) => {
    const status = lacks(change);
    if (!status || (change.do !== 'set' && change.do !== 'insert')) return change;
    const statusReason = reasons.get(status) ?? '';
    return change.do === 'set'
      ? { ...change, fields: { ...change.fields, statusReason } }
      : { ...change, fields: { ...change.fields, statusReason } };
  });
}

const indexes = new WeakMap<readonly ScheduleRow[], Map<number, ScheduleRow>>();

/** A row by its id; the index is made once for each state of the rows. Throws record/not_found. */
function rowById(rows: readonly ScheduleRow[], id: number): ScheduleRow {
  let index = indexes.get(rows);
  if (!index) {
    index = new Map(rows.map((row) => [row.id, row]));
    indexes.set(rows, index);
  }
  const row = index.get(id);
  if (!row) throw new AppError('record/not_found', { id });
  return row;
}

export interface RowEdits {
  change: (change: GridChange, step: GridStep) => Promise<void>;
  setFields: (row: ScheduleRow, fields: Partial<ScheduleFields>) => Promise<void>;
  moveMonths: (row: ScheduleRow, time: RowTime) => Promise<void>;
  insertAfter: (rowId: number | null) => Promise<void>;
  withdraw: (rowIds: number[]) => Promise<void>;
  move: (rowIds: number[], after: number | null) => Promise<void>;
  split: (rowId: number, column: string, parts: string[]) => Promise<void>;
  merge: (rowIds: number[]) => Promise<void>;
  confirm: (rowIds: number[]) => Promise<void>;
}

/** Rows are looked up when an edit runs, so that quick edits one after the other never meet an old version. */
export function useRowEdits(year: number | null): RowEdits {
  const { t } = useT();
  const { message } = App.useApp();
  return useMemo(() => {
    const all = (): readonly ScheduleRow[] => (year === null ? [] : currentRows(year));
    const find = (id: number): ScheduleRow => rowById(all(), id);
    const run = async (code: string, count: number, changes: ScheduleChange[], name?: string): Promise<void> => {
      if (year === null || changes.length === 0) return;
      await editRows(year, { code, params: name === undefined ? { count } : { count, name } }, changes);
    };
    const tellSuggested = (texts: string[], time: RowTime | undefined): void => {
      const [text] = texts;
      if (text !== undefined && time) {
        message.warning(t('schedule.monthSuggested', { text, month: formatMonthCell(time) }), 6);
      }
    };

    return {
      async change({ edits, insert }, step) {
        const fieldsOf = new Map<number, Partial<ScheduleFields>>();
        const suggested: string[] = [];
        let shownTime: RowTime | undefined;
        for (const edit of edits) {
          const row = find(edit.rowId);
          const read = fieldsFromText(edit.columnKey, edit.text, row);
          if (read.suggested) {
            suggested.push(edit.text);
            shownTime = read.fields.time;
          }
          fieldsOf.set(row.id, { ...fieldsOf.get(row.id), ...read.fields });
        }
        const changes: ScheduleChange[] = [];
        for (const [id, fields] of fieldsOf) {
          if (Object.keys(fields).length > 0) changes.push(setChange(find(id), fields));
        }
        for (const texts of insert?.texts ?? []) {
          const read = fieldsFromTexts(texts);
          if (read.suggested.length > 0) {
            suggested.push(...read.suggested);
            shownTime = read.fields.time;
          }
          changes.push({ do: 'insert', after: insert?.afterRowId ?? null, fields: read.fields });
        }
        const statusOnly = edits.length > 0 && !insert && edits.every(({ columnKey }) => columnKey === 'status');
        const ready = await withReasons(changes, find);
        const code = statusOnly && step.code === 'type' ? 'status' : step.code;
        await run(code, code === 'insert' ? (insert?.texts.length ?? 0) : step.cells, ready);
        tellSuggested(suggested, shownTime);
      },

      async setFields(row, fields) {
        const changes = await withReasons([setChange(find(row.id), fields)], find);
        await run(fields.status === undefined ? 'type' : 'status', 1, changes);
      },

      moveMonths: (row, time) => run('months', 1, [setChange(find(row.id), { time })], row.activity.slice(0, 20)),

      insertAfter: (rowId) => run('insert', 1, [{ do: 'insert', after: rowId, fields: {} }]),

      withdraw: (rowIds) =>
        run(
          'withdraw',
          rowIds.length,
          rowIds.map((id) => ({ do: 'withdraw', id, version: find(id).version, reason: '' })),
        ),

      move: (rowIds, after) => run('move', rowIds.length, [{ do: 'move', ids: rowIds, after }]),

      async split(rowId, column, parts) {
        const row = find(rowId);
        const [first, ...rest] = parts.map((part) => part.trim()).filter((part) => part !== '');
        if (first === undefined || rest.length === 0) throw new AppError('schedule/split_empty');
        const kept: Partial<ScheduleFields> = {
          time: row.time,
          activity: row.activity,
          units: row.units,
          status: row.status,
          statusReason: row.statusReason,
          doneOn: row.doneOn,
        };
        await run('split', parts.length, [
          setChange(row, fieldsFromText(column, first, row).fields),
          ...rest.map(
            (part): ScheduleChange => ({
              do: 'insert',
              after: rowId,
              fields: { ...kept, ...fieldsFromText(column, part, row).fields },
            }),
          ),
        ]);
      },

      async merge(rowIds) {
        const ids = new Set(rowIds);
        const merged = all().filter(({ id }) => ids.has(id));
        const [first, ...rest] = merged;
        if (!first || rest.length === 0) throw new AppError('schedule/merge_single');
        await run('merge', merged.length, [
          setChange(first, mergedFields(merged)),
          ...rest.map((row): ScheduleChange => ({ do: 'withdraw', id: row.id, version: row.version, reason: '' })),
        ]);
      },

      confirm: (rowIds) =>
        run(
          'confirm',
          rowIds.length,
          rowIds.map((id) => setChange(find(id), { needsReview: false })),
        ),
    };
  }, [message, t, year]);
}
