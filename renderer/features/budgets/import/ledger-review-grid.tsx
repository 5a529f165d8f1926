/** The lines of a ledger under review; every action changes the draft alone. A cell that cannot be read says why when it is pointed at. */
import { useCallback, useMemo } from 'react';
import { FundKind, FundSource } from '#shared/features/funding.ts';
import { sourceKindOf } from '#shared/lib/funding/source-kinds.ts';
import { Grid } from '#ui/grid/grid.tsx';
import type { GridChange, GridColumn } from '#ui/grid/types.ts';
import { errorText } from '../../../app/error-text.ts';
import { useT } from '../../../app/i18n.tsx';
import { type Draft, errorRows, insertRows, moveRows, removeRows, setRows } from '../../import/review-draft.ts';
import type { ReviewGridProps } from '../../import/review-frame.tsx';
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
import { type LedgerRow, paperContext, readRow, setTake, withTexts } from './ledger-draft.ts';

interface Props extends ReviewGridProps<LedgerRow> {
  /** Rows that the ledger has already and that are not taken again, with its entry. */
  twins: ReadonlyMap<number, number>;
  /** ISO day. */
  today: string;
}

const TAKE = 'take';
const rowId = ({ id }: LedgerRow): number => id;

function isField(key: string): key is EntryField {
  return (ENTRY_FIELDS as readonly string[]).includes(key);
}

function changed(draft: Draft<LedgerRow>, change: GridChange, settle: (field: EntryField, text: string) => string) {
  const rows = new Map(draft.rows.map((row) => [row.id, row]));
  const set = new Map<number, Partial<LedgerRow>>();
  let next = draft;
  for (const { rowId: id, columnKey, text } of change.edits) {
    const row = rows.get(id);
    if (!row) continue;
    if (columnKey === TAKE) next = setTake(next, [id], text !== 'no');
    else if (isField(columnKey)) {
      const now = { ...row, ...set.get(id) };
      set.set(id, { ...set.get(id), ...withTexts(now, { [columnKey]: settle(columnKey, text) }) });
    }
  }
  next = setRows(next, set);
  if (change.insert) {
    const added = change.insert.texts.map((texts) => {
      const given = Object.entries(texts).filter(([key]) => isField(key));
      const settled = given.map(([key, text]) => [key, isField(key) ? settle(key, text) : text] as const);
      return { texts: { ...EMPTY_TEXTS, ...Object.fromEntries(settled) } };
    });
    next = insertRows(next, change.insert.afterRowId, added).draft;
  }
  return next;
}

export function LedgerReviewGrid(props: Props) {
  const { draft, problems, twins, today, show, apply, onUndo, onRedo, onSelectionChange } = props;
  const { t } = useT();
  const context = useMemo(() => paperContext(t, today), [t, today]);
  const settle = useCallback((field: EntryField, text: string) => settledText(field, text, context), [context]);
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
      {
        key: TAKE,
        heading: t('ledgerScreen.import.takeHeading'),
        width: 84,
        minWidth: 80,
        editable: true,
        text: takeText,
        options: () => [
          { value: 'yes', label: t('ledgerScreen.import.takeYes') },
          { value: 'no', label: t('ledgerScreen.import.takeNo') },
        ],
        renderCell: (row) => <span className={row.take && !twins.has(row.id) ? '' : 'muted'}>{takeText(row)}</span>,
      },
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
  const errors = useMemo(() => errorRows(problems), [problems]);
  const describe = useCallback((error: unknown) => errorText(t, error), [t]);
  return (
    <div className="review-grid">
      <Grid<LedgerRow>
        label={t('review.rows')}
        rows={draft.rows}
        rowId={rowId}
        columns={columns}
        onChange={async (change) => apply((now) => changed(now, change, settle))}
        onWithdraw={async (ids) => apply((now) => removeRows(now, ids))}
        onMove={async (ids, after) => apply((now) => moveRows(now, ids, after))}
        onUndo={onUndo}
        onRedo={onRedo}
        describeError={describe}
        onSelectionChange={onSelectionChange}
        rowMark={(row) => {
          if (!row.take) return null;
          if (errors.has(row.id) || readRow(row, t, today).entry === null) return 'error';
          return row.needsReview || twins.has(row.id) ? 'doubt' : null;
        }}
        emptyText={t('review.noRows')}
        showRow={show}
      />
    </div>
  );
}

/** A cell with what is wrong in it; a giver that nobody named shows what follows from the source. */
function Cell({ row, field, today }: { row: LedgerRow; field: EntryField; today: string }) {
  const { t } = useT();
  const text = row.texts[field];
  if (!row.take) return <s className="ledger-struck">{text}</s>;
  const { problems, fields } = readRow(row, t, today);
  const problem = problems.get(field);
  if (problem !== undefined) {
    const sentence = problemText(t, problem);
    return (
      <span className="ledger-bad" title={sentence}>
        {text === '' ? '?' : text}
        <span className="unseen">{sentence}</span>
      </span>
    );
  }
  if (field === 'giver' && text === '' && fields.kind !== undefined) {
    const giver = sourceKindOf(row.texts.source, fields.kind);
    return <span className={giver === null ? 'ledger-giver-unclear' : 'muted'}>{giverText(t, giver)}</span>;
  }
  return field === 'amount' ? <span className="digits">{text}</span> : text;
}
