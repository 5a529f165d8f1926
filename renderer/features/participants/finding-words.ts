/** The sentence for what needs a look in a person's data. Pure. */
import type { PersonFinding } from '#shared/features/participants.ts';
import type { Translate } from '#shared/i18n/index.ts';

export function personFindingText(t: Translate, { rule, params, message }: PersonFinding): string {
  // The rule is known only now; a rule that has no words here comes with those of the archive.
  const key: string = `personFindings.rule.${rule}`;
  return t(key, { ...params, defaultValue: message });
}
