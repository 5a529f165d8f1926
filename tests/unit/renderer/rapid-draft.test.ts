import { describe, expect, it } from 'vitest';
import type { DocumentFinding } from '#shared/features/documents.ts';
import { translator } from '#shared/i18n/index.ts';
import { fixOf } from '../../../renderer/features/documents/finding-fix.ts';
import {
  draftFrom,
  EMPTY_DRAFT,
  EMPTY_TEXTS,
  isUntouched,
  keptText,
  nextTexts,
  rapidTemplate,
  readDraft,
} from '../../../renderer/features/documents/rapid-draft.ts';
import { document } from './documents.ts';

const typed = {
  ...EMPTY_TEXTS,
  title: '关于培训的通知',
  author: '某街道办事处',
  documentNumber: '某街办发〔2021〕3号',
  signedDate: '20210305',
  term: '30',
  pageCount: '4',
  filingYear: '',
  remark: '附名单',
};

describe('the form of rapid entry', () => {
  it('says what its texts say, and names those that cannot be read', () => {
    const { fields, problems } = readDraft(typed, []);
    expect(problems.size).toBe(0);
    expect(fields).toMatchObject({ title: '关于培训的通知', signedDate: '2021-03-05', term: 'D30', pageCount: 4 });
    expect(fields).not.toHaveProperty('filingYear');
    expect(readDraft({ ...typed, filingYear: '2021年度' }, []).fields.filingYear).toBe(2021);
    const bad = readDraft({ ...typed, pageCount: '四', filingYear: '21' }, []);
    expect([...bad.problems.keys()]).toEqual(['pageCount', 'filingYear']);
  });

  it('keeps what is pinned for the next document, and nothing else', () => {
    expect(nextTexts({ ...EMPTY_DRAFT, texts: typed })).toEqual({
      ...EMPTY_TEXTS,
      author: '某街道办事处',
      term: '30',
    });
    expect(isUntouched({ ...EMPTY_DRAFT, texts: { ...EMPTY_TEXTS, author: '某街道办事处' } })).toBe(true);
    expect(isUntouched({ ...EMPTY_DRAFT, texts: typed })).toBe(false);
  });

  it('writes a template into the form of each document, and keeps the fields that the form has not', () => {
    const fields = { title: '关于举办培训班的通知', term: 'D30', author: null, addressees: ['各村'] };
    const template = rapidTemplate({ id: 3, name: '通知', version: 1, fields }, translator('zh-CN'), {
      sections: [],
      retention: [],
    });
    expect(template).toEqual({
      id: 3,
      texts: { title: '关于举办培训班的通知', term: '30年', author: '' },
      rest: { addressees: ['各村'] },
    });
    const pinned = new Set(['author'] as const);
    const next = nextTexts({ ...EMPTY_DRAFT, pinned, template, texts: { ...typed, title: '另一题名' } });
    expect(next).toEqual({ ...EMPTY_TEXTS, ...template.texts, author: typed.author });
    expect(isUntouched({ ...EMPTY_DRAFT, pinned, template, texts: next })).toBe(true);
  });
});

describe('a finding', () => {
  const finding = (rule: string, field: string, params: DocumentFinding['params'] = {}): DocumentFinding => ({
    rule,
    field,
    params,
    level: 'warning',
    message: '',
  });

  it('is mended by one key where its rule says how', () => {
    const one = document(1, { documentNumber: '某办[2021]1号', author: 'None', remark: '附表 None 一张' });
    expect(
      fixOf(finding('document_number_repaired', 'documentNumber', { repaired: '某办〔2021〕1号' }), one)?.fields,
    ).toEqual({ documentNumber: '某办〔2021〕1号' });
    expect(fixOf(finding('leaked_word', 'author', { word: 'None' }), one)?.fields).toEqual({ author: null });
    expect(fixOf(finding('leaked_word', 'remark', { word: 'None' }), one)).toBeNull();
    expect(fixOf(finding('year_differs', 'filingYear', { year: 2020, signed: '2021' }), one)?.fields).toEqual({
      filingYear: 2021,
    });
    const filed = document(2, { state: 'filed' });
    expect(fixOf(finding('year_differs', 'filingYear', { year: 2020, signed: '2021' }), filed)).toBeNull();
    expect(fixOf(finding('needs_review', 'remark'), one)?.fields).toEqual({ needsReview: false });
    expect(fixOf(finding('missing', 'author'), one)).toBeNull();
  });

  it('is kept over the end of the program, and never taken from a text that is none', () => {
    const template = { id: 3, texts: { author: '某街道办事处' }, rest: { medium: 'both' as const } };
    const draft = { ...EMPTY_DRAFT, archive: 'u', texts: typed, template, file: true };
    expect(draftFrom(keptText(draft))).toEqual(draft);
    expect(keptText({ ...draft, archive: null })).toBeNull();
    for (const other of [null, '', '{', '[]', '{"archive":"u"}']) {
      expect(draftFrom(other)).toEqual(EMPTY_DRAFT);
    }
  });
});
