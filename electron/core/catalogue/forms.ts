/**
 * What the text of a cell looks like: a bare number, a date, a 文号, a unit …
 * Invariant: a text is only looked at, never changed.
 */
import { isEmptyWord } from '#shared/lib/archives/empty-words.ts';
import { parseDocumentNumber } from '#shared/lib/archives/document-number.ts';
import { parseReferenceCode } from '#shared/lib/archives/reference-code.ts';
import { parseTerm } from '#shared/lib/archives/retention.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { unitLikeness } from '#shared/lib/units.ts';
import { readDate } from './dates.ts';

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
