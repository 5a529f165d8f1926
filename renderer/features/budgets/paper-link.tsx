/** Leads to the document of the archive that proves something; nothing where there is none. */
import { useT } from '../../app/i18n.tsx';
import { showDocument } from '../documents/document-state.ts';

export function PaperLink({ documentId }: { documentId: number | null }) {
  const { t } = useT();
  if (documentId === null) return null;
  return (
    <button type="button" className="text-link paper-link" onClick={() => showDocument(documentId)}>
      {t('budgetScreen.behind.document')}
    </button>
  );
}
