/** An entry of use while it is typed. Pure: what it lacks, and what is handed to the archive. */
import type { Input } from '#shared/contract.ts';
import type { Loan } from '#shared/features/loans.ts';
import { afterWorkingDays } from '#shared/lib/working-days.ts';
import { readDay } from './day-text.ts';

export type UseKind = Loan['kind'];
export const USE_KINDS = ['read', 'lend', 'copy', 'excerpt'] as const satisfies readonly UseKind[];

/** Working days until a loan comes back, unless another day is agreed (spec 7.1). */
export const LOAN_DAYS = 10;

export interface UseDraft {
  kind: UseKind;
  borrower: string;
  borrowerUnit: string;
  contact: string;
  outside: boolean;
  purpose: string;
  approver: string;
  lentOn: string;
  /** null = the usual day, which follows the day of lending. */
  dueOn: string | null;
  copiedPages: string;
  handledBy: string;
  remark: string;
}

export function emptyDraft(today: string): UseDraft {
  return {
    kind: 'read',
    borrower: '',
    borrowerUnit: '',
    contact: '',
    outside: false,
    purpose: '',
    approver: '',
    lentOn: today,
    dueOn: null,
    copiedPages: '',
    handledBy: '',
    remark: '',
  };
}

/** What the next entry keeps: the way of use, the day, who approves and who handles it. */
export function nextDraft({ kind, approver, handledBy, lentOn }: UseDraft): UseDraft {
  return { ...emptyDraft(lentOn), kind, approver, handledBy };
}

/** The day to come back as it stands in the form; empty where the day of lending cannot be read. */
export function dueOf({ kind, lentOn, dueOn }: UseDraft): string {
  if (kind !== 'lend') return '';
  if (dueOn !== null) return dueOn;
  const from = readDay(lentOn);
  return from === null ? '' : afterWorkingDays(from, LOAN_DAYS);
}

/** Lending out and use by others than the unit's own people need an approver (档案法实施条例 第三十四条). */
export function needsApprover({ kind, outside }: UseDraft): boolean {
  return kind === 'lend' || outside;
}

export type UseLack = 'documents' | 'borrower' | 'approver' | 'lentOn' | 'dueOn' | 'copiedPages';

/** The first field that keeps the entry from being saved; null = none does. */
export function lackOfDraft(draft: UseDraft, documents: number): UseLack | null {
  if (documents === 0) return 'documents';
  if (draft.borrower.trim() === '') return 'borrower';
  const lentOn = readDay(draft.lentOn);
  if (lentOn === null) return 'lentOn';
  if (needsApprover(draft) && draft.approver.trim() === '') return 'approver';
  if (draft.kind === 'lend') {
    const due = readDay(dueOf(draft));
    if (due === null || due < lentOn) return 'dueOn';
  }
  if (draft.kind === 'copy' && !/^\d{0,6}$/u.test(draft.copiedPages.trim())) return 'copiedPages';
  return null;
}

/** The entry as the archive takes it; only for a draft that lacks nothing. */
export function entryOf(draft: UseDraft, documentIds: number[]): Input<'loans.enter'> {
  const pages = draft.copiedPages.trim();
  return {
    documentIds,
    fields: {
      kind: draft.kind,
      borrower: draft.borrower.trim(),
      borrowerUnit: draft.borrowerUnit,
      contact: draft.contact,
      outside: draft.outside,
      purpose: draft.purpose,
      approver: draft.approver,
      lentOn: readDay(draft.lentOn) ?? draft.lentOn,
      dueOn: draft.kind === 'lend' ? readDay(dueOf(draft)) : null,
      copiedPages: draft.kind === 'copy' && pages !== '' ? Number(pages) : null,
      handledBy: draft.handledBy,
      remark: draft.remark,
    },
  };
}
