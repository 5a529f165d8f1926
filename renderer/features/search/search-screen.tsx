/**
 * 查找: one box over documents, plan rows and units, with facets, saved searches and the way to each record. A new text
 * replaces the list only when its answer is there, so nothing jumps under the hand.
 */
import { useInfiniteQuery } from '@tanstack/react-query';
import { CloseOutlined, SaveOutlined } from '@ant-design/icons';
import { App, Button, Input, type InputRef, Segmented, Spin } from 'antd';
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { SearchHit, SearchQuery } from '#shared/features/search.ts';
import { call, useAsked } from '../../app/api.ts';
import { useCommand } from '../../app/commands.ts';
import { ErrorView, useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { WriteButton } from '../../app/read-only.tsx';
import { typed } from '../../app/keyboard.ts';
import { Page } from '../../app/page.tsx';
import { FacetList } from './facet-list.tsx';
import { HitList } from './hit-list.tsx';
import { termText } from '#shared/features/document-texts.ts';
import { kindText, stateText } from './hit-words.ts';
import { openRecord } from './open-record.ts';
import { isFiltered, searchState, toggled, useSearchState, type FacetName, type SearchState } from './search-state.ts';

const PAGE = 50;

/** Pages of hits; the first one brings the counts. What was found stays until the next answer is there. */
function useHits(query: SearchState) {
  return useInfiniteQuery({
    queryKey: ['search', 'find', query],
    enabled: query.text.trim() !== '' || isFiltered(query.filters),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      call('search.find', {
        ...query,
        limit: PAGE,
        counts: pageParam === null,
        near: pageParam === null,
        ...(pageParam === null ? {} : { cursor: pageParam }),
      }),
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });
}

export function SearchScreen() {
  const { t } = useT();
  const query = useSearchState((state) => state);
  const settled = useDeferredValue(query);
  const found = useHits(settled);
  const box = useRef<InputRef>(null);
  const listId = useId();
  const [active, setActive] = useState(0);

  useEffect(() => box.current?.focus({ cursor: 'all' }), []);
  useCommand('view.find', () => box.current?.focus({ cursor: 'all' }));

  const begun = query.text.trim() !== '' || isFiltered(query.filters);
  const [first] = found.data?.pages ?? [];
  const hits = useMemo(
    () => (begun ? (found.data?.pages.flatMap((page) => page.hits) ?? []) : []),
    [begun, found.data],
  );
  const chosen = Math.min(active, Math.max(0, hits.length - 1));
  // A text that was searched as it stands needs no explanation.
  const readings = [
    ...new Set(
      (first?.searched ?? []).flatMap((part) =>
        [...part.readings, ...part.pinyin].filter((reading) => reading !== part.text),
      ),
    ),
  ];

  const change = (next: Partial<SearchState>): void => {
    searchState.set(next);
    setActive(0);
  };
  const open = (hit: SearchHit | undefined): void => {
    if (hit) openRecord(hit);
  };

  const facet = <Value extends string | number | null>(
    name: FacetName,
    values: readonly { value: Value; count: number }[],
    text: (value: Value) => string,
  ) => {
    const filter = { year: 'years', term: 'terms', unit: 'units', kind: 'kinds', state: 'states' } as const;
    return (
      <FacetList
        title={t(`search.facet.${name}`)}
        values={values}
        chosen={query.filters[filter[name]] ?? []}
        text={text}
        onToggle={(value) => change({ filters: toggled(query.filters, name, value) })}
      />
    );
  };
  const facets = begun ? first?.facets : null;

  return (
    <Page
      title={t('shell.nav.search')}
      status={begun && first?.total !== null && first !== undefined ? t('search.total', { count: first.total }) : ''}
      hints={t('search.hints')}
      actions={
        <Segmented<SearchQuery['sort']>
          aria-label={t('search.sortLabel')}
          value={query.sort}
          onChange={(sort) => change({ sort })}
          options={(['relevance', 'date', 'number'] as const).map((value) => ({
            value,
            label: t(`search.sort.${value}`),
          }))}
        />
      }
    >
      <Input
        ref={box}
        allowClear
        size="large"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-activedescendant={hits.length > 0 ? `${listId}-${chosen}` : undefined}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={query.text}
        onChange={(event) => change({ text: event.target.value })}
        onKeyDown={typed((event) => {
          if (event.key === 'ArrowDown') setActive(Math.min(chosen + 1, hits.length - 1));
          else if (event.key === 'ArrowUp') setActive(Math.max(chosen - 1, 0));
          else if (event.key === 'Enter') open(hits[chosen]);
          else if (event.key === 'Escape') change({ text: '', filters: {} });
          else return;
          event.preventDefault();
        })}
      />
      <div className="split search-split">
        <aside className="facets" aria-label={t('search.clear')}>
          {isFiltered(query.filters) && (
            <Button size="small" icon={<CloseOutlined />} onClick={() => change({ filters: {} })}>
              {t('search.clear')}
            </Button>
          )}
          {facets && (
            <>
              {facet('kind', facets.kind, (value) => kindText(t, value))}
              {facet('year', facets.year, (value) => (value === null ? t('search.none') : String(value)))}
              {facet('term', facets.term, (value) => (value === null ? t('search.none') : termText(t, value)))}
              {facet('state', facets.state, (value) => stateText(t, value))}
              {facet('unit', facets.unit, (value) => value ?? t('search.none'))}
            </>
          )}
          <SavedSearches query={query} begun={begun} onChoose={(saved) => change(saved)} />
        </aside>
        <div className="split-main search-hits">
          {found.error !== null && <ErrorView error={found.error} onRetry={() => void found.refetch()} />}
          {!begun && <p className="muted search-start">{t('search.start')}</p>}
          {begun && found.isPending && <Spin className="centre" />}
          {begun && readings.length > 0 && (
            <p className="muted search-readings">
              {t('search.searched', { readings: readings.slice(0, 8).join('、') })}
            </p>
          )}
          {begun && found.data !== undefined && hits.length === 0 && (
            <p className="search-start">
              {isFiltered(query.filters)
                ? t('search.nothingFiltered')
                : t('search.nothing', { text: query.text.trim() })}
            </p>
          )}
          <HitList id={listId} hits={hits} active={chosen} onActive={setActive} onOpen={open} />
          {begun && found.hasNextPage && (
            <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {t('search.more')}
            </Button>
          )}
        </div>
      </div>
    </Page>
  );
}

function SavedSearches({
  query,
  begun,
  onChoose,
}: {
  query: SearchState;
  begun: boolean;
  onChoose: (saved: SearchState) => void;
}) {
  const { t } = useT();
  const { message } = App.useApp();
  const showError = useShowError();
  const saved = useAsked('search.savedList', {}).data ?? [];
  const [name, setName] = useState<string | null>(null);
  const save = (): void => {
    const given = (name ?? '').trim();
    if (given === '') return;
    void call('search.save', { name: given, query }).then(() => {
      setName(null);
      message.success(t('search.savedNote', { name: given }));
    }, showError);
  };
  return (
    <section className="facet" aria-labelledby="saved-searches">
      <h2 id="saved-searches">{t('search.saved')}</h2>
      {saved.map((entry) => (
        <span className="saved-search" key={entry.id}>
          <Button
            type="link"
            size="small"
            onClick={() => onChoose({ text: entry.query.text, filters: entry.query.filters, sort: entry.query.sort })}
          >
            {entry.name}
          </Button>
          <WriteButton
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('search.remove', { name: entry.name })}
            onClick={() => void call('search.withdrawSaved', { id: entry.id, version: entry.version }).catch(showError)}
          />
        </span>
      ))}
      {begun && name === null && (
        <WriteButton size="small" icon={<SaveOutlined />} onClick={() => setName(query.text.trim())}>
          {t('search.save')}
        </WriteButton>
      )}
      {name !== null && (
        <span className="pair-tight">
          <Input
            size="small"
            autoFocus
            aria-label={t('search.saveName')}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={typed((event) => {
              if (event.key === 'Enter') save();
              else if (event.key === 'Escape') setName(null);
              else return;
              event.preventDefault();
            })}
          />
          <Button size="small" type="primary" onClick={save}>
            {t('search.saveAs')}
          </Button>
        </span>
      )}
    </section>
  );
}
