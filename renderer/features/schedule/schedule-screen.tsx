/** 工作配档表: the year's plan as table, as year view and as the paper that will be printed. */
import { ExportOutlined, FileExcelOutlined, FilePdfOutlined, FilterOutlined, ImportOutlined } from '@ant-design/icons';
import { Button, Dropdown, Segmented, Spin, Tooltip } from 'antd';
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react';
import { useAsked } from '../../app/api.ts';
import { useYear } from '../../app/archive-state.ts';
import { runCommand, useCommand } from '../../app/commands.ts';
import { ErrorView, useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { WriteButton, Writing } from '../../app/read-only.tsx';
import { Page } from '../../app/page.tsx';
import { type ScheduleView, ui, useUi } from '../../app/ui-state.ts';
import { CalendarView } from './calendar-view.tsx';
import { EmptyYear } from './empty-year.tsx';
import { FilterBar } from './filter-bar.tsx';
import { Inspector } from './inspector.tsx';
import { PlanHead } from './plan-head.tsx';
import { countRows, filterRows, isFiltering, NO_FILTER } from './row-filter.ts';
import { monthText } from './row-texts.ts';
import { ScheduleGrid } from './schedule-grid.tsx';
import { isUnproven, useProofs } from './row-proof.tsx';
import { scheduleState, useScheduleState } from './schedule-state.ts';
import { unknownUnitsOf } from './unit-gaps.ts';
import { UnknownUnitsDialog } from './unknown-units.tsx';
import { usePlanRows } from './use-plan-rows.ts';
import { useRowCommands } from './use-row-commands.ts';
import { useRowEdits } from './use-row-edits.ts';

// pdf.js is loaded when a paper is looked at, not when the window opens.
const PreviewView = lazy(() => import('./preview-view.tsx').then(({ PreviewView }) => ({ default: PreviewView })));

export function ScheduleScreen() {
  const { t } = useT();
  const year = useYear();
  const view = useUi((state) => state.view);
  const filterBar = useUi((state) => state.filterBar);
  const inspector = useUi((state) => state.inspector);
  // Typing stays quick while 20,000 rows are looked through.
  const filter = useDeferredValue(useScheduleState((state) => state.filter));
  const selection = useScheduleState((state) => state.selection);
  const plan = usePlanRows(year);
  const organisations = useAsked('organisations.list', {}).data;
  const edits = useRowEdits(year);
  const proofs = useProofs(year);
  const showError = useShowError();
  const [resolving, setResolving] = useState(false);

  const rows = plan.data?.rows;
  const all = useMemo(() => rows ?? [], [rows]);
  const units = useMemo(() => organisations ?? [], [organisations]);
  const filtered = isFiltering(filter);
  const shown = useMemo(() => (filtered ? filterRows(all, filter) : all), [all, filter, filtered]);
  const numbers = useMemo(() => new Map(all.map((row, index) => [row.id, index + 1])), [all]);
  // Told about the rows a moment after the rows themselves are shown.
  const settled = useDeferredValue(all);
  const counts = useMemo(() => countRows(settled, monthText), [settled]);
  const unknown = useMemo(() => unknownUnitsOf(settled, organisations), [settled, organisations]);

  useRowCommands(shown, edits, view === 'table' && year !== null);
  useCommand('view.find', () => ui.set({ view: view === 'preview' ? 'table' : view, filterBar: true }), year !== null);
  useCommand('view.inspector', () => ui.set({ inspector: !ui.get().inspector }), view === 'table');

  const title = plan.data?.title || (year === null ? t('shell.nav.schedule') : t('paper.subject', { year }));
  const active = all.find(({ id }) => id === selection?.activeRowId) ?? null;
  const loadingRest = plan.data !== undefined && all.length < plan.data.total;

  const unproven = useMemo(
    () => all.filter(({ id }) => [proofs.get(id)].some((proof) => proof !== undefined && isUnproven(proof))),
    [all, proofs],
  );
  const showNextUnproven = (): void => {
    const from = all.findIndex(({ id }) => id === active?.id);
    const next = unproven.find(({ id }) => all.findIndex((row) => row.id === id) > from) ?? unproven[0];
    if (!next) return;
    // Asked twice for the same row, the table goes there twice.
    ui.set({ showRow: null, inspector: true });
    requestAnimationFrame(() => ui.set({ showRow: next.id }));
  };

  const status = [
    t('schedule.status.rows', { count: plan.data?.total ?? 0 }),
    t('schedule.status.months', { count: counts.monthGroups }),
    ...(filtered
      ? [
          view === 'preview'
            ? t('schedule.filter.printsAll', { count: plan.data?.total ?? 0 })
            : t('schedule.filter.shown', { count: shown.length }),
        ]
      : []),
    ...(view === 'table' && selection && selection.rowIds.length > 0
      ? [t('schedule.status.selected', { rows: selection.rowIds.length, columns: selection.columnKeys.length })]
      : []),
    ...(counts.needReview > 0 ? [t('schedule.status.review', { count: counts.needReview })] : []),
    ...(loadingRest ? [t('schedule.status.loading', { done: all.length, total: plan.data?.total ?? 0 })] : []),
  ].join(' · ');

  if (year === null) return <NoYear />;

  return (
    <Page
      title={title}
      note={<PlanHead year={year} />}
      status={status}
      hints={t(`schedule.hints.${view}`)}
      actions={
        <>
          <Segmented<ScheduleView>
            aria-label={t('schedule.views')}
            value={view}
            onChange={(next) => ui.set({ view: next })}
            options={[
              { value: 'table', label: t('schedule.view.table') },
              { value: 'calendar', label: t('schedule.view.calendar') },
              { value: 'preview', label: t('schedule.view.preview') },
            ]}
          />
          {view !== 'preview' && (
            <Tooltip title="Ctrl+F">
              <Button icon={<FilterOutlined />} onClick={() => ui.set({ filterBar: !filterBar })}>
                {t('schedule.filter.button')}
              </Button>
            </Tooltip>
          )}
          <Writing>
            <Tooltip title="Ctrl+I">
              <Button icon={<ImportOutlined />} onClick={() => runCommand('plan.import')}>
                {t('schedule.import.button')}
              </Button>
            </Tooltip>
          </Writing>
          <Dropdown
            disabled={all.length === 0}
            trigger={['click']}
            menu={{
              items: [
                { key: 'xlsx', icon: <FileExcelOutlined />, label: t('menu.commands.plan.exportXlsx') },
                { key: 'pdf', icon: <FilePdfOutlined />, label: t('menu.commands.plan.exportPdf') },
              ],
              onClick: ({ key }) => runCommand(key === 'xlsx' ? 'plan.exportXlsx' : 'plan.exportPdf'),
            }}
          >
            <Button type="primary" icon={<ExportOutlined />}>
              {t('schedule.export.button')}
            </Button>
          </Dropdown>
        </>
      }
    >
      {filterBar && view !== 'preview' && <FilterBar counts={counts} shown={shown.length} organisations={units} />}
      {view === 'table' && !filtered && counts.needReview > 0 && !filterBar && (
        <div className="notice-bar">
          <span>{t('schedule.review.bar', { count: counts.needReview })}</span>
          <Button
            size="small"
            onClick={() => {
              scheduleState.set({ filter: { ...NO_FILTER, review: true } });
              ui.set({ filterBar: true, inspector: true });
            }}
          >
            {t('schedule.review.show')}
          </Button>
        </div>
      )}
      {view === 'table' && unknown.size > 0 && organisations !== undefined && (
        <div className="notice-bar">
          <span>
            {t('schedule.units.bar', {
              count: unknown.size,
              names: [...unknown.keys()].slice(0, 3).join(t('paper.unitSeparator')),
            })}
          </span>
          <WriteButton size="small" onClick={() => setResolving(true)}>
            {t('schedule.units.resolve')}
          </WriteButton>
        </div>
      )}
      {view === 'table' && !filtered && unproven.length > 0 && (
        <div className="notice-bar">
          <span>{t('activityScreen.proof.bar', { count: unproven.length })}</span>
          <Button size="small" onClick={showNextUnproven}>
            {t('activityScreen.proof.next')}
          </Button>
        </div>
      )}
      {plan.error !== null && <ErrorView error={plan.error} onRetry={() => void plan.refetch()} />}
      {plan.data === undefined && plan.error === null && <Spin className="centre" />}
      {plan.data !== undefined && view === 'table' && (
        <div className="split">
          <div className="split-main">
            {all.length === 0 && <EmptyYear year={year} />}
            <ScheduleGrid
              year={year}
              title={title}
              rows={shown}
              numbers={numbers}
              filtered={filtered}
              organisations={units}
              proofs={proofs}
              edits={edits}
            />
          </div>
          {inspector && (
            <Inspector
              row={active}
              number={active ? (numbers.get(active.id) ?? 0) : 0}
              unknownUnits={[...unknown.keys()]}
              edits={edits}
              proof={active ? proofs.get(active.id) : undefined}
              onUnknownUnits={() => setResolving(true)}
            />
          )}
        </div>
      )}
      {plan.data !== undefined &&
        view === 'calendar' &&
        (all.length === 0 ? (
          <EmptyYear year={year} />
        ) : shown.length === 0 ? (
          <div className="empty-year">
            <p>{t('schedule.filter.nothing')}</p>
            <Button onClick={() => scheduleState.set({ filter: NO_FILTER })}>{t('schedule.filter.clear')}</Button>
          </div>
        ) : (
          <CalendarView
            year={year}
            title={title}
            rows={shown}
            organisations={units}
            onMove={(row, time) => void edits.moveMonths(row, time).catch(showError)}
          />
        ))}
      {plan.data !== undefined &&
        view === 'preview' &&
        (all.length === 0 ? (
          <EmptyYear year={year} />
        ) : (
          <Suspense fallback={<Spin className="centre" />}>
            <PreviewView year={year} />
          </Suspense>
        ))}
      {resolving && (
        <UnknownUnitsDialog
          names={[...unknown.keys()]}
          counts={unknown}
          organisations={units}
          onClose={() => setResolving(false)}
        />
      )}
    </Page>
  );
}

function NoYear() {
  const { t } = useT();
  return (
    <Page title={t('shell.nav.schedule')}>
      <div className="empty-year">
        <p>{t('shell.home.noPlan')}</p>
        <Writing>
          <p className="muted">{t('shell.home.noPlanText')}</p>
        </Writing>
        <div className="actions">
          <WriteButton type="primary" onClick={() => runCommand('plan.create')}>
            {t('shell.year.add')}
          </WriteButton>
          <WriteButton onClick={() => runCommand('plan.import')}>{t('schedule.empty.import')}</WriteButton>
        </div>
      </div>
    </Page>
  );
}
