/**
 * The rules of the register by name. A grammar answers the name and its parameters; the sentence stands in the
 * catalogue (`archives.rule.<rule>`), and the compiler asks for one in every language.
 */
import type { DateRule } from './archival-date.ts';
import type { CreditCodeRule } from './credit-code.ts';
import type { DocumentNumberNote, DocumentNumberRule } from './document-number.ts';
import type { FilingYearRule } from './filing-year.ts';
import type { IndexNumberRule } from './index-number.ts';
import type { OrganisationCodeRule } from './organisation-code.ts';
import type { CodeMismatchRule } from './reference-code.ts';
import type { CodeNote, CodeRule } from './reference-code-grammar.ts';
import type { TermRule } from './retention.ts';
import type { SecrecyRule } from './secrecy.ts';
import type { StampRule } from './stamp.ts';
import type { TitleRule } from './title.ts';

export type ArchiveRule =
  | CodeRule
  | CodeNote
  | CodeMismatchRule
  | DateRule
  | DocumentNumberRule
  | DocumentNumberNote
  | FilingYearRule
  | TermRule
  | TitleRule
  | SecrecyRule
  | IndexNumberRule
  | CreditCodeRule
  | OrganisationCodeRule
  | StampRule;

export type RuleParams = Readonly<Record<string, string | number>>;

/** A rule that a value breaks, with what its sentence needs. */
export interface BrokenRule<Rule extends string = ArchiveRule> {
  rule: Rule;
  params: RuleParams;
}

/** `error` stops filing, `warning` asks a person, `info` only tells. */
export type FindingLevel = 'error' | 'warning' | 'info';

export interface Finding<Rule extends string = ArchiveRule> extends BrokenRule<Rule> {
  level: FindingLevel;
}
