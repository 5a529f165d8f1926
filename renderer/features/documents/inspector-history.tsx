/** What happened to a document. */
import { zhCN } from '#shared/i18n/zh-CN/index.ts';
import { useT } from '../../app/i18n.tsx';
import { RecordHistory } from '../../app/register/record-history.tsx';
import { fieldValueText } from './field-value.ts';
import type { InspectorTabProps } from './inspector.tsx';

function isField(field: string): field is keyof typeof zhCN.documents.field {
  return Object.hasOwn(zhCN.documents.field, field);
}

export function InspectorHistory({ document, names }: InspectorTabProps) {
  const { t } = useT();
  return (
    <RecordHistory
      entity="document"
      id={document.id}
      fieldText={(field) => (isField(field) ? t(`documents.field.${field}`) : null)}
      valueText={(field, value) => fieldValueText(t, field, value, names)}
    />
  );
}
