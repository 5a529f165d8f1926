/** From the draft on the screen to the paper 审计取证单. Pure. */
import { readDay } from '../life/day-text.ts';
import type { PaperRequest } from '../../app/ui-state.ts';
import type { EvidenceDraft } from './audit-state.ts';

export type EvidenceField = 'project' | 'matter' | 'summary' | 'auditors' | 'on';
export const EVIDENCE_FIELDS: readonly EvidenceField[] = ['project', 'matter', 'summary', 'auditors', 'on'];

/** Names as typed, told apart by 、, commas, semicolons or line ends. */
export function auditorNames(text: string): string[] {
  return text
    .split(/[、，,；;\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Fields that the paper still needs. */
export function missingFields(draft: EvidenceDraft): EvidenceField[] {
  return EVIDENCE_FIELDS.filter((field) => {
    if (field === 'auditors') return auditorNames(draft.auditors).length === 0;
    if (field === 'on') return readDay(draft.on) === null;
    return draft[field].trim() === '';
  });
}

/** The request for the paper, or null while something is missing. */
export function evidenceRequest(year: number, draft: EvidenceDraft): PaperRequest | null {
  const on = readDay(draft.on);
  const { entryIds, documentIds } = draft;
  if (missingFields(draft).length > 0 || on === null || entryIds.length + documentIds.length === 0) return null;
  return {
    paper: 'auditEvidence',
    year,
    ...(entryIds.length > 0 ? { entryIds: [...entryIds] } : {}),
    ...(documentIds.length > 0 ? { documentIds: [...documentIds] } : {}),
    project: draft.project.trim(),
    matter: draft.matter.trim(),
    summary: draft.summary.trim(),
    auditors: auditorNames(draft.auditors),
    on,
  };
}
