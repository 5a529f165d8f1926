/** The differences of an edited table, before anything changes: what is ticked is taken, as one step. */
import { Alert, Button, Checkbox, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import {
  canBeTaken,
  changesFromTable,
  differenceKey,
  type DifferenceKind,
  DifferenceKind as Kinds,
  newRowKey,
  proposedKeys,
  type TableComparison,
} from '#shared/features/document-table.ts';
import { call } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { ui, useUi } from '../../app/ui-state.ts';
import { useAcceptedNotice } from '../import/accepted-notice.tsx';
import { DifferenceList } from './difference-list.tsx';

export function TableCompareDialog() {
  const comparison = useUi((state) => state.comparison);
  return comparison ? <TableCompare comparison={comparison} /> : null;
}

export type Shown = 'all' | 'fresh' | DifferenceKind;

const NAMED = 5;

function TableCompare({ comparison }: { comparison: TableComparison }) {
  const { t } = useT();
  const notice = useAcceptedNotice();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => proposedKeys(comparison));
  const [shown, setShown] = useState<Shown>('all');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { documents, fresh, missing, problems, ignored } = comparison;
  const counts = useMemo(() => {
    const found = new Map<DifferenceKind, number>();
    for (const { kind } of documents.flatMap(({ differences }) => differences))
      found.set(kind, (found.get(kind) ?? 0) + 1);
    return found;
  }, [documents]);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0) + fresh.length;
  const takeable = documents.some(({ differences }) => differences.some(canBeTaken)) || fresh.length > 0;

  const close = (): void => ui.set({ comparison: null });
  const apply = async (): Promise<void> => {
    const changes = changesFromTable(comparison, ticked);
    setBusy(true);
    setError(null);
    try {
      const { event } = await call('documents.edit', {
        step: { code: 'documentTableTake', params: { count: changes.length } },
        changes,
      });
      close();
      notice({
        title: t('documentTable.applied', { count: changes.length }),
        description: comparison.name ?? undefined,
        isImport: ({ code, params }) => event > 0 && code === 'documentTableTake' && params['count'] === changes.length,
      });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const tick = (keys: readonly string[], on: boolean): void =>
    setTicked((now) => {
      const next = new Set(now);
      for (const key of keys)
        if (on) next.add(key);
        else next.delete(key);
      return next;
    });
  const visibleKeys = [
    ...documents.flatMap(({ id, differences }) =>
      differences
        .filter((difference) => canBeTaken(difference) && (shown === 'all' || shown === difference.kind))
        .map(({ field }) => differenceKey(id, field)),
    ),
    ...(shown === 'all' || shown === 'fresh' ? fresh.map(({ line }) => newRowKey(line)) : []),
  ];
  const chosen = visibleKeys.filter((key) => ticked.has(key)).length;

  return (
    <Dialog
      width={1080}
      title={t('documentTable.compareTitle')}
      onCancel={close}
      focusField={false}
      mask={{ closable: false }}
      footer={
        <div className="actions actions-end">
          <Button onClick={close}>{t('shell.cancel')}</Button>
          <Button type="primary" loading={busy} disabled={ticked.size === 0} onClick={() => void apply()}>
            {t('documentTable.apply', { count: ticked.size })}
          </Button>
        </div>
      }
    >
      <p>
        {t('documentTable.facts', { name: comparison.name ?? t('documentTable.sheet'), count: comparison.compared })}
      </p>
      {missing !== null && missing.length > 0 && (
        <Alert type="info" showIcon title={t('documentTable.missing', missingParams(missing, t))} />
      )}
      {(problems.length > 0 || ignored.length > 0) && (
        <div className="callout table-problems" tabIndex={0} role="region" aria-label={t('documentTable.problems')}>
          {problems.length > 0 && <p>{t('documentTable.problems')}</p>}
          <ul>
            {problems.map(({ line, reason }) => (
              <li key={line}>{t('documentTable.problem', { line, reason })}</li>
            ))}
            {ignored.length > 0 && (
              <li>{t('documentTable.ignored', { names: ignored.join(t('paper.unitSeparator')) })}</li>
            )}
          </ul>
        </div>
      )}
      {total === 0 || (!takeable && total === 0) ? (
        <p className="muted">{t('documentTable.nothing')}</p>
      ) : (
        <>
          <div className="difference-bar">
            <Checkbox
              disabled={visibleKeys.length === 0}
              checked={chosen > 0 && chosen === visibleKeys.length}
              indeterminate={chosen > 0 && chosen < visibleKeys.length}
              aria-label={t('documentTable.all', { count: visibleKeys.length })}
              onChange={(event) => tick(visibleKeys, event.target.checked)}
            />
            <Segmented<Shown>
              aria-label={t('documentTable.compareTitle')}
              value={shown}
              onChange={setShown}
              options={[
                { value: 'all', label: t('documentTable.all', { count: total }) },
                ...Kinds.options
                  .filter((kind) => (counts.get(kind) ?? 0) > 0)
                  .map((kind) => ({
                    value: kind,
                    label: t('documentTable.kindCount', {
                      kind: t(`documentTable.kind.${kind}`),
                      count: counts.get(kind) ?? 0,
                    }),
                  })),
                ...(fresh.length > 0
                  ? [
                      {
                        value: 'fresh' as const,
                        label: t('documentTable.kindCount', { kind: t('documentTable.fresh'), count: fresh.length }),
                      },
                    ]
                  : []),
              ]}
            />
          </div>
          <DifferenceList key={shown} comparison={comparison} shown={shown} ticked={ticked} onTick={tick} />
        </>
      )}
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}

function missingParams(
  missing: NonNullable<TableComparison['missing']>,
  t: ReturnType<typeof useT>['t'],
): { count: number; names: string } {
  const names = missing
    .slice(0, NAMED)
    .map(({ referenceCode, title }) => referenceCode ?? title)
    .join(t('paper.unitSeparator'));
  return {
    count: missing.length,
    names: missing.length > NAMED ? t('documentTable.missingMore', { names }) : names,
  };
}
