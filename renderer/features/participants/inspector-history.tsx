/** What happened to a person's data. Numbers come masked. */
import { zhCN } from '#shared/i18n/zh-CN/index.ts';
import { useT } from '../../app/i18n.tsx';
import { RecordHistory } from '../../app/register/record-history.tsx';
import type { InspectorTabProps } from './inspector.tsx';
import { sexText } from './person-texts.ts';

type Field = keyof typeof zhCN.participants.field;

function isField(field: string): field is Field {
  // Whether somebody has checked the data is told by the step itself.
  return Object.hasOwn(zhCN.participants.field, field) && field !== 'needsReview';
}

export function InspectorHistory({ person }: InspectorTabProps) {
  const { t } = useT();
  return (
    <RecordHistory
      entity="person"
      id={person.id}
      fieldText={(field) => (isField(field) ? t(`participants.field.${field}`) : null)}
      valueText={(field, value) =>
        field === 'sex' && (value === 'female' || value === 'male') ? sexText(t, value) : null
      }
    />
  );
}
