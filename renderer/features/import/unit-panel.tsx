/** Names that the unit list does not hold, and what shall become of them. */
import { Button, Select } from 'antd';
import type { Organisation } from '#shared/features/organisations.ts';
import { useT } from '../../app/i18n.tsx';
import { suggestionFor, type UnitChoice, validChoices } from './unit-choice.ts';

interface Props {
  names: readonly string[];
  counts: ReadonlyMap<string, number>;
  suggestions: Readonly<Record<string, string>>;
  organisations: readonly Organisation[];
  choices: ReadonlyMap<string, UnitChoice>;
  onChoose: (choices: ReadonlyMap<string, UnitChoice>) => void;
}

export function UnitPanel({ names, counts, suggestions, organisations, choices, onChoose }: Props) {
  const { t } = useT();
  if (names.length === 0) return <p className="muted">{t('schedule.import.allUnitsKnown')}</p>;
  const choose = (name: string, choice: UnitChoice): void => onChoose(validChoices(new Map(choices).set(name, choice)));
  return (
    <div className="unit-panel">
      <div className="unit-panel-head">
        <span className="muted">{t('schedule.units.text')}</span>
        <Button
          size="small"
          onClick={() => onChoose(new Map(names.map((name): [string, UnitChoice] => [name, 'add'])))}
        >
          {t('schedule.import.addAll')}
        </Button>
      </div>
      <ul className="unit-decisions">
        {names.map((name) => {
          const suggestion = suggestionFor(name, suggestions, organisations);
          const likely = suggestion && 'name' in suggestion ? suggestion.name : null;
          const added = names.filter((other) => other !== name && choices.get(other) === 'add');
          return (
            <li key={name}>
              <span className="unit-name">
                {name}
                <span className="muted"> {t('schedule.units.rows', { count: counts.get(name) ?? 0 })}</span>
                {likely !== null && <span className="hint">{t('schedule.import.maybe', { name: likely })}</span>}
              </span>
              <Select<UnitChoice>
                aria-label={t('schedule.units.decide', { name })}
                value={choices.get(name) ?? 'keep'}
                onChange={(choice) => choose(name, choice)}
                popupMatchSelectWidth={false}
                options={[
                  { value: 'keep', label: t('schedule.units.keep') },
                  { value: 'add', label: t('schedule.units.add') },
                  ...added.map((other) => ({
                    value: `as:${other}` as const,
                    label: t('schedule.units.link', { name: other }),
                  })),
                  ...organisations.map(({ id, fullName }) => ({
                    value: id,
                    label: t('schedule.units.link', { name: fullName }),
                  })),
                ]}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
