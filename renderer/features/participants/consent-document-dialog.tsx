/** 同意书: the document of the archive in which the guardian agreed, found by its words. */
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { useSettled } from '../../app/use-settled.ts';
import { ActionDialog } from '../life/action-dialog.tsx';
import { Field } from '../life/field.tsx';
import { setFields } from './use-person-edits.ts';

const SHOWN = 12;

export function ConsentDocumentDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useT();
  const [text, setText] = useState<string>(t('participantScreen.consent.usualWord'));
  const [target, setTarget] = useState<number | null>(null);
  const wanted = useSettled(text.trim());
  const found = useAsked('documents.list', { filter: wanted === '' ? {} : { text: wanted }, limit: SHOWN }).data;
  const choices = found?.rows ?? [];
  return (
    <ActionDialog
      title={t('participantScreen.consent.chooseTitle')}
      text={t('participantScreen.consent.chooseText')}
      okText={t('participantScreen.consent.take')}
      ready={target !== null && choices.some((one) => one.id === target)}
      run={() => setFields(id, { consentDocumentId: target })}
      onClose={onClose}
    >
      <Field id="consent-find" label={t('documentScreen.relations.find')}>
        <Input id="consent-find" allowClear value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      {found && choices.length === 0 ? (
        <p className="muted">{t('participantScreen.consent.nothing')}</p>
      ) : (
        <Radio.Group
          className="relation-choice"
          aria-label={t('participantScreen.consent.chooseTitle')}
          value={target}
          onChange={(event) => setTarget(event.target.value as number)}
          options={choices.map((one) => ({
            value: one.id,
            label: [one.referenceCode, one.title, one.signedDate].filter(Boolean).join(' · '),
          }))}
        />
      )}
    </ActionDialog>
  );
}
