/** Adds a unit or changes one: names, kind, and how long it has been. */
import { App, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { type Organisation, OrganisationKind } from '#shared/features/organisations.ts';
import { call } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useToday } from '../../app/today.ts';
import { DayField } from '../life/day-field.tsx';
import { isoDay, readDay } from '../life/day-text.ts';

interface Props {
  /** null = a new one. */
  unit: Organisation | null;
  /** Of a new one. */
  kind: OrganisationKind;
  onClose: () => void;
}

export function UnitForm({ unit, kind: wanted, onClose }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  const today = isoDay(useToday());
  const [fullName, setFullName] = useState(unit?.fullName ?? '');
  const [shortText, setShortText] = useState(unit?.shortNames.join('\n') ?? '');
  const [kind, setKind] = useState<OrganisationKind>(unit?.kind ?? wanted);
  const [from, setFrom] = useState(unit?.activeFrom ?? '');
  const [to, setTo] = useState(unit?.activeTo ?? '');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const activeFrom = readDay(from);
  const activeTo = readDay(to);
  const days = (from === '' || activeFrom !== null) && (to === '' || activeTo !== null);
  const order = activeFrom === null || activeTo === null || activeFrom <= activeTo;

  const save = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    const shortNames = [
      ...new Set(
        shortText
          .split(/[\n、，,；;]/u)
          .map((name) => name.trim())
          .filter((name) => name !== ''),
      ),
    ];
    try {
      const name = fullName.trim();
      const fields = { fullName: name, shortNames, kind, activeFrom, activeTo };
      const { linkedRows } = unit
        ? await call('organisations.update', { id: unit.id, version: unit.version, ...fields })
        : await call('organisations.create', fields);
      message.success(
        t(unit ? 'shell.organisations.changed' : 'shell.organisations.added', { name, count: linkedRows }),
      );
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      width={520}
      title={t(unit ? 'shell.organisations.editTitle' : 'shell.organisations.addTitle')}
      okText={t('shell.ok')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: fullName.trim() === '' || !days || !order, loading: busy }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={t('shell.organisations.fullName')} htmlFor="unit-full" required>
          <Input
            id="unit-full"
            maxLength={100}
            value={fullName}
            onChange={(event) => setFullName(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t('organisationScreen.kindColumn')} htmlFor="unit-kind">
          <Select<OrganisationKind>
            id="unit-kind"
            value={kind}
            onChange={setKind}
            options={OrganisationKind.options.map((value) => ({ value, label: t(`organisationScreen.kind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          label={t('shell.organisations.shortNames')}
          htmlFor="unit-short"
          help={t('shell.organisations.shortNamesHint')}
        >
          <Input.TextArea
            id="unit-short"
            rows={3}
            value={shortText}
            onChange={(event) => setShortText(event.target.value)}
          />
        </Form.Item>
        <div className="pair unit-days">
          <DayField
            id="unit-from"
            label={t('organisationScreen.activeFrom')}
            value={from}
            today={today}
            onChange={setFrom}
          />
          <DayField
            id="unit-to"
            label={t('organisationScreen.activeTo')}
            value={to}
            today={today}
            onChange={setTo}
            hint={t('organisationScreen.activeHint')}
          />
        </div>
        {!order && (
          <span className="field-problem" role="alert">
            {t('organisationScreen.order')}
          </span>
        )}
      </Form>
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
