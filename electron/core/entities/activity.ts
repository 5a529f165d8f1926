/** Categories of training, and activities with their hosts, evidence and media. */
import { ActivityState, Audience, EvidenceKind, HeadCountMark } from '#shared/features/activities.ts';
import { z } from '#shared/lib/zod.ts';
import { fileTexts } from '../objects/texts.ts';
import { type Entity, flatEntity, parentEntity } from './entity.ts';

const withdrawal = { withdrawn: z.int(), withdrawn_reason: z.string().nullable(), version: z.int() };

export const ActivityCategoryImage = z.object({
  id: z.int(),
  uid: z.string(),
  name: z.string(),
  parent_id: z.int().nullable(),
  position: z.int(),
  origin: z.enum(['plan', 'own']),
  ...withdrawal,
});
export type ActivityCategoryImage = z.infer<typeof ActivityCategoryImage>;
export const activityCategoryEntity = flatEntity('activity_category', ActivityCategoryImage);

const ActivityColumns = z.object({
  id: z.int(),
  uid: z.string(),
  title: z.string(),
  date_start: z.string().nullable(),
  date_end: z.string().nullable(),
  time_text: z.string(),
  place: z.string(),
  category_id: z.int().nullable(),
  audience: Audience.nullable(),
  plan_row_id: z.int().nullable(),
  state: ActivityState,
  head_count: z.int().nullable(),
  head_count_mark: HeadCountMark.nullable(),
  head_count_printed: z.string().nullable(),
  minutes: z.int().nullable(),
  summary: z.string(),
  money_needed: z.int(),
  /** Fen. */
  money: z.int().nullable(),
  remark: z.string(),
  needs_review: z.int(),
  source_text: z.string().nullable(),
  import_id: z.int().nullable(),
  ...withdrawal,
});

export const ActivityHostColumns = z.object({ name: z.string(), organisation_id: z.int().nullable() });

export const ActivityFileColumns = z.object({
  kind: EvidenceKind,
  document_id: z.int().nullable(),
  name: z.string(),
  sha256: z.string().nullable(),
  size: z.int().nullable(),
  format: z.string().nullable(),
  page_count: z.int().nullable(),
});

export const ActivityMediumColumns = z.object({
  published_on: z.string().nullable(),
  medium: z.string(),
  title: z.string(),
  link: z.string(),
});

const plain = parentEntity('activity', ActivityColumns, {
  hosts: { table: 'activity_host', parent: 'activity_id', shape: ActivityHostColumns },
  files: { table: 'activity_file', parent: 'activity_id', shape: ActivityFileColumns },
  media: { table: 'activity_medium', parent: 'activity_id', shape: ActivityMediumColumns },
});
export type ActivityImage = Parameters<typeof plain.keyOf>[0];

export const activityEntity: Entity<ActivityImage> = {
  ...plain,
  searchEntry: (image, db) =>
    image.withdrawn === 1
      ? null
      : {
          kind: 'activity',
          id: image.id,
          date: image.date_start,
          title: image.title,
          numbers: '',
          people: image.hosts.map(({ name }) => name).join('\n'),
          body: [
            image.place,
            image.summary,
            image.remark,
            ...image.media.map(({ title }) => title),
            ...fileTexts(db, image.files),
          ]
            .filter((text) => text !== '')
            .join('\n'),
          year: image.date_start === null ? null : Number(image.date_start.slice(0, 4)),
          term: null,
          unit: image.hosts[0]?.name ?? null,
          state: image.state,
        },
};
