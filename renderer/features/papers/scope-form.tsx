/** What a paper is printed from: documents or boxes chosen before, a year with term and section, a span of days. */
import { Input, InputNumber, Segmented, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import type { Output } from '#shared/contract.ts';
import { compareTerms, isTermCode, termYears } from '#shared/lib/archives/retention.ts';
import { useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import type { PaperRequest } from '../../app/ui-state.ts';
import { useActivityScopeFields } from './activity-scope-fields.tsx';
import { useFundingScopeFields } from './funding-scope-fields.tsx';
import { fieldsOf, type PaperField } from './paper-request.ts';

interface ScopeFormProps {
  request: PaperRequest;
  /** What the screen that opened the dialog had chosen. */
  chosen: Pick<PaperRequest, 'documentIds' | 'boxIds' | 'personIds'>;
  tree: Output<'documents.tree'> | undefined;
  disabled: boolean;
  onChange: (request: PaperRequest) => void;
}

export function ScopeForm({ request, chosen, tree, disabled, onChange }: ScopeFormProps) {
  const { t } = useT();
  const id = useId();
  const sections = useAsked('fonds.get', {}).data?.sections ?? [];
  const change = (part: Partial<PaperRequest>): void => onChange({ ...request, ...part });
  /** Without a key where there is no value: an empty key would be one more scope. */
  const clear = (...keys: (keyof PaperRequest)[]): PaperRequest =>
    Object.fromEntries(
      Object.entries(request).filter(([key]) => !keys.some((other) => other === key)),
    ) as unknown as PaperRequest;
  const labelled = (field: string, label: string, control: ReactNode) => (
    <div className="field" key={field}>
      <label htmlFor={`${id}-${field}`}>{label}</label>
      {control}
    </div>
  );

  const activityFields = useActivityScopeFields({ request, chosen, disabled, id, labelled, change, clear, onChange });
  const fundingFields = useFundingScopeFields({ request, disabled, id, labelled, change, clear, onChange });

  const nodes = (tree?.nodes ?? []).filter(({ year, state }) => year !== null && state !== 'draft');
  const years = [
    ...new Set([...nodes.map(({ year }) => year ?? 0), ...(request.year === undefined ? [] : [request.year])]),
  ];
  const ofYear = nodes.filter(({ year }) => year === request.year);
  const terms = [...new Set(ofYear.map(({ term }) => term ?? ''))].filter(isTermCode).sort(compareTerms);
  const sectionIds = new Set(ofYear.map(({ sectionId }) => sectionId));
  const offered = sections.filter((section) => sectionIds.has(section.id));

  const choice = (kind: 'documentIds' | 'boxIds', label: string) => {
    const ids = chosen[kind];
    if (!ids) return null;
    return (
      <div className="field" key={kind}>
        <Segmented<'chosen' | 'year'>
          aria-label={t('papers.dialog.paper')}
          disabled={disabled}
          value={request[kind] ? 'chosen' : 'year'}
          onChange={(value) => onChange(value === 'chosen' ? { ...request, [kind]: ids } : clear(kind))}
          options={[
            { value: 'chosen', label },
            { value: 'year', label: t('papers.dialog.wholeYear') },
          ]}
        />
      </div>
    );
  };

  const day = (field: 'from' | 'to' | 'on', label: string) =>
    labelled(
      field,
      label,
      <Input
        id={`${id}-${field}`}
        type="date"
        disabled={disabled}
        value={request[field] ?? ''}
        onChange={(event) => event.target.value !== '' && change({ [field]: event.target.value })}
      />,
    );

  const controls: Record<PaperField, () => ReactNode> = {
    documents: () =>
      choice('documentIds', t('papers.dialog.chosenDocuments', { count: chosen.documentIds?.length ?? 0 })),
    boxes: () => choice('boxIds', t('papers.dialog.chosenBoxes', { count: chosen.boxIds?.length ?? 0 })),
    year: () =>
      labelled(
        'year',
        t('papers.dialog.year'),
        <Select<number>
          id={`${id}-year`}
          disabled={disabled}
          value={request.year ?? null}
          onChange={(year) => onChange({ ...clear('term', 'sectionId'), year })}
          options={years.sort((a, b) => b - a).map((year) => ({ value: year, label: String(year) }))}
        />,
      ),
    term: () =>
      labelled(
        'term',
        t('papers.dialog.term'),
        <Select<string>
          id={`${id}-term`}
          disabled={disabled}
          value={request.term ?? ''}
          onChange={(term) => onChange(term === '' ? clear('term') : { ...request, term })}
          options={[
            { value: '', label: t('papers.dialog.allTerms') },
            ...terms.map((term) => {
              const length = termYears(term);
              return {
                value: term,
                label: length === null ? t('documents.term.Y') : t('documents.term.D', { years: length }),
              };
            }),
          ]}
        />,
      ),
    section: () =>
      offered.length > 0 &&
      labelled(
        'section',
        t('papers.dialog.section'),
        <Select<number>
          id={`${id}-section`}
          disabled={disabled}
          value={request.sectionId ?? 0}
          onChange={(sectionId) => onChange(sectionId === 0 ? clear('sectionId') : { ...request, sectionId })}
          options={[
            { value: 0, label: t('papers.dialog.allSections') },
            ...offered.map((section) => ({ value: section.id, label: section.name })),
          ]}
        />,
      ),
    termStyle: () => (
      <div className="field" key="termStyle">
        <span className="label">{t('papers.dialog.termStyle')}</span>
        <Segmented<'name' | 'code'>
          aria-label={t('papers.dialog.termStyle')}
          disabled={disabled}
          value={request.termStyle ?? 'name'}
          onChange={(termStyle) => change({ termStyle })}
          options={[
            { value: 'name', label: t('papers.dialog.termName') },
            { value: 'code', label: t('papers.dialog.termCode') },
          ]}
        />
      </div>
    ),
    sheet: () => (
      <div className="field" key="sheet">
        <span className="label">{t('papers.dialog.sheet')}</span>
        <Segmented<'A3' | 'A4'>
          aria-label={t('papers.dialog.sheet')}
          disabled={disabled}
          value={request.sheet ?? 'A3'}
          onChange={(sheet) => change({ sheet })}
          options={[
            { value: 'A3', label: t('papers.dialog.sheetA3') },
            { value: 'A4', label: t('papers.dialog.sheetA4') },
          ]}
        />
      </div>
    ),
    span: () => [day('from', t('papers.dialog.from')), day('to', t('papers.dialog.to'))],
    on: () => day('on', t('papers.dialog.on')),
    lines: () =>
      labelled(
        'lines',
        t('papers.dialog.lines'),
        <InputNumber
          id={`${id}-lines`}
          disabled={disabled}
          min={1}
          max={500}
          precision={0}
          value={request.lines ?? null}
          onChange={(lines) => lines !== null && change({ lines })}
        />,
      ),
    ...activityFields,
    ...fundingFields,
  };
  return <>{fieldsOf(request).map((field) => controls[field]())}</>;
}
