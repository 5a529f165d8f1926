/**
 * 单位名录: units, villages and clubs with their full and short names, by which printed names are linked, and their
 * people. Nothing is deleted: units are withdrawn or merged with a reason.
 */
import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { type Organisation, OrganisationKind } from '#shared/features/organisations.ts';
import { useAsked } from '../../app/api.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useReadOnly, WriteButton, Writing } from '../../app/read-only.tsx';
import { Page } from '../../app/page.tsx';
import { ui } from '../../app/ui-state.ts';
import { showPersons } from '../participants/person-state.ts';
import { NO_FILTER } from '../schedule/row-filter.ts';
import { scheduleState } from '../schedule/schedule-state.ts';
import { PopulationDialog } from './population-dialog.tsx';
import { MergeUnitDialog } from './merge-unit-dialog.tsx';
import { UnitForm } from './unit-form.tsx';
import { WithdrawUnitDialog } from './withdraw-unit-dialog.tsx';

type Open =
  | { what: 'edit'; unit: Organisation | null }
  | { what: 'withdraw' | 'merge' | 'population'; unit: Organisation };

export function OrganisationsScreen() {
  const { t, locale } = useT();
  const readOnly = useReadOnly();
  const list = useAsked('organisations.list', {});
  const residents = useAsked('budgets.population', {}).data ?? [];
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<OrganisationKind | 'all'>('all');
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const all = list.data ?? [];
  const wanted = query.trim();
  const shown = all.filter(
    (unit) =>
      (kind === 'all' || unit.kind === kind) &&
      [unit.fullName, ...unit.shortNames].some((name) => name.includes(wanted)),
  );

  const showRows = (unit: Organisation): void => {
    scheduleState.set({ filter: { ...NO_FILTER, unit: `id:${unit.id}` } });
    ui.set({ screen: 'schedule', view: 'table', filterBar: true });
  };

  return (
    <Page
      title={t('shell.organisations.title')}
      status={t('shell.organisations.count', { count: shown.length })}
      scroll
      actions={
        <>
          {all.length > 0 && (
            <>
              <Select<OrganisationKind | 'all'>
                aria-label={t('organisationScreen.kindColumn')}
                value={kind}
                popupMatchSelectWidth={false}
                onChange={setKind}
                options={[
                  { value: 'all', label: t('organisationScreen.allKinds') },
                  ...OrganisationKind.options.map((value) => ({ value, label: t(`organisationScreen.kind.${value}`) })),
                ]}
              />
              <Input.Search
                allowClear
                className="unit-search"
                aria-label={t('shell.organisations.search')}
                placeholder={t('shell.organisations.search')}
                value={query}
                onChange={(event) => setQuery(event.target.value)}
              />
            </>
          )}
          <WriteButton type="primary" icon={<PlusOutlined />} onClick={() => setOpen({ what: 'edit', unit: null })}>
            {t('shell.organisations.add')}
          </WriteButton>
        </>
      }
    >
      {list.error !== null && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && all.length === 0 ? (
        <div className="empty-year">
          <p>{t('shell.organisations.empty')}</p>
          <Writing>
            <p className="muted">{t('shell.organisations.emptyText')}</p>
          </Writing>
          <WriteButton type="primary" onClick={() => setOpen({ what: 'edit', unit: null })}>
            {t('shell.organisations.add')}
          </WriteButton>
        </div>
      ) : (
        <Table<Organisation>
          size="small"
          rowKey="id"
          loading={list.isPending}
          dataSource={shown}
          pagination={false}
          locale={{
            emptyText: t('shell.organisations.noMatch', {
              text: wanted === '' && kind !== 'all' ? t(`organisationScreen.kind.${kind}`) : query,
            }),
          }}
          columns={[
            {
              title: t('shell.organisations.fullName'),
              dataIndex: 'fullName',
              minWidth: 150,
              render: (fullName: string, unit) => (
                <>
                  {fullName}
                  <Span unit={unit} />
                </>
              ),
            },
            {
              title: t('organisationScreen.kindColumn'),
              key: 'kind',
              width: 92,
              render: (_, unit) => t(`organisationScreen.kind.${unit.kind}`),
            },
            {
              title: t('shell.organisations.shortNames'),
              key: 'shortNames',
              minWidth: 110,
              render: (_, { shortNames }) =>
                shortNames.length === 0 ? (
                  <span className="muted">{t('shell.organisations.noShortNames')}</span>
                ) : (
                  shortNames.join(t('paper.unitSeparator'))
                ),
            },
            {
              title: t('organisationScreen.members'),
              key: 'members',
              width: 76,
              align: 'right',
              className: 'digits',
              render: (_, unit) => (
                <Button
                  type="link"
                  size="small"
                  disabled={unit.members === 0}
                  title={unit.kind === 'village' ? t('organisationScreen.villagers', { count: unit.members }) : ''}
                  onClick={() =>
                    showPersons(unit.kind === 'village' ? { village: unit.id } : { organisationId: unit.id })
                  }
                >
                  {t('organisationScreen.membersCount', { count: unit.members })}
                </Button>
              ),
            },
            {
              title: t('organisationScreen.population.column'),
              key: 'population',
              width: 84,
              align: 'right',
              className: 'digits',
              render: (_, unit) => {
                const figure = residents.find(({ placeId, kind: of }) => placeId === unit.id && of === 'resident');
                if (!figure && unit.kind !== 'village' && unit.kind !== 'subdistrict') return null;
                if (readOnly) return figure?.value ?? null;
                return (
                  <Button
                    type="link"
                    size="small"
                    title={figure ? `${figure.referenceDate} ${figure.source}` : ''}
                    onClick={() => setOpen({ what: 'population', unit })}
                  >
                    {figure ? figure.value : t('organisationScreen.population.none')}
                  </Button>
                );
              },
            },
            {
              title: t('shell.organisations.mentions'),
              key: 'mentions',
              width: 88,
              align: 'right',
              className: 'digits',
              render: (_, unit) => (
                <Button type="link" size="small" disabled={unit.mentions === 0} onClick={() => showRows(unit)}>
                  {t('shell.organisations.mentionsCount', { count: unit.mentions })}
                </Button>
              ),
            },
            {
              title: t('shell.organisations.actions'),
              hidden: readOnly,
              key: 'actions',
              width: locale === 'en' ? 300 : 224,
              render: (_, unit) => (
                <span className="actions">
                  <Button size="small" onClick={() => setOpen({ what: 'edit', unit })}>
                    {t('shell.organisations.edit')}
                  </Button>
                  <Button size="small" disabled={all.length < 2} onClick={() => setOpen({ what: 'merge', unit })}>
                    {t('organisationScreen.merge')}
                  </Button>
                  <Button size="small" onClick={() => setOpen({ what: 'withdraw', unit })}>
                    {t('shell.organisations.withdraw')}
                  </Button>
                </span>
              ),
            },
          ]}
        />
      )}
      {open?.what === 'edit' && <UnitForm unit={open.unit} kind={kind === 'all' ? 'unit' : kind} onClose={close} />}
      {open?.what === 'withdraw' && <WithdrawUnitDialog unit={open.unit} onClose={close} />}
      {open?.what === 'population' && <PopulationDialog unit={open.unit} onClose={close} />}
      {open?.what === 'merge' && <MergeUnitDialog unit={open.unit} units={all} onClose={close} />}
    </Page>
  );
}

function Span({ unit: { activeFrom: from, activeTo: to } }: { unit: Organisation }) {
  const { t } = useT();
  if (from === null && to === null) return null;
  const text =
    to === null
      ? t('organisationScreen.since', { from: from ?? '' })
      : from === null
        ? t('organisationScreen.until', { to })
        : t('organisationScreen.span', { from, to });
  return <span className="muted digits unit-span">{text}</span>;
}
