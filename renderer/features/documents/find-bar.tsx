/** Ctrl+F: only documents of the open folder that hold these words in 档号, 文号, 责任者, 题名 or 备注. */
import { CloseOutlined } from '@ant-design/icons';
import { Button, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import { useT } from '../../app/i18n.tsx';
import { FindText } from '../../app/register/find-text.tsx';
import { ui } from '../../app/ui-state.ts';
import { documentState, useDocumentState } from './document-state.ts';

function close(): void {
  documentState.set({ text: '' });
  ui.set({ filterBar: false });
}

/** It is called up and put away, for the list needs the room: no bar like that of the other registers. */
export function FindBar({ shown }: { shown: number }) {
  const { t } = useT();
  const applied = useDocumentState((state) => state.text);
  const input = useRef<InputRef>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <div className="filter-bar" role="search" aria-label={t('documentScreen.find.title')}>
      <FindText
        label={t('documentScreen.find.text')}
        applied={applied}
        maxLength={200}
        apply={(text) => documentState.set({ text, selection: null })}
        list=".documents-main"
        onEscape={close}
        inputRef={input}
      />
      <span className="muted" role="status">
        {applied.trim() === '' ? '' : t('documentScreen.find.shown', { count: shown })}
      </span>
      <span className="spring" />
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={t('documentScreen.find.close')}
        onClick={close}
      />
    </div>
  );
}
