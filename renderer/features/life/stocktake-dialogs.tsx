/** A stock-take is begun, closed, given up; a label read by mistake is taken back. */
import { App, Input, Select } from 'antd';
import { useState } from 'react';
import type { Output } from '#shared/contract.ts';
import type { Stocktake, StocktakeEntry } from '#shared/features/stocktakes.ts';
import { call, useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { DayField } from './day-field.tsx';
import { readDay } from './day-text.ts';
import { Field } from './field.tsx';
import { NameField } from './name-field.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

type Place = Output<'boxes.places'>[number];

interface OpenProps {
  places: readonly Place[];
  today: string;
  onOpened: (id: number) => void;
  onClose: () => void;
}

export function OpenStocktakeDialog({ places, today, onOpened, onClose }: OpenProps) {
  const { t } = useT();
  const { message } = App.useApp();
  const earlier = useAsked('stocktakes.list', {}).data ?? [];
  const [name, setName] = useState<string>(() => t('life.stocktake.nameOf', { year: today.slice(0, 4) }));
  const [placeId, setPlaceId] = useState<number | null>(null);
  const [countedBy, setCountedBy] = useState('');
  const [startedOn, setStartedOn] = useState(today);
  const day = readDay(startedOn);
  return (
    <ActionDialog
      title={t('life.stocktake.openTitle')}
      text={t('life.stocktake.openText')}
      okText={t('life.stocktake.open')}
      ready={name.trim() !== '' && countedBy.trim() !== '' && day !== null}
      run={async () => {
        const { stocktake } = await call('stocktakes.open', {
          name,
          placeId,
          countedBy,
          startedOn: day ?? startedOn,
        });
        message.success(t('life.stocktake.opened', { name: stocktake.name }));
        onOpened(stocktake.id);
      }}
      onClose={onClose}
    >
      <Field id="stocktake-name" label={t('life.stocktake.name')} required>
        <Input id="stocktake-name" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field
        id="stocktake-place"
        label={t('life.stocktake.place')}
        hint={places.length === 0 ? t('life.stocktake.noPlaces') : t('life.stocktake.placeHint')}
      >
        <Select<number>
          id="stocktake-place"
          showSearch={{ optionFilterProp: 'label' }}
          value={placeId ?? 0}
          onChange={(id) => setPlaceId(id === 0 ? null : id)}
          options={[
            { value: 0, label: t('life.stocktake.wholeRoom') },
            ...places.map(({ id, path, boxes }) => ({
              value: id,
              label: boxes > 0 ? t('life.stocktake.placeBoxes', { path, count: boxes }) : path,
            })),
          ]}
        />
      </Field>
      <NameField
        id="stocktake-by"
        label={t('life.stocktake.countedBy')}
        value={countedBy}
        names={[...new Set(earlier.map((one) => one.countedBy))]}
        required
        onChange={setCountedBy}
      />
      <DayField
        id="stocktake-day"
        label={t('life.stocktake.startedOn')}
        value={startedOn}
        today={today}
        required
        onChange={setStartedOn}
      />
    </ActionDialog>
  );
}

interface CloseProps {
  stocktake: Stocktake;
  /** What the report says, in one sentence. */
  summary: string;
  today: string;
  onClose: () => void;
}

export function CloseStocktakeDialog({ stocktake, summary, today, onClose }: CloseProps) {
  const { t } = useT();
  const { message } = App.useApp();
  const [conclusion, setConclusion] = useState('');
  const [closedOn, setClosedOn] = useState(today);
  const day = readDay(closedOn);
  return (
    <ActionDialog
      title={t('life.stocktake.closeTitle', { name: stocktake.name })}
      text={t('life.stocktake.closeText')}
      okText={t('life.stocktake.closeDo')}
      ready={conclusion.trim() !== '' && day !== null}
      run={async () => {
        await call('stocktakes.close', {
          id: stocktake.id,
          version: stocktake.version,
          closedOn: day ?? closedOn,
          conclusion,
        });
        message.success(t('life.stocktake.closed', { name: stocktake.name }));
      }}
      onClose={onClose}
    >
      <p className="life-report">{summary}</p>
      <Field id="stocktake-conclusion" label={t('life.stocktake.conclusion')} required>
        <Input.TextArea
          id="stocktake-conclusion"
          rows={4}
          maxLength={2000}
          value={conclusion}
          onChange={(event) => setConclusion(event.target.value)}
        />
      </Field>
      <DayField
        id="stocktake-closed"
        label={t('life.stocktake.closedDay')}
        value={closedOn}
        today={today}
        required
        onChange={setClosedOn}
      />
    </ActionDialog>
  );
}

interface GiveUpProps {
  stocktake: Stocktake;
  onGivenUp: () => void;
  onClose: () => void;
}

export function GiveUpStocktakeDialog({ stocktake, onGivenUp, onClose }: GiveUpProps) {
  const { t } = useT();
  return (
    <ReasonDialog
      title={t('life.stocktake.giveUpTitle', { name: stocktake.name })}
      text={t('life.stocktake.giveUpText')}
      okText={t('life.stocktake.giveUp')}
      run={async (reason) => {
        await call('stocktakes.withdraw', { id: stocktake.id, version: stocktake.version, reason });
        onGivenUp();
      }}
      onClose={onClose}
    />
  );
}

export function TakeBackDialog({ entry, onClose }: { entry: StocktakeEntry; onClose: () => void }) {
  const { t } = useT();
  return (
    <ReasonDialog
      title={t('life.stocktake.takeBackTitle', { text: entry.text })}
      text={t('life.stocktake.takeBackText')}
      okText={t('life.stocktake.takeBack')}
      run={async (reason) => {
        await call('stocktakes.withdrawEntry', { id: entry.id, version: entry.version, reason });
      }}
      onClose={onClose}
    />
  );
}
