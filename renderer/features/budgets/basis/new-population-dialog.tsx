/** A new figure of population, of any place. */
import { App, Input, InputNumber, Segmented } from 'antd';
import { useState } from 'react';
import { PopulationKind } from '#shared/features/population.ts';
import { call, useAsked } from '../../../app/api.ts';
import { useT } from '../../../app/i18n.tsx';
import { useToday } from '../../../app/today.ts';
import { ActionDialog } from '../../life/action-dialog.tsx';
import { DayField } from '../../life/day-field.tsx';
import { isoDay, readDay } from '../../life/day-text.ts';
import { Field } from '../../life/field.tsx';
import { NameField } from '../../life/name-field.tsx';
import { PaperField } from '../paper-field.tsx';

const MOST = 2_000_000_000;

export function NewPopulationDialog({ onClose }: { onClose: () => void }) {
  const { t } = useT();
  const { message } = App.useApp();
  const today = isoDay(useToday());
  const known = useAsked('budgets.population', {}).data ?? [];
  const units = useAsked('organisations.list', {}).data ?? [];
  const [place, setPlace] = useState('');
  const [kind, setKind] = useState<PopulationKind>('resident');
  const [count, setCount] = useState<number | null>(null);
  const [day, setDay] = useState('');
  const [source, setSource] = useState('');
  const [note, setNote] = useState('');
  const [documentId, setDocumentId] = useState<number | null>(null);
  const referenceDate = readDay(day);
  const named = place.trim();
  return (
    <ActionDialog
      title={t('budgetScreen.population.newTitle')}
      text={t('budgetScreen.population.newText')}
      okText={t('organisationScreen.population.record')}
      ready={named !== '' && count !== null && referenceDate !== null && source.trim() !== ''}
      run={async () => {
        await call('budgets.recordPopulation', {
          place: named,
          kind,
          value: count ?? 0,
          referenceDate: referenceDate ?? day,
          source,
          note,
          documentId,
        });
        message.success(t('organisationScreen.population.recorded', { name: named, count: count ?? 0 }));
      }}
      onClose={onClose}
    >
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
        required
      />
      <PaperField id="population-document" value={documentId} onChange={setDocumentId} />
      <Field id="population-note" label={t('budgetScreen.remark')}>
        <Input id="population-note" maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </ActionDialog>
  );
}
