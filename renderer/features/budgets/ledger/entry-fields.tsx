/** The fields of an entry, as rapid entry and correction show them: labels, lists to choose from, and what is wrong. */
import { PushpinFilled, PushpinOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { type KeyboardEvent, useMemo } from 'react';
import { FundKind, FundSource } from '#shared/features/funding.ts';
import { amountInWords } from '#shared/lib/funding/amount-in-words.ts';
import { sourceKindOf } from '#shared/lib/funding/source-kinds.ts';
import { useT } from '../../../app/i18n.tsx';
import { typed } from '../../../app/keyboard.ts';
import { SuggestInput, type Suggestion } from '../../../app/suggest-input.tsx';
import {
  ENTRY_FIELDS,
  type EntryContext,
  type EntryField,
  type EntryProblem,
  type EntryTexts,
  giverText,
  kindText,
  problemText,
  readEntry,
  settledText,
} from './entry-texts.ts';

interface Props {
  /** Begins the ids of the fields. */
  id: string;
  texts: EntryTexts;
  context: EntryContext;
  problems: ReadonlyMap<EntryField, EntryProblem>;
  /** What the ledger has in these fields already. */
  known: Readonly<Record<'source' | 'purpose' | 'basis', readonly string[]>>;
  onChange: (field: EntryField, text: string) => void;
  pins?: { pinnable: readonly EntryField[]; pinned: ReadonlySet<EntryField>; onPin: (field: EntryField) => void };
  onFieldKey?: (field: EntryField) => (event: KeyboardEvent<HTMLElement>) => void;
}

export function EntryFields({ id, texts, context, problems, known, onChange, pins, onFieldKey }: Props) {
  const { t } = useT();
  const { fields } = readEntry(texts, context);
  const { kind, amountFen } = fields;
  const giver = kind === undefined || texts.source.trim() === '' ? undefined : sourceKindOf(texts.source.trim(), kind);

  const lists = useMemo((): Partial<Record<EntryField, { list: readonly Suggestion[]; eager: boolean }>> => {
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

  return (
    <div className="ledger-fields">
      {ENTRY_FIELDS.map((field) => {
        const refused = problems.get(field);
        const label = t(`ledgerScreen.field.${field}`);
        const noteId = `${id}-${field}-note`;
        const common = { id: `${id}-${field}`, value: texts[field] };
        const noted = refused !== undefined || (field === 'amount' && words !== null);
        const choice = lists[field];
        const pinned = pins?.pinned.has(field) ?? false;
        const settle = (): void => {
          const settled = settledText(field, texts[field], context);
          if (settled !== texts[field]) onChange(field, settled);
        };
        return (
          <div key={field} className={`field ledger-field-${field}`}>
            <span className="rapid-label">
              <label htmlFor={common.id}>{label}</label>
              {pins?.pinnable.includes(field) && (
                <button
                  type="button"
                  className="pin"
                  tabIndex={-1}
                  aria-pressed={pinned}
                  aria-label={t('documentScreen.rapid.pin', { field: label })}
                  title="Alt+P"
                  onClick={() => pins.onPin(field)}
                >
                  {pinned ? <PushpinFilled /> : <PushpinOutlined />}
                </button>
              )}
            </span>
            {choice ? (
              <SuggestInput
                {...common}
                suggestions={choice.list}
                eager={choice.eager}
                placeholder={placeholders[field]}
                invalid={refused !== undefined}
                describedBy={noted ? noteId : undefined}
                onChange={(text) => onChange(field, text)}
                onBlur={settle}
                {...(onFieldKey ? { onKeyDown: onFieldKey(field) } : {})}
              />
            ) : (
              <Input
                {...common}
                className={field === 'amount' ? 'digits ledger-amount' : ''}
                autoComplete="off"
                aria-describedby={noted ? noteId : undefined}
                aria-invalid={refused !== undefined}
                status={refused ? 'error' : ''}
                placeholder={placeholders[field]}
                onChange={(event) => onChange(field, event.target.value)}
                onBlur={settle}
                {...(onFieldKey ? { onKeyDown: typed(onFieldKey(field)) } : {})}
              />
            )}
            {noted && (
              <span id={noteId} className={refused ? 'field-problem' : 'field-hint ledger-words'}>
                {refused ? problemText(t, refused) : t('ledgerScreen.entry.words', { words: words ?? '' })}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}
