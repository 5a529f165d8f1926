/** 审计资料包: the evidence of a year, written into a chosen folder, and the seal to be kept apart from it. */
import { App, Button, Progress, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '#shared/contract.ts';
import type { Progress as Steps } from '#shared/procedure.ts';
import { call, refresh, useAsked } from '../../app/api.ts';
import { copyTable } from '../../app/copy-table.ts';
import { useYear, useYears } from '../../app/archive-state.ts';
import { Dialog } from '../../app/dialog.tsx';
import { isCancelled } from '../../app/error-text.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useEmptyWords } from '../../app/read-only.tsx';
import { Fact } from '../../app/saved-text.tsx';
import { ui, useUi } from '../../app/ui-state.ts';
import { sizeText } from '../papers/export-done.tsx';
import { Checksum } from './checksum.tsx';
import './audit.css';

type Written = Output<'audit.package'>;

export function PackageDialog() {
  return useUi(({ dialog }) => dialog === 'auditPackage') ? <Package /> : null;
}

function close(): void {
  ui.set({ dialog: null });
}

function Package() {
  const { t } = useT();
  const emptyWords = useEmptyWords();
  const current = useYear();
  const plans = useYears().data ?? [];
  const ledger = useAsked('budgets.years', {}).data ?? [];
  const years = [...new Set([...ledger, ...plans].map(({ year }) => year))].toSorted((a, b) => b - a);
  const [chosen, setChosen] = useState<number | null>(null);
  const year = chosen ?? (current !== null && years.includes(current) ? current : (years[0] ?? null));
  const [steps, setSteps] = useState<Steps | null>(null);
  const [busy, setBusy] = useState(false);
  const [written, setWritten] = useState<Written | null>(null);
  const [error, setError] = useState<unknown>(null);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);

  const write = async (): Promise<void> => {
    if (year === null) return;
    setError(null);
    try {
      const grant = await call('window.chooseFolder', { purpose: 'auditPackage' });
      if (!grant) return;
      stop.current = new AbortController();
      setBusy(true);
      setWritten(
        await call(
          'audit.package',
          { year, directory: grant.grant },
          { signal: stop.current.signal, onProgress: setSteps },
        ),
      );
      refresh('archive');
      refresh('history');
    } catch (failure) {
      if (!isCancelled(failure)) setError(failure);
    } finally {
      setBusy(false);
      setSteps(null);
    }
  };

  const footer = busy ? (
    <Button onClick={() => stop.current.abort()}>{t('shell.cancel')}</Button>
  ) : written ? (
    <>
      <Button onClick={() => void call('window.reveal', { file: written.directory }).catch(setError)}>
        {t('auditScreen.check.packageOpen')}
      </Button>
      <Button type="primary" onClick={close}>
        {t('shell.close')}
      </Button>
    </>
  ) : (
    <>
      <Button onClick={close}>{t('shell.cancel')}</Button>
      <Button type="primary" disabled={year === null} onClick={() => void write()}>
        {t('auditScreen.check.packageDo')}
      </Button>
    </>
  );
  return (
    <Dialog
      width={680}
      title={t(written ? 'auditScreen.check.packageDone' : 'auditScreen.check.packageTitle')}
      mask={{ closable: false }}
      focusField={false}
      onCancel={close}
      footer={footer}
    >
      {!written && (
        <>
          <p className="muted audit-text">{t('auditScreen.check.packageText')}</p>
          <div className="field audit-year">
            <label htmlFor="package-year">{t('auditScreen.check.packageYear')}</label>
            <Select<number>
              id="package-year"
              disabled={busy}
              value={year}
              onChange={setChosen}
              notFoundContent={emptyWords(t('auditScreen.check.packageNoYear'))}
              options={years.map((value) => ({ value, label: t('shell.year.option', { year: value }) }))}
            />
          </div>
          {years.length === 0 && <p>{emptyWords(t('auditScreen.check.packageNoYear'))}</p>}
        </>
      )}
      {busy && (
        <Progress
          aria-label={t('auditScreen.check.packageBusy')}
          percent={steps && steps.total > 0 ? Math.floor((steps.done * 100) / steps.total) : 0}
        />
      )}
      {written && <Result written={written} />}
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}

function Result({ written }: { written: Written }) {
  const { t } = useT();
  const { message } = App.useApp();
  const { directory, files, bytes, entries, vouchers, seal, head, problems } = written;
  return (
    <div className="audit-result" role="status">
      <dl className="facts">
        <Fact label={t('auditScreen.check.packageWhere')}>
          <span className="break">{directory}</span>
        </Fact>
        <Fact label={t('auditScreen.check.packageCounts')}>
          {t('auditScreen.check.packageCountsText', { entries, vouchers, files, size: sizeText(bytes) })}
        </Fact>
        <Fact label={t('auditScreen.check.packageSeal')}>
          <Checksum value={seal} label={t('auditScreen.check.packageSeal')} />
          <Button
            size="small"
            onClick={() => {
              copyTable([[seal]]);
              message.success(t('auditScreen.check.packageSealCopied'));
            }}
          >
            {t('auditScreen.check.packageSealCopy')}
          </Button>
          <p className="field-hint">{t('auditScreen.check.packageSealHint')}</p>
        </Fact>
        <Fact label={t('auditScreen.check.head', { sequence: head.sequence })}>
          <Checksum value={head.hash} label={t('auditScreen.log.hash')} />
        </Fact>
      </dl>
      {problems.length > 0 && (
        <>
          <p className="bad-sign">{t('auditScreen.check.packageProblems', { count: problems.length })}</p>
          <ul className="numbering problem-lines" tabIndex={0}>
            {problems.map((problem) => (
              <li key={problem} className="break">
                {problem}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
