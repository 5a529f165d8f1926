/**
 * The residents of one place: every figure with its day and the paper that says so, and a new one. Nothing is overwritten;
 * a wrong figure is taken back with a reason.
 */
import { App, Button, InputNumber, Segmented, Table } from 'antd';
import { useState } from 'react';
import { type Population, PopulationKind } from '#shared/features/population.ts';
import type { Organisation } from '#shared/features/organisations.ts';
import { call, useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { isoDay, readDay } from '../life/day-text.ts';
import { useToday } from '../../app/today.ts';
import { ActionDialog } from '../life/action-dialog.tsx';
import { DayField } from '../life/day-field.tsx';
import { Field } from '../life/field.tsx';
import { NameField } from '../life/name-field.tsx';
import { ReasonDialog } from '../life/reason-dialog.tsx';

const MOST = 2_000_000_000;

export function PopulationDialog({ unit, onClose }: { unit: Organisation; onClose: () => void }) {
  const { t } = useT();
  const { message } = App.useApp();
  const today = isoDay(useToday());
  const figures = useAsked('budgets.population', { placeId: unit.id }).data ?? [];
  const all = useAsked('budgets.population', {}).data ?? [];
  const [kind, setKind] = useState<PopulationKind>('resident');
  const [count, setCount] = useState<number | null>(null);
  const [day, setDay] = useState('');
  const [source, setSource] = useState('');
  const [withdrawing, setWithdrawing] = useState<Population | null>(null);
  const referenceDate = readDay(day);
  if (withdrawing) {
    return (
      <ReasonDialog
        title={t('organisationScreen.population.withdrawTitle', { count: withdrawing.value })}
        text={t('organisationScreen.population.withdrawText')}
        okText={t('organisationScreen.population.withdraw')}
        run={async (reason) => {
          await call('budgets.withdrawPopulation', { id: withdrawing.id, version: withdrawing.version, reason });
        }}
        onClose={() => setWithdrawing(null)}
      />
    );
  }
  return (
    <ActionDialog
      width={720}
      title={t('organisationScreen.population.title', { name: unit.fullName })}
      text={t('organisationScreen.population.text')}
      okText={t('organisationScreen.population.record')}
      ready={count !== null && referenceDate !== null && source.trim() !== ''}
      run={async () => {
        await call('budgets.recordPopulation', {
          place: unit.fullName,
          kind,
          value: count ?? 0,
          referenceDate: referenceDate ?? day,
          source,
        });
        message.success(t('organisationScreen.population.recorded', { name: unit.fullName, count: count ?? 0 }));
      }}
      onClose={onClose}
    >
      {figures.length > 0 && (
        <Table<Population>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={figures}
          scroll={{ y: 220 }}
          columns={[
            {
              title: t('organisationScreen.population.kindColumn'),
              key: 'kind',
              width: 96,
              render: (_, figure) => t(`organisationScreen.population.kind.${figure.kind}`),
            },
            {
              title: t('organisationScreen.population.count'),
              dataIndex: 'value',
              width: 104,
              align: 'right',
              className: 'digits',
            },
            {
              title: t('organisationScreen.population.day'),
              dataIndex: 'referenceDate',
              width: 120,
              className: 'digits',
            },
            { title: t('organisationScreen.population.source'), dataIndex: 'source' },
            {
              title: '',
              key: 'actions',
              width: 88,
              render: (_, figure) => (
                <Button size="small" onClick={() => setWithdrawing(figure)}>
                  {t('organisationScreen.population.withdraw')}
                </Button>
              ),
            },
          ]}
        />
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
          required
          hint={t('organisationScreen.population.dayHint')}
          onChange={setDay}
        />
      </div>
      <NameField
        id="population-source"
        label={t('organisationScreen.population.source')}
        value={source}
        names={[...new Set(all.map((figure) => figure.source))]}
        hint={t('organisationScreen.population.sourceHint')}
        maxLength={200}
        required
        onChange={setSource}
      />
    </ActionDialog>
  );
}
