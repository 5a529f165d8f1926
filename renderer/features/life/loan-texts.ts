/** How entries of use are written on the screen. */
import type { Loan } from '#shared/features/loans.ts';
import type { Translate } from '#shared/i18n/index.ts';

/** Name of the user, with the unit where one is known. */
export function userText(t: Translate, { borrower, borrowerUnit }: Pick<Loan, 'borrower' | 'borrowerUnit'>): string {
  return borrowerUnit === null ? borrower : t('life.use.userOfUnit', { name: borrower, unit: borrowerUnit });
}

/** A document by its code, where it has one, and its title. */
export function documentText({ document }: Pick<Loan, 'document'>): string {
  return document.referenceCode === null ? document.title : `${document.referenceCode} ${document.title}`;
}

/** Where a loan stands: overdue first in importance. */
export function loanState(loan: Loan): 'overdue' | 'out' | 'back' | 'none' {
  if (loan.kind !== 'lend') return 'none';
  if (loan.returnedOn !== null) return 'back';
  return loan.overdueDays > 0 ? 'overdue' : 'out';
}

/** Open loans in the order in which they are to come back. */
export function byDueDay(loans: readonly Loan[]): Loan[] {
  return loans.toSorted((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? '') || a.id - b.id);
}
