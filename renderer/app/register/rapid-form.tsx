/** The form of rapid entry around the register's fields: what it is called, its keys, what was refused, how many so far. */
import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import { useT } from '../i18n.tsx';
import { typed } from '../keyboard.ts';
import { EntryFields, type FieldView } from './entry-fields.tsx';
import type { EntryReading, RapidEntry } from './use-rapid-entry.ts';

interface Props<Field extends string, Value, Reading extends EntryReading<Field, Value>> {
  entry: RapidEntry<Field, Value, Reading>;
  className: string;
  title: string;
  view: (field: Field) => FieldView;
  /** How many were entered since the form was opened, in the register's own measure word. */
  counted: string;
  /** Beside the title. */
  head?: ReactNode;
  /** Below the fields. */
  below?: ReactNode;
  /** On the left of the last line. */
  foot?: ReactNode;
}

export function RapidForm<Field extends string, Value, Reading extends EntryReading<Field, Value>>(
  props: Props<Field, Value, Reading>,
) {
  const { entry, className, title, view, counted, head, below, foot } = props;
  const { id, texts, reading, pins, failure, entered, busy, set, close, save, onFieldKey } = entry;
  const { t } = useT();
  const onKeyDown = typed((event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.ctrlKey) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return (
    <section className={`rapid ${className}`} aria-label={title} data-keeps-text onKeyDown={onKeyDown}>
      <div className="rapid-head">
        <h2>{title}</h2>
        {head}
        <span className="spring" />
        <span className="muted rapid-hints">{t('register.entry.hints')}</span>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('register.entry.close')}
          title="Esc"
          onClick={close}
        />
      </div>
      <EntryFields
        id={id}
        fields={reading.shown}
        texts={texts}
        problems={reading.problems}
        view={view}
        onChange={set}
        pins={pins}
        onFieldKey={onFieldKey}
      />
      {below}
      <div className="rapid-foot">
        {foot}
        {failure !== null && (
          <span className="field-problem" role="alert">
            {failure}
          </span>
        )}
        <span className="spring" />
        {entered > 0 && <span className="muted">{counted}</span>}
        <Button id={`${id}-save`} type="primary" loading={busy} onClick={() => void save()}>
          {t('register.entry.save')}
          <kbd>Ctrl+Enter</kbd>
        </Button>
      </div>
    </section>
  );
}
