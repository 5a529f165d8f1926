/** The documents of a catalogue under review, in its nine columns (DA/T 22-2015, 5.5). */
import { useMemo } from 'react';
import { fieldProblem, type TextNames } from '#shared/features/document-texts.ts';
import type { GridColumn } from '#ui/grid/types.ts';
import { useT } from '../../app/i18n.tsx';
import { catalogueText, type CatalogueRow, readCatalogueCell, withCell } from './catalogue-draft.ts';
import { withChange } from './review-draft.ts';
import type { ReviewGridProps } from './review-frame.tsx';
import { ReviewGrid } from './review-grid.tsx';

interface Props extends ReviewGridProps<CatalogueRow> {
  names: TextNames;
  /** Rows that the archive has already and that are not taken again. */
  skipped: ReadonlySet<number>;
}

export function CatalogueGrid({ names, skipped, ...rest }: Props) {
  const { draft } = rest;
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
  const edit = (row: CatalogueRow, column: string, text: string): Partial<CatalogueRow> => ({
    ...withCell({ fields: row.fields }, column, text, t, names),
    // A person wrote it, so it is no longer the reader's doubt.
    needsReview: false,
  });
  return (
    <ReviewGrid<CatalogueRow>
      {...rest}
      columns={columns}
      changed={(now, change) => withChange(now, change, edit)}
      mark={(row, wrong) => (wrong ? 'error' : row.needsReview || skipped.has(row.id) ? 'doubt' : null)}
    />
  );
}
