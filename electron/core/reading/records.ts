/**
 * Activities printed as records, one field a line: 时间：3月 / 内容：… / 责任人：…, with or without a numbered title
 * above the fields (1、送春联下乡).
 * Invariant: a record begins where its title stands or its first label comes again; lines without a label are kept
 * apart as details, and where they are many the text is no list of records.
 */
import { leadingTime } from '#shared/lib/time-expressions.ts';
import { type Marker, type MarkerKind, markerOf } from './items.ts';
import type { SourceRow } from './source.ts';
import { headingOf, isNoise } from './vocabulary.ts';

const LABELLED = /^\s*(?:[•●◆■▪·-]|[(（]?\d{1,2}[)）.、．])?\s*([\u4e00-\u9fff]{2,6})\s*[:：]\s*(\S.*)$/u;
/** Columns for what stands without a label. */
const TITLE = '活动名称';
const DETAILS = '具体内容';

interface Line {
  line: number;
  text: string;
  /** Label that names a field, or null. */
  name: string | null;
  value: string;
  marker: Marker | null;
}

interface Item {
  line: number;
  fields: Map<string, string>;
}

function linesOf(source: readonly string[], from: number, to: number): Line[] {
  const lines: Line[] = [];
  for (let line = from; line <= to; line += 1) {
    const text = (source[line - 1] ?? '').trim();
    if (text === '' || isNoise(text)) continue;
    const found = LABELLED.exec(text);
    const known = found?.[1] === undefined ? null : headingOf(found[1]);
    lines.push({
      line,
      text,
      name: known ? (found?.[1] ?? null) : null,
      value: found?.[2] ?? '',
      marker: markerOf(text),
    });
  }
  return lines;
}

/** The kind of number that stands above every block of labels, or null. */
function titleKind(lines: readonly Line[]): MarkerKind | null {
  const kinds = new Map<MarkerKind, number>();
  let blocks = 0;
  let above = new Set<MarkerKind>();
  for (const [index, one] of lines.entries()) {
    if (one.name === null) {
      const { marker } = one;
      if (marker && marker.kind !== 'bullet' && !leadingTime(one.text.slice(marker.length))) above.add(marker.kind);
      continue;
    }
    if (index > 0 && lines[index - 1]?.name !== null) continue;
    blocks += 1;
    for (const kind of above) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    above = new Set();
  }
  // The finest number counts: 1、 above its fields, not 一、 above several of them.
  const usual = [...kinds].filter(([, count]) => count === blocks && blocks >= 2).map(([kind]) => kind);
  const order: MarkerKind[] = ['han', 'hanBracket', 'digit', 'digitBracket', 'circle'];
  return order.find((kind) => usual.includes(kind)) ?? null;
}

/** Behind the last label only bulleted lines still belong to its record. */
function endOf(lines: readonly Line[]): number {
  let end = lines.findLastIndex((one) => one.name !== null) + 1;
  while (lines[end]?.marker?.kind === 'bullet') end += 1;
  return end;
}

function add(item: Item, name: string, value: string): void {
  const before = item.fields.get(name);
  item.fields.set(name, before === undefined ? value : `${before}\n${value}`);
}

/** Records below numbered titles. */
function titledItems(lines: readonly Line[], kind: MarkerKind): Item[] | null {
  const items: Item[] = [];
  for (const one of lines.slice(0, endOf(lines))) {
    const item = items.at(-1);
    if (one.name === null && one.marker?.kind === kind) {
      const title = one.text.slice(one.marker.length).replace(/[：:]$/u, '');
      items.push({ line: one.line, fields: new Map([[TITLE, title]]) });
    } else if (!item) continue;
    else if (one.name === null) {
      // 二、体育活动 parts the list; anything else below a title tells its details.
      if (one.marker?.kind !== 'han') add(item, DETAILS, one.text);
    } else if (item.fields.has(one.name)) return null;
    else item.fields.set(one.name, one.value);
  }
  const first = items.findIndex(
    (item) => item.fields.size > 1 && [...item.fields.keys()].some((name) => name !== DETAILS && name !== TITLE),
  );
  const timed = items.slice(Math.max(0, first)).filter((item) => [...item.fields.keys()].some(isTime));
  return first >= 0 && timed.length >= 2 && timed.length >= (items.length - first) * 0.6 ? items.slice(first) : null;
}

function isTime(name: string): boolean {
  const role = headingOf(name)?.role;
  return role === 'time' || role === 'dates';
}

/** Records that begin where their first label comes again. */
function labelledItems(lines: readonly Line[]): Item[] | null {
  const items: Item[] = [];
  let first: string | null = null;
  let labelled = 0;
  let loose = 0;
  for (const one of lines.slice(0, endOf(lines))) {
    const item = items.at(-1);
    if (one.name === null) {
      if (!item) continue;
      // 活动二： and 二季度：… are headings of the records below them.
      const heading =
        /^[\u4e00-\u9fff]{1,6}[一二三四五六七八九十\d]{1,3}\s*[:：]?$/u.test(one.text) ||
        leadingTime(one.text.slice(one.marker?.length ?? 0)) !== null;
      if (heading) continue;
      loose += 1;
      add(item, DETAILS, one.text);
    } else if (headingOf(one.name)?.role === 'remark') item?.fields.set(one.name, one.value);
    else {
      labelled += 1;
      first ??= one.name;
      if (one.name === first || !item) items.push({ line: one.line, fields: new Map([[one.name, one.value]]) });
      else if (item.fields.has(one.name)) return null;
      else item.fields.set(one.name, one.value);
    }
  }
  return loose > labelled * 0.6 ? null : items;
}

/** Rows of a table made of labelled lines, its header first, or null. */
export function rowsOfRecords(source: readonly string[], from: number, to: number): SourceRow[] | null {
  const lines = linesOf(source, from, to);
  const kind = titleKind(lines);
  const named = lines.some((one) => one.name !== null && /名称$|主题$/u.test(one.name));
  const items = (kind === null || named ? null : titledItems(lines, kind)) ?? labelledItems(lines);
  if (!items || items.length < 2) return null;
  const names = [...new Set(items.flatMap((item) => [...item.fields.keys()]))];
  const roles = names.map((name) => headingOf(name)?.role);
  if (!roles.includes('activity') || !roles.includes('time')) return null;
  const cells = (texts: string[]): SourceRow['cells'] => texts.map((text) => ({ text, colSpan: 1, rowSpan: 1 }));
  return [
    { line: items[0]?.line ?? from, cells: cells(names) },
    ...items.map(({ line, fields }) => ({ line, cells: cells(names.map((name) => fields.get(name) ?? '')) })),
  ];
}
