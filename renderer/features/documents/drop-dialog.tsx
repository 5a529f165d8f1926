/** 收入电子文件: what becomes of several dropped files or a folder; then how far it has come, and what was refused. */
import { Button, Progress, Radio } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useAsked } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import type { Dropped } from '../../app/drop-target.ts';
import { errorText, isCancelled } from '../../app/error-text.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { sizeText } from '../papers/export-done.tsx';
import { MOST_FILES, walk, type Walked } from './dropped-files.ts';
import { type Taken, takeFiles } from './take-files.ts';

/** Names of files that are listed; more would hide the question. */
const LISTED = 6;

export function DropDialog({ dropped, id, onClose }: { dropped: Dropped; id: number | null; onClose: () => void }) {
  const { t } = useT();
  const document = useAsked('documents.get', { id: id ?? 0 }, { enabled: id !== null }).data?.document;
  const [found, setFound] = useState(0);
  const [walked, setWalked] = useState<Walked | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [mode, setMode] = useState<'each' | 'all'>('each');
  const [done, setDone] = useState<number | null>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const stop = useRef(new AbortController());

  useEffect(() => {
    const walking = new AbortController();
    const taking = stop.current;
    walk(dropped, walking.signal, setFound).then(setWalked, (failure: unknown) => {
      if (!isCancelled(failure)) setError(failure);
    });
    return () => {
      walking.abort();
      taking.abort();
    };
  }, [dropped]);

  const files = walked?.files ?? [];
  const busy = done !== null && taken === null;
  const run = async (): Promise<void> => {
    stop.current = new AbortController();
    setDone(0);
    const target = mode === 'all' ? id : null;
    const sorry = (failure: unknown): string => t('objectScreen.drop.withdrawn', { detail: errorText(t, failure) });
    setTaken(await takeFiles(files, target, { signal: stop.current.signal, onDone: setDone, sorry }));
  };

  return (
    <Dialog
      width={560}
      title={t('objectScreen.drop.title')}
      mask={{ closable: false }}
      onCancel={() => (busy ? stop.current.abort() : onClose())}
      footer={
        taken === null ? (
          <>
            <Button onClick={() => (busy ? stop.current.abort() : onClose())}>
              {busy ? t('objectScreen.drop.stop') : t('shell.cancel')}
            </Button>
            <Button
              type="primary"
              loading={busy}
              disabled={files.length === 0 || walked?.tooMany === true}
              onClick={() => void run()}
            >
              {t('objectScreen.drop.do')}
            </Button>
          </>
        ) : (
          <Button type="primary" onClick={onClose}>
            {t('objectScreen.drop.close')}
          </Button>
        )
      }
    >
      {error !== null && <ErrorView error={error} />}
      {walked === null && error === null && <p role="status">{t('objectScreen.drop.walking', { count: found })}</p>}
      {walked !== null && taken === null && (
        <>
          <Summary walked={walked} />
          {files.length > 0 && !walked.tooMany && (
            <Radio.Group
              className="stacked"
              aria-label={t('objectScreen.drop.mode')}
              value={mode}
              disabled={busy}
              onChange={(event) => setMode(event.target.value === 'all' ? 'all' : 'each')}
              options={[
                { value: 'each', label: t('objectScreen.drop.each') },
                {
                  value: 'all',
                  disabled: document === undefined,
                  label: document
                    ? t('objectScreen.drop.all', { title: document.title || t('documentScreen.untitled') })
                    : t('objectScreen.drop.allNone'),
                },
              ]}
            />
          )}
          {busy && (
            <div role="status">
              <Progress percent={Math.floor(((done ?? 0) * 100) / Math.max(1, files.length))} showInfo={false} />
              <span className="muted">{t('objectScreen.drop.working', { done: done ?? 0, count: files.length })}</span>
            </div>
          )}
        </>
      )}
      {taken !== null && <Outcome taken={taken} />}
    </Dialog>
  );
}

function Summary({ walked: { files, skipped, tooMany } }: { walked: Walked }) {
  const { t } = useT();
  if (tooMany) return <p className="bad-sign">{t('objectScreen.drop.tooMany', { limit: MOST_FILES })}</p>;
  const size = sizeText(files.reduce((sum, file) => sum + file.size, 0));
  return (
    <>
      <p>
        {files.length === 0
          ? t('objectScreen.drop.nothing')
          : t('objectScreen.drop.count', { count: files.length, size })}
      </p>
      <ul className="dropped break">
        {files.slice(0, LISTED).map((file, index) => (
          <li key={`${index}-${file.name}`}>{file.name}</li>
        ))}
        {files.length > LISTED && (
          <li className="muted">{t('objectScreen.drop.more', { count: files.length - LISTED })}</li>
        )}
      </ul>
      {skipped > 0 && <p className="muted">{t('objectScreen.drop.skipped', { count: skipped })}</p>}
    </>
  );
}

function Outcome({ taken: { done, failed, doubtful, stopped } }: { taken: Taken }) {
  const { t } = useT();
  return (
    <div role="status">
      <p className={done > 0 ? 'good-sign' : ''}>
        {t('objectScreen.drop.done', { count: done })}
        {stopped && t('objectScreen.drop.stopped')}
      </p>
      {failed.length > 0 && (
        <>
          <p className="bad-sign">{t('objectScreen.drop.failed', { count: failed.length })}</p>
          <ul className="outcome break">
            {failed.map(({ name, error }, index) => (
              <li key={`${index}-${name}`}>{`${name}：${errorText(t, error)}`}</li>
            ))}
          </ul>
        </>
      )}
      {doubtful.length > 0 && (
        <>
          <p>{t('objectScreen.drop.doubts')}</p>
          <ul className="outcome break">
            {doubtful.map(({ name, doubts }, index) => (
              <li key={`${index}-${name}`}>{`${name}：${doubts.join(' ')}`}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
