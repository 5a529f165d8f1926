/** Ctrl+K: every command that can run now, by name, with its keys; the years; and the records that the text finds. */
import { Dialog } from './dialog.tsx';
import { Input } from 'antd';
import { useEffect, useId, useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { kindText } from '../features/search/hit-words.ts';
import { openRecord } from '../features/search/open-record.ts';
import { searchState } from '../features/search/search-state.ts';
import { call } from './api.ts';
import { isMac, runCommand, useOfferedCommands } from './commands.ts';
import { useWindowState, useYears } from './archive-state.ts';
import { useT } from './i18n.tsx';
import { keysText, typed } from './keyboard.ts';
import { ui, useUi } from './ui-state.ts';

interface Offer {
  id: string;
  text: string;
  keys: string;
  run: () => void;
}

export function CommandPalette() {
  const open = useUi((state) => state.dialog === 'palette');
  return open ? <Palette /> : null;
}

/** Records that the palette shows; the search screen has them all. */
const SHOWN_RECORDS = 8;

function close(): void {
  if (ui.get().dialog === 'palette') ui.set({ dialog: null });
}

function Palette() {
  const { t } = useT();
  const commands = useOfferedCommands();
  const years = useYears().data;
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const archiveOpen = useWindowState().data?.archive !== null;
  const text = query.trim();
  const records = useQuery({
    queryKey: ['search', 'palette', text],
    enabled: archiveOpen && text !== '',
    queryFn: () => call('search.find', { text, limit: SHOWN_RECORDS, counts: false, near: false }),
    placeholderData: (before) => before,
  });
  const hits = text === '' ? undefined : records.data?.hits;

  const offers = useMemo<Offer[]>(() => {
    const wanted = query.trim().toLowerCase();
    const all = [
      ...commands
        .filter(({ id }) => id !== 'palette.open')
        .map(({ id, keys }) => ({
          id,
          text: t(`menu.commands.${id}`),
          keys: keysText(keys, isMac()),
          run: () => void runCommand(id),
        })),
      ...(years ?? []).map(({ year }) => ({
        id: `year-${year}`,
        text: t('shell.palette.years', { year }),
        keys: '',
        run: () => ui.set({ year }),
      })),
    ];
    const found = (hits ?? []).map((hit) => ({
      id: `${hit.kind}-${hit.id}`,
      text: hit.title,
      keys: kindText(t, hit.kind),
      run: () => openRecord(hit),
    }));
    const everywhere = {
      id: 'everywhere',
      text: t('search.everywhere', { text: query.trim() }),
      keys: '',
      run: () => {
        searchState.set({ text: query.trim(), filters: {} });
        ui.set({ screen: 'search' });
      },
    };
    return [
      ...all.filter((offer) => offer.text.toLowerCase().includes(wanted)),
      ...found,
      ...(archiveOpen && wanted !== '' ? [everywhere] : []),
    ];
  }, [archiveOpen, commands, hits, years, query, t]);

  const chosen = Math.min(active, offers.length - 1);
  useEffect(() => {
    document.getElementById(`${listId}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen, listId]);

  const run = (offer: Offer | undefined): void => {
    if (!offer) return;
    close();
    offer.run();
  };

  return (
    <Dialog title={t('shell.palette.title')} footer={null} onCancel={close} width={560}>
      <Input
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={offers.length > 0 ? `${listId}-${chosen}` : undefined}
        aria-label={t('shell.palette.placeholder')}
        placeholder={t('shell.palette.placeholder')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={typed((event) => {
          if (event.key === 'ArrowDown') setActive(Math.min(chosen + 1, offers.length - 1));
          else if (event.key === 'ArrowUp') setActive(Math.max(chosen - 1, 0));
          else if (event.key === 'Enter') run(offers[chosen]);
          else return;
          event.preventDefault();
        })}
      />
      {offers.length === 0 ? (
        <p className="muted palette-empty" id={listId}>
          {t('shell.palette.empty', { text: query })}
        </p>
      ) : (
        <div role="listbox" id={listId} className="palette-list" aria-label={t('shell.palette.title')} tabIndex={-1}>
          {offers.map((offer, index) => (
            <div
              key={offer.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === chosen}
              className="palette-option"
              onMouseEnter={() => setActive(index)}
              onMouseDown={(event) => {
                event.preventDefault();
                run(offer);
              }}
            >
              <span>{offer.text}</span>
              <kbd>{offer.keys}</kbd>
            </div>
          ))}
        </div>
      )}
    </Dialog>
  );
}
