/** 连续登记台账. The budget year begins with the year in view. */
import { useCallback, useEffect, useMemo } from 'react';
import type { FundEntry, NewFundEntry } from '#shared/features/funding.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { useCommand } from '../../../app/commands.ts';
import { useT } from '../../../app/i18n.tsx';
import { RapidForm } from '../../../app/register/rapid-form.tsx';
import { useRapidEntry } from '../../../app/register/use-rapid-entry.ts';
import { EMPTY_DRAFT, entryDraft, nextTexts, PINNABLE } from './entry-draft.ts';
import { EntryNotes } from './entry-notes-list.tsx';
import { entryNotes, useTwins } from './entry-notes.ts';
import { ENTRY_FIELDS, type EntryTexts, kindText, problemTexts, readEntry } from './entry-texts.ts';
import { knownTexts } from './known-texts.ts';
import { ledgerState } from './ledger-state.ts';
import { useEntryContext } from './use-entry-context.ts';
import { enterEntry } from './use-entry-edits.ts';
import { useFieldViews } from './use-field-views.tsx';

interface Props {
  archive: string | null;
  year: number;
  rows: readonly FundEntry[];
}

export function RapidEntry({ archive, year, rows }: Props) {
  const { t } = useT();
  const context = useEntryContext(year);
  const known = useMemo(() => knownTexts(rows), [rows]);
  const entry = useRapidEntry({
    archive,
    draft: entryDraft,
    empty: EMPTY_DRAFT,
    pinnable: PINNABLE,
    first: 'date',
    read: useCallback(
      (texts: EntryTexts, asked: boolean) => {
        const reading = readEntry(texts, context, asked);
        return {
          shown: ENTRY_FIELDS,
          problems: problemTexts(t, reading.problems),
          value: reading.entry,
          fields: reading.fields,
        };
      },
      [context, t],
    ),
    next: () => nextTexts(entryDraft.get()),
    enter: async (made: NewFundEntry) => {
      ledgerState.set({ show: { rowId: await enterEntry(made) } });
      const { date, kind, amountFen } = made;
      return t('ledgerScreen.entry.entered', { date, kind: kindText(t, kind), amount: moneyText(amountFen) });
    },
    leave: () => ledgerState.set({ entering: false }),
    list: '.ledger-main',
  });
  const { focus } = entry;
  useEffect(() => {
    const begun = entryDraft.get();
    // Another year in view is another budget year; what a person typed for this one stays.
    if (begun.year !== year) entryDraft.set({ year, texts: { ...begun.texts, budgetYear: String(year) } });
    focus('date');
  }, [archive, focus, year]);
  useCommand('budgets.enter', () => focus('date'));
  const { fields } = entry.reading;
  const twins = useTwins(fields);
  const notes = [
    ...(twins.length > 0 ? [t('ledgerScreen.entry.twin', { ids: twins.join(', ') })] : []),
    ...entryNotes(t, fields, year),
  ];
  return (
    <RapidForm
      entry={entry}
      className="ledger-entry"
      title={t('ledgerScreen.entry.title')}
      view={useFieldViews({ texts: entry.texts, context, known })}
      counted={t('ledgerScreen.entry.count', { count: entry.entered })}
      foot={<EntryNotes notes={notes} />}
    />
  );
}
