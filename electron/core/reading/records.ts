/**
 * Activities printed as records, one field a line: 时间：3月 / 内容：… / 责任人：….
 * Invariant: a record begins where its first label comes again; other lines are few, or the text is no list of
 * records.
 */
import type { SourceRow } from './source.ts';
import { headingOf, isNoise } from './vocabulary.ts';

const LABELLED = /^\s*(?:[•●◆■▪·-]|[(（]?\d{1,2}[)）.、．])?\s*([\u4e00-\u9fff]{2,6})\s*[:：]\s*(\S.*)$/u;

/** Rows of a table made of labelled lines, its header first, or null. */
export function rowsOfRecords(source: readonly string[], from: number, to: number): SourceRow[] | null {
  const records: { line: number; fields: Map<string, string> }[] = [];
  let first: string | null = null;
  let labelled = 0;
  let loose = 0;
  for (let line = from; line <= to; line += 1) {
    const text = source[line - 1] ?? '';
    if (text.trim() === '' || isNoise(text)) continue;
    const found = LABELLED.exec(text);
    const name = found?.[1] ?? '';
    const known = found ? headingOf(name) : null;
    const record = records.at(-1);
    if (known && known.role !== 'remark') {
      labelled += 1;
      first ??= name;
      if (name === first || !record) records.push({ line, fields: new Map([[name, found?.[2] ?? '']]) });
      else if (record.fields.has(name)) return null;
      else record.fields.set(name, found?.[2] ?? '');
    } else if (known && record) {
      record.fields.set(name, found?.[2] ?? '');
    } else if (record) {
      // 活动二： is the heading of the next record; other lines are counted as none of the layout's.
      loose += /^[\u4e00-\u9fff]{1,6}[一二三四五六七八九十\d]{1,3}\s*[:：]?$/u.test(text.trim()) ? 0 : 1;
    }
  }
  const names = [...new Set(records.flatMap((record) => [...record.fields.keys()]))];
  const roles = names.map((name) => headingOf(name)?.role);
  if (records.length < 2 || !roles.includes('activity') || !roles.includes('time')) return null;
  if (loose > labelled * 0.3) return null;
  const cells = (texts: string[]): SourceRow['cells'] => texts.map((text) => ({ text, colSpan: 1, rowSpan: 1 }));
  return [
    { line: records[0]?.line ?? from, cells: cells(names) },
    ...records.map(({ line, fields }) => ({ line, cells: cells(names.map((name) => fields.get(name) ?? '')) })),
  ];
}
