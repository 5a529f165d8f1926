/**
 * What the screen of the audit shows and what is drafted on it. A draft of a 取证单 lives here alone: nothing of it is
 * written into the archive, which an auditor could not do.
 */
import { createArchiveStore } from '../../app/archive-store.ts';
import { useStore } from '../../app/store.ts';

export const AUDIT_TABS = ['log', 'evidence', 'findings'] as const;
export type AuditTab = (typeof AUDIT_TABS)[number];

/** Filters of the log; empty = all. Days are texts as typed. */
export interface LogChoice {
  from: string;
  to: string;
  /** Beginning of the action's name. */
  action: string;
  actor: string;
}
export const WHOLE_LOG: LogChoice = { from: '', to: '', action: '', actor: '' };

export interface EvidenceDraft {
  entryIds: readonly number[];
  documentIds: readonly number[];
  project: string;
  matter: string;
  summary: string;
  /** As typed; names are told apart by 、, comma or semicolon. */
  auditors: string;
  /** Day as typed; empty = not said yet. */
  on: string;
}
export const NO_EVIDENCE: EvidenceDraft = {
  entryIds: [],
  documentIds: [],
  project: '',
  matter: '',
  summary: '',
  auditors: '',
  on: '',
};

/** A finding of the working paper. */
export interface Finding {
  key: number;
  category: string;
  content: string;
  reference: string;
  opinion: string;
}

export interface WorkingDraft {
  findings: readonly Finding[];
  project: string;
  preparedBy: string;
  reviewedBy: string;
  /** Day as typed; empty = not said yet. */
  on: string;
}
export const NO_FINDINGS: WorkingDraft = { findings: [], project: '', preparedBy: '', reviewedBy: '', on: '' };

interface AuditState {
  tab: AuditTab;
  choice: LogChoice;
  /** By year: what is chosen belongs to one. */
  drafts: Readonly<Record<number, EvidenceDraft>>;
  working: Readonly<Record<number, WorkingDraft>>;
}

export const auditState = createArchiveStore<AuditState>({ tab: 'log', choice: WHOLE_LOG, drafts: {}, working: {} });

export function useAuditState<Part>(select: (state: AuditState) => Part): Part {
  return useStore(auditState, select);
}

export function setDraft(year: number, change: Partial<EvidenceDraft>): void {
  const { drafts } = auditState.get();
  auditState.set({ drafts: { ...drafts, [year]: { ...(drafts[year] ?? NO_EVIDENCE), ...change } } });
}

export function setWorking(year: number, change: Partial<WorkingDraft>): void {
  const { working } = auditState.get();
  auditState.set({ working: { ...working, [year]: { ...(working[year] ?? NO_FINDINGS), ...change } } });
}

/** Adds a finding; answers its number. */
export function addFinding(year: number, given: Partial<Omit<Finding, 'key'>> = {}): number {
  const { findings } = auditState.get().working[year] ?? NO_FINDINGS;
  const key = 1 + Math.max(0, ...findings.map((finding) => finding.key));
  setWorking(year, {
    findings: [...findings, { key, category: '', content: '', reference: '', opinion: '', ...given }],
  });
  return findings.length + 1;
}
