/** A number of which the middle is hidden: typed anew it is replaced; to see it whole, a reason is asked for (F9). */
import { EyeOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { Person, PersonFields } from '#shared/features/participants.ts';
import { useT } from '../../app/i18n.tsx';
import { Writing } from '../../app/read-only.tsx';
import { SavedText } from '../../app/saved-text.tsx';
import { personState, type SecretField } from './person-state.ts';
import { readText, textProblem } from './person-texts.ts';

interface Props {
  person: Person;
  field: SecretField;
  /** ISO day. */
  today: string;
  readOnly: boolean;
  onSave: (fields: Partial<PersonFields>) => void;
}

export function MaskedText({ person, field, today, readOnly, onSave }: Props) {
  const { t } = useT();
  const value = person[field] ?? '';
  const label = t(`participants.field.${field}`);
  return (
    <div className="masked">
      <SavedText
        label={label}
        value={value}
        readOnly={readOnly}
        check={(text) => {
          const reading = readText(field, text, { t, today, person });
          return reading.ok ? null : textProblem(t, reading);
        }}
        onSave={(text) => {
          const reading = readText(field, text, { t, today, person });
          if (reading.ok) onSave(reading.fields);
        }}
      />
      {value !== '' && (
        <Writing>
          <Tooltip title={field === 'phone' ? 'F9' : undefined}>
            <Button
              icon={<EyeOutlined />}
              aria-label={t('participantScreen.reveal.show', { field: label })}
              onClick={() => personState.set({ dialog: { name: 'reveal', id: person.id, field } })}
            >
              {t('participantScreen.reveal.button')}
            </Button>
          </Tooltip>
        </Writing>
      )}
    </div>
  );
}
