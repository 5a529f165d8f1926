/**
 * The bar above the list of a register: words, then the register's own choices, then a way back to the whole list. Ctrl+F
 * goes to the words.
 */
import { Button, type InputRef } from 'antd';
import { type ReactNode, useRef } from 'react';
import { useCommand } from '../commands.ts';
import { useT } from '../i18n.tsx';
import { FindText } from './find-text.tsx';

interface Props {
  title: string;
  /** The fields that the words are looked for in. */
  text: string;
  applied: string;
  maxLength: number;
  apply: (text: string) => void;
  /** The part of the screen that holds the list, as a selector. */
  list: string;
  filtered: boolean;
  onClear: () => void;
  /** What else cuts the list. */
  children: ReactNode;
}

export function FindBar({ title, text, applied, maxLength, apply, list, filtered, onClear, children }: Props) {
  const { t } = useT();
  const input = useRef<InputRef>(null);
  useCommand('view.find', () => input.current?.focus({ cursor: 'all' }));
  return (
    <div className="filter-bar" role="search" aria-label={title}>
      <FindText label={text} applied={applied} maxLength={maxLength} apply={apply} list={list} inputRef={input} />
      {children}
      {filtered && (
        <Button type="link" size="small" onClick={onClear}>
          {t('register.find.clear')}
        </Button>
      )}
    </div>
  );
}
