/** The steps of a list of destruction: approved, carried out under two supervisors, or given up before that. */
import { App, Input } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { Disposal } from '#shared/features/disposals.ts';
import { Grid } from '#ui/grid/grid.tsx';
import type { GridChange, GridColumn } from '#ui/grid/types.ts';
import { call, useAsked } from '../../app/api.ts';
import { errorText } from '../../app/error-text.ts';
import { useT } from '../../app/i18n.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { DayField } from './day-field.tsx';
import { readDay } from './day-text.ts';
import { countsOf } from './disposal-rows.ts';
import { documentColumns } from './document-columns.ts';
import { Field } from './field.tsx';
import { NameField } from './name-field.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

interface Props {
  disposal: Disposal;
  today: string;
  onClose: () => void;
}

interface Row {
  item: Disposal['items'][number];
  excluded: string;
}

const rowId = ({ item }: Row): number => item.document.id;
const nothing = (): void => undefined;

/** A reason in a row keeps that document on; the rest is approved. */
export function ApproveDialog({ disposal, today, onClose }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  const [approver, setApprover] = useState('');
  const [approvedOn, setApprovedOn] = useState(today);
  const [excluded, setExcluded] = useState<ReadonlyMap<number, string>>(new Map());
  const day = readDay(approvedOn);
  const rows = useMemo(
    () => disposal.items.map((item) => ({ item, excluded: excluded.get(item.document.id) ?? '' })),
    [disposal.items, excluded],
  );
  const columns = useMemo(
    (): GridColumn<Row>[] => [
      ...documentColumns<Row>(t, ({ item }) => item.document, ['code', 'title']),
      {
        key: 'excluded',
        heading: t('life.disposal.excludeReason'),
        width: 190,
        editable: true,
        text: (row) => row.excluded,
      },
      {
        key: 'reason',
        heading: t('life.disposal.reason'),
        width: 150,
        editable: false,
        text: ({ item }) => item.reason,
      },
    ],
    [t],
  );
  const change = async ({ edits }: GridChange): Promise<void> => {
    setExcluded((before) => {
      const next = new Map(before);
      for (const { rowId: id, text } of edits) {
        if (text.trim() === '') next.delete(id);
        else next.set(id, text.trim());
      }
      return next;
    });
  };
  const describe = useCallback((error: unknown) => errorText(t, error), [t]);
  const going = disposal.items.length - excluded.size;
  return (
    <ActionDialog
      width={920}
      title={t('life.disposal.approveTitle', { number: disposal.number })}
      text={t('life.disposal.approveText')}
      forGood={t('life.disposal.approveForGood')}
      okText={t('life.disposal.approveDo', { count: going })}
      ready={approver.trim() !== '' && day !== null && going > 0}
      run={async () => {
        await call('disposals.approve', {
          id: disposal.id,
          version: disposal.version,
          approver,
          approvedOn: day ?? approvedOn,
          excluded: [...excluded].map(([documentId, reason]) => ({ documentId, reason })),
        });
        message.success(t('life.disposal.approved', { number: disposal.number }));
      }}
      onClose={onClose}
    >
      <div className="pair">
        <NameField
          id="disposal-approver"
          label={t('life.disposal.approver')}
          value={approver}
          required
          onChange={setApprover}
        />
        <DayField
          id="disposal-approved"
          label={t('life.disposal.approvedOn')}
          value={approvedOn}
          today={today}
          required
          onChange={setApprovedOn}
        />
      </div>
      <p className="field-hint">{t('life.disposal.excludeHint')}</p>
      <div className="dialog-grid">
        <Grid<Row>
          label={t('life.disposal.heading', { number: disposal.number })}
          rows={rows}
          rowId={rowId}
          columns={columns}
          canInsert={false}
          onChange={change}
          onUndo={nothing}
          onRedo={nothing}
          describeError={describe}
          rowMark={(row) => (row.excluded === '' ? null : 'doubt')}
          emptyText={t('life.none')}
        />
      </div>
      {going === 0 && <p className="field-problem">{t('life.disposal.allExcluded')}</p>}
    </ActionDialog>
  );
}

const METHODS = ['pulp', 'burn', 'shred', 'degauss'] as const;

export function CarryOutDialog({ disposal, today, onClose }: Props) {
  const { t } = useT();
  const { message } = App.useApp();
  const earlier = useAsked('disposals.list', {}).data ?? [];
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [method, setMethod] = useState('');
  const [place, setPlace] = useState('');
  const [destroyedOn, setDestroyedOn] = useState(today);
  const day = readDay(destroyedOn);
  const names = [...new Set(earlier.flatMap(({ supervisors }) => supervisors))];
  const { listed } = countsOf(disposal);
  const problemOf = (name: string, other: string): string | null => {
    const given = name.trim();
    if (given === '') return null;
    if (given === disposal.approver) return t('errors.disposals/approver_supervises', { name: given });
    return given === other.trim() ? t('errors.disposals/same_supervisor', { name: given }) : null;
  };
  const secondProblem = problemOf(second, first);
  const firstProblem = first.trim() === second.trim() ? null : problemOf(first, second);
  const given = first.trim() !== '' && second.trim() !== '' && method.trim() !== '';
  return (
    <ActionDialog
      title={t('life.disposal.carryOutTitle', { number: disposal.number })}
      text={t('life.disposal.carryOutText', { count: listed })}
      forGood={t('life.disposal.carryOutForGood')}
      okText={t('life.disposal.carryOutDo', { count: listed })}
      ready={given && day !== null && firstProblem === null && secondProblem === null}
      run={async () => {
        await call('disposals.carryOut', {
          id: disposal.id,
          version: disposal.version,
          supervisors: [first, second],
          method,
          place,
          destroyedOn: day ?? destroyedOn,
        });
        message.success(t('life.disposal.carriedOut', { number: disposal.number }));
      }}
      onClose={onClose}
    >
      <div className="pair">
        <NameField
          id="disposal-first"
          label={t('life.disposal.supervisor', { number: 1 })}
          value={first}
          names={names}
          problem={firstProblem}
          required
          onChange={setFirst}
        />
        <NameField
          id="disposal-second"
          label={t('life.disposal.supervisor', { number: 2 })}
          value={second}
          names={names}
          problem={secondProblem}
          required
          onChange={setSecond}
        />
        <NameField
          id="disposal-method"
          label={t('life.disposal.method')}
          value={method}
          names={METHODS.map((key) => t(`life.disposal.methods.${key}`))}
          required
          onChange={setMethod}
        />
        <Field id="disposal-place" label={t('life.disposal.place')}>
          <Input id="disposal-place" maxLength={100} value={place} onChange={(event) => setPlace(event.target.value)} />
        </Field>
        <DayField
          id="disposal-day"
          label={t('life.disposal.destroyedOn')}
          value={destroyedOn}
          today={today}
          required
          onChange={setDestroyedOn}
        />
      </div>
    </ActionDialog>
  );
}

interface GiveUpProps {
  disposal: Disposal;
  onGivenUp: () => void;
  onClose: () => void;
}

export function GiveUpDisposalDialog({ disposal, onGivenUp, onClose }: GiveUpProps) {
  const { t } = useT();
  return (
    <ReasonDialog
      title={t('life.disposal.giveUpTitle', { number: disposal.number })}
      text={t('life.disposal.giveUpText')}
      okText={t('life.disposal.giveUp')}
      run={async (reason) => {
        await call('disposals.withdraw', { id: disposal.id, version: disposal.version, reason });
        onGivenUp();
      }}
      onClose={onClose}
    />
  );
}
