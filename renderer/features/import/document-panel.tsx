/** The head of the paper as the reader found it, each field apart, to be corrected before it is kept. */
import { Input } from 'antd';
import { isIndexNumberDamaged } from '#shared/lib/archives/index-number.ts';
import type { ReadDocument } from '#shared/features/reading.ts';
import { z } from '#shared/lib/zod.ts';
import { useT } from '../../app/i18n.tsx';

const FIELDS = [
  ['title', 'documentTitle'],
  ['index_no', 'indexNumber'],
  ['doc_no', 'documentNumber'],
  ['issuer', 'issuer'],
  ['signed_by', 'signedBy'],
  ['signed_date', 'signedDate'],
  ['published_date', 'publishedDate'],
  ['attachment', 'attachment'],
] as const;

export function documentProblems(document: ReadDocument): ('signed_date' | 'published_date')[] {
  return (['signed_date', 'published_date'] as const).filter((field) => {
    const value = document[field];
    return value !== null && !z.iso.date().safeParse(value).success;
  });
}

interface Props {
  planTitle: string;
  document: ReadDocument;
  onPlanTitle: (title: string) => void;
  onChange: (document: ReadDocument) => void;
}

export function DocumentPanel({ planTitle, document, onPlanTitle, onChange }: Props) {
  const { t } = useT();
  const bad = documentProblems(document);
  return (
    <div className="document-panel">
      <div className="field wide">
        <label htmlFor="review-title">{t('schedule.head.planTitle')}</label>
        <Input
          id="review-title"
          value={planTitle}
          maxLength={200}
          onChange={(event) => onPlanTitle(event.target.value)}
        />
      </div>
      {FIELDS.map(([field, label]) => {
        const value = document[field] ?? '';
        const isDate = field === 'signed_date' || field === 'published_date';
        const invalid = isDate && bad.includes(field);
        const damaged = field === 'index_no' && isIndexNumberDamaged(value);
        return (
          <div className="field" key={field}>
            <label htmlFor={`review-${field}`}>{t(`schedule.head.${label}`)}</label>
            <Input
              id={`review-${field}`}
              value={value}
              maxLength={200}
              placeholder={isDate ? t('schedule.inspector.dateExample') : t('review.notPrinted')}
              status={invalid ? 'error' : damaged ? 'warning' : ''}
              aria-describedby={invalid || damaged ? `review-${field}-note` : undefined}
              onChange={(event) =>
                onChange({ ...document, [field]: event.target.value === '' ? null : event.target.value })
              }
            />
            {(invalid || damaged) && (
              <span className={invalid ? 'field-problem' : 'field-note'} id={`review-${field}-note`}>
                {invalid ? t('schedule.inspector.dateInvalid') : t('schedule.head.damaged', { number: value })}
              </span>
            )}
          </div>
        );
      })}
      {document.addressees.length > 0 && (
        <p className="muted wide">
          {t('schedule.head.addressees', { names: document.addressees.join(t('paper.unitSeparator')) })}
        </p>
      )}
    </div>
  );
}
