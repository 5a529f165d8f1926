/** The sentences of the register’s rules: polite, and each with something to do. */
import { describe, expect, it } from 'vitest';
import { zhCN } from '#shared/i18n/zh-CN/index.ts';

describe('archives.rule', () => {
  const sentences = Object.entries(zhCN.archives.rule);

  it('asks politely and shouts at nobody', () => {
    expect(sentences.length).toBeGreaterThan(90);
    expect(sentences.filter(([, text]) => !text.includes('请') || /[！!]/u.test(text)).map(([rule]) => rule)).toEqual(
      [],
    );
  });

  it('speaks Chinese: no name of a program word', () => {
    const foreign = ([, text]: [string, string]): boolean => /[A-Za-z]{4,}/u.test(text.replaceAll(/\{\{.*?\}\}/gu, ''));
    expect(sentences.filter(foreign)).toEqual([]);
  });
});
