/** Chooses a template; what its fields go into is the form's matter. */
import { Select } from 'antd';
import type { DocumentTemplate } from '#shared/features/templates.ts';
import { useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';

interface Props {
  id: string;
  /** Id of the chosen template; null = none. */
  value: number | null;
  /** What no template is called here. */
  noneLabel: string;
  onChoose: (template: DocumentTemplate | null) => void;
}

const NONE = 0;

export function TemplatePicker({ id, value, noneLabel, onChoose }: Props) {
  const { t } = useT();
  const templates = useAsked('templates.list', {}).data ?? [];
  return (
    <Select<number>
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('templates.choose')}
      value={value ?? NONE}
      popupMatchSelectWidth={false}
      onChange={(chosen) => onChoose(templates.find((template) => template.id === chosen) ?? null)}
      options={[
        { value: NONE, label: noneLabel },
        ...templates.map((template) => ({ value: template.id, label: template.name })),
      ]}
    />
  );
}
