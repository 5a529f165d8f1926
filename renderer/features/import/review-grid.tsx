/** The rows under review in the grid; every action changes the draft alone. Columns, and what a text says, are the kind's. */
import { useCallback, useMemo } from 'react';
import { Grid } from '#ui/grid/grid.tsx';
import type { GridChange, GridProps, GridRowMark } from '#ui/grid/types.ts';
import { errorText } from '../../app/error-text.ts';
import { useT } from '../../app/i18n.tsx';
import { type Draft, errorRows, moveRows, removeRows, type ReviewRow } from './review-draft.ts';
import type { ReviewGridProps } from './review-frame.tsx';

interface Props<Row extends ReviewRow>
  extends ReviewGridProps<Row>,
    Pick<GridProps<Row>, 'columns' | 'canInsert' | 'onSplit' | 'onMerge'> {
  /** The draft with such a change in it. Throws where a text cannot be read. */
  changed: (draft: Draft<Row>, change: GridChange) => Draft<Row>;
  /** `wrong`: an error about the row is open. */
  mark: (row: Row, wrong: boolean) => GridRowMark;
}

function rowId({ id }: ReviewRow): number {
  return id;
}

export function ReviewGrid<Row extends ReviewRow>(props: Props<Row>) {
  const { draft, apply, problems, show, onUndo, onRedo, onSelectionChange, changed, mark, ...rest } = props;
  const { t } = useT();
  const errors = useMemo(() => errorRows(problems), [problems]);
  const describe = useCallback((error: unknown) => errorText(t, error), [t]);
  return (
    <div className="review-grid">
      <Grid<Row>
        {...rest}
        label={t('review.rows')}
        rows={draft.rows}
        rowId={rowId}
        onChange={async (change) => {
          // Checked against the draft first, so that a bad text is refused before anything moves.
          changed(draft, change);
          apply((now) => changed(now, change));
        }}
        onWithdraw={async (ids) => apply((now) => removeRows(now, ids))}
        onMove={async (ids, after) => apply((now) => moveRows(now, ids, after))}
        onUndo={onUndo}
        onRedo={onRedo}
        describeError={describe}
        onSelectionChange={onSelectionChange}
        rowMark={(row) => mark(row, errors.has(row.id))}
        emptyText={t('review.noRows')}
        showRow={show}
      />
    </div>
  );
}
