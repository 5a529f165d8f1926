/** Where a document stands, as colour and word: never as colour alone. */
import type { DocumentState } from '#shared/features/documents.ts';
import { useT } from '../../app/i18n.tsx';

export function StateChip({ state }: { state: DocumentState }) {
  const { t } = useT();
  return <span className={`chip chip-document-${state}`}>{t(`documents.state.${state}`)}</span>;
}
