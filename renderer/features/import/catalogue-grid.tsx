/** The documents of a catalogue under review, in its nine columns (DA/T 22-2015, 5.5); every action changes the draft alone. */
import { useCallback, useMemo } from 'react';
import { fieldProblem, type TextNames } from '#shared/features/document-texts.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { Grid } from '#ui/grid/grid.tsx';
import type { GridChange, GridColumn } from '#ui/grid/types.ts';
import { errorText } from '../../app/error-text.ts';
import { useT } from '../../app/i18n.tsx';
import { catalogueText, type CatalogueRow, readCatalogueCell, withCell } from './catalogue-draft.ts';
import { type Draft, errorRows, insertRows, moveRows, removeRows, setRows } from './review-draft.ts';
import type { ReviewGridProps } from './review-frame.tsx';

interface Props extends ReviewGridProps<CatalogueRow> {
  names: TextNames;
  /** Rows that the archive has already and that are not taken again. */
  skipped: ReadonlySet<number>;
}

const rowId = (row: CatalogueRow): number => row.id;

function changed(draft: Draft<CatalogueRow>, change: GridChange, t: Translate, names: TextNames): Draft<CatalogueRow> {
  const rows = new Map(draft.rows.map((row) => [row.id, row]));
  const set = new Map<number, Partial<CatalogueRow>>();
  for (const { rowId: id, columnKey, text } of change.edits) {
    const row = rows.get(id);
    if (!row) continue;
    // A person wrote it, so it is no longer the reader's doubt.
    set.set(id, { ...withCell(set.get(id) ?? { fields: row.fields }, columnKey, text, t, names), needsReview: false });
  }
  let next = setRows(draft, set);
  if (change.insert) {
    const added = change.insert.texts.map((texts) =>
      Object.entries(texts).reduce<Partial<CatalogueRow>>(
        (row, [column, text]) => (text === '' ? row : withCell(row, column, text, t, names)),
        { fields: {} },
      ),
    );
    next = insertRows(next, change.insert.afterRowId, added).draft;
  }
  return next;
}

export function CatalogueGrid(props: Props) {
  const { draft, problems, names, skipped, show, apply, onUndo, onRedo, onSelectionChange } = props;
  const { t } = useT();
  const hasNumbers = draft.rows.some(({ itemNumber }) => itemNumber !== null);
  const hasCodes = draft.rows.some(({ printedCode }) => printedCode !== null);
  const hasYears = draft.rows.some(({ fields }) => (fields.filingYear ?? null) !== null);
  const hasTerms = draft.rows.some(({ fields }) => (fields.term ?? null) !== null);
  const columns = useMemo((): GridColumn<CatalogueRow>[] => {
    const column = (
      key: string,
      heading: string,
      width: number,
      more: Partial<GridColumn<CatalogueRow>> = {},
    ): GridColumn<CatalogueRow> => ({
      key,
      heading,
      width,
      minWidth: 52,
      editable: true,
      text: (row) => catalogueText(row, key, t, names),
      check: (text) => {
        const reading = readCatalogueCell(key, text, t, names);
        return reading.ok ? null : fieldProblem(t, reading);
      },
      ...more,
    });
    return [
      ...(hasNumbers ? [column('itemNumber', t('catalogueImport.itemNumber'), 52, { align: 'right' })] : []),
      column('printedCode', t('documents.field.referenceCode'), hasCodes ? 150 : 60),
      column('documentNumber', t('documents.field.documentNumber'), 116, { minWidth: 84 }),
      column('author', t('documents.field.author'), 112, { minWidth: 84 }),
      column('title', t('documents.field.title'), 180, { minWidth: 140, grow: true }),
      column('signedDate', t('catalogueImport.field.date'), 92, { minWidth: 90 }),
      ...(hasYears ? [column('filingYear', t('catalogueImport.field.year'), 60)] : []),
      ...(hasTerms ? [column('term', t('documents.field.term'), 72)] : []),
      column('marking', t('catalogueImport.secrecy'), 56),
      column('pageCount', t('documents.field.pageCount'), 54, { align: 'right' }),
      column('remark', t('documents.field.remark'), 90, { multiline: true }),
    ];
  }, [hasCodes, hasNumbers, hasTerms, hasYears, names, t]);
  const errors = useMemo(() => errorRows(problems), [problems]);
  const describe = useCallback((error: unknown) => errorText(t, error), [t]);

  return (
    <div className="review-grid">
      <Grid<CatalogueRow>
        label={t('review.rows')}
        rows={draft.rows}
        rowId={rowId}
        columns={columns}
        onChange={async (change) => {
          // Checked against the draft first, so that a bad text is refused before anything moves.
          changed(draft, change, t, names);
          apply((now) => changed(now, change, t, names));
        }}
        onWithdraw={async (ids) => apply((now) => removeRows(now, ids))}
        onMove={async (ids, after) => apply((now) => moveRows(now, ids, after))}
        onUndo={onUndo}
        onRedo={onRedo}
        describeError={describe}
        onSelectionChange={onSelectionChange}
        rowMark={(row) => (errors.has(row.id) ? 'error' : row.needsReview || skipped.has(row.id) ? 'doubt' : null)}
        emptyText={t('review.noRows')}
        showRow={show}
      />
    </div>
  );
}
