/** The figures of population under review. A cell that cannot be read says why when it is pointed at. */
import { useMemo } from 'react';
import { PopulationKind } from '#shared/features/population.ts';
import type { GridColumn } from '#ui/grid/types.ts';
import { useT } from '../../../app/i18n.tsx';
import { withChange } from '../../import/review-draft.ts';
import type { ReviewGridProps } from '../../import/review-frame.tsx';
import { ReviewGrid } from '../../import/review-grid.tsx';
import { POPULATION_FIELDS, type PopulationField, type PopulationRow, readPopulation } from './population-draft.ts';
import { ReviewedCell, TAKE, takeColumn } from './take-column.tsx';

function isField(key: string): key is PopulationField {
  return (POPULATION_FIELDS as readonly string[]).includes(key);
}

function edit(row: PopulationRow, column: string, text: string): Partial<PopulationRow> {
  if (column === TAKE) return { take: text !== 'no', needsReview: false };
  return isField(column) ? { texts: { ...row.texts, [column]: text.trim() }, needsReview: false } : {};
}

export function PopulationReviewGrid(props: ReviewGridProps<PopulationRow>) {
  const { t } = useT();
  const columns = useMemo((): GridColumn<PopulationRow>[] => {
    const column = (
      key: PopulationField,
      width: number,
      more: Partial<GridColumn<PopulationRow>> = {},
    ): GridColumn<PopulationRow> => ({
      key,
      heading: t(`ledgerScreen.import.population.${key}`),
      width,
      minWidth: Math.min(width, 80),
      editable: true,
      text: ({ texts }) => texts[key],
      renderCell: (row) => <Cell row={row} field={key} />,
      ...more,
    });
    const kinds = PopulationKind.options.map((kind) => t(`ledgerScreen.import.population.${kind}`));
    const [yes, no] = [t('ledgerScreen.import.takePopulation'), t('ledgerScreen.import.skipPopulation')];
    return [
      takeColumn<PopulationRow>({
        heading: t('ledgerScreen.import.takeHeading'),
        width: 80,
        yes,
        no,
        text: ({ take }) => (take ? yes : no),
        left: ({ take }) => !take,
      }),
      column('place', 160, { minWidth: 110 }),
      column('kind', 100, { options: () => kinds.map((label) => ({ value: label, label })) }),
      column('value', 100, { align: 'right' }),
      column('referenceDate', 110, { minWidth: 104 }),
      column('source', 180, { grow: true, minWidth: 110 }),
    ];
  }, [t]);
  return (
    <ReviewGrid<PopulationRow>
      {...props}
      columns={columns}
      changed={(now, change) => withChange(now, change, edit)}
      mark={(row, wrong) => {
        if (!row.take) return null;
        if (wrong || readPopulation(row.texts, t).figure === null) return 'error';
        return row.needsReview || row.total ? 'doubt' : null;
      }}
    />
  );
}

function Cell({ row, field }: { row: PopulationRow; field: PopulationField }) {
  const { t } = useT();
  const text = row.texts[field];
  return (
    <>
      <ReviewedCell text={text} taken={row.take} problem={readPopulation(row.texts, t).problems.get(field)}>
        {field === 'value' ? <span className="digits">{text}</span> : text}
      </ReviewedCell>
      {field === 'place' && row.total && (
        <>
          {' '}
          <span className="chip chip-partly_done">{t('ledgerScreen.import.population.total')}</span>
        </>
      )}
    </>
  );
}
