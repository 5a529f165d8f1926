/** The document of the archive that proves a rule, a figure of population or a report: found by its 档号 or title, or left open. */
import { useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { Field } from '../life/field.tsx';
import { DocumentSelect } from '../objects/document-select.tsx';

interface Props {
  id: string;
  value: number | null;
  onChange: (documentId: number | null) => void;
}

export function PaperField({ id, value, onChange }: Props) {
  const { t } = useT();
  const known = useAsked('documents.get', { id: value ?? 0 }, { enabled: value !== null }).data?.document;
  return (
    <Field id={id} label={t('budgetScreen.paperField')} hint={t('budgetScreen.paperHint')}>
      <DocumentSelect
        id={id}
        allowClear
        value={value === null ? null : { id: value, title: known?.title ?? t('ledgerScreen.inspector.otherDocument') }}
        onChange={(document) => onChange(document?.id ?? null)}
      />
    </Field>
  );
}
