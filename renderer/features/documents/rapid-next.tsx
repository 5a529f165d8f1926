/** The reference code that the document being typed would get, or what is still needed to say so. */
import type { Input } from '#shared/contract.ts';
import { useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';

export function RapidNext({ fields }: { fields: Input<'documents.create'>['fields'] }) {
  const { t } = useT();
  const { term, sectionId = null } = fields;
  const year = fields.filingYear ?? (fields.signedDate ? Number(fields.signedDate.slice(0, 4)) : null);
  const next = useAsked(
    'documents.nextNumber',
    { filingYear: year ?? 0, term: term ?? '', sectionId },
    { enabled: year !== null && typeof term === 'string' },
  ).data?.next;
  const text = (): string => {
    if (year === null || !term) return t('documentScreen.rapid.nextUnknown');
    if (next === undefined) return '';
    if (next === null) return t('documentScreen.rapid.nextNeedsSection', { year });
    return t('documentScreen.rapid.next', {
      code: next.referenceCode ?? t('documentScreen.noCode', { number: next.itemNumber }),
    });
  };
  return <span className="rapid-next">{text()}</span>;
}
