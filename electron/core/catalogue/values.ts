/**
 * Cells → the fields of a record. Invariant: a value is taken as printed or not at all; whatever had to be worked out,
 * left out or looks wrong has a finding.
 */
import type { CatalogueField } from '#shared/features/catalogue.ts';
import { isEmptyWord, leakedWord } from '#shared/lib/archives/empty-words.ts';
import { parseDocumentNumber } from '#shared/lib/archives/document-number.ts';
import { parseReferenceCode } from '#shared/lib/archives/reference-code.ts';
import { parseTerm } from '#shared/lib/archives/retention.ts';
import { parseSecrecy } from '#shared/lib/archives/secrecy.ts';
import { checkTitle } from '#shared/lib/archives/title.ts';
import { canonical, parseSmallNumber, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { unitLikeness } from '#shared/lib/units.ts';
import { joinLines } from '../reading/draft.ts';
import { readDate, readSerial } from './dates.ts';
import { aboutRecord, type DraftRecord, type Finding, type Params } from './draft.ts';
import { misfit, PROVEN } from './fits.ts';
import { formOf } from './forms.ts';
import { standardName } from './headings.ts';
import type { WarningCode } from '#shared/i18n/index.ts';

export type Cells = Partial<Record<CatalogueField, string>>;

interface Context {
  record: DraftRecord;
  findings: Finding[];
}

function tell(context: Context, code: WarningCode, params: Params = {}, severity: Finding['severity'] = 'doubt'): void {
  context.findings.push(aboutRecord(context.record, code, params, severity));
}

/** A number that a spreadsheet turned into 3.70305E+17: its figures are gone. */
const EXPONENT = /^[+-]?\d(?:\.\d+)?E[+-]?\d+$/iu;

/** Text as printed, lines of the cell joined; null where the cell says that there is nothing. */
function printed(text: string | undefined): string | null {
  if (text === undefined || isEmptyWord(text)) return null;
  const joined = joinLines(text.split('\n')).trim();
  return joined === '' ? null : joined;
}

/** The end of a unit's name that a narrow column broke: 教育中心 below 示例街道社区. */
const NAME_END =
  /^(?:社区|街道|居民|村民|人民|教育|体育|文化|和|与|事业)*(?:中心|办事处|办公室|委员会|政府|学校|学院|局|科|站|所|会|部|社|院|馆)$/u;

/** Issuers below one another in a cell stay apart. */
function printedAuthor(context: Context, text: string | undefined): string | null {
  const lines = (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length < 2 || !lines.every((line) => unitLikeness(line) === 'yes')) return printed(text);
  if (lines.slice(1).some((line) => NAME_END.test(line))) return printed(text);
  tell(context, 'catalogue/author_lines', { text: lines.join(' ') });
  return lines.join(' ');
}

/** A printed text whose figures can be trusted. */
function trusted(context: Context, field: string, text: string | null): string | null {
  if (text === null) return null;
  if (!EXPONENT.test(text)) return text;
  tell(context, 'catalogue/number_damaged', { field, text }, 'error');
  return null;
}

function whole(text: string): { value: number; float: boolean } | null {
  const plain = withoutSpace(canonical(text));
  const found = /^(\d{1,6})(\.0+)?$/u.exec(plain);
  return found?.[1] === undefined ? null : { value: Number(found[1]), float: found[2] !== undefined };
}

function readNumber(context: Context, text: string | undefined): void {
  const { record } = context;
  const shown = trusted(context, '件号', printed(text));
  if (shown === null) return;
  const plain = withoutSpace(canonical(shown)).replace(/^第|[.、号件]$/gu, '');
  const number = whole(plain);
  if (number) {
    record.no = number.value;
    record.lastNo = number.value;
    if (number.value === 0) tell(context, 'catalogue/number_zero', { text: shown });
    if (number.float) tell(context, 'catalogue/number_as_float', { text: shown, value: number.value });
    return;
  }
  record.no_printed = shown;
  const chinese = parseSmallNumber(plain);
  if (chinese !== null && chinese > 0) {
    record.no = chinese;
    record.lastNo = chinese;
    tell(context, 'catalogue/number_in_words', { text: shown, value: chinese }, 'note');
    return;
  }
  const range = /^(\d{1,5})[-~至](\d{1,5})$/u.exec(plain);
  const [from, to] = [Number(range?.[1]), Number(range?.[2])];
  if (range && from < to) {
    record.lastNo = to;
    tell(context, 'catalogue/number_range', { text: shown, from, to });
  } else tell(context, 'catalogue/number_unreadable', { text: shown });
}

function readPages(context: Context, text: string | undefined): void {
  const { record } = context;
  const shown = trusted(context, '页数', printed(text));
  if (shown === null) return;
  const plain = withoutSpace(canonical(shown));
  const number = whole(plain) ?? whole(/^共?(\d+)(?:页|张|面|p)?$/iu.exec(plain)?.[1] ?? '');
  if (number && number.value > 0) {
    record.pages = number.value;
    if (number.float) record.pages_printed = shown;
    if (number.float) tell(context, 'catalogue/number_as_float', { text: shown, value: number.value });
    if (number.value > 2000) tell(context, 'catalogue/pages_many', { pages: number.value });
    return;
  }
  record.pages_printed = shown;
  tell(context, 'catalogue/pages_unreadable', { text: shown });
}

/** 页号, 起止页: both ends give the number of pages, the first page alone gives it only with the row below. */
function readPageRange(context: Context, text: string | undefined): void {
  const { record } = context;
  const shown = trusted(context, '页号', printed(text));
  if (shown === null) return;
  record.pages_printed = shown;
  const plain = withoutSpace(canonical(shown)).replace(/^第|页$/gu, '');
  const range = /^(\d{1,5})[-~至](\d{1,5})$/u.exec(plain);
  const [from, to] = [Number(range?.[1]), Number(range?.[2])];
  if (range && from >= 1 && from <= to) {
    record.firstPage = from;
    record.pages = to - from + 1;
    tell(context, 'catalogue/pages_from_range', { text: shown, pages: record.pages }, 'note');
  } else if (/^\d{1,5}$/u.test(plain) && Number(plain) > 0) record.firstPage = Number(plain);
  else tell(context, 'catalogue/pages_unreadable', { text: shown });
}

/** The date of the cell, with what is doubtful about it. */
function dateOf(context: Context, text: string, shown: string): { date: string | null; doubtful: boolean } {
  const serial = readSerial(text);
  if (serial !== null) {
    tell(context, 'catalogue/date_serial', { text: shown, date: serial });
    return { date: serial, doubtful: true };
  }
  const float = /^(\d{8})\.0+$/u.exec(canonical(text).trim());
  const { date, precision, bracketed } = readDate(float?.[1] ?? text);
  if (date === null) {
    tell(context, 'catalogue/date_unreadable', { text: shown });
    return { date, doubtful: true };
  }
  if (float) tell(context, 'catalogue/number_as_float', { text: shown, value: date });
  // Eight digits with 00 are the standard's own way of printing what is not known.
  const standard = /^\d{8}$/u.test(canonical(text).trim());
  if (precision !== 'day') tell(context, 'catalogue/date_partial', { text: shown, date }, standard ? 'note' : 'doubt');
  if (bracketed) tell(context, 'catalogue/date_researched', { text: shown }, 'note');
  return { date, doubtful: (precision !== 'day' && !standard) || bracketed || float !== null };
}

function readDates(context: Context, cells: Cells): void {
  const { record } = context;
  const parts = [cells.date_year, cells.date_month, cells.date_day].map((text) =>
    printed(text)?.replace(/[年月日]$/u, ''),
  );
  const [year, month, day] = parts;
  const shownParts = [year && `${year}年`, month && `${month}月`, day && `${day}日`].filter(
    (part) => part !== undefined,
  );
  const split = shownParts.length > 0 ? shownParts.join('') : undefined;
  const text = cells.date ?? split;
  const shown = trusted(context, '日期', printed(text));
  if (text !== undefined && shown !== null) {
    const found = dateOf(context, text, shown);
    record.date = found.date;
    if (found.doubtful) record.date_printed = shown;
  }
  const received = printed(cells.received);
  if (cells.received !== undefined) {
    record.received = received === null ? null : dateOf(context, cells.received, received).date;
  }
}

/** A paper is dated in the year of its number, or within the three months behind it. */
function checkYearOfNumber(context: Context, shown: string): void {
  const year = /[〔[(（【]((?:19|20)\d{2})[〕\])）】]/u.exec(shown)?.[1];
  const { date } = context.record;
  if (year === undefined || date === null) return;
  const late = Number(date.slice(0, 4)) - Number(year);
  if (late !== 0 && !(late === 1 && Number(date.slice(4, 6)) <= 3))
    tell(context, 'catalogue/number_other_year', { text: shown, date });
}

function readDocumentNumber(context: Context, text: string | undefined): void {
  const { record } = context;
  const shown = trusted(context, '文号', printed(text));
  record.doc_no = shown;
  if (shown === null) return;
  const reading = parseDocumentNumber(shown);
  checkYearOfNumber(context, shown);
  if (/密[〔[(（【]/u.test(shown)) tell(context, 'catalogue/number_like_classified', { text: shown });
  if (reading.ok) return;
  if (reading.repaired !== null)
    tell(context, 'catalogue/document_number_form', { text: shown, normal: reading.repaired }, 'note');
  else if (/^\d+(?:\.\d+)?$/u.test(canonical(shown))) {
    // A bare number is none: a cell of another column, or figures whose letters are gone.
    tell(context, 'catalogue/document_number_bare', { text: shown });
  } else tell(context, 'catalogue/document_number_unusual', { text: shown });
}

function readCode(context: Context, text: string | undefined): void {
  const { record } = context;
  if (text === undefined) return;
  const shown = trusted(context, '档号', printed(text));
  record.code = shown;
  if (shown === null) return;
  const reading = parseReferenceCode(shown);
  if (!reading.ok) {
    if (reading.repaired !== null) tell(context, 'catalogue/code_lookalike', { text: shown, normal: reading.repaired });
    else tell(context, 'catalogue/code_unusual', { text: shown });
    return;
  }
  const { year, term } = reading.code;
  if (year !== null && record.year !== undefined && record.year !== null && record.year !== year)
    tell(context, 'catalogue/code_other_year', { text: shown, year: record.year });
  const own = record.term === undefined || record.term === null ? null : parseTerm(record.term);
  const coded = parseTerm(term);
  if (own?.ok && coded.ok && own.term !== coded.term)
    tell(context, 'catalogue/code_other_term', { text: shown, term: record.term ?? '' });
}

function readTexts(context: Context, cells: Cells): void {
  const { record } = context;
  record.author = trusted(context, '责任者', printedAuthor(context, cells.author));
  record.remark = printed(cells.remark);
  for (const field of [
    'section',
    'box',
    'category',
    'fonds',
    'volume',
    'addressee',
    'openness',
    'secrecy',
    'term',
  ] as const) {
    if (cells[field] !== undefined) record[field] = trusted(context, standardName(field), printed(cells[field]));
  }
  if (typeof record.term === 'string' && !parseTerm(record.term).ok)
    tell(context, 'catalogue/term_unknown', { text: record.term });
  if (typeof record.secrecy === 'string' && parseSecrecy(record.secrecy).kind === 'unreadable')
    tell(context, 'catalogue/secrecy_unknown', { text: record.secrecy });
  if (cells.year !== undefined) {
    const shown = printed(cells.year);
    const date = shown === null ? null : readDate(shown.replace(/年?度$/u, ''));
    record.year = date?.precision === 'year' ? Number(date.date?.slice(0, 4)) : null;
    if (shown !== null && record.year === null) tell(context, 'catalogue/year_unreadable', { text: shown });
  }
  if (cells.copies !== undefined) {
    const shown = printed(cells.copies);
    const number = shown === null ? null : whole(shown.replace(/份$/u, ''));
    record.copies = number?.value ?? null;
    if (shown !== null && number === null) tell(context, 'catalogue/copies_unreadable', { text: shown });
  }
}

/** A text with the cell before or behind it: a 文号 or a number in front, a date at the end. */
const GLUED =
  /^[\u4e00-\u9fff]{1,12}[〔[(（【](?:19|20)\d{2}[〕\])）】]\s*\d{1,5}\s*号(?=\s*\S)|(?:19|20)\d{6}$|^\d{1,4}(?![\d年月日届期个号次级班学条项周岁天季名人位点件份小世十百千万、.．)）-])/u;

/** A 档号 in a remark that does not refer to it. */
const CODE_INSIDE = /^(?!.*[见同与]).*[A-Z0-9]{4}-[A-Z]{2}[·•.](?:19|20)\d{2}/u;

/** Texts that have another column's form where they stand. */
function checkForms(context: Context): void {
  const { record } = context;
  const { author, title, remark } = record;
  if (author !== null && (misfit('author', formOf(author)) > 1.2 || GLUED.test(author) || /^\d|\d$/u.test(author)))
    tell(context, 'catalogue/author_unlikely', { text: author });
  if ((misfit('title', formOf(title)) > PROVEN && !formOf(title).remark) || GLUED.test(title))
    tell(context, 'catalogue/title_unlikely', { text: title });
  if (remark !== null && (misfit('remark', formOf(remark)) > 1.8 || CODE_INSIDE.test(remark)))
    tell(context, 'catalogue/remark_unlikely', { text: remark });
  for (const field of ['box', 'volume', 'section', 'category', 'addressee', 'openness', 'fonds'] as const) {
    const text = record[field] ?? null;
    if (text !== null && misfit(field, formOf(text)) > PROVEN)
      tell(context, 'catalogue/cell_unlikely', { field: standardName(field), text });
  }
  for (const { rule, level } of checkTitle(title)) {
    if (rule === 'title_composed') continue;
    const code =
      rule === 'title_brackets' || rule === 'title_brackets_empty'
        ? 'catalogue/title_brackets'
        : rule === 'title_long' || rule === 'title_too_long'
          ? 'catalogue/title_long'
          : 'catalogue/title_damaged';
    tell(context, code, { text: title.slice(0, 40) }, level === 'error' ? 'error' : 'doubt');
  }
  for (const value of [author, record.doc_no, remark, record.code ?? null]) {
    const word = value === null ? null : leakedWord(value);
    if (word !== null) tell(context, 'catalogue/null_word', { word });
  }
}

/** Makes a record of a row's cells; the title is known to be there. */
export function recordOf(
  cells: Cells,
  title: string,
  place: { line: number; endLine: number },
): { record: DraftRecord; findings: Finding[] } {
  const record: DraftRecord = {
    no: null,
    author: null,
    doc_no: null,
    title,
    date: null,
    pages: null,
    remark: null,
    line: place.line,
    endLine: place.endLine,
    review: false,
    lastNo: null,
    firstPage: null,
  };
  const context: Context = { record, findings: [] };
  readNumber(context, cells.no);
  readTexts(context, cells);
  readDates(context, cells);
  readDocumentNumber(context, cells.doc_no);
  readCode(context, cells.code);
  if (cells.page_range !== undefined) readPageRange(context, cells.page_range);
  if (cells.pages !== undefined && (cells.page_range === undefined || printed(cells.pages) !== null))
    readPages(context, cells.pages);
  checkForms(context);
  return { record, findings: context.findings };
}

/** The title of a row, lines joined; null where the cell is empty. */
export function titleText(text: string | undefined): string | null {
  return printed(text);
}

/** A level of secrecy that a row prints: in its own column, or as a mark in another. */
export function classifiedMark(cells: Cells): string | null {
  const own = cells.secrecy === undefined ? null : parseSecrecy(cells.secrecy);
  if (own?.kind === 'classified') return own.level;
  const marked =
    /^[(（【[]?(绝密|机密|秘密)(?:[★*☆].{0,8})?(?:级|件|文件)?[)）】\]]?$/u.exec(
      withoutSpace(cells.remark ?? ''),
    )?.[1] ??
    /(绝密|机密|秘密)[★☆]/u.exec(Object.values(cells).join('\n'))?.[1] ??
    /^[(（【[](绝密|机密|秘密)[)）】\]]|[(（【[](绝密|机密|秘密)[)）】\]]$/u
      .exec(withoutSpace(cells.title ?? ''))
      ?.slice(1)
      .find((one) => one !== undefined);
  return marked ?? null;
}
