/** Writes the 配档表 as Excel or PDF: choices, warnings, progress with cancel, and where the file is. */
import { Button, Segmented } from 'antd';
import { useMemo } from 'react';
import { call, useAsked } from '../../app/api.ts';
import { useYear } from '../../app/archive-state.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { ui, useUi } from '../../app/ui-state.ts';
import { ExportDone, ExportProgress } from '../papers/export-done.tsx';
import { usePaperExport } from '../papers/use-export.ts';
import { exportWarnings } from './export-warnings.ts';
import { PaperForm } from './paper-form.tsx';
import { usePaperChoice } from './paper-options.ts';
import { usePlanRows } from './use-plan-rows.ts';

export function ExportDialog() {
  const format = useUi((state) => state.exporting);
  const year = useYear();
  return format !== null && year !== null ? <Export format={format} year={year} /> : null;
}

function close(): void {
  ui.set({ exporting: null });
}

function Export({ format, year }: { format: 'xlsx' | 'pdf'; year: number }) {
  const { t } = useT();
  const choice = usePaperChoice();
  const rows = usePlanRows(year).data?.rows;
  const organisations = useAsked('organisations.list', {}).data;
  // Looked through once: progress redraws the dialog many times, and a large year has 20,000 rows.
  const warnings = useMemo(() => exportWarnings(rows ?? [], organisations), [rows, organisations]);
  const paper = usePaperExport((target, options) => call('schedule.export', { year, ...choice, ...target }, options));

  const list = [
    warnings.needReview > 0 && t('schedule.export.review', { count: warnings.needReview }),
    warnings.emptyActivities > 0 && t('schedule.export.emptyActivities', { count: warnings.emptyActivities }),
    warnings.withoutMonth > 0 && t('schedule.export.withoutMonth', { count: warnings.withoutMonth }),
    warnings.withoutUnit > 0 && t('schedule.export.withoutUnit', { count: warnings.withoutUnit }),
    warnings.emptyMonths.length > 0 &&
      t('schedule.export.emptyMonths', { months: warnings.emptyMonths.join(t('paper.unitSeparator')) }),
    warnings.unknownUnits.length > 0 &&
      t('schedule.export.unknownUnits', { names: warnings.unknownUnits.slice(0, 5).join(t('paper.unitSeparator')) }),
  ].filter((line) => line !== false);

  if (paper.result) return <ExportDone {...paper.result} onClose={close} />;

  const leave = (): void => (paper.working ? paper.cancel() : close());
  return (
    <Dialog
      width={560}
      title={t('schedule.export.title', { year })}
      onCancel={leave}
      focusField={false}
      mask={{ closable: false }}
      footer={
        <div className="actions actions-end">
          <Button onClick={leave}>{t('shell.cancel')}</Button>
          {paper.anyway ? (
            <Button type="primary" loading={paper.working} onClick={paper.anyway}>
              {t('schedule.export.anyway')}
            </Button>
          ) : (
            <Button
              type="primary"
              loading={paper.working}
              onClick={() => paper.start(format, t('paper.fileName', { year }))}
            >
              {t('schedule.export.start')}
            </Button>
          )}
        </div>
      }
    >
      <div className="field">
        <span className="label">{t('schedule.export.format')}</span>
        <Segmented<'xlsx' | 'pdf'>
          aria-label={t('schedule.export.format')}
          disabled={paper.working}
          value={format}
          onChange={(exporting) => ui.set({ exporting })}
          options={[
            { value: 'xlsx', label: t('schedule.export.xlsx') },
            { value: 'pdf', label: t('schedule.export.pdf') },
          ]}
        />
      </div>
      <PaperForm disabled={paper.working} />
      {list.length > 0 && (
        <div className="callout">
          <p>{t('schedule.export.before')}</p>
          <ul>
            {list.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {paper.working && <ExportProgress progress={paper.progress} />}
      {paper.error !== null && <ErrorView error={paper.error} />}
    </Dialog>
  );
}
