/** 检查电子文件: every file of the archive against its checksum, the faults told apart, and repair from a good copy. */
import { Alert, Button, Progress } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '#shared/contract.ts';
import type { Finding } from '#shared/features/objects.ts';
import type { Progress as Steps } from '#shared/procedure.ts';
import { call } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { isCancelled } from '../../app/error-text.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { WriteButton } from '../../app/read-only.tsx';
import { ui, useUi } from '../../app/ui-state.ts';
import { forgetFailedContent } from '../objects/file-content.ts';
import { sizeText } from '../papers/export-done.tsx';

export function FilesCheckDialog() {
  return useUi((state) => state.dialog) === 'filesCheck' ? <FilesCheck /> : null;
}

function FilesCheck() {
  const { t } = useT();
  const [steps, setSteps] = useState<Steps | null>(null);
  const [busy, setBusy] = useState(false);
  const [report, setReport] = useState<Output<'objects.recordCheck'> | null>(null);
  const [repaired, setRepaired] = useState<Readonly<Record<string, 'repaired' | 'whole'>>>({});
  const [error, setError] = useState<unknown>(null);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);

  const check = async (): Promise<void> => {
    stop.current = new AbortController();
    setBusy(true);
    setError(null);
    try {
      setReport(await call('objects.recordCheck', {}, { signal: stop.current.signal, onProgress: setSteps }));
      setRepaired({});
    } catch (failure) {
      if (!isCancelled(failure)) setError(failure);
    } finally {
      setBusy(false);
      setSteps(null);
    }
  };
  const repair = async (sha256: string): Promise<void> => {
    setError(null);
    try {
      const chosen = await call('window.chooseFile', { purpose: 'document' });
      if (!chosen) return;
      const { damage } = await call('objects.repair', { sha256, file: chosen.grant });
      setRepaired((before) => ({ ...before, [sha256]: damage === null ? 'whole' : 'repaired' }));
      forgetFailedContent();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Dialog
      width={760}
      title={t('objectScreen.check.title')}
      mask={{ closable: false }}
      focusField={false}
      onCancel={() => ui.set({ dialog: null })}
      footer={
        busy ? (
          <Button onClick={() => stop.current.abort()}>{t('objectScreen.check.stop')}</Button>
        ) : (
          <Button type={report ? 'default' : 'primary'} onClick={() => void check()}>
            {t(report ? 'objectScreen.check.again' : 'objectScreen.check.start')}
          </Button>
        )
      }
    >
      <p className="muted">{t('objectScreen.check.text')}</p>
      {busy && (
        <Progress
          aria-label={t('objectScreen.check.title')}
          percent={steps && steps.total > 0 ? Math.floor((steps.done * 100) / steps.total) : 0}
        />
      )}
      {report && !busy && (
        <p role="status" className={report.findings.length > 0 ? 'bad-sign' : 'good-sign'}>
          {report.findings.length > 0
            ? t('objectScreen.check.bad', { count: report.objects, problems: report.findings.length })
            : t('objectScreen.check.good', { count: report.objects, size: sizeText(report.bytes) })}
        </p>
      )}
      {report && !busy && report.findings.length > 0 && (
        <div className="numbering" tabIndex={0} role="group" aria-label={t('objectScreen.check.title')}>
          <table className="plain numbering-table">
            <thead>
              <tr>
                <th scope="col">{t('objectScreen.check.file')}</th>
                <th scope="col">{t('objectScreen.check.fault')}</th>
                <th scope="col">{t('objectScreen.check.size')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {report.findings.map((finding) => (
                <Line
                  key={`${finding.kind}-${finding.file}`}
                  finding={finding}
                  outcome={finding.sha256 === null ? null : (repaired[finding.sha256] ?? null)}
                  onRepair={(sha256) => void repair(sha256)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {error !== null && <ErrorView error={error} />}
      {report === null && !busy && error === null && <Alert type="info" title={t('objectScreen.check.hint')} />}
    </Dialog>
  );
}

function Line({
  finding: { kind, file, sha256, expectedSize, foundSize },
  outcome,
  onRepair,
}: {
  finding: Finding;
  outcome: 'repaired' | 'whole' | null;
  onRepair: (sha256: string) => void;
}) {
  const { t } = useT();
  const size = (bytes: number | null): string => (bytes === null ? '—' : sizeText(bytes));
  return (
    <tr>
      <td className="break" title={sha256 ?? ''}>
        {sha256 === null ? file : sha256.slice(0, 12)}
      </td>
      <td>
        <strong>{t(`objects.findings.${kind}`)}</strong>
        <div className="muted">{t(`objectScreen.check.explain.${kind}`)}</div>
      </td>
      <td className="digits">{`${size(expectedSize)} / ${size(foundSize)}`}</td>
      <td>
        {outcome !== null && (
          <span className="good-sign">
            {t(outcome === 'whole' ? 'objectScreen.check.whole' : 'objectScreen.check.repaired')}
          </span>
        )}
        {outcome === null && sha256 !== null && (
          <WriteButton size="small" onClick={() => onRepair(sha256)}>
            {t('objectScreen.check.repair')}
          </WriteButton>
        )}
      </td>
    </tr>
  );
}
