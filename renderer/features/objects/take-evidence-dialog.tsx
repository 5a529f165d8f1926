/** Asks what kind of evidence files are, then takes them in, one after the other; one that is refused stops no other. */
import { App, Radio } from 'antd';
import { useState } from 'react';
import { AppError } from '#shared/errors.ts';
import { Dialog } from '../../app/dialog.tsx';
import { errorText } from '../../app/error-text.ts';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import '../activities/activities.css';
import { bytesOf, LARGEST_DROP } from '../documents/take-files.ts';
import type { EvidenceSource, EvidenceToTake, KindOption } from './evidence.ts';

interface Props<Kind extends string> {
  title: string;
  kinds: readonly KindOption<Kind>[];
  /** The kind that the names speak for. */
  proposed: Kind;
  sources: readonly EvidenceToTake[];
  onTake: (kind: Kind, source: EvidenceSource) => Promise<void>;
  /** At least one was taken in. */
  onTaken: () => void;
  onClose: () => void;
}

async function contentOf({ name, source }: EvidenceToTake): Promise<EvidenceSource> {
  if (!(source instanceof File)) return source;
  if (source.size > LARGEST_DROP) {
    const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_048_576)} MB`;
    throw new AppError('input/too_large', { size: megabytes(source.size), limit: megabytes(LARGEST_DROP) });
  }
  return { bytes: await bytesOf(source), name };
}

export function TakeEvidenceDialog<Kind extends string>(props: Props<Kind>) {
  const { title, kinds, proposed, sources, onTake, onTaken, onClose } = props;
  const { t } = useT();
  const { message } = App.useApp();
  const [kind, setKind] = useState(proposed);
  const [left, setLeft] = useState(sources);
  const [working, setWorking] = useState<string | null>(null);
  const [failed, setFailed] = useState<readonly { name: string; reason: string }[]>([]);

  const take = async (): Promise<void> => {
    if (working !== null) return;
    const refused: { one: EvidenceToTake; reason: string }[] = [];
    for (const one of left) {
      setWorking(one.name);
      try {
        await onTake(kind, await contentOf(one));
      } catch (error) {
        refused.push({ one, reason: errorText(t, error) });
      }
    }
    setWorking(null);
    const done = left.length - refused.length;
    if (done > 0) {
      message.success(t('activityScreen.drop.done', { count: done }));
      onTaken();
    }
    if (refused.length === 0) onClose();
    setLeft(refused.map(({ one }) => one));
    setFailed(refused.map(({ one, reason }) => ({ name: one.name, reason })));
  };

  return (
    <Dialog
      width={520}
      title={title}
      okText={t('activityScreen.drop.ok')}
      cancelText={t('shell.cancel')}
      confirmLoading={working !== null}
      okButtonProps={{ disabled: left.length === 0 }}
      onOk={() => void take()}
      onCancel={onClose}
    >
      <div
        onKeyDown={typed((event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          void take();
        })}
      >
        <p>{t('activityScreen.drop.files', { count: left.length })}</p>
        <ul className="evidence-names">
          {left.slice(0, 8).map(({ name }, index) => (
            <li key={`${index} ${name}`} className="break">
              {name}
            </li>
          ))}
          {left.length > 8 && <li>…</li>}
        </ul>
        <fieldset className="evidence-kinds">
          <legend>{t('activityScreen.drop.kind')}</legend>
          <Radio.Group value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
            {kinds.map(({ value, label }) => (
              // The arrow keys go on from the kind that is proposed.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              <Radio key={value} value={value} autoFocus={value === kind}>
                {label}
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
        {working !== null && <p className="muted">{t('activityScreen.drop.working', { name: working })}</p>}
        {failed.map((one) => (
          <p key={one.name} className="field-problem" role="alert">
            {t('activityScreen.drop.failed', one)}
          </p>
        ))}
      </div>
    </Dialog>
  );
}
