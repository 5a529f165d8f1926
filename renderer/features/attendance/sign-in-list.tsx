/** The sign-in rows of an activity in the grid: Space signs or takes the mark away, cells are corrected in place. */
import { CheckOutlined } from '@ant-design/icons';
import { useCallback, useMemo } from 'react';
import { type Attendance, type AttendanceChange, AttendanceRole } from '#shared/features/attendance.ts';
import { Grid } from '#ui/grid/grid.tsx';
import type { GridColumn, GridSelection } from '#ui/grid/types.ts';
import { call } from '../../app/api.ts';
import { runCommand } from '../../app/commands.ts';
import { errorText } from '../../app/error-text.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useEmptyWords, useReadOnly } from '../../app/read-only.tsx';
import { changesOfEdits, hoursText, readRowCell, type RowColumn, toggleSigned } from './row-edits.ts';

interface Props {
  rows: readonly Attendance[];
  /** The activity has several days. */
  showsDate: boolean;
  selection: GridSelection | null;
  onSelect: (selection: GridSelection) => void;
  onWithdraw: (ids: number[]) => void;
  onConsent: (personId: number) => void;
}

const rowId = ({ id }: Attendance): number => id;
const mark = ({ consentMissing }: Attendance): 'doubt' | null => (consentMissing ? 'doubt' : null);
const undo = (): void => void runCommand('edit.undo');
const redo = (): void => void runCommand('edit.redo');

export function SignInList({ rows, showsDate, selection, onSelect, onWithdraw, onConsent }: Props) {
  const { t } = useT();
  const emptyWords = useEmptyWords();
  const showError = useShowError();
  const readOnly = useReadOnly();
  const describe = useCallback((error: unknown) => errorText(t, error), [t]);
  const columns = useMemo((): GridColumn<Attendance>[] => {
    const fixed = (
      key: string,
      heading: string,
      width: number,
      text: (row: Attendance) => string,
      more: Partial<GridColumn<Attendance>> = {},
    ): GridColumn<Attendance> => ({ key, heading, width, minWidth: 58, editable: false, text, ...more });
    const open = (
      key: RowColumn,
      heading: string,
      width: number,
      text: (row: Attendance) => string,
      more: Partial<GridColumn<Attendance>> = {},
    ): GridColumn<Attendance> => ({
      ...fixed(key, heading, width, text),
      editable: true,
      check: (typedText) => {
        const reading = readRowCell(key, typedText, t);
        return reading.ok ? null : reading.problem;
      },
      ...more,
    });
    return [
      open('number', t('signIn.column.number'), 60, ({ number }) => number ?? '', { align: 'right', minWidth: 60 }),
      fixed('name', t('signIn.column.name'), 96, ({ name }) => name, {
        minWidth: 90,
        renderCell: ({ name }) => <strong className="sign-in-name">{name}</strong>,
      }),
      fixed('sex', t('signIn.column.sex'), 58, ({ sex }) => (sex === null ? '' : t(`participants.sex.${sex}`)), {
        align: 'center',
      }),
      fixed('age', t('signIn.column.age'), 58, ({ age }) => (age === null ? '' : String(age)), { align: 'right' }),
      fixed('village', t('signIn.column.village'), 110, ({ village }) => village ?? '', { minWidth: 90 }),
      fixed('phone', t('signIn.column.phone'), 116, ({ phone }) => phone ?? '', { minWidth: 112 }),
      ...(showsDate ? [open('date', t('signIn.column.date'), 100, ({ date }) => date, { minWidth: 98 })] : []),
      fixed(
        'signed',
        t('signIn.column.signed'),
        94,
        ({ signed }) => (signed ? t('signIn.signed') : t('signIn.notSigned')),
        {
          align: 'center',
          minWidth: 92,
          renderCell: ({ signed }) =>
            signed ? (
              <span className="signed">
                <CheckOutlined aria-hidden /> {t('signIn.signed')}
              </span>
            ) : (
              <span className="not-signed">{t('signIn.notSigned')}</span>
            ),
        },
      ),
      open('role', t('signIn.column.role'), 76, ({ role }) => t(`activities.attendanceRole.${role}`), {
        options: () =>
          AttendanceRole.options.map((value) => ({ value, label: t(`activities.attendanceRole.${value}`) })),
      }),
      open('hours', t('signIn.column.hours'), 64, ({ minutes }) => hoursText(minutes), {
        align: 'right',
        minWidth: 62,
      }),
      open('remark', t('signIn.column.remark'), 120, ({ remark }) => remark, {
        grow: true,
        minWidth: 110,
        renderCell: ({ consentMissing, personId, remark }) =>
          consentMissing ? (
            readOnly ? (
              <>
                <span className="consent-missing">{t('signIn.consentMissing')}</span> {remark}
              </>
            ) : (
              <>
                <button
                  type="button"
                  className="text-link consent-missing"
                  tabIndex={-1}
                  onMouseDown={(event) => event.stopPropagation()}
                  onClick={() => onConsent(personId)}
                >
                  {t('signIn.consentMissing')}
                </button>{' '}
                {remark}
              </>
            )
          ) : (
            remark
          ),
      }),
    ];
  }, [onConsent, readOnly, showsDate, t]);

  const edit = async (changes: AttendanceChange[]): Promise<void> => {
    if (changes.length === 0) return;
    await call('attendance.edit', { step: { code: 'attendanceEdit', params: { count: changes.length } }, changes });
  };
  const sign = (): void => {
    const chosen = new Set(selection?.rowIds ?? []);
    edit(toggleSigned(rows.filter(({ id }) => chosen.has(id)))).catch(showError);
  };
  return (
    <Grid<Attendance>
      label={t('signIn.list')}
      rows={rows}
      rowId={rowId}
      columns={columns}
      canInsert={false}
      onChange={(change) => edit(changesOfEdits(change.edits, rows, t))}
      onWithdraw={(ids) => {
        if (ids.length > 0) onWithdraw(ids);
        return Promise.resolve();
      }}
      {...(readOnly ? {} : { onPreview: sign })}
      onUndo={undo}
      onRedo={redo}
      describeError={describe}
      onSelectionChange={onSelect}
      rowMark={mark}
      emptyText={emptyWords(t('signIn.empty'))}
    />
  );
}
