/**
 * What the text of a cell looks like: a bare number, a date, a 文号, a unit … and how well that fits a column. Used where
 * the place of a cell does not tell its column; it never changes a text.
 */
import type { CatalogueField } from '#shared/features/catalogue.ts';
import { isEmptyWord } from '#shared/lib/archives/empty-words.ts';
import { parseDocumentNumber } from '#shared/lib/archives/document-number.ts';
import { parseReferenceCode } from '#shared/lib/archives/reference-code.ts';
import { parseTerm } from '#shared/lib/archives/retention.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { unitLikeness } from '#shared/lib/units.ts';
import { readDate } from './dates.ts';

/** A step that costs more than this is not proven by the words. */
export const PROVEN = 0.9;
/** Cost of what cannot be. */
export const NEVER = 50;

export interface Form {
  /** Bare whole number of up to five digits, else null. */
  number: number | null;
  kind:
    | 'empty'
    | 'ditto'
    | 'number'
    | 'pages'
    | 'range'
    | 'date'
    | 'broken_date'
    | 'no_date'
    | 'document_number'
    | 'like_document_number'
    | 'code'
    | 'like_code'
    | 'term'
    | 'secrecy'
    | 'text';
  unit: 'yes' | 'maybe' | 'no';
  title: boolean;
  remark: boolean;
  length: number;
}

const TITLE_END =
  /(?:通知|通报|报告|请示|批复|意见|决定|决议|函|复函|纪要|计划|方案|总结|办法|规定|细则|制度|公告|通告|公报|命令|议案|提案|名单|名册|花名册|统计表|一览表|签到表|签到簿|登记表|登记簿|评估表|申报表|汇总表|审批表|配档表|[报台]表|简报|信息|协议书?|合同|讲话|发言稿?|讲稿|材料|台账|证书|照片|手册|清单|预算|决算|章程|倡议书|申请书?|说明|汇报|要点|安排|规划|须知|资料|图册|档案|记录|小结|指南|标准|规范|规则|公示|批示|便函|教案|课件|课程表|新闻稿|宣传稿|问卷|建议|答复)$/u;
const TITLE_START = /^(?:[[〔【]|关于|《|转发|印发|[一-龥]{2,20}(?:关于|转发|印发))/u;
const REMARK =
  /^(?:含|附|共|见|参见|缺|无原件|复印|原件|扫描|传真|电子|定稿|草稿|正本|副本|原稿|合订|重份|移出|销毁|补|已|另|存|同|系|破损|不清|日期|字迹|盖章|未|空号|作废|与|[*＊])|(?:复印件|原件|不清|破损|缺页|附件|补充|移出|重份|电子版|扫描件|副本|无红头|另存|另库|册|份|联|存档|归档)$/u;
const DITTO = /^(?:〃|″|"{1,2}|''|“|”|同上|同前|[·.]{2,6}〃?|々)$/u;
const SECRECY = /^(?:绝密|机密|秘密|内部|公开|限制|普通|一般|非密|无密级|内部资料)(?:★.{0,8})?$/u;
/** Text of a date in which a figure cannot be read: 2021061?, 2021年?月, 202X0301. */
const BROKEN_DATE = /^(?=.*\d{3})[\d?？*×xX□〇○_.\-/年月日\s约上中下旬底初春夏秋冬季]{4,14}$/u;
const NO_DATE = /^(?:日期|时间|年月)?(?:不详|不明|不清|未知|无日期)$/u;

/** Whether the cell says “as above”. */
export function isDitto(text: string): boolean {
  return DITTO.test(withoutSpace(text));
}

function looksLikeDocumentNumber(plain: string): boolean {
  return (
    /[一-龥].{0,12}[[(【〔〖]?\s*(?:19|20)?\d{2}\s*[\])】〕〗].{0,3}\d{1,5}.{0,4}$/u.test(plain) ||
    /^[一-龥()（）]{1,16}(?:19|20)\d{2}[-年〕\]]?第?\d{1,4}号$/u.test(plain) ||
    /^(?!.*(?:关于|的)).{1,24}(?:字|令|函|发|告|党)?第?\s*\d{1,5}\s*号$/u.test(plain)
  );
}

function kindOf(text: string, plain: string): Form['kind'] {
  if (isDitto(text)) return 'ditto';
  if (isEmptyWord(text)) return 'empty';
  if (/^\d{1,5}$/u.test(plain)) return 'number';
  if (/^\d{1,5}(?:页|张|p|面)$/iu.test(plain) || /^共\d{1,5}页?$/u.test(plain)) return 'pages';
  if (/^\d{1,5}(?:-|~|至|—)\d{1,5}$/u.test(plain)) return 'range';
  if (readDate(text).date !== null) return 'date';
  if (NO_DATE.test(plain)) return 'no_date';
  if (BROKEN_DATE.test(plain) || /^\d{6,9}$/u.test(plain)) return 'broken_date';
  if (SECRECY.test(plain)) return 'secrecy';
  if (parseTerm(text).ok) return 'term';
  if (/[-·•.—]/u.test(plain) && /\d/u.test(plain) && plain.length <= 60) {
    const code = parseReferenceCode(text);
    if (code.ok || code.repaired !== null) return 'code';
    if (/^[A-Z0-9]{1,6}[-·•.—‧・].*[-·•.—‧・]\d{1,5}$/iu.test(plain)) return 'like_code';
  }
  if (/号|\d/u.test(plain) && plain.length <= 44) {
    const number = parseDocumentNumber(text);
    if (number.ok || number.repaired !== null) return 'document_number';
    if (looksLikeDocumentNumber(plain)) return 'like_document_number';
  }
  return 'text';
}

const forms = new Map<string, Form>();
const MOST_FORMS = 20_000;

/** The form of a cell's text. */
export function formOf(text: string): Form {
  const known = forms.get(text);
  if (known) return known;
  const plain = withoutSpace(canonical(text));
  const kind = kindOf(text, plain);
  const core = plain.replace(/\([^()]{0,40}\)$/u, '').replace(/[\]〕】》”]+$/u, '');
  const form: Form = {
    number: kind === 'number' ? Number(plain) : null,
    kind,
    unit: kind === 'text' ? unitLikeness(text.trim()) : 'no',
    title: kind === 'text' && plain.length >= 4 && (TITLE_END.test(core) || TITLE_START.test(plain)),
    remark: kind === 'text' && plain.length <= 24 && REMARK.test(plain),
    length: plain.length,
  };
  if (forms.size >= MOST_FORMS) forms.clear();
  forms.set(text, form);
  return form;
}

function textCost(field: CatalogueField, form: Form): number {
  const { unit, title, remark, length } = form;
  switch (field) {
    case 'title':
      if (title) return 0;
      if (unit === 'yes') return 1.6;
      if (remark && length <= 8) return 1;
      return length >= 6 ? 0.15 : 0.5;
    case 'author':
    case 'addressee':
      if (title) return 3;
      if (unit === 'yes') return 0;
      if (remark) return 1.5;
      if (unit === 'maybe') return length <= 4 ? 0.3 : length <= 14 ? 0.5 : 1.5;
      return length <= 4 ? 0.6 : 2;
    case 'remark':
      if (remark && !(title && length > 8)) return 0.05;
      if (title) return 1.6;
      if (unit === 'yes') return 1.1;
      return length <= 4 ? 0.5 : length <= 30 ? 0.8 : 1.2;
    case 'section':
    case 'category':
    case 'openness':
      return title || length > 16 ? 2 : 0.3;
    case 'doc_no':
      return 4;
    case 'box':
    case 'volume':
      return length <= 12 ? 1.2 : 5;
    case 'code':
      return 6;
    default:
      return 8;
  }
}

/** Costs by field and kind where they are not those of text; fields left out cost 8. */
const COSTS: Readonly<Record<Exclude<Form['kind'], 'text'>, Partial<Record<CatalogueField, number>>>> = {
  empty: {
    ...{ doc_no: 0, author: 0.3, date: 0.3, secrecy: 0, remark: 0.1, term: 0.3, pages: 0.3, page_range: 0.3, box: 0.3 },
    ...{
      section: 0.2,
      category: 0.3,
      copies: 0.3,
      received: 0.3,
      addressee: 0.3,
      openness: 0.3,
      volume: 0.3,
      code: 0.3,
    },
    ...{ title: 4 },
  },
  ditto: {
    ...{
      author: 0,
      date: 0,
      doc_no: 0.3,
      remark: 0.2,
      term: 0,
      secrecy: 0.1,
      section: 0,
      box: 0,
      year: 0,
      category: 0,
    },
    ...{ pages: 0.6, title: 0.8, fonds: 0, volume: 0, received: 0.1, addressee: 0.1, openness: 0.1 },
  },
  number: {
    ...{ no: 0, pages: 0, page_range: 0, copies: 0, box: 0.1, volume: 0.1, date_month: 0, date_day: 0, remark: 3 },
    ...{ fonds: 0.5, year: 1.5, date_year: 0.5, doc_no: 2.5, code: 3, category: 1.5, section: 2 },
  },
  pages: { pages: 0, page_range: 0.3, copies: 0.8, remark: 1.1 },
  range: { page_range: 0, pages: 0.4, no: 0.8, remark: 3, box: 1 },
  date: { date: 0, received: 0, remark: 2 },
  broken_date: { date: 0.3, received: 0.4, remark: 2, doc_no: 5 },
  no_date: { date: 0.4, received: 0.4, remark: 0.1 },
  document_number: { doc_no: 0, remark: 1.5, title: 4 },
  like_document_number: { doc_no: 0.3, remark: 1.4, title: 1.5, code: 2 },
  code: { code: 0, doc_no: 3, remark: 3 },
  like_code: { code: 0.4, doc_no: 1, remark: 2.5, volume: 1 },
  term: { term: 0, remark: 2 },
  secrecy: { secrecy: 0, remark: 1.1, openness: 0.2 },
};

/** How badly a text fits a column: 0 = its very form, above `PROVEN` = only if nothing else is left. */
export function misfit(field: CatalogueField | null, form: Form): number {
  if (field === null) return 0.5;
  if (form.kind === 'number' && (field === 'year' || field === 'date_year')) {
    const year = form.number ?? 0;
    return year >= 1900 && year <= 2100 ? 0 : 8;
  }
  // A year alone, or the days that a spreadsheet counts, where a date belongs.
  if (form.kind === 'number' && (field === 'date' || field === 'received')) return (form.number ?? 0) > 1800 ? 0.8 : 8;
  if (form.kind === 'text') return textCost(field, form);
  return COSTS[form.kind][field] ?? (field === 'fonds' && form.length <= 6 ? 1 : 8);
}

/** Cost of a column without a cell: what nearly every paper fills in costs more. */
export function absence(field: CatalogueField | null): number {
  switch (field) {
    case 'title':
      return 6;
    case 'no':
      return 2.5;
    case 'code':
      return 1.2;
    case 'author':
      return 1;
    case 'date':
    case 'pages':
    case 'page_range':
      return 0.8;
    case 'date_year':
    case 'date_month':
    case 'date_day':
      return 1;
    // One bare number for two columns of numbers is never certain: no such column may be cheap to leave out.
    case 'box':
    case 'volume':
    case 'copies':
      return 0.5;
    case 'term':
    case 'year':
    case 'received':
      return 0.3;
    case 'doc_no':
      return 0.05;
    default:
      return 0.02;
  }
}

/** Fields whose cells a layout breaks over lines. */
const WRAPS: ReadonlySet<CatalogueField | null> = new Set([
  ...(['title', 'author', 'doc_no', 'remark', 'code', 'section', 'addressee'] as const),
  null,
]);

/** Cost of a text being the rest of the cell before it. */
export function continues(field: CatalogueField | null, before: string, form: Form, text: string): number {
  if (field === 'date' && /^\d{4}$/u.test(before.trim()) && readDate(`${before}${text}`).date !== null) return 0.2;
  if (!WRAPS.has(field)) return NEVER;
  if (isOpen(before)) return 0.1;
  if (form.kind !== 'text') {
    if (field === 'doc_no' && /[〔[(【\d]$/u.test(before.trim())) return 0.5;
    return form.kind === 'document_number' || form.kind === 'like_document_number' ? 3 : NEVER;
  }
  if (field === 'title') return form.unit === 'yes' ? 2 : form.remark && form.length <= 8 ? 1.6 : 1.2;
  if (field === 'author') return form.unit === 'yes' ? 0.7 : 2;
  return 1.2;
}

/** A text that cannot end here: an open bracket, or a sign that more follows. */
export function isOpen(text: string): boolean {
  if (/[、，,：:（(“《〔[【—-]$/u.test(text.trim())) return true;
  let open = 0;
  for (const sign of text) {
    if ('（(《“〔[【'.includes(sign)) open += 1;
    else if ('）)》”〕]】'.includes(sign)) open -= 1;
  }
  return open > 0;
}
