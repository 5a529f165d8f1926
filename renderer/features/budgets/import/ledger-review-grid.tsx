/** The lines of a ledger under review. A cell that cannot be read says why when it is pointed at. */
import { useMemo } from 'react';
import { FundKind, FundSource } from '#shared/features/funding.ts';
import { sourceKindOf } from '#shared/lib/funding/source-kinds.ts';
import type { GridColumn } from '#ui/grid/types.ts';
import { useT } from '../../../app/i18n.tsx';
import { withChange } from '../../import/review-draft.ts';
import type { ReviewGridProps } from '../../import/review-frame.tsx';
import { ReviewGrid } from '../../import/review-grid.tsx';
import {
  EMPTY_TEXTS,
  ENTRY_FIELDS,
  type EntryField,
  giverText,
  kindText,
  problemText,
  readEntry,
  settledText,
} from '../ledger/entry-texts.ts';
import { type LedgerRow, paperContext, readRow, withTake, withTexts } from './ledger-draft.ts';
import { ReviewedCell, TAKE, takeColumn } from './take-column.tsx';

interface Props extends ReviewGridProps<LedgerRow> {
  /** Rows that the ledger has already and that are not taken again, with its entry. */
  twins: ReadonlyMap<number, number>;
  /** ISO day. */
  today: string;
}

function isField(key: string): key is EntryField {
  return (ENTRY_FIELDS as readonly string[]).includes(key);
}

export function LedgerReviewGrid({ twins, today, ...rest }: Props) {
  const { t } = useT();
  const context = useMemo(() => paperContext(t, today), [t, today]);
  const edit = (row: LedgerRow, column: string, text: string): Partial<LedgerRow> => {
    if (column === TAKE) return withTake(text !== 'no');
    return isField(column) ? withTexts(row, { [column]: settledText(column, text, context) }) : {};
  };
  const columns = useMemo((): GridColumn<LedgerRow>[] => {
    const column = (
      key: EntryField,
      width: number,
      more: Partial<GridColumn<LedgerRow>> = {},
    ): GridColumn<LedgerRow> => ({
      key,
      heading: t(`ledgerScreen.field.${key}`),
      width,
      minWidth: Math.min(width, 72),
      editable: true,
      text: ({ texts }) => texts[key],
      // An empty cell is told by the row; what is typed must be readable.
      check: (text) => {
        const problem = readEntry({ ...EMPTY_TEXTS, [key]: text }, context).problems.get(key);
        return problem === undefined ? null : problemText(t, problem);
      },
      renderCell: (row) => <Cell row={row} field={key} today={today} />,
      ...more,
    });
    const kinds = FundKind.options.map((kind) => ({ value: kindText(t, kind), label: kindText(t, kind) }));
    const givers = [...FundSource.options, null].map((giver) => giverText(t, giver));
    const takeText = (row: LedgerRow): string => {
      if (!row.take) return t('ledgerScreen.import.takeNo');
      return twins.has(row.id) ? t('ledgerScreen.import.takeThere') : t('ledgerScreen.import.takeYes');
    };
    return [
      takeColumn<LedgerRow>({
        heading: t('ledgerScreen.import.takeHeading'),
        width: 84,
        yes: t('ledgerScreen.import.takeYes'),
        no: t('ledgerScreen.import.takeNo'),
        text: takeText,
        left: (row) => !row.take || twins.has(row.id),
      }),
      column('date', 104, { minWidth: 100 }),
      column('voucher', 84),
      column('kind', 84, { options: () => kinds }),
      column('amount', 116, { align: 'right', minWidth: 104 }),
      column('source', 120, { minWidth: 90 }),
      column('giver', 96, {
        minWidth: 84,
        options: () => [
          { value: '', label: t('ledgerScreen.entry.giverEmpty') },
          ...givers.map((label) => ({ value: label, label })),
        ],
      }),
      column('budgetYear', 88, { align: 'center', minWidth: 88 }),
      column('purpose', 130, { grow: true, minWidth: 90 }),
      column('basis', 100),
      column('remark', 90),
    ];
  }, [context, t, today, twins]);
  return (
    <ReviewGrid<LedgerRow>
      {...rest}
      columns={columns}
      changed={(now, change) => withChange(now, change, edit)}
      mark={(row, wrong) => {
        if (!row.take) return null;
        if (wrong || readRow(row, t, today).entry === null) return 'error';
        return row.needsReview || twins.has(row.id) ? 'doubt' : null;
      }}
    />
  );
}

/** A cell with what is wrong in it; a giver that nobody named shows what follows from the source. */
function Cell({ row, field, today }: { row: LedgerRow; field: EntryField; today: string }) {
  const { t } = useT();
  const text = row.texts[field];
  const { problems, fields } = readRow(row, t, today);
  const problem = problems.get(field);
  return (
    <ReviewedCell text={text} taken={row.take} problem={problem === undefined ? undefined : problemText(t, problem)}>
      {field === 'giver' && text === '' && fields.kind !== undefined ? (
        <Giver giver={sourceKindOf(row.texts.source, fields.kind)} />
      ) : field === 'amount' ? (
        <span className="digits">{text}</span>
      ) : (
        text
      )}
    </ReviewedCell>
  );
}

function Giver({ giver }: { giver: FundSource | null }) {
  const { t } = useT();
  return <span className={giver === null ? 'ledger-giver-unclear' : 'muted'}>{giverText(t, giver)}</span>;
}
