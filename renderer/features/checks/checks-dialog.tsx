/** 四性检测 by DA/T 70-2018: what passed, what failed and where, and what only a person can see. Each report is kept. */
import { Button, Input, Progress, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { type CheckReport, type CheckResult, type CheckRun, CheckStage } from '#shared/features/checks.ts';
import type { Progress as Steps } from '#shared/procedure.ts';
import { call, useAsked } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { isCancelled } from '../../app/error-text.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { ui, useUi } from '../../app/ui-state.ts';

export function ChecksDialog() {
  return useUi((state) => state.dialog) === 'checks' ? <Checks /> : null;
}

type Shown = Pick<CheckReport, 'documents' | 'results'>;

const SIGNS = { pass: 'good-sign', fail: 'bad-sign', manual: 'warning-sign', not_applicable: 'muted' } as const;

function Checks() {
  const { t, locale } = useT();
  const tree = useAsked('documents.tree', {}).data?.nodes ?? [];
  const kept = useAsked('checks.list', {}).data ?? [];
  const [stage, setStage] = useState<CheckStage>('storage');
  const [year, setYear] = useState<number | null>(null);
  const [checkedBy, setCheckedBy] = useState('');
  const [steps, setSteps] = useState<Steps | null>(null);
  const [busy, setBusy] = useState(false);
  const [report, setReport] = useState<Shown | null>(null);
  const [error, setError] = useState<unknown>(null);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const years = [...new Set(tree.flatMap((node) => (node.year === null ? [] : [node.year])))].toSorted((a, b) => b - a);

  const run = async (): Promise<void> => {
    stop.current = new AbortController();
    setBusy(true);
    setError(null);
    try {
      const scope = { stage, checkedBy: checkedBy.trim(), ...(year === null ? {} : { year }) };
      setReport(await call('checks.keep', scope, { signal: stop.current.signal, onProgress: setSteps }));
    } catch (failure) {
      if (!isCancelled(failure)) setError(failure);
    } finally {
      setBusy(false);
      setSteps(null);
    }
  };
  const option = ({ id, checkedAt, stage: at, checkedBy: by }: CheckRun) => ({
    value: id,
    label: t('objectScreen.checks.keptOption', {
      at: new Date(checkedAt).toLocaleString(locale, { hour12: false }),
      stage: t(`checks.stage.${at}`),
      by,
    }),
  });
  return (
    <Dialog
      width={860}
      title={t('objectScreen.checks.title')}
      mask={{ closable: false }}
      onCancel={() => ui.set({ dialog: null })}
      footer={
        busy ? (
          <Button onClick={() => stop.current.abort()}>{t('objectScreen.check.stop')}</Button>
        ) : (
          <Button type="primary" disabled={checkedBy.trim() === ''} onClick={() => void run()}>
            {t('objectScreen.checks.start')}
          </Button>
        )
      }
    >
      <p className="muted">{t('objectScreen.checks.text')}</p>
      <div className="checks-form">
        <label>
          {t('objectScreen.checks.checkedBy')}
          <Input maxLength={50} value={checkedBy} onChange={(event) => setCheckedBy(event.target.value)} />
        </label>
        <label htmlFor="check-stage">
          {t('objectScreen.checks.stage')}
          <Select<CheckStage>
            id="check-stage"
            value={stage}
            onChange={setStage}
            options={CheckStage.options.map((value) => ({ value, label: t(`checks.stage.${value}`) }))}
          />
        </label>
        <label htmlFor="check-year">
          {t('objectScreen.checks.year')}
          <Select<number>
            id="check-year"
            value={year ?? 0}
            onChange={(value) => setYear(value === 0 ? null : value)}
            options={[
              { value: 0, label: t('objectScreen.checks.allYears') },
              ...years.map((value) => ({ value, label: t('shell.year.option', { year: value }) })),
            ]}
          />
        </label>
        {kept.length > 0 && (
          <label htmlFor="check-kept">
            {t('objectScreen.checks.kept')}
            <Select<number>
              id="check-kept"
              value={null}
              placeholder={kept.length}
              onChange={(id) => setReport(kept.find((one) => one.id === id) ?? null)}
              options={kept.map(option)}
            />
          </label>
        )}
      </div>
      {busy && (
        <Progress
          aria-label={t('objectScreen.checks.title')}
          percent={steps && steps.total > 0 ? Math.floor((steps.done * 100) / steps.total) : 0}
        />
      )}
      {error !== null && <ErrorView error={error} />}
      {report && !busy && <Report report={report} />}
    </Dialog>
  );
}

function Report({ report: { documents, results } }: { report: Shown }) {
  const { t } = useT();
  const count = (wanted: CheckResult['result']): number => results.filter(({ result }) => result === wanted).length;
  return (
    <>
      <p role="status" className={count('fail') > 0 ? 'bad-sign' : 'good-sign'}>
        {t('objectScreen.checks.summary', {
          documents,
          pass: count('pass'),
          fail: count('fail'),
          none: count('not_applicable'),
          manual: count('manual'),
        })}
      </p>
      <div className="numbering" tabIndex={0} role="group" aria-label={t('objectScreen.checks.title')}>
        <table className="plain checks-table">
          <thead>
            <tr>
              <th scope="col">{t('objectScreen.checks.code')}</th>
              <th scope="col">{t('objectScreen.checks.rule')}</th>
              <th scope="col">{t('objectScreen.checks.looked')}</th>
              <th scope="col">{t('objectScreen.checks.result')}</th>
            </tr>
          </thead>
          <tbody>
            {results.map(({ code, name, looked, result, failures, more }) => (
              <tr key={code}>
                <td className="digits">{code}</td>
                <td>
                  {name}
                  {failures.length > 0 && (
                    <ul className="break">
                      {failures.map((failure, index) => (
                        <li key={`${index}-${failure.name}`}>
                          {failure.detail === ''
                            ? failure.name
                            : t('objectScreen.checks.failure', { name: failure.name, detail: failure.detail })}
                        </li>
                      ))}
                      {more > 0 && <li className="muted">{t('objectScreen.checks.more', { count: more })}</li>}
                    </ul>
                  )}
                </td>
                <td className="digits">{looked}</td>
                <td>
                  <span className={SIGNS[result]}>{t(`checks.result.${result}`)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
