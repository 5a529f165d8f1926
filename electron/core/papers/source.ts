/** What every reader of a paper is given. */
import { AppError } from '#shared/errors.ts';
import { type Messages, translator } from '#shared/i18n/index.ts';
import type { ReadDb } from '../db/sql.ts';
import type { PaperBase, PaperFonds } from '../reports/paper-parts.ts';

export interface PaperSource {
  db: ReadDb;
  base: PaperBase;
  fonds: PaperFonds;
  /** The day it is where the person is, ISO. */
  today: string;
}

/** The error for a paper without content; it says what to do first. */
export function nothingToPrint(
  { base }: Pick<PaperSource, 'base'>,
  paper: keyof Messages['papers']['empty'],
  params: Record<string, string | number> = {},
): AppError {
  const t = translator(base.locale);
  return new AppError('papers/empty', {
    paper: t(`papers.name.${paper}`),
    advice: t(`papers.empty.${paper}` as 'papers.empty.loanRegister', { from: '', to: '', ...params }),
  });
}
