/** 校验: runs when it opens - over the log of this archive, or over a package that was chosen - and says what was found. */
import { Button, Progress } from 'antd';
import { useEffect, useState } from 'react';
import type { Output } from '#shared/contract.ts';
import type { Progress as Steps } from '#shared/procedure.ts';
import { call, refresh } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { isCancelled } from '../../app/error-text.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { Checksum } from './checksum.tsx';

type Result = Output<'audit.verify'>;

/** Problems that are listed; a package that was replaced has one a file. */
const SHOWN = 100;

/** What is checked: a granted folder with its name, or null for this archive. */
export type Checked = { grant: string; display: string } | null;

export function CheckDialog({ checked, onClose }: { checked: Checked; onClose: () => void }) {
  const { t } = useT();
  const [steps, setSteps] = useState<Steps | null>(null);
  const [result, setResult] = useState<Result | null>(null);
  const [error, setError] = useState<unknown>(null);
  const grant = checked?.grant;

  useEffect(() => {
    const stop = new AbortController();
    call('audit.verify', grant === undefined ? {} : { directory: grant }, {
      signal: stop.signal,
      onProgress: setSteps,
    }).then(
      (found) => {
        setResult(found);
        // An auditor's check is an event of its own.
        refresh('archive');
      },
      (failure: unknown) => {
        if (!isCancelled(failure)) setError(failure);
      },
    );
    return () => stop.abort();
  }, [grant]);

  const busy = result === null && error === null;
  return (
    <Dialog
      width={680}
      title={t(checked === null ? 'auditScreen.check.verify' : 'auditScreen.check.verifyPackageTitle')}
      mask={{ closable: false }}
      focusField={false}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t(busy ? 'shell.cancel' : 'shell.close')}
        </Button>
      }
    >
      {checked !== null && <p className="muted break">{checked.display}</p>}
      {busy && (
        <Progress
          aria-label={t('auditScreen.check.busy')}
          percent={steps && steps.total > 0 ? Math.floor((steps.done * 100) / steps.total) : 0}
        />
      )}
      {error !== null && <ErrorView error={error} />}
      {result && <Found result={result} isPackage={checked !== null} />}
    </Dialog>
  );
}

function Found({ result: { ok, files, events, head, problems }, isPackage }: { result: Result; isPackage: boolean }) {
  const { t } = useT();
  return (
    <div className="audit-result">
      <p role="status" className={ok ? 'good-sign' : 'bad-sign'}>
        <strong>{ok ? t('auditScreen.check.good') : t('auditScreen.check.bad', { count: problems.length })}</strong>{' '}
        {ok &&
          (isPackage
            ? t('auditScreen.check.goodPackage', { files, events })
            : t('auditScreen.check.goodText', { events }))}
      </p>
      {!ok && (
        <ul className="numbering problem-lines" tabIndex={0}>
          {problems.slice(0, SHOWN).map(({ code, file, sequence, detail }) => (
            <li key={`${code}-${file}-${sequence}-${detail}`} className="break">
              {file !== null
                ? t('auditScreen.check.problemFile', { file, detail })
                : sequence !== null
                  ? t('auditScreen.check.problemEvent', { sequence, detail })
                  : detail}
            </li>
          ))}
          {problems.length > SHOWN && (
            <li className="muted">{t('auditScreen.check.problemMore', { count: problems.length - SHOWN })}</li>
          )}
        </ul>
      )}
      {head !== null && (
        <section className="audit-head">
          <strong className="digits">{t('auditScreen.check.head', { sequence: head.sequence })}</strong>
          <Checksum value={head.hash} label={t('auditScreen.log.hash')} />
        </section>
      )}
    </div>
  );
}
