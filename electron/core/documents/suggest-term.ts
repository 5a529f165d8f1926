/** The row of the archive's own retention table that a title points to. */
import type { Output } from '#shared/contract.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { suggestRetention } from '#shared/lib/archives/retention-proposals.ts';
import type { ReadDb } from '../db/sql.ts';
import { fondsRules } from '../fonds/rules.ts';
import { unitDirectory } from '../unit-directory.ts';

export function suggestTerm(
  db: ReadDb,
  title: string,
  author: string,
  t: Translate,
): Output<'documents.suggestTerm'>['suggestion'] {
  const { fonds, retention } = fondsRules(db);
  const ownUnit =
    author === fonds.name || (author !== '' && unitDirectory(db).find(author) === unitDirectory(db).find(fonds.name));
  const found = suggestRetention({ title, author: author === '' ? null : author, ownUnit }, retention);
  if (!found) return null;
  const { row, words } = found;
  return {
    retentionRowId: row.id,
    number: row.number,
    terms: row.terms,
    scope: row.scope,
    words: [...words],
    reason: t('documents.suggestReason', {
      number: row.number,
      scope: row.scope,
      words: words.join(t('paper.unitSeparator')),
    }),
  };
}
