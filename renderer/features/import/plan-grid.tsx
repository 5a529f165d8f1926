/** The draft's rows in the same grid as the plan itself; every action changes the draft alone. */
import { useCallback, useMemo } from 'react';
import { AppError } from '#shared/errors.ts';
import type { Organisation } from '#shared/features/organisations.ts';
import { RowStatus } from '#shared/features/schedule.ts';
import { parseMonthCell } from '#shared/lib/months.ts';
import { matchUnit } from '#shared/lib/units.ts';
import { Grid } from '#ui/grid/grid.tsx';
import type { GridChange, GridColumn } from '#ui/grid/types.ts';
import { errorText } from '../../app/error-text.ts';
import { useT } from '../../app/i18n.tsx';
import { fieldsFromText, fieldsFromTexts, mergedFields, monthText, unitsText } from '../schedule/row-texts.ts';
import { suggestUnits } from '../schedule/schedule-grid.tsx';
import { StatusChip } from '../schedule/status-chip.tsx';
import { UnitNames } from '../schedule/unit-names.tsx';
import type { PlanRow } from './plan-draft.ts';
import { type Draft, errorRows, insertRows, moveRows, removeRows, setRows } from './review-draft.ts';
import type { ReviewGridProps } from './review-frame.tsx';

interface Props extends ReviewGridProps<PlanRow> {
  organisations: readonly Organisation[];
  /** Names that are about to be added or linked. */
  decided: ReadonlySet<string>;
}

const rowId = (row: PlanRow): number => row.id;

function changed(draft: Draft<PlanRow>, change: GridChange): Draft<PlanRow> {
  const rows = new Map(draft.rows.map((row) => [row.id, row]));
  const fields = new Map<number, Partial<PlanRow>>();
  for (const edit of change.edits) {
    const row = rows.get(edit.rowId);
    if (!row) throw new AppError('record/not_found', { id: edit.rowId });
    const read = fieldsFromText(edit.columnKey, edit.text, row);
    // A person wrote it, so it is no longer the reader's doubt; loose words stay marked.
    fields.set(row.id, { ...fields.get(row.id), ...read.fields, needsReview: read.suggested });
  }
  let next = setRows(draft, fields);
  if (change.insert) {
    const added = change.insert.texts.map((texts) => {
      const read = fieldsFromTexts(texts);
      return { ...read.fields, needsReview: read.suggested.length > 0 };
    });
    next = insertRows(next, change.insert.afterRowId, added).draft;
  }
  return next;
}

export function PlanGrid({
  draft,
  problems,
  organisations,
  decided,
  show,
  apply,
  onUndo,
  onRedo,
  onSelectionChange,
}: Props) {
  const { t } = useT();
  const hasStatus = draft.rows.some(({ status }) => status !== 'not_started');
  const hasRemarks = draft.rows.some(({ remark }) => remark !== '');
  const columns = useMemo((): GridColumn<PlanRow>[] => {
    const listed = organisations.map(({ fullName, shortNames }) => ({ name: fullName, shortNames }));
    const isKnown = (name: string): boolean => decided.has(name) || matchUnit(name, listed) !== null;
    return [
      {
        key: 'month',
        heading: t('paper.column.month'),
        width: 88,
        minWidth: 64,
        align: 'center',
        editable: true,
        merge: true,
        text: monthText,
        check: (text) => (parseMonthCell(text).ok ? null : t('errors.schedule/month_invalid', { text })),
      },
      {
        key: 'activity',
        heading: t('paper.column.activity'),
        width: 220,
        minWidth: 120,
        grow: true,
        editable: true,
        multiline: true,
        text: (row) => row.activity,
      },
      {
        key: 'units',
        heading: t('paper.column.unit'),
        width: 176,
        minWidth: 96,
        editable: true,
        text: (row) => unitsText(row.units),
        suggestions: (query) => suggestUnits(organisations, query),
        renderCell: (row) => <UnitNames units={row.units} isKnown={isKnown} />,
      },
      ...(hasStatus
        ? [
            {
              key: 'status',
              heading: t('schedule.column.status'),
              width: 100,
              minWidth: 84,
              editable: true,
              text: (row: PlanRow) => t(`paper.status.${row.status}`),
              options: () => RowStatus.options.map((value) => ({ value, label: t(`paper.status.${value}`) })),
              renderCell: (row: PlanRow) => <StatusChip status={row.status} reason={row.statusReason} />,
            },
          ]
        : []),
      ...(hasRemarks
        ? [
            {
              key: 'remark',
              heading: t('paper.column.remark'),
              width: 120,
              minWidth: 80,
              editable: true,
              multiline: true,
              text: (row: PlanRow) => row.remark,
            },
          ]
        : []),
    ];
  }, [decided, hasRemarks, hasStatus, organisations, t]);

  const errors = useMemo(() => errorRows(problems), [problems]);
  const describe = useCallback((error: unknown) => errorText(t, error), [t]);

  return (
    <div className="review-grid">
      <Grid<PlanRow>
        label={t('review.rows')}
        rows={draft.rows}
        rowId={rowId}
        columns={columns}
        onChange={async (change) => {
          // Checked against the draft first, so that a bad text is refused before anything moves.
          changed(draft, change);
          apply((now) => changed(now, change));
        }}
        onWithdraw={async (ids) => apply((now) => removeRows(now, ids))}
        onMove={async (ids, after) => apply((now) => moveRows(now, ids, after))}
        onSplit={async (id, column, parts) =>
          apply((now) => {
            const row = now.rows.find((candidate) => candidate.id === id);
            const [first, ...rest] = parts.map((part) => part.trim()).filter((part) => part !== '');
            if (!row || first === undefined) return now;
            const kept = setRows(now, new Map([[id, fieldsFromText(column, first, row).fields]]));
            return insertRows(
              kept,
              id,
              rest.map((part) => ({ ...row, ...fieldsFromText(column, part, row).fields, seen: true })),
            ).draft;
          })
        }
        onMerge={async (ids) =>
          apply((now) => {
            const rows = now.rows.filter((row) => ids.includes(row.id));
            const [first] = rows;
            if (!first) return now;
            const merged = setRows(now, new Map([[first.id, mergedFields(rows)]]));
            return removeRows(
              merged,
              ids.filter((id) => id !== first.id),
            );
          })
        }
        onUndo={onUndo}
        onRedo={onRedo}
        describeError={describe}
        onSelectionChange={onSelectionChange}
        rowMark={(row) => (errors.has(row.id) ? 'error' : row.needsReview ? 'doubt' : null)}
        emptyText={t('review.noRows')}
        showRow={show}
      />
    </div>
  );
}
