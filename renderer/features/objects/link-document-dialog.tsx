/** A document of the archive as evidence of a record. */
import { Form, Select } from 'antd';
import { useState } from 'react';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { type ChosenDocument, DocumentSelect } from './document-select.tsx';
import type { KindOption } from './evidence.ts';

interface Props<Kind extends string> {
  kinds: readonly KindOption<Kind>[];
  /** The kind that a title speaks for. */
  guess: (title: string) => Kind;
  onLink: (kind: Kind, document: ChosenDocument) => Promise<void>;
  onClose: () => void;
}

export function LinkDocumentDialog<Kind extends string>({ kinds, guess, onLink, onClose }: Props<Kind>) {
  const { t } = useT();
  const [chosen, setChosen] = useState<ChosenDocument | null>(null);
  const [said, setSaid] = useState<Kind | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const kind = said ?? guess(chosen?.title ?? '');

  const link = async (): Promise<void> => {
    if (chosen === null) return;
    setBusy(true);
    setError(null);
    try {
      await onLink(kind, chosen);
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Dialog
      width={560}
      title={t('activityScreen.link.title')}
      okText={t('activityScreen.link.ok')}
      cancelText={t('shell.cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: chosen === null }}
      onOk={() => void link()}
      onCancel={onClose}
    >
      <p className="muted">{t('activityScreen.link.text')}</p>
      <Form layout="vertical">
        <Form.Item label={t('activityScreen.link.find')} htmlFor="link-document">
          <DocumentSelect id="link-document" value={chosen} onChange={setChosen} />
        </Form.Item>
        <Form.Item label={t('activityScreen.link.kind')} htmlFor="link-kind">
          <Select<Kind> id="link-kind" value={kind} onChange={setSaid} options={[...kinds]} />
        </Form.Item>
      </Form>
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
