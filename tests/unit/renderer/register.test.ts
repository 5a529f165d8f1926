import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translator } from '#shared/i18n/index.ts';
import { blamedField, emptyTexts, nextEntry, typedSince } from '../../../renderer/app/register/entry-draft.ts';
import { changeText, storedText } from '../../../renderer/app/register/stored-text.ts';

const FIELDS = ['a', 'b', 'c', 'd'] as const;
const texts = fc.record({ a: fc.string(), b: fc.string(), c: fc.string(), d: fc.string() });

describe('the form of rapid entry', () => {
  it('hands over to the next record what is pinned, and begins the rest anew', () => {
    fc.assert(
      fc.property(texts, texts, fc.subarray([...FIELDS]), (typed, begun, pinned) => {
        const next = nextEntry({ texts: typed, pinned: new Set(pinned) }, begun);
        for (const field of FIELDS) expect(next[field]).toBe((pinned.includes(field) ? typed : begun)[field]);
      }),
    );
    expect(emptyTexts(FIELDS)).toEqual({ a: '', b: '', c: '', d: '' });
  });

  it('keeps what was typed while the record before was being entered', () => {
    fc.assert(
      fc.property(texts, texts, texts, (sent, now, begun) => {
        const next = typedSince(sent, now, begun);
        for (const field of FIELDS) expect(next[field]).toBe((now[field] === sent[field] ? begun : now)[field]);
      }),
    );
    const sent = { a: '甲', b: '乙', c: '', d: '' };
    expect(typedSince(sent, { ...sent, d: '丁' }, emptyTexts(FIELDS))).toEqual({ a: '', b: '', c: '', d: '丁' });
  });

  it('knows the field that a refusal names', () => {
    expect(blamedField(FIELDS, { fields: 'd,b' })).toBe('b');
    expect(blamedField(FIELDS, { field: 'entries.0.c' })).toBe('c');
    expect(blamedField(FIELDS, { field: 'a1', year: 2021 })).toBeUndefined();
    expect(blamedField(FIELDS, {})).toBeUndefined();
  });
});

describe('a value out of the log', () => {
  const t = translator('zh-CN');
  const plain = (json: string | null) => storedText(t, json, () => null);

  it('is read as it stands where the register says nothing of it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer(), (text, number) => {
        expect(plain(JSON.stringify(text))).toBe(text);
        expect(plain(JSON.stringify(number))).toBe(String(number));
        expect(storedText(t, JSON.stringify(text), (value) => `<${String(value)}>`)).toBe(`<${text}>`);
      }),
    );
    expect(plain('["甲","乙"]')).toBe('甲、乙');
    expect(plain('[{"role":"learner"},{"role":"teacher"}]')).toBe(t('register.log.entries', { count: 2 }));
  });

  it('that holds nothing is called empty, whatever the register says', () => {
    for (const json of [null, 'null', '""', '[]']) {
      expect(storedText(t, json, () => '有')).toBe(t('register.log.empty'));
    }
    expect(changeText(t, '题名', null, '甲')).toBe(t('register.log.set', { field: '题名', after: '甲' }));
    expect(changeText(t, '题名', '甲', '乙')).toContain('→');
  });
});
