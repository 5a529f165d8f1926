/** A year's numbers beside the limit of their task: 10,000 persons, 150 activities, 100,000 sign-in rows. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '#core/log.ts';
import { callOn } from '#core/runtime-call.ts';
import { openRuntime } from '#core/runtime.ts';
import { FONTS_FOLDER } from '../../electron/cli/paths.ts';
import { against, type Figure } from './measure.ts';

const YEAR = 2021;
const PERSONS = 10_000;
const ACTIVITIES = 150;
const ROWS = 100_000;
const STEP = { code: 'type', params: { count: 1 } } as const;
const AUDIENCES = ['everyone', 'elderly', 'youth', 'women', null] as const;

function dayOf(activity: number): string {
  const month = String((activity % 12) + 1).padStart(2, '0');
  return `${YEAR}-${month}-${String((activity % 28) + 1).padStart(2, '0')}`;
}

export async function countingFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const runtime = await openRuntime({
    directory: join(folder, 'archive'),
    mode: 'read-write',
    fontsFolder: FONTS_FOLDER,
    appVersion: 'bench',
    log: silentLog,
    createIfMissing: { unitName: '示例', isExample: true },
  });
  const call = callOn(runtime);
  try {
    const categories = await call('activities.categories', {});
    const persons = await call('participants.edit', {
      step: STEP,
      changes: Array.from({ length: PERSONS }, (_, index) => ({
        do: 'insert' as const,
        fields: {
          name: `示例${index}`,
          sex: ([null, 'female', 'male'] as const)[index % 3] ?? null,
          birthDate: index % 11 === 0 ? null : String(1930 + (index % 85)),
          village: index % 13 === 0 ? null : `第${index % 40}村`,
        },
      })),
    });
    const activities = await call('activities.edit', {
      step: STEP,
      changes: Array.from({ length: ACTIVITIES }, (_, index) => ({
        do: 'insert' as const,
        fields: {
          title: `活动（示例）${index}`,
          dateStart: dayOf(index),
          categoryId: categories[index % categories.length]?.id ?? null,
          audience: AUDIENCES[index % AUDIENCES.length] ?? null,
        },
      })),
    });
    // Row n is person n of the activity's run: no person stands twice in one activity.
    const each = Math.ceil(ROWS / ACTIVITIES);
    const rows = Array.from({ length: ROWS }, (_, index) => {
      const activity = Math.floor(index / each);
      return {
        do: 'insert' as const,
        activityId: activities.ids[activity] ?? 0,
        person: { id: persons.ids[(index * 7 + activity) % PERSONS] ?? 0 },
        fields: { signed: index % 20 !== 0, role: index % 9 === 0 ? ('volunteer' as const) : ('learner' as const) },
      };
    });
    const entering: number[] = [];
    for (let from = 0; from < ROWS; from += 20_000) {
      const begin = performance.now();
      await call('attendance.edit', { step: STEP, changes: rows.slice(from, from + 20_000) });
      entering.push(performance.now() - begin);
    }
    const year: number[] = [];
    const lists: number[] = [];
    const line: number[] = [];
    for (let run = 0; run < 15; run += 1) {
      const begin = performance.now();
      await call('activities.statistics', { year: YEAR });
      const counted = performance.now();
      await call('activities.list', { filter: { year: YEAR }, limit: 200 });
      const listed = performance.now();
      await call('activities.behind', { filter: { year: YEAR, village: '第7村' }, limit: 200 });
      year.push(counted - begin);
      lists.push(listed - counted);
      line.push(performance.now() - listed);
    }
    return [
      against('counting: a year of 100,000 sign-in rows, nine breakdowns', year, 300),
      against('counting: the rows behind one line', line, 300),
      against('activities: 150 listed with their sheets and checklists', lists, 300),
      { ...against('attendance: 20,000 rows entered in one step', entering, 1), floorName: 'told only', limit: null },
    ];
  } finally {
    runtime.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
