/** A list to look through, copy, and go on from to an activity. */
import { App, Button } from 'antd';
import { useState } from 'react';
import type { GridColumn, GridSelection } from '#ui/grid/types.ts';
import { copyTable } from '../../app/copy-table.ts';
import { Dialog } from '../../app/dialog.tsx';
import { useT } from '../../app/i18n.tsx';
import { ReadGrid } from '../life/read-grid.tsx';
import { activityState, showActivity } from './activity-state.ts';

/** A line of the list; only what its columns show is given. */
export interface Listed {
  key: number;
  /** The activity that the line leads to. */
  activityId: number | null;
  date?: string;
  activity?: string;
  name?: string;
  village?: string;
  role?: string;
  times?: string;
  lines?: string;
  headCount?: string;
}

interface Props {
  title: string;
  label: string;
  note: string | null;
  rows: readonly Listed[];
  columns: readonly GridColumn<Listed>[];
  onClose: () => void;
}

export function ListDialog({ title, label, note, rows, columns, onClose }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  const [selection, setSelection] = useState<GridSelection | null>(null);
  const active = rows.find(({ key }) => key === selection?.activeRowId);
  const target = active?.activityId ?? null;
  const copy = (): void => {
    copyTable([columns.map(({ heading }) => heading), ...rows.map((row) => columns.map((column) => column.text(row)))]);
    message.success(t('activityScreen.behind.copied', { count: rows.length }));
  };
  return (
    <Dialog
      width={860}
      className="list-dialog"
      title={title}
      onCancel={onClose}
      footer={
        <>
          {target !== null && (
            <Button
              onClick={() => {
                activityState.set({ dialog: null });
                showActivity(target);
              }}
            >
              {t('activityScreen.behind.open', { title: active?.activity ?? '' })}
            </Button>
          )}
          <Button onClick={copy}>{t('activityScreen.behind.copy')}</Button>
          <Button type="primary" onClick={onClose}>
            {t('shell.close')}
          </Button>
        </>
      }
    >
      {note !== null && <p className="muted">{note}</p>}
      <div className="list-frame">
        <ReadGrid<Listed>
          label={label}
          rows={rows}
          rowId={rowId}
          columns={columns}
          emptyText={t('activityScreen.behind.none')}
          onSelectionChange={setSelection}
        />
      </div>
    </Dialog>
  );
}

const rowId = ({ key }: Listed): number => key;
