/**
 * What hangs under the open cell: why its text cannot be taken, whether a merged cell changes as a whole, the
 * candidates. Invariant: the keyboard stays in the text field; a press of the mouse here never takes the focus.
 */
import { type ReactNode, type RefObject, useEffect } from 'react';
import type { Translate } from '#shared/i18n/index.ts';
import { chooseCandidate, commitEditing } from './editing.ts';
import { isSingle } from './selection.ts';
import type { GridStore } from './store.ts';

interface Props<Row> {
  gridId: string;
  store: GridStore<Row>;
  translate: Translate;
  popup: RefObject<HTMLDivElement | null>;
}

export function candidateId(gridId: string, index: number): string {
  return `${gridId}-candidate-${index}`;
}

export function EditorPopup<Row>({ gridId, store, translate, popup }: Props<Row>): ReactNode {
  const { editing, selection } = store.state;
  const marked = editing?.candidates?.marked ?? -1;
  useEffect(() => {
    document.getElementById(candidateId(gridId, marked))?.scrollIntoView({ block: 'nearest' });
  }, [gridId, marked]);
  if (!editing) return null;
  const group = store.groupOf(editing.place);
  const rows = group.end - group.first;
  const { candidates, message } = editing;
  const scoped = rows > 1 && isSingle(selection);
  if (!message && !scoped && !candidates) return null;
  return (
    <div className="grid-popup" ref={popup} onMouseDown={(event) => event.preventDefault()}>
      {message ? (
        <div className="grid-message" role="alert" id={`${gridId}-message`}>
          {message}
        </div>
      ) : null}
      {scoped ? (
        <div className="grid-scope">
          <span>{translate('grid.scope.question', { rows })}</span>
          <button type="button" tabIndex={-1} onClick={() => commitEditing(store, 'down')}>
            {translate('grid.scope.group')}
            <kbd>{translate('grid.scope.groupKeys')}</kbd>
          </button>
          <button type="button" tabIndex={-1} onClick={() => commitEditing(store, 'down', 'row')}>
            {translate('grid.scope.row', { row: editing.place.row + 1 })}
            <kbd>{translate('grid.scope.rowKeys')}</kbd>
          </button>
        </div>
      ) : null}
      {candidates ? (
        <div className="grid-candidates" role="listbox" id={`${gridId}-list`} aria-label={translate('grid.candidates')}>
          {candidates.items.map((item, index) => (
            <div
              key={item.text}
              id={candidateId(gridId, index)}
              role="option"
              aria-selected={index === marked}
              className="grid-candidate"
              onClick={() => chooseCandidate(store, index, 'stay')}
            >
              <span>{item.text}</span>
              {item.hint ? <span className="grid-hint">{item.hint}</span> : null}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
