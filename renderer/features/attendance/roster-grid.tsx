/** The lines of a sheet, or the activities of a list, under review. What is said of a new person holds for all their lines. */
import { useMemo } from 'react';
import type { PlannedImport } from '#shared/features/attendance.ts';
import type { Translate } from '#shared/i18n/index.ts';
import type { GridChange, GridColumn } from '#ui/grid/types.ts';
import { useT } from '../../app/i18n.tsx';
import { type Draft, insertRows } from '../import/review-draft.ts';
import type { ReviewGridProps } from '../import/review-frame.tsx';
import { ReviewGrid } from '../import/review-grid.tsx';
import { readRosterCell, type RosterRow, rosterText, withEdited, withRosterCell } from './roster-draft.ts';

interface Props extends ReviewGridProps<RosterRow> {
  kind: PlannedImport['reading']['kind'];
  /** Somebody is under 14: guardian and consent are asked for. */
  hasMinors: boolean;
}

const OF_PERSONS = ['sex', 'birth', 'village', 'phone', 'guardian', 'consent'];

function changed(draft: Draft<RosterRow>, change: GridChange, t: Translate): Draft<RosterRow> {
  const rows = new Map(draft.rows.map((row) => [row.id, row]));
  const edited = new Map<number, RosterRow>();
  for (const { rowId: id, columnKey, text } of change.edits) {
    const row = edited.get(id) ?? rows.get(id);
    if (row) edited.set(id, withRosterCell(row, columnKey, text, t));
  }
  let next = withEdited(draft, edited);
  if (change.insert) {
    const blank = { ...draft.empty, id: 0 };
    const added = change.insert.texts.map((texts) =>
      Object.entries(texts).reduce<RosterRow>(
        (row, [column, text]) => (text === '' ? row : withRosterCell(row, column, text, t)),
        blank,
      ),
    );
    next = insertRows(next, change.insert.afterRowId, added).draft;
  }
  return next;
}

export function RosterGrid({ kind, hasMinors, ...rest }: Props) {
  const { draft } = rest;
  const { t } = useT();
  const hasNumbers = draft.rows.some(({ fields }) => (fields.number ?? null) !== null);
  const columns = useMemo((): GridColumn<RosterRow>[] => {
    const column = (
      key: string,
      heading: string,
      width: number,
      more: Partial<GridColumn<RosterRow>> = {},
    ): GridColumn<RosterRow> => ({
      key,
      heading,
      width,
      minWidth: 48,
      editable: true,
      text: (row) => rosterText(row, key, t),
      check: (text, row) => {
        if (row && 'id' in row.person && OF_PERSONS.includes(key)) return t('signIn.review.locked');
        const cell = readRosterCell(key, text, t);
        return cell.ok ? null : cell.problem;
      },
      ...more,
    });
    const who: GridColumn<RosterRow> = {
      key: 'who',
      heading: t('signIn.review.person'),
      width: 66,
      minWidth: 66,
      editable: false,
      text: (row) => whoText(row, t),
      renderCell: (row) => (
        <span className={row.duplicate !== null ? 'muted' : 'id' in row.person ? 'known-person' : ''}>
          {whoText(row, t)}
        </span>
      ),
    };
    if (kind === 'activities') {
      return [
        who,
        column('title', t('signIn.activityTitle'), 220, { grow: true, minWidth: 160 }),
        column('dateStart', t('signIn.date'), 104, { minWidth: 100 }),
        column('dateEnd', t('signIn.dateEnd'), 104, { minWidth: 100 }),
        column('place', t('signIn.review.field.place'), 140),
        column('headCount', t('signIn.review.field.head_count'), 90, { editable: false, align: 'right' }),
      ];
    }
    return [
      who,
      ...(hasNumbers ? [column('number', t('signIn.column.number'), 60, { align: 'right', minWidth: 60 })] : []),
      column('name', t('signIn.column.name'), 92, { minWidth: 90 }),
      column('sex', t('signIn.column.sex'), 58, { align: 'center', minWidth: 58 }),
      column('birth', t('signIn.review.columnBirth'), 106, { minWidth: 96 }),
      column('village', t('signIn.column.village'), 100, { minWidth: 86 }),
      ...(kind === 'attendance'
        ? [
            column('activity', t('signIn.review.columnActivity'), 112, { grow: true, minWidth: 96 }),
            column('date', t('signIn.column.date'), 104, { minWidth: 100 }),
            column('signed', t('signIn.column.signed'), 58, { align: 'center', minWidth: 58 }),
          ]
        : []),
      column('phone', t('signIn.column.phone'), 116, { minWidth: 112 }),
      ...(kind === 'attendance' ? [column('role', t('signIn.column.role'), 76)] : []),
      ...(hasMinors
        ? [
            column('guardian', t('signIn.line.guardianName'), 84, { minWidth: 76 }),
            column('consent', t('signIn.line.consentOn'), 104, { minWidth: 100 }),
          ]
        : []),
      column('remark', t('signIn.column.remark'), 90),
    ];
  }, [hasMinors, hasNumbers, kind, t]);
  return (
    <ReviewGrid<RosterRow>
      {...rest}
      columns={columns}
      canInsert={kind !== 'activities'}
      changed={(now, change) => changed(now, change, t)}
      mark={(row, wrong) => (wrong ? 'error' : row.needsReview || row.duplicate !== null ? 'doubt' : null)}
    />
  );
}

function whoText(row: RosterRow, t: Translate): string {
  if (row.duplicate !== null) return t('signIn.review.leftOut');
  if (row.listed) return t('signIn.review.activityNew');
  return 'id' in row.person ? t('signIn.review.knownPerson') : t('signIn.review.newPerson');
}
