import { describe, expect, it } from 'vitest';
import { en } from '#shared/i18n/en/index.ts';
import { zhCN } from '#shared/i18n/zh-CN/index.ts';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : leaves(value, `${path}${key}/`),
  );
}

const parameters = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/gu)].map(([, name]) => name ?? '').sort();

const chinese = leaves(zhCN);
const english = new Map(leaves(en));

describe('the catalogue', () => {
  it('has the same keys and the same parameters in both languages', () => {
    const differing = chinese.filter(
      ([key, text]) =>
        String(new Set(parameters(text)).size && [...new Set(parameters(text))]) !==
        String(new Set(parameters(english.get(key) ?? '')).size && [...new Set(parameters(english.get(key) ?? ''))]),
    );
    expect(chinese.map(([key]) => key)).toEqual([...english.keys()]);
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('leaves no text empty and no mark of work', () => {
    const all = [...chinese, ...english];
    expect(all.filter(([, text]) => text.trim() === '' || /TODO|FIXME|XXX/u.test(text))).toEqual([]);
  });

  it('says every error politely and with a way out', () => {
    const errors = chinese.filter(([key]) => key.startsWith('errors/'));
    const told = /请|已取消|没有可以/u;
    expect(errors.filter(([, text]) => !told.test(text) || /[！!]/u.test(text)).map(([key]) => key)).toEqual([]);
    expect(
      errors
        .filter(
          ([, text]) =>
            /[A-Za-z]{4,}/u.test(text.replaceAll(/\{\{.*?\}\}/gu, '')) &&
            !/JSON|Excel|Word|LibreOffice|list/u.test(text),
        )
        .map(([key]) => key),
    ).toEqual([]);
  });
});
