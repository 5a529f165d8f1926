/** A plan or catalogue pasted into the window: the clipboard's table and text go to the reader as they are. */
import { Dialog } from '../../app/dialog.tsx';
import { Alert, Input } from 'antd';
import { useState } from 'react';
import { useT } from '../../app/i18n.tsx';
import { ui, useUi } from '../../app/ui-state.ts';
import { useReadSource } from './use-read-source.tsx';

export function PasteDialog() {
  const open = useUi((state) => state.dialog === 'paste');
  return open ? <Paste /> : null;
}

function Paste() {
  const { t } = useT();
  const read = useReadSource();
  const [text, setText] = useState('');
  const [html, setHtml] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    setBusy(true);
    await read({ text, ...(html === null ? {} : { html }) });
    setBusy(false);
  };
  return (
    <Dialog
      width={640}
      title={t('review.pasteTitle')}
      okText={t('review.pasteRead')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: text.trim() === '', loading: busy }}
      onOk={() => void submit()}
      onCancel={() => ui.set({ dialog: null })}
    >
      <label htmlFor="paste-text">{t('review.pasteText')}</label>
      <Input.TextArea
        id="paste-text"
        rows={12}
        value={text}
        onPaste={(event) => {
          const table = event.clipboardData.getData('text/html');
          // Only a paste into the empty field is the clipboard's table; edited text speaks for itself.
          setHtml(text === '' && /<table/iu.test(table) ? table : null);
        }}
        onChange={(event) => {
          setText(event.target.value);
          if (text !== '') setHtml(null);
        }}
      />
      {html !== null && <Alert type="info" showIcon title={t('review.pasteTable')} />}
    </Dialog>
  );
}
