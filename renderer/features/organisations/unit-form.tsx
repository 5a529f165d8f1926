/** Adds a unit or changes one: names, kind, and how long it has been. */
import { App, Input, Select } from 'antd';
import { useState } from 'react';
import { type Organisation, OrganisationKind } from '#shared/features/organisations.ts';
import { call } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { useToday } from '../../app/today.ts';
import { ActionDialog } from '../life/action-dialog.tsx';
import { isoDay } from '../life/day-text.ts';
import { Field } from '../life/field.tsx';
import { readPeriod } from '../life/period.ts';
import { PeriodFields } from '../life/period-fields.tsx';

interface Props {
  /** null = a new one. */
  unit: Organisation | null;
  /** Of a new one. */
  kind: OrganisationKind;
  onClose: () => void;
}

function shortNamesOf(text: string): string[] {
  const names = text.split(/[\n、，,；;]/u).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

export function UnitForm({ unit, kind: wanted, onClose }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  const today = isoDay(useToday());
  const [fullName, setFullName] = useState(unit?.fullName ?? '');
  const [shortText, setShortText] = useState(unit?.shortNames.join('\n') ?? '');
  const [kind, setKind] = useState<OrganisationKind>(unit?.kind ?? wanted);
  const [days, setDays] = useState({ from: unit?.activeFrom ?? '', to: unit?.activeTo ?? '' });
  const period = readPeriod(days);
  const name = fullName.trim();

  const save = async (): Promise<void> => {
    if (period === null) return;
    const shortNames = shortNamesOf(shortText);
    const fields = { fullName: name, shortNames, kind, activeFrom: period.from, activeTo: period.to };
    const { linkedRows } = unit
      ? await call('organisations.update', { id: unit.id, version: unit.version, ...fields })
      : await call('organisations.create', fields);
    message.success(t(unit ? 'shell.organisations.changed' : 'shell.organisations.added', { name, count: linkedRows }));
  };

  return (
    <ActionDialog
      width={520}
      title={t(unit ? 'shell.organisations.editTitle' : 'shell.organisations.addTitle')}
      okText={t('shell.ok')}
      ready={name !== '' && period !== null}
      run={save}
      onClose={onClose}
    >
      <Field id="unit-full" label={t('shell.organisations.fullName')} required>
        <Input id="unit-full" maxLength={100} value={fullName} onChange={(event) => setFullName(event.target.value)} />
      </Field>
      <Field id="unit-kind" label={t('organisationScreen.kindColumn')}>
        <Select<OrganisationKind>
          id="unit-kind"
          value={kind}
          onChange={setKind}
          options={OrganisationKind.options.map((value) => ({ value, label: t(`organisationScreen.kind.${value}`) }))}
        />
      </Field>
      <Field id="unit-short" label={t('shell.organisations.shortNames')} hint={t('shell.organisations.shortNamesHint')}>
        <Input.TextArea
          id="unit-short"
          rows={3}
          value={shortText}
          onChange={(event) => setShortText(event.target.value)}
        />
      </Field>
      <PeriodFields
        id="unit"
        labels={{ from: t('organisationScreen.activeFrom'), to: t('organisationScreen.activeTo') }}
        hint={t('organisationScreen.activeHint')}
        order={t('organisationScreen.order')}
        value={days}
        today={today}
        onChange={setDays}
      />
    </ActionDialog>
  );
}
