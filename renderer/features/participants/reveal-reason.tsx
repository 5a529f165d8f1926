/** Why a hidden number is shown: one of the usual reasons, or own words. Answers the text that goes into the log. */
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { useT } from '../../app/i18n.tsx';
import { Field } from '../life/field.tsx';

/** Stands for own words among the usual reasons. */
const OTHER = 'other';

interface Props {
  /** In the order in which they are used most; `other` asks for words. */
  reasons: readonly { value: string; label: string }[];
  /** Empty while nothing is given. */
  onGiven: (reason: string) => void;
}

export function RevealReason({ reasons, onGiven }: Props) {
  const { t } = useT();
  const [chosen, setChosen] = useState<string | null>(null);
  const [words, setWords] = useState('');
  return (
    <>
      <Radio.Group
        className="relation-choice reveal-reasons"
        aria-label={t('participantScreen.reveal.reason')}
        value={chosen}
        onChange={({ target }) => {
          const reason = reasons.find(({ value }) => value === target.value);
          setChosen(reason?.value ?? null);
          onGiven(reason?.value === OTHER ? words.trim() : (reason?.label ?? ''));
        }}
        options={[...reasons]}
      />
      {chosen === OTHER && (
        <Field id="reveal-words" label={t('participantScreen.reveal.words')} required>
          <Input
            id="reveal-words"
            autoFocus
            maxLength={500}
            value={words}
            onChange={({ target }) => {
              setWords(target.value);
              onGiven(target.value.trim());
            }}
          />
        </Field>
      )}
    </>
  );
}
