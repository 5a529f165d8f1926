/** Ctrl+F: only documents of the open folder that hold these words in 档号, 文号, 责任者, 题名 or 备注. */
import { CloseOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import { ui } from '../../app/ui-state.ts';
import { useSettled } from '../../app/use-settled.ts';
import { documentState, useDocumentState } from './document-state.ts';

export function FindBar({ shown }: { shown: number }) {
  const { t } = useT();
  const applied = useDocumentState((state) => state.text);
  const [text, setText] = useState(applied);
  const settled = useSettled(text, 250);
  const input = useRef<InputRef>(null);
  const composing = useRef(false);
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    // Letters of an input method are no words yet.
    if (!composing.current && settled !== documentState.get().text)
      documentState.set({ text: settled, selection: null });
  }, [settled]);
  const close = (): void => {
    documentState.set({ text: '' });
    ui.set({ filterBar: false });
  };
  return (
    <div className="filter-bar" role="search" aria-label={t('documentScreen.find.title')}>
      <Input
        ref={input}
        allowClear
        className="find-text"
        aria-label={t('documentScreen.find.text')}
        placeholder={t('documentScreen.find.text')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          setText(event.currentTarget.value);
        }}
        onKeyDown={typed((event) => {
          if (event.key === 'Escape') close();
          else if (event.key === 'Enter') document.querySelector<HTMLElement>('.documents-main .grid-editor')?.focus();
        })}
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
