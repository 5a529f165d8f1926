/**
 * A year of activities: persons with phones and guardians, activities of several categories with their sheets, one without
 * signatures, one planned, one cancelled, persons who were merged. All data are invented (示例).
 */
import type { Output } from '#shared/contract.ts';
import type { PaperName } from '#shared/features/papers.ts';
import { testArchive, type TestArchive } from './test-archive.ts';

export type ActivityPaper = Extract<
  PaperName,
  | 'signInSheet'
  | 'signInForm'
  | 'signedList'
  | 'activityList'
  | 'activitySheet'
  | 'trainingStatistics'
  | 'statisticsReport'
  | 'personRegister'
  | 'campaignReport'
  | 'publicNotice'
>;

export const YEAR = 2021;
/** What must be on no paper unless it is asked for. */
export const SECRETS = {
  phone: (index: number): string => `139${String(55_550_000 + index)}`,
  guardianPhone: (index: number): string => `137${String(66_660_000 + index)}`,
  guardian: '监护人甲（示例）',
  identity: '11010119900307888X',
  birth: '1950-03-08',
};

const TITLES = [
  '老年人智能手机使用培训',
  '第十七届全民终身学习活动周启动仪式暨社区教育成果展示、经典诵读、非遗技艺体验与志愿服务集中宣传活动（示例）',
  '青少年暑期书法班',
  '家庭教育讲座',
];
const VILLAGES = ['示例村', '示例街道第一社区居民委员会', '𠮷祥里（示例）', null];
const PLACES = ['示例街道社区教育中心多功能厅', '示例村文化大院', ''];

export interface ActivityRoom {
  archive: TestArchive;
  activityIds: number[];
  personIds: number[];
  planRowId: number;
}

/** @param people persons, each of whom signs in three of four of the first activities. */
export async function activityRoom(people: number, activities = 6, directory?: string): Promise<ActivityRoom> {
  const archive = await testArchive(directory);
  const { call } = archive;
  const step = { code: 'edit', params: {} };
  const plan = await planRow(archive);
  const unit = await call('organisations.create', { fullName: '示例街道银龄志愿者协会', kind: 'club' });
  const { ids: personIds } = await call('participants.edit', {
    step,
    changes: Array.from({ length: people }, (_, index) => ({
      do: 'insert' as const,
      fields: {
        name: index % 9 === 4 ? `𬱖𠮷${index}（示例）` : `甲${index}（示例）`,
        sex: ([null, 'female', 'male'] as const)[index % 3] ?? null,
        birthDate: [SECRETS.birth, '1962', '2012-07-01', null][index % 4] ?? null,
        village: VILLAGES[index % 4] ?? null,
        phone: index % 5 === 3 ? null : SECRETS.phone(index),
        ...(index % 4 === 2 ? { guardianName: SECRETS.guardian, guardianPhone: SECRETS.guardianPhone(index) } : {}),
        note: `身份证 ${SECRETS.identity}`,
        roles: [
          {
            role: index % 2 === 0 ? ('volunteer' as const) : ('part_time_teacher' as const),
            organisationId: index % 3 === 0 ? unit.organisation.id : null,
            subject: index % 7 === 1 ? '书法、国画与传统装裱技艺（含社区展览布置）' : '书法',
            from: index % 2 === 0 ? '2019-03-01' : null,
            to: null,
          },
        ],
        certificates:
          index % 4 === 0
            ? [{ name: '志愿者证', number: `示例${index}`, issuer: '', issuedOn: null, validUntil: null }]
            : [],
      },
    })),
  });
  const categories: Output<'activities.categories'> = await call('activities.categories', {});
  const top = categories[0]?.id ?? null;
  const below = await call('activities.saveCategory', { name: '智能手机应用', parentId: top });
  const { ids: activityIds } = await call('activities.edit', {
    step,
    changes: Array.from({ length: activities }, (_, index) => ({
      do: 'insert' as const,
      fields: {
        title: `${TITLES[index % TITLES.length]}${index}`,
        dateStart: `${YEAR}-10-${String((index % 25) + 1).padStart(2, '0')}`,
        dateEnd: index % 4 === 1 ? `${YEAR}-10-${String((index % 25) + 3).padStart(2, '0')}` : null,
        timeText: '9:00—11:30',
        place: PLACES[index % 3] ?? '',
        hosts: [{ name: '示例街道社区教育中心' }, ...(index % 2 === 1 ? [{ name: '示例街道文化站' }] : [])],
        categoryId: [top, below.category.id, categories[3]?.id ?? null, null][index % 4] ?? null,
        audience: (['elderly', 'everyone', 'youth', null] as const)[index % 4] ?? null,
        planRowId: index % 2 === 1 ? plan : null,
        state: index === 4 ? ('planned' as const) : index === 5 ? ('cancelled' as const) : ('held' as const),
        headCount: index % 4 === 3 ? 120 : null,
        headCountMark: index % 4 === 3 ? ('nearly' as const) : null,
        minutes: index % 4 === 2 ? null : 90,
        summary: index % 2 === 0 ? '活动按计划举行，学员学会了扫码、挂号和视频通话。\n下一步在各村（居）设点。' : '',
        moneyNeeded: index % 2 === 1,
        money: index % 2 === 1 ? 123_456 : null,
        media:
          index % 4 === 1
            ? [{ publishedOn: `${YEAR}-10-20`, medium: '示例日报', title: '活动周启动', link: 'https://example.org/1' }]
            : [],
      },
    })),
  });
  await call('attendance.edit', {
    step,
    changes: personIds.flatMap((id, index) =>
      activityIds.slice(0, 3).flatMap((activityId, place) =>
        (index + place) % 4 === 3
          ? []
          : [
              {
                do: 'insert' as const,
                activityId,
                person: { id },
                fields: {
                  date: `${YEAR}-10-${String(place + 1).padStart(2, '0')}`,
                  signed: (index + place) % 5 !== 4,
                  role: index % 2 === 0 ? ('volunteer' as const) : ('teacher' as const),
                },
              },
            ],
      ),
    ),
  });
  return { archive, activityIds, personIds, planRowId: plan };
}

async function planRow({ call }: TestArchive): Promise<number> {
  const text = '月份\t工作安排\t主管单位/协办单位\n10月\t全民终身学习活动周\t示例街道社区教育中心';
  await call('schedule.import', { text, year: YEAR });
  const { rows } = await call('schedule.list', { year: YEAR });
  const [row] = rows;
  if (!row) throw new Error('the plan has no row');
  return row.id;
}

/** A scope of every paper of activities and persons. */
export function activityScopes({ activityIds, personIds }: ActivityRoom) {
  const activityId = activityIds[0] ?? 0;
  return {
    signInSheet: { paper: 'signInSheet', activityId },
    signInForm: { paper: 'signInForm', lines: 40 },
    signedList: { paper: 'signedList', activityId },
    activityList: { paper: 'activityList', year: YEAR },
    activitySheet: { paper: 'activitySheet', activityId: activityIds[1] ?? 0 },
    trainingStatistics: { paper: 'trainingStatistics', year: YEAR },
    statisticsReport: { paper: 'statisticsReport', year: YEAR },
    personRegister: { paper: 'personRegister', role: 'volunteer', year: YEAR },
    campaignReport: { paper: 'campaignReport', from: `${YEAR}-10-01`, to: `${YEAR}-10-31` },
    publicNotice: {
      paper: 'publicNotice',
      personIds,
      award: '优秀志愿者',
      on: `${YEAR}-11-01`,
    },
  } as const satisfies { [Name in ActivityPaper]: { paper: Name } & Record<string, unknown> };
}
