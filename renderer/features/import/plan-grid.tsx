/** The draft's rows in the same grid as the plan itself. */
import { useMemo } from 'react';
import type { Organisation } from '#shared/features/organisations.ts';
import { RowStatus } from '#shared/features/schedule.ts';
import { parseMonthCell } from '#shared/lib/months.ts';
import { matchUnit } from '#shared/lib/units.ts';
import type { GridColumn } from '#ui/grid/types.ts';
import { useT } from '../../app/i18n.tsx';
import { fieldsFromText, fieldsFromTexts, mergedFields, monthText, unitsText } from '../schedule/row-texts.ts';
import { suggestUnits } from '../schedule/schedule-grid.tsx';
import { StatusChip } from '../schedule/status-chip.tsx';
import { UnitNames } from '../schedule/unit-names.tsx';
import type { PlanRow } from './plan-draft.ts';
import { type Draft, insertRows, removeRows, setRows, withChange } from './review-draft.ts';
import type { ReviewGridProps } from './review-frame.tsx';
import { ReviewGrid } from './review-grid.tsx';

interface Props extends ReviewGridProps<PlanRow> {
  organisations: readonly Organisation[];
  /** Names that are about to be added or linked. */
  decided: ReadonlySet<string>;
}

/** What a person wrote is no longer the reader's doubt; loose words stay marked. */
function edit(row: PlanRow, column: string, text: string): Partial<PlanRow> {
  const { fields, suggested } = fieldsFromText(column, text, row);
  return { ...fields, needsReview: suggested };
}

function insert(texts: Readonly<Record<string, string>>): Partial<PlanRow> {
  const { fields, suggested } = fieldsFromTexts(texts);
  return { ...fields, needsReview: suggested.length > 0 };
}

function split(draft: Draft<PlanRow>, id: number, column: string, parts: readonly string[]): Draft<PlanRow> {
  const row = draft.rows.find((candidate) => candidate.id === id);
  const [first, ...rest] = parts.map((part) => part.trim()).filter((part) => part !== '');
  if (!row || first === undefined) return draft;
  const kept = setRows(draft, new Map([[id, fieldsFromText(column, first, row).fields]]));
  const added = rest.map((part) => ({ ...row, ...fieldsFromText(column, part, row).fields, seen: true }));
  return insertRows(kept, id, added).draft;
}

function merge(draft: Draft<PlanRow>, ids: readonly number[]): Draft<PlanRow> {
  const rows = draft.rows.filter((row) => ids.includes(row.id));
  const [first] = rows;
  if (!first) return draft;
  const merged = setRows(draft, new Map([[first.id, mergedFields(rows)]]));
  return removeRows(
    merged,
    ids.filter((id) => id !== first.id),
  );
}

export function PlanGrid({ organisations, decided, ...rest }: Props) {
  const { draft, apply } = rest;
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

  return (
    <ReviewGrid<PlanRow>
      {...rest}
      columns={columns}
      changed={(now, change) => withChange(now, change, edit, insert)}
      onSplit={async (id, column, parts) => apply((now) => split(now, id, column, parts))}
      onMerge={async (ids) => apply((now) => merge(now, ids))}
      mark={(row, wrong) => (wrong ? 'error' : row.needsReview ? 'doubt' : null)}
    />
  );
}
