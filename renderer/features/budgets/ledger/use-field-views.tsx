/** How rapid entry and correction show the fields of an entry: labels, lists to choose from, hints. */
import { useMemo } from 'react';
import { FundKind, FundSource } from '#shared/features/funding.ts';
import { amountInWords } from '#shared/lib/funding/amount-in-words.ts';
import { sourceKindOf } from '#shared/lib/funding/source-kinds.ts';
import { useT } from '../../../app/i18n.tsx';
import type { FieldView } from '../../../app/register/entry-fields.tsx';
import type { Suggestion } from '../../../app/suggest-input.tsx';
import {
  type EntryContext,
  type EntryField,
  type EntryTexts,
  giverText,
  kindText,
  readEntry,
  settledText,
} from './entry-texts.ts';

/** Columns of twelve; the others have two. */
const WIDE: readonly EntryField[] = ['amount', 'source', 'purpose', 'basis'];

interface Typed {
  texts: EntryTexts;
  context: EntryContext;
  /** What the ledger has in these fields already. */
  known: Readonly<Record<'source' | 'purpose' | 'basis', readonly string[]>>;
}

export function useFieldViews({ texts, context, known }: Typed): (field: EntryField) => FieldView {
  const { t } = useT();
  const { kind, amountFen } = readEntry(texts, context).fields;
  const giver = kind === undefined || texts.source.trim() === '' ? undefined : sourceKindOf(texts.source.trim(), kind);

  const choices = useMemo((): Partial<Record<EntryField, { list: readonly Suggestion[]; eager: boolean }>> => {
    const plain = (list: readonly string[]): Suggestion[] => list.map((text) => ({ text }));
    return {
      kind: {
        list: FundKind.options.map((one, index) => ({ text: kindText(t, one), hint: String(index + 1) })),
        eager: true,
      },
      giver: { list: [...FundSource.options, null].map((one) => ({ text: giverText(t, one) })), eager: true },
      source: { list: plain(known.source), eager: true },
      purpose: { list: plain(known.purpose), eager: false },
      basis: { list: plain(known.basis), eager: false },
    };
  }, [known, t]);

  const placeholders: Partial<Record<EntryField, string>> = {
    date: t('ledgerScreen.entry.dateHint'),
    kind: t('ledgerScreen.entry.kindHint'),
    amount: t('ledgerScreen.entry.amountHint'),
    giver:
      giver === undefined
        ? t('ledgerScreen.entry.giverEmpty')
        : t('ledgerScreen.entry.giverAuto', { giver: giverText(t, giver) }),
  };
  const words = amountFen === undefined ? null : amountInWords(Math.abs(amountFen));

  return (field) => {
    const list = choices[field];
    return {
      label: t(`ledgerScreen.field.${field}`),
      span: WIDE.includes(field) ? 3 : 2,
      placeholder: placeholders[field],
      ...(list ? { choices: list } : {}),
      ...(field === 'amount' && words !== null
        ? { note: <span className="field-hint ledger-words">{t('ledgerScreen.entry.words', { words })}</span> }
        : {}),
      settle: (text) => settledText(field, text, context),
      digits: field === 'amount',
    };
  };
}
