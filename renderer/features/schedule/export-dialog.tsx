/** Writes the 配档表 as Excel or PDF: choices, warnings, progress with cancel, and where the file is. */
import { Dialog } from '../../app/dialog.tsx';
import { CheckCircleFilled } from '@ant-design/icons';
import { Alert, Button, Progress as ProgressBar, Segmented } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { AppError } from '#shared/errors.ts';
import type { ExportOutput } from '#shared/features/schedule.ts';
import type { Grant } from '#shared/features/window.ts';
import type { Progress } from '#shared/procedure.ts';
import { call, useAsked } from '../../app/api.ts';
import { useYear } from '../../app/archive-state.ts';
import { ErrorView, useShowError } from '../../app/error-view.tsx';
import { isCancelled } from '../../app/error-text.ts';
import { useT } from '../../app/i18n.tsx';
import { ui, useUi } from '../../app/ui-state.ts';
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

interface Result {
  output: ExportOutput;
  grant: Grant;
}

function Export({ format, year }: { format: 'xlsx' | 'pdf'; year: number }) {
  const { t } = useT();
  const showError = useShowError();
  const choice = usePaperChoice();
  const rows = usePlanRows(year).data?.rows;
  const organisations = useAsked('organisations.list', {}).data;
  // Looked through once: progress redraws the dialog many times, and a large year has 20,000 rows.
  const warnings = useMemo(() => exportWarnings(rows ?? [], organisations), [rows, organisations]);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [working, setWorking] = useState(false);
  const [result, setResult] = useState<Result | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [target, setTarget] = useState<Grant | null>(null);
  const cancel = useRef<AbortController | null>(null);
  const missing = error instanceof AppError && error.code === 'export/missing_glyphs';

  const write = async (grant: Grant, allowMissingGlyphs: boolean): Promise<void> => {
    cancel.current = new AbortController();
    setWorking(true);
    setError(null);
    setProgress(null);
    try {
      const output = await call(
        'schedule.export',
        { year, format, file: grant.grant, ...choice, allowMissingGlyphs },
        { onProgress: setProgress, signal: cancel.current.signal },
      );
      setResult({ output, grant });
    } catch (failure) {
      if (!isCancelled(failure)) setError(failure);
    } finally {
      setWorking(false);
      cancel.current = null;
    }
  };

  const start = async (): Promise<void> => {
    try {
      const grant = await call('window.chooseSave', { suggestedName: t('paper.fileName', { year }), format });
      if (!grant) return;
      setTarget(grant);
      await write(grant, false);
    } catch (failure) {
      setError(failure);
    }
  };

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

  if (result) {
    const { output, grant } = result;
    return (
      <Dialog
        width={560}
        title={t('schedule.export.done')}
        onCancel={close}
        footer={
          <div className="actions actions-end">
            <Button onClick={() => void call('window.reveal', { file: grant.grant }).catch(showError)}>
              {t('schedule.export.reveal')}
            </Button>
            <Button
              type="primary"
              onClick={() => void call('window.openOutside', { file: grant.grant }).catch(showError)}
            >
              {t('schedule.export.open')}
            </Button>
          </div>
        }
      >
        <div className="export-result">
          <CheckCircleFilled className="good-sign" aria-hidden />
          <div>
            <p className="file-name">{grant.name}</p>
            <p className="muted break">{grant.display}</p>
            <p className="muted">
              {t('schedule.export.facts', {
                pages: output.pages,
                rows: output.rows,
                size: sizeText(output.bytes),
              })}
            </p>
          </div>
        </div>
        {output.missingGlyphs.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={t('schedule.export.missing', {
              characters: output.missingGlyphs.map(({ character }) => character).join(' '),
            })}
          />
        )}
      </Dialog>
    );
  }

  return (
    <Dialog
      width={560}
      title={t('schedule.export.title', { year })}
      onCancel={() => (working ? cancel.current?.abort() : close())}
      focusField={false}
      mask={{ closable: false }}
      footer={
        <div className="actions actions-end">
          <Button onClick={() => (working ? cancel.current?.abort() : close())}>{t('shell.cancel')}</Button>
          {missing && target ? (
            <Button type="primary" loading={working} onClick={() => void write(target, true)}>
              {t('schedule.export.anyway')}
            </Button>
          ) : (
            <Button type="primary" loading={working} onClick={() => void start()}>
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
          disabled={working}
          value={format}
          onChange={(exporting) => ui.set({ exporting })}
          options={[
            { value: 'xlsx', label: t('schedule.export.xlsx') },
            { value: 'pdf', label: t('schedule.export.pdf') },
          ]}
        />
      </div>
      <PaperForm disabled={working} />
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
      {working && (
        <ProgressBar
          aria-label={t('schedule.export.working')}
          percent={progress && progress.total > 0 ? Math.round((progress.done / progress.total) * 100) : 0}
          status="active"
        />
      )}
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}

export function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
