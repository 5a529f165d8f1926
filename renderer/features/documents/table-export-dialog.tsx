/** Writes documents as a table to be edited: which ones, progress with cancel, and where the file is. */
import { App, Button, Progress as ProgressBar, Select } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { Progress } from '#shared/procedure.ts';
import { call, useAsked } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { isCancelled } from '../../app/error-text.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { ui, useUi } from '../../app/ui-state.ts';

export function TableExportDialog() {
  const open = useUi((state) => state.dialog === 'exportTable');
  return open ? <TableExport /> : null;
}

type Range = 'all' | 'none' | number;

function TableExport() {
  const { t } = useT();
  const { notification } = App.useApp();
  const tree = useAsked('documents.tree', {}).data;
  const [range, setRange] = useState<Range>('all');
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [working, setWorking] = useState(false);
  const cancel = useRef<AbortController | null>(null);
  const counts = useMemo(() => {
    const years = new Map<number | null, number>();
    for (const { year, count } of tree?.nodes ?? []) years.set(year, (years.get(year) ?? 0) + count);
    return [...years].toSorted(([one], [other]) => (other ?? 0) - (one ?? 0));
  }, [tree]);

  const close = (): void => (working ? cancel.current?.abort() : ui.set({ dialog: null }));
  const write = async (): Promise<void> => {
    setError(null);
    const grant = await call('window.chooseSave', { suggestedName: t('documentTable.fileName'), format: 'xlsx' });
    if (!grant) return;
    cancel.current = new AbortController();
    setWorking(true);
    setProgress(null);
    try {
      const filter = range === 'all' ? {} : { year: range === 'none' ? null : range };
      const { rows } = await call(
        'documents.exportTable',
        { filter, file: grant.grant },
        { onProgress: setProgress, signal: cancel.current.signal },
      );
      ui.set({ dialog: null });
      notification.success({
        title: t('documentTable.exported', { count: rows }),
        description: <span className="break">{grant.display}</span>,
        placement: 'bottomRight',
        actions: (
          <Button size="small" onClick={() => void call('window.openOutside', { file: grant.grant })}>
            {t('schedule.export.open')}
          </Button>
        ),
      });
    } finally {
      setWorking(false);
      cancel.current = null;
    }
  };

  return (
    <Dialog
      width={560}
      title={t('documentTable.exportTitle')}
      onCancel={close}
      focusField={false}
      mask={{ closable: false }}
      footer={
        <div className="actions actions-end">
          <Button onClick={close}>{t('shell.cancel')}</Button>
          <Button
            type="primary"
            loading={working}
            onClick={() =>
              void write().catch((failure: unknown) => {
                if (!isCancelled(failure)) setError(failure);
              })
            }
          >
            {t('documentTable.exportStart')}
          </Button>
        </div>
      }
    >
      <p>{t('documentTable.exportText')}</p>
      <div className="field">
        <label htmlFor="table-range">{t('documentTable.which')}</label>
        <Select<Range>
          id="table-range"
          disabled={working}
          value={range}
          onChange={setRange}
          options={[
            {
              value: 'all',
              label: t('documentTable.withCount', { label: t('documentTable.allYears'), count: tree?.total ?? 0 }),
            },
            ...counts.map(([year, count]) => ({
              value: year ?? 'none',
              label: t('documentTable.withCount', {
                label: year === null ? t('documentTable.noYear') : t('shell.year.option', { year }),
                count,
              }),
            })),
          ]}
        />
      </div>
      {working && (
        <ProgressBar
          aria-label={t('documentTable.exporting')}
          percent={progress && progress.total > 0 ? Math.round((progress.done / progress.total) * 100) : 0}
          status="active"
        />
      )}
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
