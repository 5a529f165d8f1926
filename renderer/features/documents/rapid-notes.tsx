/** What the check says of one field that is being typed; a repair is taken over by a click. */
import type { DocumentFinding } from '#shared/features/documents.ts';
import { findingText } from '#shared/i18n/finding-text.ts';
import { useT } from '../../app/i18n.tsx';

interface Props {
  findings: readonly DocumentFinding[];
  onMend: (text: string) => void;
}

export function RapidNotes({ findings, onMend }: Props) {
  const { t } = useT();
  return findings.map((finding) => {
    const { repaired } = finding.params;
    return (
      <span key={finding.rule} className={finding.level === 'error' ? 'field-problem' : 'field-note'}>
        {findingText(t, finding)}
        {typeof repaired === 'string' && (
          <button type="button" className="text-link" onClick={() => onMend(repaired)}>
            {t('documentScreen.fix.repaired', { text: repaired })}
          </button>
        )}
      </span>
    );
  });
}
