/** Names a new place, renames one, or gives one up with a reason. */
import { Input } from 'antd';
import { useState } from 'react';
import type { Place } from '#shared/features/boxes.ts';
import { call } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';

export type PlaceQuestion =
  | { ask: 'add'; kind: Place['kind']; parent: Place | null }
  | { ask: 'rename' | 'withdraw'; place: Place };

export function PlaceDialog({ question, onClose }: { question: PlaceQuestion; onClose: () => void }) {
  const { t } = useT();
  const [text, setText] = useState(question.ask === 'rename' ? question.place.name : '');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const title =
    question.ask === 'add'
      ? question.kind === 'room'
        ? t('boxScreen.place.addRoom')
        : t(`boxScreen.place.add_${question.kind}`)
      : question.ask === 'rename'
        ? t('boxScreen.place.rename')
        : t('boxScreen.place.withdrawTitle', { name: question.place.path });

  const save = async (): Promise<void> => {
    const value = text.trim();
    if (value === '') return;
    setBusy(true);
    setError(null);
    try {
      if (question.ask === 'add') {
        await call('boxes.savePlace', { parentId: question.parent?.id ?? null, kind: question.kind, name: value });
      } else if (question.ask === 'rename') {
        const { id, version, parentId, kind } = question.place;
        await call('boxes.savePlace', { id, version, parentId, kind, name: value });
      } else {
        const { id, version } = question.place;
        await call('boxes.withdrawPlace', { id, version, reason: value });
      }
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Dialog
      width={420}
      title={title}
      okText={question.ask === 'withdraw' ? t('boxScreen.place.withdraw') : t('shell.ok')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: text.trim() === '', loading: busy, danger: question.ask === 'withdraw' }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="field">
        <label htmlFor="place-text">
          {question.ask === 'withdraw' ? t('documentScreen.reason') : t('boxScreen.place.name')}
        </label>
        <Input
          id="place-text"
          maxLength={question.ask === 'withdraw' ? 2000 : 50}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={typed((event) => {
            if (event.key === 'Enter') void save();
          })}
        />
      </div>
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
