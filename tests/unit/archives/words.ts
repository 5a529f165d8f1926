/** The sentence of a rule, in both languages: there is one, and all it needs is given. */
import { expect } from 'vitest';
import { en } from '#shared/i18n/en/index.ts';
import { zhCN } from '#shared/i18n/zh-CN/index.ts';
import type { ArchiveRule, RuleParams } from '#shared/lib/archives/rules.ts';

const asked = (sentence: string): string[] => [...sentence.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name ?? '');

/** Expects that the sentence of a rule finds every parameter it asks for. */
export function expectSentence({ rule, params }: { rule: ArchiveRule; params: RuleParams }): void {
  for (const sentences of [zhCN.archives.rule, en.archives.rule])
    expect({ rule, absent: asked(sentences[rule]).filter((name) => !(name in params)) }).toEqual({ rule, absent: [] });
}
