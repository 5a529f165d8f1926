/**
 * One entry of a list printed as a sentence: 3. 关于…的通知（示街办发〔2021〕12号，2021年3月5日），示例街道办事处，9页.
 * Invariant: a part is taken for what its form proves; of two that claim the same field neither is taken; what is left
 * over beside the title goes into the remark as printed.
 */
import type { CatalogueField } from '#shared/features/catalogue.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { formOf } from './forms.ts';
import type { Cells } from './values.ts';

export type SentenceField = Extract<
  CatalogueField,
  'no' | 'author' | 'doc_no' | 'title' | 'date' | 'secrecy' | 'pages' | 'remark'
>;

const MARK =
  /^\s*(?:[(（]\s*(\d{1,4}|[一二三四五六七八九十百]{1,4})\s*[)）]|(\d{1,4})\s*(?:[、．)）]|\.(?!\d)|\.(?=(?:19|20)\d{2}年))|([一二三四五六七八九十百]{1,4})\s*[、.．])\s*(?=\S)/u;
const NUMBER_IN_FRONT =
  /^([\u4e00-\u9fff]{1,12}\s*[〔[(（【]\s*(?:19|20)\d{2}\s*[〕\])）】]\s*第?\d{1,5}\s*号)[\s:：]*(?=\S)/u;
const DATE = String.raw`(?:19|20)\d{2}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}[日号])`;
const DATE_IN_FRONT = new RegExp(String.raw`^[[【(（]?(${DATE})[\])）】]?[\s:：]*(?=\S)`, 'u');
const DATE_AT_END = new RegExp(String.raw`(?<![\d])[[【]?(${DATE})[\]】]?$`, 'u');
const SECRET_AT_END = /[[【(（]\s*((?:绝密|机密|秘密)(?:[★☆*].{0,8})?)\s*[\])）】]$/u;
/** Dots that lead to the page of a collection; the page is none of the document's own. */
const LEADER = /\s*(?:[.·．。]{3,}|…+)\s*\d{0,4}$/u;
const GROUP = /[(（]((?:[^()（）]|[(（](?:19|20)\d{2}[)）])*)[)）]$/u;
const PART_AT_END = /[，,；;]\s*([^，,；;（）()《》]{1,40})$/u;
/** A person speaks, refers or orders: a sentence of a letter, not an entry. */
const PROSE = /^(?:根据|按照|依据|依照|遵照|为|经|请|现|自|对|各|凡|由|本|将|要|在|以)|[。！？；;]/u;

/** What has to be done by a day is no document yet: 制定读书节活动方案，2021年4月5日. */
const TASK =
  /^(?:制定|制订|上报|报送|提交|完成|召开|组织|开展|落实|推进|加强|做好|编写|编制|举办|起草|撰写|形成|修订|印制|准备|整理|收集)/u;

/** The number in front of an entry and what stands behind it; null where there is none. */
export function markOf(text: string): { no: string; rest: string } | null {
  const found = MARK.exec(text);
  const no = found?.[1] ?? found?.[2] ?? found?.[3];
  return found && no !== undefined ? { no, rest: text.slice(found[0].length).trim() } : null;
}

/** A 文号 that lost its figures, and a date that lost its century: taken as printed, with a doubt of their own. */
const DAMAGED_NUMBER = /^[\u4e00-\u9fff]{1,12}[〔[(（【](?:19|20)\d{2}[〕\])）】]第?\D{0,3}号?$/u;
const DAMAGED_DATE = /^\d{2}(?:年\d{1,2}月\d{1,2}[日号]|([-./])\d{1,2}\1\d{1,2})$/u;

/** What the form of a part proves it to be. */
function fieldOf(part: string): SentenceField | null {
  const form = formOf(part);
  if (DAMAGED_NUMBER.test(part)) return 'doc_no';
  if (DAMAGED_DATE.test(part)) return 'date';
  if (form.kind === 'document_number' || form.kind === 'like_document_number') return 'doc_no';
  if (form.kind === 'date' || form.kind === 'broken_date') return 'date';
  if (form.kind === 'pages') return 'pages';
  if (/^(?:绝密|机密|秘密)/u.test(withoutSpace(part)) && form.kind === 'secrecy') return 'secrecy';
  return form.unit === 'yes' && !form.title ? 'author' : null;
}

class Parts {
  private readonly found = new Map<SentenceField, string[]>();
  private readonly left: string[] = [];

  take(field: SentenceField | null, text: string): void {
    if (field === null) this.left.push(text);
    else this.found.set(field, [...(this.found.get(field) ?? []), text]);
  }

  has(field: SentenceField): boolean {
    return this.found.has(field);
  }

  cells(): Cells {
    const cells: Cells = {};
    for (const [field, texts] of this.found) {
      if (texts.length === 1 && texts[0] !== undefined) cells[field] = texts[0];
      else this.left.push(...texts);
    }
    if (this.left.length > 0) cells.remark = this.left.join('，');
    return cells;
  }
}

/** A bracket at the end that holds number, date, pages …; null where it belongs to the title, as （试行） does. */
function groupParts(inside: string): { field: SentenceField | null; text: string }[] | null {
  const parts = inside
    .split(/[，,；;、\s]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((text) => ({ field: fieldOf(text), text }));
  return parts.some(({ field }) => field !== null && field !== 'author') ? parts : null;
}

/** Takes from the end of a text what is no title. */
function strip(text: string, parts: Parts): string {
  let rest = text;
  for (;;) {
    const trimmed = rest.trim();
    const secret = SECRET_AT_END.exec(trimmed);
    const date = secret ? null : DATE_AT_END.exec(trimmed);
    const group = secret || date ? null : GROUP.exec(trimmed);
    const inside = group?.[1] === undefined ? null : groupParts(group[1]);
    const end = secret || date || inside ? null : PART_AT_END.exec(trimmed);
    const field = end?.[1] === undefined ? null : fieldOf(end[1].trim());
    if (secret?.[1] !== undefined) parts.take('secrecy', secret[1]);
    else if (date?.[1] !== undefined) parts.take('date', date[1]);
    else if (inside) for (const part of inside) parts.take(part.field, part.text);
    else if (end?.[1] !== undefined && field !== null) parts.take(field, end[1].trim());
    else return trimmed;
    rest = trimmed.slice(0, (secret ?? date ?? (inside ? group : end))?.index ?? 0).replace(/[，,；;、\s]+$/u, '');
  }
}

/**
 * The fields of an entry without its number, or null where the text is none: it needs a title as documents have them,
 * and a 文号 or a date.
 */
export function cellsOfSentence(text: string): Cells | null {
  const parts = new Parts();
  let rest = text
    .trim()
    .replace(/[。；;]$/u, '')
    .replace(LEADER, '');
  for (const [pattern, field] of [
    [DATE_IN_FRONT, 'date'],
    [NUMBER_IN_FRONT, 'doc_no'],
  ] as const) {
    const front = pattern.exec(rest);
    // 2021年3月5日会议纪要 is a title; a date apart stands in brackets or before a space.
    if (front?.[1] === undefined || (field === 'date' && front[0] === front[1])) continue;
    parts.take(field, front[1]);
    rest = rest.slice(front[0].length);
  }
  rest = strip(rest, parts);
  const issuer = /^([^:：《]{3,30})[:：]\s*(?=\S)/u.exec(rest);
  if (issuer?.[1] !== undefined && formOf(issuer[1]).unit === 'yes') {
    parts.take('author', issuer[1].trim());
    rest = rest.slice(issuer[0].length);
  }
  const quoted = /^《([^《》]+(?:《[^《》]+》[^《》]*)*)》$/u.exec(rest);
  const title = quoted?.[1] ?? rest;
  const plain = canonical(title);
  if (plain.length < 4 || plain.length > 120 || PROSE.test(plain) || !formOf(title).title) return null;
  if (!parts.has('doc_no') && (!parts.has('date') || (quoted === null && TASK.test(plain)))) return null;
  return { ...parts.cells(), title };
}
