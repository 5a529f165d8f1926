/** The columns of the ledger. Nothing is edited in a cell: money is corrected by a reversal and a new entry. */
import { Tooltip } from 'antd';
import { useMemo } from 'react';
import type { FundEntry } from '#shared/features/funding.ts';
import type { Translate } from '#shared/i18n/index.ts';
import type { GridColumn } from '#ui/grid/types.ts';
import { useT } from '../../../app/i18n.tsx';
import { amountText, type EntryMark, marksOf, stands } from './entry-marks.ts';
import { kindText } from './entry-texts.ts';

/** Chips in the colours that the other registers use for the same weight. */
const MARK_CHIPS: Readonly<Record<EntryMark, string>> = {
  reversed: 'chip chip-cancelled',
  reversal: 'chip chip-cancelled',
  duplicate: 'chip chip-postponed',
  otherYear: 'chip chip-in_progress',
  noYear: 'chip chip-partly_done',
  noVoucher: 'chip chip-partly_done',
};

/** What does not count is struck through. */
function struck(entry: FundEntry, text: string) {
  return stands(entry) ? text : <s className="ledger-struck">{text}</s>;
}

function sourceText(t: Translate, { source, sourceKind }: FundEntry): string {
  const giver = t(`ledgerScreen.giverShort.${sourceKind ?? 'unclear'}`);
  return source === '' ? giver : `${source}（${giver}）`;
}

export function MarkChips({ marks }: { marks: readonly EntryMark[] }) {
  const { t } = useT();
  return (
    <span className="ledger-marks">
      {marks.map((mark) => (
        <Tooltip key={mark} title={t(`ledgerScreen.markHint.${mark}`)}>
          <span className={MARK_CHIPS[mark]}>{t(`ledgerScreen.mark.${mark}`)}</span>
        </Tooltip>
      ))}
    </span>
  );
}

function SourceCell({ entry }: { entry: FundEntry }) {
  const { t } = useT();
  const { source, sourceKind } = entry;
  return (
    <>
      {source !== '' && <>{struck(entry, source)} </>}
      <span className={sourceKind === null ? 'ledger-giver ledger-giver-unclear' : 'ledger-giver'}>
        {t(`ledgerScreen.giverShort.${sourceKind ?? 'unclear'}`)}
      </span>
    </>
  );
}

export function useLedgerColumns(): GridColumn<FundEntry>[] {
  const { t, locale } = useT();
  return useMemo(() => {
    const wide = locale === 'en';
    const column = (
      key: string,
      heading: string,
      width: number,
      text: (entry: FundEntry) => string,
      more: Partial<GridColumn<FundEntry>> = {},
    ): GridColumn<FundEntry> => ({
      key,
      heading,
      width,
      minWidth: Math.min(width, 72),
      editable: false,
      text,
      renderCell: (entry) => struck(entry, text(entry)),
      ...more,
    });
    const field = (key: 'date' | 'voucher' | 'kind' | 'source' | 'purpose' | 'amount' | 'budgetYear' | 'basis') =>
      t(`ledgerScreen.field.${key}`);
    const marksText = (entry: FundEntry): string =>
      marksOf(entry)
        .map((mark) => t(`ledgerScreen.mark.${mark}`))
        .join(' ');
    return [
      column('date', field('date'), 104, ({ date }) => date, { sortable: true, minWidth: 104 }),
      column('voucher', field('voucher'), 84, ({ voucher }) => voucher),
      column('kind', field('kind'), wide ? 116 : 84, ({ kind }) => kindText(t, kind), { minWidth: 76 }),
      column('source', field('source'), 140, (entry) => sourceText(t, entry), {
        minWidth: 100,
        renderCell: (entry) => <SourceCell entry={entry} />,
      }),
      column('purpose', field('purpose'), 140, ({ purpose }) => purpose, { grow: true, minWidth: 132 }),
      column('amount', field('amount'), 134, amountText, {
        align: 'right',
        minWidth: 112,
        renderCell: (entry) => (
          <span className={amountText(entry).startsWith('-') ? 'digits ledger-minus' : 'digits'}>
            {struck(entry, amountText(entry))}
          </span>
        ),
      }),
      column(
        'budgetYear',
        field('budgetYear'),
        wide ? 110 : 88,
        ({ budgetYear }) => (budgetYear === null ? '' : String(budgetYear)),
        { align: 'center', minWidth: 88 },
      ),
      column('basis', field('basis'), 140, ({ basis }) => basis, { minWidth: 124 }),
      column(
        'files',
        t('ledgerScreen.column.files'),
        52,
        ({ files }) => (files.length === 0 ? '' : String(files.length)),
        { align: 'right', minWidth: 52 },
      ),
      column('marks', t('ledgerScreen.column.marks'), 128, marksText, {
        minWidth: 84,
        renderCell: (entry) => <MarkChips marks={marksOf(entry)} />,
      }),
    ];
  }, [locale, t]);
}
