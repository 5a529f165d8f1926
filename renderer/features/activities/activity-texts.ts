/**
 * An activity's cells as text and back. Invariant: the text that a cell shows, typed back unchanged, sets what is set
 * already. A text that cannot be read is refused with the rule it breaks, never guessed. Pure.
 */
import { type Activity, type ActivityCategory, type ActivityFields, Audience } from '#shared/features/activities.ts';
import type { ScheduleRow } from '#shared/features/schedule.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { readHeadCount } from '#shared/lib/people/head-count.ts';
import { readDay } from '../life/day-text.ts';

type ActivityHost = ActivityFields['hosts'][number];

export const CELL_FIELDS = [
  'date',
  'title',
  'place',
  'categoryId',
  'audience',
  'hosts',
  'planRowId',
  'headCount',
] as const;
export type CellField = (typeof CELL_FIELDS)[number];
/** Fields of the panel and of the form besides those of the list. */
export type TextField = CellField | 'timeText' | 'minutes' | 'money' | 'remark';

export type Rule =
  | 'title'
  | 'date'
  | 'dateOrder'
  | 'headCount'
  | 'audience'
  | 'category'
  | 'planRow'
  | 'minutes'
  | 'money'
  | 'tooLong';
export type TextReading =
  | { ok: true; fields: Partial<ActivityFields> }
  | { ok: false; rule: Rule; params: Record<string, string | number> };

/** What a year's lists offer to choose from. */
export interface Choices {
  t: Translate;
  categories: readonly { id: number; label: string }[];
  planRows: readonly { id: number; label: string }[];
}

export function isCellField(key: string): key is CellField {
  return (CELL_FIELDS as readonly string[]).includes(key);
}

/** Categories in the order of the tree, each with its way from the top: 老龄 / 书法. */
export function categoryPaths(
  categories: readonly ActivityCategory[],
): { id: number; label: string; depth: number; category: ActivityCategory }[] {
  const known = new Set(categories.map(({ id }) => id));
  const paths: { id: number; label: string; depth: number; category: ActivityCategory }[] = [];
  const visit = (parentId: number | null, above: string, depth: number): void => {
    for (const category of categories) {
      // What stood below a category that is no longer offered stands on top.
      const parent = category.parentId !== null && known.has(category.parentId) ? category.parentId : null;
      if (parent !== parentId) continue;
      const label = above === '' ? category.name : `${above} / ${category.name}`;
      paths.push({ id: category.id, label, depth, category });
      visit(category.id, label, depth + 1);
    }
  };
  visit(null, '', 0);
  return paths;
}

/** A row of the plan as one line of a list to choose from. */
export function planRowLabel(row: Pick<ScheduleRow, 'activity'>, month: string): string {
  return [month, row.activity.replaceAll(/\s+/gu, ' ').trim()].filter((part) => part !== '').join(' ');
}

export function dateText({ dateStart, dateEnd }: Pick<ActivityFields, 'dateStart' | 'dateEnd'>): string {
  return [dateStart, dateEnd].filter((day) => day !== null).join('—');
}

export function hostsText(hosts: readonly ActivityHost[], separator: string): string {
  return hosts.map(({ name }) => name).join(separator);
}

export function headCountText(
  {
    headCount,
    headCountMark,
    headCountPrinted,
  }: Pick<ActivityFields, 'headCount' | 'headCountMark' | 'headCountPrinted'>,
  t: Translate,
): string {
  if (headCountPrinted !== null && headCountPrinted !== '') return headCountPrinted;
  if (headCount === null) return '';
  return t(`activities.mark.${headCountMark ?? 'exact'}`, { count: headCount });
}

/** Yuan of fen: 120050 → 1200.50. */
export function moneyText(fen: number | null): string {
  if (fen === null) return '';
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}

export function fieldText(activity: Activity, field: TextField, { t, categories, planRows }: Choices): string {
  switch (field) {
    case 'date':
      return dateText(activity);
    case 'hosts':
      return hostsText(activity.hosts, t('paper.unitSeparator'));
    case 'audience':
      return activity.audience === null ? '' : t(`activities.audience.${activity.audience}`);
    case 'categoryId':
      return activity.categoryId === null
        ? ''
        : (categories.find(({ id }) => id === activity.categoryId)?.label ?? t('activityScreen.oldCategory'));
    case 'planRowId':
      return activity.planRowId === null
        ? ''
        : (planRows.find(({ id }) => id === activity.planRowId)?.label ?? t('activityScreen.otherPlanRow'));
    case 'headCount':
      return headCountText(activity, t);
    case 'minutes':
      return activity.minutes === null ? '' : String(activity.minutes);
    case 'money':
      return moneyText(activity.money);
    case 'title':
    case 'place':
    case 'timeText':
    case 'remark':
      return activity[field];
  }
}

function refuse(rule: Rule, params: Record<string, string | number> = {}): TextReading {
  return { ok: false, rule, params };
}

function readDates(text: string): TextReading {
  const plain = text.trim();
  if (plain === '') return { ok: true, fields: { dateStart: null, dateEnd: null } };
  const single = readDay(plain);
  if (single !== null) return { ok: true, fields: { dateStart: single, dateEnd: null } };
  // 2021-03-08 has hyphens of its own: only other signs, or a hyphen with spaces, part two days.
  const parts = plain.split(/\s*(?:—+|–|~|～|至|到)\s*|\s+-+\s+|(?<=^\d{8})-+(?=\d{8}$)/u);
  const [from, to] = parts.map(readDay);
  if (parts.length !== 2 || !from || !to) return refuse('date', { text: plain });
  if (to < from) return refuse('dateOrder', { from, to });
  return { ok: true, fields: { dateStart: from, dateEnd: to === from ? null : to } };
}

function readHosts(text: string): ActivityHost[] {
  const names = text.split(/[、,，;；\n]/u).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))].map((name) => ({ name, organisationId: null }));
}

/** The one of a list that a text names: by its number where the grid chose it, by its words, or by its last words. */
function chosenOf(list: Choices['categories'], text: string): number | null | undefined {
  const plain = text.trim();
  if (plain === '') return null;
  const byLabel = list.filter(({ label }) => label === plain);
  const byEnd = list.filter(({ label }) => label.endsWith(` / ${plain}`));
  const found = byLabel.length > 0 ? byLabel : byEnd;
  if (found.length === 1) return found[0]?.id;
  return list.find(({ id }) => String(id) === plain)?.id;
}

const LIMITS = { title: 200, place: 200, timeText: 50, remark: 2000 } as const;

/** `activity`: the one that the text is for; null = a new one. */
export function readField(
  field: TextField,
  text: string,
  { t, categories, planRows }: Choices,
  activity: Activity | null,
): TextReading {
  const plain = text.trim();
  switch (field) {
    case 'title':
      if (plain === '') return refuse('title');
      return plain.length > LIMITS.title
        ? refuse('tooLong', { most: LIMITS.title })
        : { ok: true, fields: { title: plain } };
    case 'place':
    case 'timeText':
    case 'remark':
      return plain.length > LIMITS[field]
        ? refuse('tooLong', { most: LIMITS[field] })
        : { ok: true, fields: { [field]: plain } };
    case 'date':
      return readDates(text);
    case 'hosts': {
      const hosts = readHosts(text);
      return hosts.some(({ name }) => name.length > 100)
        ? refuse('tooLong', { most: 100 })
        : { ok: true, fields: { hosts } };
    }
    case 'audience': {
      if (plain === '') return { ok: true, fields: { audience: null } };
      const audience = Audience.options.find((one) => one === plain || t(`activities.audience.${one}`) === plain);
      return audience === undefined ? refuse('audience', { text: plain }) : { ok: true, fields: { audience } };
    }
    case 'categoryId': {
      if (
        activity?.categoryId !== null &&
        activity &&
        plain === fieldText(activity, field, { t, categories, planRows })
      )
        return { ok: true, fields: { categoryId: activity.categoryId } };
      const categoryId = chosenOf(categories, text);
      return categoryId === undefined ? refuse('category', { text: plain }) : { ok: true, fields: { categoryId } };
    }
    case 'planRowId': {
      if (activity?.planRowId !== null && activity && plain === fieldText(activity, field, { t, categories, planRows }))
        return { ok: true, fields: { planRowId: activity.planRowId } };
      const planRowId = chosenOf(planRows, text);
      return planRowId === undefined ? refuse('planRow', { text: plain }) : { ok: true, fields: { planRowId } };
    }
    case 'headCount': {
      if (plain === '') return { ok: true, fields: { headCount: null, headCountMark: null, headCountPrinted: null } };
      if (plain.length > 100) return refuse('tooLong', { most: 100 });
      const read = readHeadCount(plain);
      if (read === null) return refuse('headCount', { text: plain });
      // A plain number is shown in words; anything more stands as it was written.
      const printed = /^\d+$/u.test(plain) ? null : plain;
      return { ok: true, fields: { headCount: read.count, headCountMark: read.mark, headCountPrinted: printed } };
    }
    case 'minutes': {
      if (plain === '') return { ok: true, fields: { minutes: null } };
      const minutes = /^\d{1,6}$/u.test(plain) ? Number(plain) : 0;
      return minutes < 1 || minutes > 100_000 ? refuse('minutes', { text: plain }) : { ok: true, fields: { minutes } };
    }
    case 'money': {
      if (plain === '') return { ok: true, fields: { money: null } };
      const found = /^(\d{1,10})(?:\.(\d{1,2}))?$/u.exec(plain.normalize('NFKC').replaceAll(/[,，元¥￥\s]/gu, ''));
      if (!found) return refuse('money', { text: plain });
      const money = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
      return money > 1_000_000_000_000 ? refuse('money', { text: plain }) : { ok: true, fields: { money } };
    }
  }
}

/** The sentence of a text that was refused. */
export function readingProblem(t: Translate, reading: TextReading): string | null {
  if (reading.ok) return null;
  // Every rule has all its parameters from the place that named it.
  const say = t as unknown as (key: string, params: Record<string, string | number>) => string;
  return say(`activityScreen.cell.${reading.rule}`, reading.params);
}
