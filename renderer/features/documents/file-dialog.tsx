/** 归档: which of the chosen drafts can be filed, and what stops the others, each with the way to the field. */
import { App, Spin } from 'antd';
import { useState } from 'react';
import { findingText } from '#shared/i18n/finding-text.ts';
import { call, useAsked } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { showDocument } from './document-state.ts';

/** More than that nobody reads in a dialog; the smart folder 待补全 holds them all. */
const LISTED = 50;

export function FileDialog({ ids, onClose }: { ids: readonly number[]; onClose: () => void }) {
  const { t } = useT();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const checked = useAsked('documents.unready', { ids: [...ids] });
  const unready = checked.data?.unready ?? [];
  const stopped = new Set(unready.map(({ id }) => id));
  const ready = ids.filter((id) => !stopped.has(id));

  const file = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const { filed } = await call('documents.file', { ids: ready });
      const nameOf = (one: (typeof filed)[number] | undefined): string =>
        one?.referenceCode ?? t('documentScreen.noCode', { number: one?.itemNumber ?? '' });
      message.success(
        filed.length === 1
          ? t('documentScreen.file.doneOne', { code: nameOf(filed[0]) })
          : t('documentScreen.file.done', { count: filed.length, first: nameOf(filed[0]), last: nameOf(filed.at(-1)) }),
        6,
      );
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  if (checked.isPending) {
    return (
      <Dialog key="checking" width={640} title={t('documentScreen.file.title')} footer={null} onCancel={onClose}>
        <Spin className="centre" />
      </Dialog>
    );
  }
  return (
    <Dialog
      key="checked"
      width={640}
      focusField={false}
      title={t('documentScreen.file.title')}
      okText={t(unready.length > 0 ? 'documentScreen.file.rest' : 'documentScreen.file.all', { count: ready.length })}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: checked.data === undefined || ready.length === 0, loading: busy, autoFocus: true }}
      onOk={() => void file()}
      onCancel={onClose}
    >
      {checked.error !== null && <ErrorView error={checked.error} />}
      {checked.data !== undefined && (
        <>
          <p>{t('documentScreen.file.text', { count: ready.length })}</p>
          {unready.length > 0 && (
            <>
              <p className="bad-sign">{t('documentScreen.file.unready', { count: unready.length })}</p>
              <ul
                className="unready"
                tabIndex={0}
                aria-label={t('documentScreen.file.unready', { count: unready.length })}
              >
                {unready.slice(0, LISTED).map(({ id, title, findings }) => (
                  <li key={id}>
                    <span>
                      <strong>{title === '' ? t('documentScreen.untitled') : title}</strong>
                      <span className="muted">{findings.map((finding) => findingText(t, finding)).join('')}</span>
                    </span>
                    <button
                      type="button"
                      className="text-link"
                      onClick={() => {
                        onClose();
                        showDocument(id, findings[0]?.field);
                      }}
                    >
                      {t('documentScreen.file.go')}
                    </button>
                  </li>
                ))}
                {unready.length > LISTED && (
                  <li className="muted">{t('documentScreen.file.more', { count: unready.length - LISTED })}</li>
                )}
              </ul>
            </>
          )}
        </>
      )}
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
