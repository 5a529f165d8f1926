/**
 * Names in the plan that the unit list does not hold. For each the person says: a new unit, a short name of a listed one,
 * or leave it as printed. Nothing is created without a word.
 */
import { Dialog } from '../../app/dialog.tsx';
import { App, Select } from 'antd';
import { useState } from 'react';
import type { Organisation } from '#shared/features/organisations.ts';
import { suggestUnit } from '#shared/lib/units.ts';
import { call } from '../../app/api.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';

/** `keep` as printed, `add` as a unit of its own, or the id of the unit whose short name it is. */
export type UnitDecision = 'keep' | 'add' | number;

export function suggestedUnitId(name: string, organisations: readonly Organisation[]): number | null {
  const full = suggestUnit(
    name,
    organisations.map(({ fullName, shortNames }) => ({ name: fullName, shortNames })),
  );
  return organisations.find(({ fullName }) => fullName === full)?.id ?? null;
}

export function UnitDecisionList({
  names,
  counts,
  organisations,
  decisions,
  onDecide,
}: {
  names: readonly string[];
  counts: ReadonlyMap<string, number>;
  organisations: readonly Organisation[];
  decisions: ReadonlyMap<string, UnitDecision>;
  onDecide: (name: string, decision: UnitDecision) => void;
}) {
  const { t } = useT();
  return (
    <ul className="unit-decisions">
      {names.map((name) => {
        const suggested = suggestedUnitId(name, organisations);
        return (
          <li key={name}>
            <span className="unit-name">
              {name}
              <span className="muted"> {t('schedule.units.rows', { count: counts.get(name) ?? 0 })}</span>
            </span>
            <Select<UnitDecision>
              aria-label={t('schedule.units.decide', { name })}
              value={decisions.get(name) ?? 'keep'}
              onChange={(decision) => onDecide(name, decision)}
              popupMatchSelectWidth={false}
              options={[
                { value: 'keep', label: t('schedule.units.keep') },
                { value: 'add', label: t('schedule.units.add') },
                ...[...organisations]
                  .sort((a, b) => Number(b.id === suggested) - Number(a.id === suggested))
                  .map(({ id, fullName }) => ({ value: id, label: t('schedule.units.link', { name: fullName }) })),
              ]}
            />
          </li>
        );
      })}
    </ul>
  );
}

export function UnknownUnitsDialog({
  names,
  counts,
  organisations,
  onClose,
}: {
  names: readonly string[];
  counts: ReadonlyMap<string, number>;
  organisations: readonly Organisation[];
  onClose: () => void;
}) {
  const { t } = useT();
  const { message } = App.useApp();
  const showError = useShowError();
  const [busy, setBusy] = useState(false);
  const [decisions, setDecisions] = useState<ReadonlyMap<string, UnitDecision>>(new Map());
  const decided = [...decisions].filter(([, decision]) => decision !== 'keep');

  const apply = async (): Promise<void> => {
    setBusy(true);
    try {
      let linked = 0;
      const added = new Map<number, string[]>();
      for (const [name, decision] of decided) {
        if (decision === 'add') linked += (await call('organisations.create', { fullName: name })).linkedRows;
        else if (decision !== 'keep') added.set(decision, [...(added.get(decision) ?? []), name]);
      }
      for (const [id, shortNames] of added) {
        const unit = organisations.find((candidate) => candidate.id === id);
        if (!unit) continue;
        const { version, fullName } = unit;
        const changed = await call('organisations.update', {
          id,
          version,
          fullName,
          shortNames: [...unit.shortNames, ...shortNames],
        });
        linked += changed.linkedRows;
      }
      message.success(t('schedule.units.resolved', { count: linked }));
      onClose();
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      width={620}
      title={t('schedule.units.title')}
      okText={t('shell.ok')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: decided.length === 0, loading: busy }}
      onOk={() => void apply()}
      onCancel={onClose}
    >
      <p className="muted">{t('schedule.units.text')}</p>
      <UnitDecisionList
        names={names}
        counts={counts}
        organisations={organisations}
        decisions={decisions}
        onDecide={(name, decision) => setDecisions(new Map(decisions).set(name, decision))}
      />
    </Dialog>
  );
}
