/**
 * Values of a person's cells. Each answers what the cell says for certain, and names the rule that a doubtful one breaks;
 * a value that may mean two things is null.
 */
import type { AttendanceRole, RosterRecord } from '#shared/features/attendance.ts';
import { isEmptyWord } from '#shared/lib/archives/empty-words.ts';
import { parseArchivalDate } from '#shared/lib/archives/archival-date.ts';
import { canonical, parseSmallNumber, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { isMaskedPhone, mobileNumber } from '#shared/lib/phones.ts';
import { readSerial } from '../catalogue/dates.ts';

export const plainOf = (text: string): string => withoutSpace(canonical(text));

/** A name as it is entered: signs of layout between Han characters do not count. */
export function readName(printed: string): { name: string; likely: boolean; beside: string | null } {
  const trimmed = printed.replace(/\s+/gu, ' ').trim();
  const bracket = /^(.+?)\s*[（(]([^（()）]{1,20})[)）]$/u.exec(trimmed);
  const name = bracket?.[1] ?? trimmed;
  return { name, likely: !bracket && isLikelyName(name), beside: bracket?.[2] ?? null };
}

const HAN_NAME = /^\p{Script=Han}{2,4}$/u;
const DOTTED_NAME = /^\p{Script=Han}{1,8}(?:[·•・‧]\p{Script=Han}{1,8}){1,3}$/u;
const LATIN_NAME = /^[A-Z][A-Za-z'.-]+(?: [A-Z][A-Za-z'.-]*){0,4}$/u;
const NO_NAME =
  /社区$|[^\s]村$|街道|中心|学校|小学|中学|幼儿园|办事处|居委|村委|培训|活动|讲座|体验|学员|志愿|教师|老师|某|人员$|合计|总计|小计|共计|签到|请假|缺席|代签|已签|男$|^女|^[男女]性|^无|电话|备注|签名|以下空白|空白|未知|不详/u;

/** Whether a text can be a person's name and nothing else that sheets print. */
export function isLikelyName(text: string): boolean {
  const plain = withoutSpace(text);
  if (LATIN_NAME.test(text.trim())) return true;
  return (HAN_NAME.test(plain) || DOTTED_NAME.test(plain)) && !NO_NAME.test(plain);
}

/** 男 → male; null and `false` where the cell says something else. */
export function readSex(printed: string): { sex: RosterRecord['sex']; known: boolean } {
  const plain = plainOf(printed).toLowerCase();
  if (isEmptyWord(printed)) return { sex: null, known: true };
  if (/^(?:男(?:性|生|士|孩)?|m|male)$/u.test(plain)) return { sex: 'male', known: true };
  if (/^(?:女(?:性|生|士|孩)?|f|female)$/u.test(plain)) return { sex: 'female', known: true };
  return { sex: null, known: false };
}

export type BirthProblem =
  | 'no_such_month'
  | 'no_such_day'
  | 'two_digit_year'
  | 'serial'
  | 'age'
  | 'unlikely'
  | 'unreadable';

export interface Birth {
  birth: string | null;
  problem: BirthProblem | null;
  /** The month or day that does not exist. */
  value?: number;
}

const ISO_SERIAL = (serial: string): string => `${serial.slice(0, 4)}-${serial.slice(4, 6)}-${serial.slice(6, 8)}`;

/**
 * Reads a birth date, as much as is printed.
 * @param latest the day (ISO) by which the person was born
 */
export function readBirth(printed: string, latest: string): Birth {
  if (isEmptyWord(printed)) return { birth: null, problem: null };
  const text = canonical(printed)
    .trim()
    .replace(/[ T]0{1,2}:00(?::00(?:\.0+)?)?$/u, '')
    .replace(/(?:出?生|周岁)$/u, '')
    .replace(/^'/u, '');
  const serial = readSerial(text);
  if (serial !== null) return { birth: ISO_SERIAL(serial), problem: 'serial' };
  if (/^\d{1,3}\s*(?:周?岁|岁半)?$/u.test(text) && !/^\d{4}/u.test(text)) return { birth: null, problem: 'age' };
  const six = /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/u.exec(text);
  const reading = parseArchivalDate(six ? `${six[1]}-${six[2]}` : text.replace(/月份$/u, '月'));
  if (reading.ok) {
    const early = reading.date < '1900';
    return early || reading.date > latest
      ? { birth: null, problem: 'unlikely' }
      : { birth: reading.date, problem: reading.bracketed ? 'unreadable' : null };
  }
  if (reading.rule === 'no_such_month' || reading.rule === 'no_such_day') {
    const parts = /^(?:\d{4}(\d{2})(\d{2})|\d{4}\D+(\d{1,2})(?:\D+(\d{1,2}))?)/u.exec(text);
    const month = Number(parts?.[1] ?? parts?.[3] ?? 0);
    const day = Number(parts?.[2] ?? parts?.[4] ?? 0);
    return { birth: null, problem: reading.rule, value: reading.rule === 'no_such_month' ? month : day };
  }
  const short = /^'?(\d{2})\s*(?:年|[-./])\s*(?:(\d{1,2})\s*(?:月|[-./])?\s*(?:(\d{1,2})\s*日?)?)?$/u.exec(text);
  if (short) {
    const century = `20${short[1]}` > latest ? '19' : null;
    const parts = [short[2], short[3]].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
    const full = century === null ? null : parseArchivalDate([`${century}${short[1]}`, ...parts].join('-'));
    return { birth: full?.ok === true ? full.date : null, problem: 'two_digit_year' };
  }
  return { birth: null, problem: 'unreadable' };
}

/** 69, 69岁, 69周岁 → 69; null where the text is no age. */
export function readAge(printed: string): number | null {
  const plain = plainOf(printed).replace(/周?岁$/u, '');
  const age = /^\d{1,3}$/u.test(plain) ? Number(plain) : (parseSmallNumber(plain) ?? Number.NaN);
  return age >= 0 && age <= 120 ? age : null;
}

export type PhoneProblem = 'digits' | 'damaged' | 'masked' | 'several' | 'short' | 'unreadable';

export interface Phone {
  /** As it is kept: a mobile number as eleven figures, several joined by 、. */
  phone: string | null;
  problem: PhoneProblem | null;
  digits: number;
}

const MOBILE = /^1[3-9]\d{9}$/u;
const LAND_LINE = /^(?:0\d{2,3}\d{7,8}|[2-9]\d{6,7}|400\d{7}|800\d{7})$/u;

/** Figures of a printed number, in order, without the country's code. */
function phoneDigits(text: string): string {
  const digits = text.replaceAll(/\D/gu, '');
  return /^\s*(?:\+|00)\s*86/u.test(text) ? digits.replace(/^(?:00)?86/u, '') : digits;
}

/** A mobile number as its eleven figures; every other text as it was typed. */
const normalPhone = (text: string): string => mobileNumber(text) ?? text.trim();

/** Reads one or more numbers of a cell. */
export function readPhone(printed: string): Phone {
  if (isEmptyWord(printed)) return { phone: null, problem: null, digits: 0 };
  const text = canonical(printed).trim().replace(/^'/u, '');
  const pieces = text
    .split(/[、,，;；/\n]+|\s{2,}|或/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  if (pieces.length > 1 && pieces.every((piece) => isWhole(piece))) {
    const phone = pieces.map(normalPhone).join('、');
    return { phone: phone.length <= 50 ? phone : null, problem: 'several', digits: 0 };
  }
  const plain = text.replace(/\.0$/u, '');
  const digits = phoneDigits(plain).length;
  if (isMaskedPhone(plain)) return { phone: null, problem: 'masked', digits };
  if (isWhole(plain)) return { phone: normalPhone(plain), problem: null, digits };
  if (digits < 3 || /[Ee]\+/u.test(plain)) return { phone: null, problem: 'unreadable', digits };
  const kept = plain.length <= 50 ? plain : null;
  if (!/^[\d\s()+-]+$/u.test(plain)) {
    const inside = /1[3-9]\d{9}/u.test(plain.replace(/[\s-]/gu, ''));
    return inside ? { phone: kept, problem: 'damaged', digits } : { phone: null, problem: 'unreadable', digits };
  }
  return { phone: kept, problem: digits === 11 ? 'damaged' : digits <= 6 ? 'short' : 'digits', digits };
}

function isWhole(text: string): boolean {
  // 2022-01-01 is a day, though its figures would make a land line.
  if (/^\s*(?:19|20)\d{2}-\d{1,2}-\d{1,2}\s*$/u.test(text)) return false;
  if (!/^[\d\s()+转-]+$/u.test(text)) return false;
  const [main = '', extension] = text.split('转');
  if (extension !== undefined && !/^\s*\d{1,6}\s*$/u.test(extension)) return false;
  const digits = phoneDigits(main);
  return MOBILE.test(digits) || (digits === main.replaceAll(/\D/gu, '') && LAND_LINE.test(digits));
}

/** The mobile and land-line numbers by which a person is told from others. */
export function phonesOf(phone: string | null): string[] {
  return (phone ?? '')
    .split('、')
    .map((one) => phoneDigits(one))
    .filter((digits) => MOBILE.test(digits) || LAND_LINE.test(digits));
}

export type SignedProblem = 'proxy' | 'other_name' | 'unknown';

export interface Signed {
  signed: boolean;
  problem: SignedProblem | null;
  /** What the cell says besides: 请假, 迟到. */
  remark: string | null;
}

const SIGNED = /^(?:[√✓✔☑✅vV]|是|已签到?|签到|到|已到|有|出席|参加|已参加|出勤|签|准时|y|Y|yes|●|○?√|1)$/u;
const ABSENT =
  /^(?:请?(?:病|事|公)?假|请假|缺席?|缺勤|未|未到|未签到?|否|没来|未参加|未出席|旷课?|[×✗✘xX✕☒□]|n|N|no|0)$/u;
const LATE = /^(?:√|✓|✔)?[(（]?(?:迟到|早退|晚到)[)）]?$/u;
const PROXY = /代(?:签|领|到|)?[)）]?$|^代/u;
const CLOCK = /^(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)?(?:上午|下午)?\d{1,2}[:：时点]\d{0,2}(?:[:：]\d{2})?分?$/u;

/** What the cell of a signature says. A signature of another hand is a doubt, a proxy does not count. */
export function readSigned(printed: string, name: string): Signed {
  const plain = plainOf(printed);
  if (isEmptyWord(printed)) return { signed: false, problem: null, remark: null };
  if (SIGNED.test(plain) || plain === plainOf(name) || CLOCK.test(plain))
    return { signed: true, problem: null, remark: null };
  if (ABSENT.test(plain)) {
    return { signed: false, problem: null, remark: /[请假病事公旷缺]/u.test(plain) ? plain : null };
  }
  if (LATE.test(plain)) return { signed: true, problem: null, remark: plain.replace(/[√✓✔()（）]/gu, '') };
  if (PROXY.test(plain)) return { signed: false, problem: 'proxy', remark: printed.trim() };
  // A sign that the sheet does not explain counts for nobody until somebody says what it means.
  if (!/[\p{L}\p{N}]/u.test(plain)) return { signed: false, problem: 'unknown', remark: printed.trim() };
  return {
    signed: true,
    problem: isLikelyName(printed) ? 'other_name' : 'unknown',
    remark: printed.trim(),
  };
}

/** Role of a day; null where the word is unknown. */
export function readRole(printed: string): AttendanceRole | null {
  const plain = plainOf(printed);
  if (/志愿|义工/u.test(plain)) return 'volunteer';
  if (/教师|老师|讲师|主讲|授课|辅导员|专家|指导/u.test(plain)) return 'teacher';
  if (/工作人员|社工|管理|组织者|工作者|干部|联络员|负责人/u.test(plain)) return 'staff';
  if (/学员|居民|参与|参加|学生|家长|群众|学习者|儿童|青少年|老人|老年|村民/u.test(plain)) return 'learner';
  return null;
}

/** What a roster makes of its persons, by its title or a column; null where it does not say. */
export function readPersonRole(printed: string): RosterRecord['person_role'] | null {
  const plain = plainOf(printed);
  if (/志愿|义工/u.test(plain)) return 'volunteer';
  if (/兼职|外聘|师资|教师|讲师/u.test(plain)) return /专职/u.test(plain) ? 'full_time' : 'part_time_teacher';
  if (/传承人/u.test(plain)) return 'bearer';
  if (/(?:会长|社长|队长|团长|社团负责人|协会负责人)/u.test(plain)) return 'club_head';
  if (/协会|社团|会员|队员|艺术团|合唱团/u.test(plain)) return 'club_member';
  if (/专职|工作人员/u.test(plain)) return 'full_time';
  if (/管理者|管理人员|管理员/u.test(plain)) return 'manager';
  if (/学员|学生|报名|居民|学习者/u.test(plain)) return 'learner';
  return null;
}

/**
 * Minutes: 2小时, 1.5h, 90分钟, 1小时30分, 半小时. A bare number takes the unit of its heading; 半天 and 4课时 stay doubtful.
 */
export function readMinutes(printed: string, heading: string): number | null {
  const plain = plainOf(printed).toLowerCase();
  const whole = (minutes: number): number | null =>
    Number.isInteger(minutes) && minutes >= 1 && minutes <= 100_000 ? minutes : null;
  if (plain === '半小时' || plain === '半个小时') return 30;
  const hours =
    /^(\d+(?:\.\d+)?|[一二两三四五六七八九十])(?:个)?(半)?(?:小时|钟头|h|hours?|时)(?:(\d{1,2})分(?:钟)?|(半))?$/u.exec(
      plain,
    );
  if (hours) {
    const count = /^\d/u.test(hours[1] ?? '')
      ? Number(hours[1])
      : hours[1] === '两'
        ? 2
        : (parseSmallNumber(hours[1] ?? '') ?? Number.NaN);
    const half = hours[2] !== undefined || hours[4] !== undefined ? 30 : 0;
    return whole(Math.round(count * 60 * 100) / 100 + Number(hours[3] ?? 0) + half);
  }
  const minutes = /^(\d+)(?:分钟?|min|mins)$/u.exec(plain);
  if (minutes) return whole(Number(minutes[1]));
  const bare = /^\d+(?:\.\d+)?$/u.exec(plain);
  if (!bare) return null;
  const unit = plainOf(heading);
  if (/分钟|\(分\)/u.test(unit)) return whole(Number(plain));
  if (/小时|\(时\)|\(h\)/u.test(unit)) return whole(Math.round(Number(plain) * 6000) / 100);
  return null;
}

export type Form = 'empty' | 'mark' | 'sex' | 'number' | 'phone' | 'date' | 'identity' | 'broken' | 'text';

/** What a cell looks like, whatever its column. */
export function formOf(printed: string): Form {
  const plain = plainOf(printed);
  if (plain === '') return 'empty';
  if (/[\uFFFD]|^#(?:REF|N\/A|VALUE|NAME|DIV|NUM|#+)|^\?+$|锟斤拷/u.test(plain)) return 'broken';
  if (/^[√✓✔☑×✗✘]$/u.test(plain)) return 'mark';
  if (/^[男女]$/u.test(plain)) return 'sex';
  if (/^\+?[\d-]{7,}$/u.test(plain) && MOBILE.test(phoneDigits(plain))) return 'phone';
  if (/^\d{4}[年./-]\d{1,2}(?:[月./-](?:\d{1,2}日?)?)?$/u.test(plain)) return 'date';
  if (/^[\d.,-]+$/u.test(plain)) return /^\d{15,18}$/u.test(plain) ? 'identity' : 'number';
  return 'text';
}
