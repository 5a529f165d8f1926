/**
 * Activities of a report in running text: 2021年6月12日，在淄水社区举办剪纸培训，参加居民约50人。
 * Invariant: only a sentence with a day, a verb of holding and a title is an activity, and each is marked for review.
 */
import { canonical } from '#shared/lib/chinese-numerals.ts';
import { emptyActivity, setHeadCount } from './activity-rows.ts';
import { readDay } from './days.ts';
import { aboutRecord, type DraftActivity, type Finding } from './draft.ts';

const DAY =
  /(?:(?:\d{4}|[一二][〇零○九一二三四五六七八]{3})\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*[日号](?:\s*(?:至|到|-)\s*(?:\d{1,2}\s*月\s*)?\d{1,2}\s*[日号])?|\d{4}[-./]\d{1,2}[-./]\d{1,2}/gu;
const HOLD = /(?:组织)?(?:举办|开展|举行|召开|组织|承办|开设|进行)了?(?:一[场次期])?/u;
const TITLE =
  /(?:组织)?(?:举办|开展|举行|召开|组织|承办|开设|进行)了?(?:[一二三四五六七八九十\d]+[场次期])?(?:以?[“"《]([^”"》]{2,60})[”"》](?:为主题的)?([^，,。；;：:]{0,20})|([^，,。；;：:“”《》]{2,40}))/u;
const PLACE = /[在于]([^，,。；;在于]{2,30}?)(?:组织)?(?:举办|开展|举行|召开|组织|进行)/u;
const COUNT =
  /((?:近|将近|约|大约|超过|逾)?\s*(?:\d[\d,.]*|[一二两三四五六七八九十百千]+)\s*(?:万|千|百)?\s*(?:余|多)?\s*(?:名|位|人次|人)(?:次)?(?:左右|以上)?)/gu;
/** Those who teach or help are not those who came. */
const OTHERS = /^\s*(?:专家|讲师|老师|教师|主讲|工作人员|嘉宾|领导|医生|律师|演员)/u;
const HOST =
  /(?:由|^|[，,])([^，,。；;]{2,30}?(?:中心|街道|办事处|社区|村委会|居委会|学校|协会|站))(?:联合[^，,。]{2,20})?(?:主办|承办|组织|举办|在)/u;

/** The text with the line on which each of its characters stands. */
interface Paragraph {
  text: string;
  lines: number[];
}

function paragraphs(lines: readonly string[], from: number, to: number): Paragraph[] {
  const found: Paragraph[] = [];
  let open: Paragraph = { text: '', lines: [] };
  const close = (): void => {
    if (open.text !== '') found.push(open);
    open = { text: '', lines: [] };
  };
  for (let line = from; line <= to; line += 1) {
    const text = (lines[line - 1] ?? '').trim();
    if (text === '') {
      close();
      continue;
    }
    open.text += text;
    open.lines.push(...Array.from({ length: text.length }, () => line));
    if (/[。！？：:]$/u.test(text)) close();
  }
  close();
  return found;
}

/** How many took part, as printed: the number that is said of taking part, else the only one of people; null else. */
function headCountIn(sentence: string): string | null {
  const counts = [...sentence.matchAll(COUNT)].flatMap((match) => {
    const behind = sentence.slice(match.index + match[0].length);
    if (match[1] === undefined || OTHERS.test(behind)) return [];
    const before = sentence.slice(Math.max(0, match.index - 8), match.index);
    const takesPart = /参加|参与|参训|到场|参会|受益|服务/u.test(`${before} ${behind.slice(0, 8)}`);
    return [{ text: match[1], takesPart }];
  });
  const [first] = counts.filter(({ takesPart }) => takesPart);
  if (first) return first.text;
  return counts.length === 1 ? (counts[0]?.text ?? null) : null;
}

/** Reads the activities of lines of running text; `year` = what the paper's title says. */
export function readProse(
  lines: readonly string[],
  from: number,
  to: number,
  paperYear: number | null,
): { activities: DraftActivity[]; findings: Finding[] } {
  const activities: DraftActivity[] = [];
  const findings: Finding[] = [];
  let year = paperYear;
  for (const { text: printed, lines: places } of paragraphs(lines, from, to)) {
    const text = canonical(printed);
    const days = [...text.matchAll(DAY)];
    for (const [index, match] of days.entries()) {
      const day = readDay(match[0], year);
      if (day.date !== null) year = Number(day.date.slice(0, 4));
      const end = days[index + 1]?.index ?? text.length;
      const sentence = text.slice(match.index + match[0].length, end);
      const title = HOLD.test(sentence) ? TITLE.exec(sentence) : null;
      if (!title) continue;
      const quoted = title[1];
      const name = (
        quoted === undefined
          ? (title[3] ?? '')
          : /主题/u.test(title[0]) || (title[2] ?? '') === ''
            ? quoted
            : `${quoted}${title[2] ?? ''}`
      )
        .replace(/^(?:了|一场|一次)/u, '')
        .trim();
      if (name.length < 2 || /^(?:会议|工作|情况)$/u.test(name)) continue;
      const activity = emptyActivity(name, places[match.index] ?? from, places[Math.min(end, places.length) - 1] ?? to);
      activity.date_start = day.date;
      activity.date_end = day.end;
      activity.date_printed = match[0];
      activity.place = PLACE.exec(sentence)?.[1]?.trim() ?? null;
      const host = HOST.exec(sentence)?.[1]?.trim();
      if (host !== undefined && host !== activity.place && !/^[在于]/u.test(host))
        activity.hosts = [host.replace(/^由/u, '')];
      const count = headCountIn(sentence);
      if (count !== null && !setHeadCount(activity, count))
        findings.push(aboutRecord(activity, 'roster/head_count_unreadable', { name, text: count }));
      const whole = printed.slice(match.index, end);
      activity.summary = whole.slice(0, 2000);
      findings.push(
        aboutRecord(activity, 'roster/prose_activity', { name, text: whole.replace(/[。；]$/u, '').slice(0, 60) }),
      );
      if (day.date === null)
        findings.push(aboutRecord(activity, 'roster/date_no_year', { name, text: match[0] }, 'error'));
      activities.push(activity);
    }
  }
  return { activities, findings };
}
