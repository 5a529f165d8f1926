/**
 * Documents found by typing or scanning a 档号 or by words of the 题名; Enter takes the marked one, Backspace in the empty
 * field gives the last one back. By keyboard alone.
 */
import { CloseOutlined } from '@ant-design/icons';
import { App } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import { findDocuments, type FoundDocument, meant } from './find-documents.ts';

interface Props {
  chosen: readonly FoundDocument[];
  /** Documents that are lent out and cannot be used. */
  lentOut: ReadonlySet<number>;
  problem: string | null;
  onChange: (chosen: FoundDocument[]) => void;
}

interface Found {
  text: string;
  documents: FoundDocument[];
}

export function DocumentFinder({ chosen, lentOut, problem, onChange }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  const showError = useShowError();
  const listId = useId();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found>({ text: '', documents: [] });
  const [marked, setMarked] = useState(0);
  const [open, setOpen] = useState(false);
  const wanted = text.trim();
  const fresh = found.text === wanted;
  const options = found.documents.filter(({ id }) => !chosen.some((one) => one.id === id));

  useEffect(() => {
    if (wanted === '') return;
    let left = false;
    findDocuments(wanted).then(
      (documents) => {
        if (left) return;
        setFound({ text: wanted, documents });
        setMarked(0);
      },
      (error: unknown) => {
        if (!left) showError(error);
      },
    );
    return () => {
      left = true;
    };
  }, [showError, wanted]);

  const take = (document: FoundDocument): void => {
    if (lentOut.has(document.id)) {
      message.info(t('life.use.isLentOut', { title: document.title }));
      return;
    }
    if (chosen.some(({ id }) => id === document.id)) return;
    onChange([...chosen, document]);
    setText('');
    setFound({ text: '', documents: [] });
    setOpen(false);
  };

  /** A scanner is quicker than the search: what it typed is looked up before anything is taken. */
  const takeTyped = async (): Promise<void> => {
    try {
      const documents = await findDocuments(wanted);
      const document = meant(wanted, documents);
      if (document) take(document);
      else {
        setFound({ text: wanted, documents });
        setOpen(true);
      }
    } catch (error) {
      showError(error);
    }
  };

  const shown = open && wanted !== '' && fresh;
  const onKeyDown = typed<React.KeyboardEvent<HTMLInputElement>>((event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setMarked((before) => Math.max(0, Math.min(options.length - 1, before + step)));
    } else if (event.key === 'Enter' && !event.ctrlKey && wanted !== '') {
      event.preventDefault();
      const option = shown ? options[marked] : undefined;
      if (option) take(option);
      else void takeTyped();
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Backspace' && text === '' && chosen.length > 0) {
      event.preventDefault();
      onChange(chosen.slice(0, -1));
    }
  });

  return (
    <div className="field finder">
      <label htmlFor="use-documents">{t('life.use.documents')}</label>
      <div className={problem === null ? 'finder-box' : 'finder-box finder-bad'}>
        {chosen.map((document) => (
          <span key={document.id} className="finder-chip">
            <span className="digits">{document.referenceCode ?? t('life.noCode')}</span> {document.title}
            <button
              type="button"
              aria-label={t('life.use.leaveOut', { title: document.title })}
              onClick={() => onChange(chosen.filter(({ id }) => id !== document.id))}
            >
              <CloseOutlined aria-hidden />
            </button>
          </span>
        ))}
        <input
          id="use-documents"
          type="text"
          role="combobox"
          autoComplete="off"
          aria-expanded={shown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={shown && options.length > 0 ? `${listId}-${marked}` : undefined}
          placeholder={chosen.length === 0 ? t('life.use.documentsHint') : t('life.use.documentsMore')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
      </div>
      <ul id={listId} role="listbox" aria-label={t('life.use.found')} className="finder-list" hidden={!shown}>
        {options.map((document, index) => (
          <li
            key={document.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === marked}
            aria-disabled={lentOut.has(document.id)}
            onMouseDown={(event) => {
              event.preventDefault();
              take(document);
            }}
          >
            <span className="digits finder-code">{document.referenceCode ?? t('life.noCode')}</span>
            <span className="finder-title">{document.title}</span>
            {lentOut.has(document.id) && <span className="finder-out">{t('life.use.lentOut')}</span>}
          </li>
        ))}
        {options.length === 0 && (
          <li role="option" aria-selected={false} aria-disabled className="muted">
            {t('life.use.notFound', { text: wanted })}
          </li>
        )}
      </ul>
      {problem !== null && (
        <span className="field-problem" role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}
