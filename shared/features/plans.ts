/** The work plan of a year (年度工作计划): its head as printed, and the years that the archive holds. */
import { z } from '../lib/zod.ts';
import { command, query } from '../procedure.ts';
import { Year } from './schedule.ts';

export const PlanFields = z.object({
  /** Title of the 配档表. */
  title: z.string().max(200),
  documentTitle: z.string().max(200).nullable(),
  issuer: z.string().max(200).nullable(),
  signedBy: z.string().max(200).nullable(),
  /** 成文日期 */
  signedDate: z.iso.date().nullable(),
  /** 发布日期 */
  publishedDate: z.iso.date().nullable(),
  /** 索引号 as printed, damage included. */
  indexNumber: z.string().max(200).nullable(),
  /** 文号 */
  documentNumber: z.string().max(200).nullable(),
  attachment: z.string().max(200).nullable(),
  addressees: z.array(z.string().max(200)).max(200),
});
export type PlanFields = z.infer<typeof PlanFields>;

export const Plan = PlanFields.extend({ year: Year, version: z.int() });
export type Plan = z.infer<typeof Plan>;

export const plans = {
  list: query(
    'The years of the archive with the counts of their plans; also years that have activities or money and no plan.',
    z.object({}),
    z.array(
      z.object({
        year: Year,
        planned: z.boolean(),
        title: z.string(),
        rows: z.int(),
        done: z.int(),
        needReview: z.int(),
      }),
    ),
  ),
  get: query('The head of a year’s plan.', z.object({ year: Year }), Plan),
  create: command(
    'Begin a year with an empty plan.',
    z.object({ year: Year, title: z.string().trim().max(200).optional() }),
    z.object({ plan: Plan, event: z.int() }),
    { touches: ['plans', 'history'] },
  ),
  update: command(
    'Change the head of a year’s plan.',
    z.object({ year: Year, version: z.int(), fields: PlanFields.partial() }),
    z.object({ plan: Plan, event: z.int() }),
    { touches: ['plans', 'history'] },
  ),
  copyYear: command(
    'Copy the rows of one year into another: months, activities and units; statuses begin anew, dates stay behind.',
    z.object({ from: Year, to: Year }),
    z.object({ plan: Plan, added: z.int(), event: z.int() }),
    { touches: ['plans', 'schedule', 'history'] },
  ),
} as const;
