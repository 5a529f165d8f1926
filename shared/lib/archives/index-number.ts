/**
 * 索引号 of the public-information catalogue. There is no national form: Shandong prints 统一社会信用代码/年份-流水号,
 * others 组织机构代码/年份-流水号 or six parts. The raw text is always kept; a serial that the publishing system lost
 * (None, null …) is flagged, never invented.
 */
import { parseCreditCode, type CreditCodeRule } from './credit-code.ts';
import { parseOrganisationCode, type OrganisationCodeRule } from './organisation-code.ts';
import { isEmptyWord, leakedWord } from './empty-words.ts';
import type { BrokenRule } from './rules.ts';

export type IndexNumberRule = 'index_empty' | 'serial_missing' | 'index_shape' | 'index_year' | 'index_serial';

export type IndexNumberReading =
  | {
      ok: true;
      /** 统一社会信用代码 or 组织机构代码 of the publisher. */
      holder: string;
      year: number;
      /** 流水号 as printed, zeros included. */
      serial: string;
    }
  | ({ ok: false } & BrokenRule<IndexNumberRule | CreditCodeRule | OrganisationCodeRule>);

const SHAPE = /^([^/\s]+)\/([^-\s]*)-(.*)$/u;

/** Reads an index number as printed. Forms of other regions answer `index_shape`: keep the text, nothing is wrong. */
export function parseIndexNumber(text: string): IndexNumberReading {
  const plain = text.trim();
  if (plain === '') return { ok: false, rule: 'index_empty', params: { text: plain } };
  const refuse = (rule: IndexNumberRule): IndexNumberReading => ({ ok: false, rule, params: { text: plain } });
  const [, holder = '', year = '', serial = ''] = SHAPE.exec(plain) ?? [];
  // The word stands at the end also where the other parts have another form.
  if (/(?:none|null|undefined|nan)$/iu.test(plain) || (holder !== '' && serial.trim() === ''))
    return refuse('serial_missing');
  if (isEmptyWord(plain)) return refuse('index_empty');
  if (holder === '' || leakedWord(plain) !== null) return refuse('index_shape');
  const organisation = holder.length <= 10 ? parseOrganisationCode(holder) : parseCreditCode(holder);
  if (!organisation.ok) return organisation;
  if (!/^(?:19|20)\d{2}$/u.test(year)) return refuse('index_year');
  if (!/^\d{1,10}$/u.test(serial)) return refuse('index_serial');
  return { ok: true, holder, year: Number(year), serial };
}

/** Index numbers whose serial a broken system lost: it prints None, null, undefined, NaN or nothing in its place. */
export function isIndexNumberDamaged(indexNumber: string | null): boolean {
  if (indexNumber === null) return false;
  const reading = parseIndexNumber(indexNumber);
  return !reading.ok && reading.rule === 'serial_missing';
}
