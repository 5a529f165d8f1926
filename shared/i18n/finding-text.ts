/** The sentence of a finding in a person's language: grammars bring their own sentences, the register's rules have theirs. */
import type { DocumentFinding } from '../features/documents.ts';
import type { Translate } from './index.ts';

export function findingText(t: Translate, { field, rule, params }: Omit<DocumentFinding, 'message'>): string {
  // Field and rule are known only now; a test looks every rule up.
  const label = t(`documents.field.${field}` as 'documents.field.title');
  const [, family, own] = /^(title|index)_(.+)$/u.exec(rule) ?? [];
  if (family && own) return t(`archives.rule.${own}` as 'archives.rule.null_word', { ...params, field: label });
  return t(`documents.finding.${rule}` as 'documents.finding.missing', { ...params, field: label });
}
