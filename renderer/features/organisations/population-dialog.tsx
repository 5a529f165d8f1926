/**
 * A new figure of population with its day and the paper that says so: of one unit, below the figures that it has, or of any
 * place. Nothing is overwritten; a wrong figure is taken back with a reason.
 */
import { App, Input, InputNumber, Segmented } from 'antd';
import { useState } from 'react';
import type { Organisation } from '#shared/features/organisations.ts';
import { type Population, PopulationKind } from '#shared/features/population.ts';
import { call, useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { useToday } from '../../app/today.ts';
import { PaperField } from '../budgets/paper-field.tsx';
import { ActionDialog } from '../life/action-dialog.tsx';
import { DayField } from '../life/day-field.tsx';
import { isoDay, readDay } from '../life/day-text.ts';
import { Field } from '../life/field.tsx';
import { NameField } from '../life/name-field.tsx';
import { PopulationFigures } from './population-figures.tsx';
import { WithdrawPopulationDialog } from './withdraw-population-dialog.tsx';

/** People; as `Population` has it. */
const MOST = 2_000_000_000;

interface Props {
  /** null = of any place, which is named in the dialog. */
  unit: Organisation | null;
  onClose: () => void;
}

export function PopulationDialog({ unit, onClose }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  const today = isoDay(useToday());
  const own = useAsked('budgets.population', { placeId: unit?.id ?? 0 }, { enabled: unit !== null }).data ?? [];
  const known = useAsked('budgets.population', {}).data ?? [];
  const units = useAsked('organisations.list', {}).data ?? [];
  const [place, setPlace] = useState(unit?.fullName ?? '');
  const [kind, setKind] = useState<PopulationKind>('resident');
  const [count, setCount] = useState<number | null>(null);
  const [day, setDay] = useState('');
  const [source, setSource] = useState('');
  const [note, setNote] = useState('');
  const [documentId, setDocumentId] = useState<number | null>(null);
  const [withdrawing, setWithdrawing] = useState<Population | null>(null);
  const referenceDate = readDay(day);
  const name = place.trim();
  if (withdrawing) return <WithdrawPopulationDialog figure={withdrawing} onClose={() => setWithdrawing(null)} />;
  return (
    <ActionDialog
      width={unit === null ? 560 : 720}
      title={unit === null ? t('budgetScreen.population.newTitle') : t('organisationScreen.population.title', { name })}
      text={t(unit === null ? 'budgetScreen.population.newText' : 'organisationScreen.population.text')}
      okText={t('organisationScreen.population.record')}
      ready={name !== '' && count !== null && referenceDate !== null && source.trim() !== ''}
      run={async () => {
        await call('budgets.recordPopulation', {
          place: name,
          kind,
          value: count ?? 0,
          referenceDate: referenceDate ?? day,
          source,
          note,
          documentId,
        });
        message.success(t('organisationScreen.population.recorded', { name, count: count ?? 0 }));
      }}
      onClose={onClose}
    >
      {unit === null ? (
        <NameField
          id="population-place"
          label={t('budgetScreen.population.place')}
          value={place}
          onChange={setPlace}
          maxLength={100}
          names={[...new Set([...known.map((figure) => figure.place), ...units.map(({ fullName }) => fullName)])]}
          hint={t('budgetScreen.population.placeHint')}
          required
        />
      ) : (
        <PopulationFigures figures={own} onWithdraw={setWithdrawing} />
      )}
      <div className="field">
        <span className="label" id="population-kind">
          {t('organisationScreen.population.kindColumn')}
        </span>
        <Segmented<PopulationKind>
          aria-labelledby="population-kind"
          value={kind}
          onChange={setKind}
          options={PopulationKind.options.map((value) => ({
            value,
            label: t(`organisationScreen.population.kind.${value}`),
          }))}
        />
      </div>
      <div className="pair">
        <Field id="population-count" label={t('organisationScreen.population.count')} required>
          <InputNumber<number>
            id="population-count"
            min={0}
            max={MOST}
            precision={0}
            controls={false}
            value={count}
            onChange={setCount}
          />
        </Field>
        <DayField
          id="population-day"
          label={t('organisationScreen.population.day')}
          value={day}
          today={today}
          onChange={setDay}
          hint={t('organisationScreen.population.dayHint')}
          required
        />
      </div>
      <NameField
        id="population-source"
        label={t('organisationScreen.population.source')}
        value={source}
        onChange={setSource}
        maxLength={200}
        names={[...new Set(known.map((figure) => figure.source))]}
        hint={t('organisationScreen.population.sourceHint')}
        required
      />
      <PaperField id="population-document" value={documentId} onChange={setDocumentId} />
      <Field id="population-note" label={t('budgetScreen.remark')}>
        <Input id="population-note" maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </ActionDialog>
  );
}
