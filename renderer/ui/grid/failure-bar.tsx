/** Says what was not saved, and leads back to the cell whose text was refused. */
import type { ReactNode } from 'react';
import { resumeFailed } from './actions.ts';
import type { GridStore } from './store.ts';

export function FailureBar<Row>({ store, focus }: { store: GridStore<Row>; focus: () => void }): ReactNode {
  const { failure } = store.state;
  if (!failure) return null;
  const then = (action: () => void) => () => {
    action();
    focus();
  };
  return (
    <div className="grid-failure" role="alert">
      <span>{failure.sentence}</span>
      {failure.reopen ? (
        <button type="button" onClick={then(() => resumeFailed(store))}>
          {store.translate('grid.backToCell')}
        </button>
      ) : null}
      <button type="button" onClick={then(() => store.update({ failure: null }))}>
        {store.translate('grid.dismiss')}
      </button>
    </div>
  );
}
