/** One document of the archive, found by its 档号 or the words of its title. */
import { Select } from 'antd';
import { useState } from 'react';
import { useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { useSettled } from '../../app/use-settled.ts';

const SHOWN = 20;

export interface ChosenDocument {
  id: number;
  title: string;
}

interface Props {
  id: string;
  value: ChosenDocument | null;
  onChange: (document: ChosenDocument | null) => void;
  /** What is chosen can be taken back. */
  allowClear?: boolean;
  disabled?: boolean;
}

export function DocumentSelect({ id, value, onChange, allowClear = false, disabled = false }: Props) {
  const { t } = useT();
  const [text, setText] = useState('');
  const wanted = useSettled(text.trim());
  const found = useAsked('documents.list', { filter: wanted === '' ? {} : { text: wanted }, limit: SHOWN });
  const documents = found.data?.rows ?? [];
  return (
    <Select<number>
      id={id}
      showSearch
      filterOption={false}
      searchValue={text}
      onSearch={setText}
      allowClear={allowClear}
      disabled={disabled}
      {...(value === null ? {} : { value: value.id })}
      placeholder={t('activityScreen.link.choose')}
      notFoundContent={found.isPending ? null : t('activityScreen.link.none')}
      onChange={(chosen: number | undefined) => {
        const document = documents.find((one) => one.id === chosen);
        if (document) onChange({ id: document.id, title: document.title });
        else if (chosen === undefined) onChange(null);
      }}
      options={[
        ...documents.map((one) => ({ value: one.id, label: `${one.referenceCode ?? ''} ${one.title}`.trim() })),
        // What was chosen keeps its words while others are looked for.
        ...(value === null || documents.some((one) => one.id === value.id)
          ? []
          : [{ value: value.id, label: value.title }]),
      ]}
    />
  );
}
