/**
 * Activities of a report that labels its values: 活动名称：亲子烘焙 / 活动时间：… / 参加人数：…, in lines or in a form's cells.
 * Invariant: only a block with a name and a day, place or head count is an activity; a line that belongs to no label is told.
 */
import { canonical } from '#shared/lib/chinese-numerals.ts';
import type { SourceDocument } from '../reading/source.ts';
import { emptyActivity, setHeadCount } from './activity-rows.ts';
import { readDay } from './days.ts';
import { aboutLine, aboutRecord, type DraftActivity, type Finding, type HeadLine, type LeftOut } from './draft.ts';
import { type HeadPair, hostsOf, isTitle, pairsOf } from './head.ts';

interface Group {
  pairs: HeadPair[];
  /** Text below the label 活动内容 that goes on. */
  more: string[];
  last: number;
}

interface Labelled {
  activities: DraftActivity[];
  findings: Finding[];
  skipped: LeftOut[];
}

function linesOf(source: SourceDocument): HeadLine[] {
  return source.blocks.flatMap((block): HeadLine[] =>
    block.kind === 'table'
      ? block.rows.map(({ line, cells }) => ({
          line,
          cells: cells.map((cell) => cell?.text.trim() ?? '').filter((text) => text !== ''),
        }))
      : source.lines.slice(block.from - 1, block.to).map((text, index) => ({
          line: block.from + index,
          cells: text
            .split('\t')
            .map((cell) => cell.trim())
            .filter((cell) => cell !== ''),
        })),
  );
}

const OPENING = new Set<HeadPair['key']>(['activity', 'date', 'place']);

/** What is done, as opposed to what the activity is called. */
const tellsContent = ({ key, label }: HeadPair): boolean => key === 'activity' && label.endsWith('内容');

function groupsOf(lines: readonly HeadLine[], skipped: LeftOut[]): Group[] {
  const groups: Group[] = [];
  for (const line of lines) {
    const pairs = pairsOf([line]).filter(({ value }) => value !== '');
    const group = groups.at(-1);
    if (pairs.length === 0) {
      const text = line.cells.join(' ');
      const lastPair = group?.pairs.at(-1);
      if (group && lastPair && tellsContent(lastPair) && text !== '') {
        group.more.push(text);
        group.last = line.line;
      } else if (text !== '' && !isTitle(text) && !/(?:报告|简报|记录|总结|小结|情况)$/u.test(text)) {
        skipped.push({ line: line.line, text, reason: 'roster/line_left_over' });
      }
      continue;
    }
    for (const pair of pairs) {
      const open = groups.at(-1);
      const again = open?.pairs.some(({ key, label }) => OPENING.has(key) && key === pair.key && label === pair.label);
      if (!open || again === true) groups.push({ pairs: [pair], more: [], last: pair.line });
      else {
        open.pairs.push(pair);
        open.last = pair.line;
      }
    }
  }
  return groups;
}

function activityOf(group: Group, paperYear: number | null, findings: Finding[]): DraftActivity | null {
  const named = group.pairs.filter((pair) => pair.key === 'activity');
  const title = named.find((pair) => !tellsContent(pair)) ?? named[0];
  const valueOf = (key: HeadPair['key']): string | null => group.pairs.find((pair) => pair.key === key)?.value ?? null;
  const [date, count] = [valueOf('date'), valueOf('head_count')];
  if (!title || title.value.length > 60 || (date === null && valueOf('place') === null && count === null)) return null;
  const name = title.value.replace(/^[《“"「]([^《》“”"「」]+)[》”"」]$/u, '$1');
  const activity = emptyActivity(name, group.pairs[0]?.line ?? title.line, group.last);
  activity.place = valueOf('place');
  activity.time = valueOf('time');
  activity.category = valueOf('category');
  activity.audience = valueOf('audience');
  activity.hosts = group.pairs.filter(({ key }) => key === 'host').flatMap(({ value }) => hostsOf(value));
  const content = group.pairs.find((pair) => tellsContent(pair) && pair !== title)?.value;
  activity.summary = [content ?? '', ...group.more].join('\n').trim().slice(0, 2000) || null;
  for (const other of named)
    if (other !== title && !tellsContent(other) && other.value !== title.value)
      findings.push(aboutLine(other.line, 'roster/head_conflict', { text: other.value }, 'doubt'));
  if (date !== null) {
    const day = readDay(canonical(date), paperYear);
    activity.date_start = day.date;
    activity.date_end = day.end;
    activity.time ??= day.time;
    if (day.problem !== null && day.problem !== 'rest') activity.date_printed = date;
    if (day.date === null)
      findings.push(
        aboutRecord(
          activity,
          day.problem === 'no_year' ? 'roster/date_no_year' : 'roster/date_unreadable',
          { name, text: date },
          'error',
        ),
      );
    else if (day.problem === 'several')
      findings.push(aboutRecord(activity, 'roster/date_doubtful', { name, text: date, date: day.date }));
  }
  if (count !== null && !setHeadCount(activity, count))
    findings.push(aboutRecord(activity, 'roster/head_count_unreadable', { name, text: count }));
  return activity;
}

/** Every labelled activity of a source, or none. `year` = what the paper's title says. */
export function readLabelled(source: SourceDocument, year: number | null): Labelled {
  const findings: Finding[] = [];
  const skipped: LeftOut[] = [];
  const activities: DraftActivity[] = [];
  for (const group of groupsOf(linesOf(source), skipped)) {
    const activity = activityOf(group, year, findings);
    if (activity !== null) activities.push(activity);
    else {
      const [first] = group.pairs;
      if (first) skipped.push({ line: first.line, text: first.value, reason: 'roster/line_left_over' });
    }
  }
  // A list of those who came, or a text: it stands in no label and somebody has to look at it.
  for (const { line, text } of skipped)
    findings.push(aboutLine(line, 'roster/line_left_over', { text: text.slice(0, 40) }, 'doubt'));
  return { activities, findings, skipped };
}
