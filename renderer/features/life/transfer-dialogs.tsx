/** The steps of a hand-over: drafted, opinions set, completed by both sides, or given up before that. */
import { App, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { Transfer } from '#shared/features/transfers.ts';
import { call, useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { ACCESS_MARKS, type AccessMark, setAccessMarks } from './access-marks.ts';
import { ActionDialog } from './action-dialog.tsx';
import { DayField } from './day-field.tsx';
import { readDay } from './day-text.ts';
import { Field } from './field.tsx';
import { NameField } from './name-field.tsx';
import { nextNumber } from './names.ts';
import { ReasonDialog } from './reason-dialog.tsx';

type Nature = Transfer['nature'];
const NATURES: readonly Nature[] = ['transfer', 'deposit', 'purchase', 'gift'];

interface DraftProps {
  documentIds: readonly number[];
  today: string;
  onDrafted: (id: number) => void;
  onClose: () => void;
}

export function DraftTransferDialog({ documentIds, today, onDrafted, onClose }: DraftProps) {
  const { t } = useT();
  const { message } = App.useApp();
  const lists = useAsked('transfers.list', {}).data;
  const [typedNumber, setNumber] = useState<string | null>(null);
  const [receiver, setReceiver] = useState('');
  const [nature, setNature] = useState<Nature>('transfer');
  const [note, setNote] = useState('');
  const taken = (lists ?? []).map((list) => list.number);
  const number = typedNumber ?? (lists ? nextNumber(today.slice(0, 4), taken) : '');
  return (
    <ActionDialog
      title={t('life.transfer.draftTitle', { count: documentIds.length })}
      text={t('life.transfer.draftText')}
      okText={t('life.transfer.draftDo')}
      ready={number.trim() !== '' && receiver.trim() !== ''}
      run={async () => {
        const { transfer } = await call('transfers.draft', {
          number,
          receiver,
          nature,
          documentIds: [...documentIds],
          note,
        });
        message.success(t('life.transfer.drafted', { number: transfer.number }));
        onDrafted(transfer.id);
      }}
      onClose={onClose}
    >
      <NameField
        id="transfer-receiver"
        label={t('life.transfer.receiver')}
        value={receiver}
        names={[...new Set((lists ?? []).map((list) => list.receiver))]}
        maxLength={100}
        required
        onChange={setReceiver}
      />
      <Field id="transfer-number" label={t('life.transfer.number')} required>
        <Input id="transfer-number" maxLength={50} value={number} onChange={(event) => setNumber(event.target.value)} />
      </Field>
      <div className="field">
        <span className="label" id="transfer-nature">
          {t('life.transfer.natureLabel')}
        </span>
        <Segmented<Nature>
          aria-labelledby="transfer-nature"
          value={nature}
          onChange={setNature}
          options={NATURES.map((value) => ({ value, label: t(`life.transfer.nature.${value}`) }))}
        />
      </div>
      <Field id="transfer-note" label={t('life.transfer.note')}>
        <Input.TextArea
          id="transfer-note"
          rows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
    </ActionDialog>
  );
}

/** One opinion for many documents; each can still be changed alone in the list. */
export function MarksDialog({ documentIds, onClose }: { documentIds: readonly number[]; onClose: () => void }) {
  const { t } = useT();
  const { message } = App.useApp();
  const [mark, setMark] = useState<AccessMark>('unreviewed');
  return (
    <ActionDialog
      title={t('life.transfer.marksTitle', { count: documentIds.length })}
      text={t('life.transfer.marksText')}
      okText={t('life.transfer.marksDo')}
      ready={mark !== 'unreviewed'}
      run={async () => {
        await setAccessMarks(new Map(documentIds.map((id) => [id, mark])));
        message.success(t('life.transfer.marked', { count: documentIds.length }));
      }}
      onClose={onClose}
    >
      <div className="field">
        <span className="label" id="marks-label">
          {t('documents.field.accessMark')}
        </span>
        <Segmented<AccessMark>
          aria-labelledby="marks-label"
          value={mark}
          onChange={setMark}
          options={ACCESS_MARKS.toReversed().map((value) => ({ value, label: t(`documents.accessMark.${value}`) }))}
        />
      </div>
    </ActionDialog>
  );
}

interface CompleteProps {
  transfer: Transfer;
  today: string;
  onClose: () => void;
}

const SIGNERS = ['giverHead', 'giverClerk', 'receiverHead', 'receiverClerk'] as const;

export function CompleteTransferDialog({ transfer, today, onClose }: CompleteProps) {
  const { t } = useT();
  const { message } = App.useApp();
  const [names, setNames] = useState({ giverHead: '', giverClerk: '', receiverHead: '', receiverClerk: '' });
  const [transferredOn, setTransferredOn] = useState(today);
  const [opinion, setOpinion] = useState('');
  const day = readDay(transferredOn);
  const signedByAll = SIGNERS.every((signer) => names[signer].trim() !== '');
  return (
    <ActionDialog
      width={640}
      title={t('life.transfer.completeTitle', { number: transfer.number })}
      text={t('life.transfer.completeText', { count: transfer.items.length, receiver: transfer.receiver })}
      forGood={t('life.transfer.completeForGood')}
      okText={t('life.transfer.completeDo')}
      ready={day !== null && signedByAll}
      run={async () => {
        await call('transfers.complete', {
          id: transfer.id,
          version: transfer.version,
          transferredOn: day ?? transferredOn,
          ...names,
          opinion,
        });
        message.success(t('life.transfer.completed', { number: transfer.number }));
      }}
      onClose={onClose}
    >
      <div className="pair">
        {SIGNERS.map((signer) => (
          <Field key={signer} id={`transfer-${signer}`} label={t(`life.transfer.signer.${signer}`)} required>
            <Input
              id={`transfer-${signer}`}
              maxLength={50}
              value={names[signer]}
              onChange={(event) => setNames((before) => ({ ...before, [signer]: event.target.value }))}
            />
          </Field>
        ))}
        <DayField
          id="transfer-day"
          label={t('life.transfer.day')}
          value={transferredOn}
          today={today}
          required
          onChange={setTransferredOn}
        />
      </div>
      <Field id="transfer-opinion" label={t('life.transfer.opinion')}>
        <Input.TextArea
          id="transfer-opinion"
          rows={2}
          maxLength={2000}
          value={opinion}
          onChange={(event) => setOpinion(event.target.value)}
        />
      </Field>
    </ActionDialog>
  );
}

interface GiveUpProps {
  transfer: Transfer;
  onGivenUp: () => void;
  onClose: () => void;
}

export function GiveUpTransferDialog({ transfer, onGivenUp, onClose }: GiveUpProps) {
  const { t } = useT();
  return (
    <ReasonDialog
      title={t('life.transfer.giveUpTitle', { number: transfer.number })}
      text={t('life.transfer.giveUpText')}
      okText={t('life.transfer.giveUp')}
      run={async (reason) => {
        await call('transfers.withdraw', { id: transfer.id, version: transfer.version, reason });
        onGivenUp();
      }}
      onClose={onClose}
    />
  );
}
