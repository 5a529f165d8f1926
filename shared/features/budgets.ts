/**
 * What the funding figures stand on. So far: the residents of each place, by kind and day, with the paper that says so
 * (domain C2). Only 常住人口 satisfies the per-capita rule; 户籍人口 is kept beside it.
 */
import { z } from '../lib/zod.ts';
import { command, query } from '../procedure.ts';

/** 常住人口 · 户籍人口 */
export const PopulationKind = z.enum(['resident', 'registered']);
export type PopulationKind = z.infer<typeof PopulationKind>;

const PRINTED = { 常住: 'resident', 常住人口: 'resident', 户籍: 'registered', 户籍人口: 'registered' } as const;

/** The kind, or its Chinese name. 总人口 is neither, and is refused: it may be either. */
const kind = z
  .string()
  .transform((text) => (Object.hasOwn(PRINTED, text) ? PRINTED[text as keyof typeof PRINTED] : text))
  .pipe(PopulationKind);

export const Population = z.object({
  id: z.int(),
  place: z.string(),
  /** The unit that the place's name means; null where it is not in the list. */
  placeId: z.int().nullable(),
  kind: PopulationKind,
  /** Persons. */
  value: z.int(),
  referenceDate: z.iso.date(),
  /** 七普, 年度推算, a certificate, a village's own sheet. */
  source: z.string(),
  documentId: z.int().nullable(),
  note: z.string(),
  version: z.int(),
});
export type Population = z.infer<typeof Population>;

const line = (length: number) => z.string().trim().max(length);
const touches = ['budgets', 'history'] as const;

export const budgets = {
  population: query(
    'Figures of population, the newest first; of one place where its unit or name is given.',
    z.object({ placeId: z.int().optional(), place: line(100).optional() }),
    z.array(Population),
  ),
  recordPopulation: command(
    'Keep a figure of population: {"place", "kind": "常住"|"户籍", "value", "referenceDate", "source"}.',
    z.object({
      place: line(100).min(1),
      kind,
      value: z.int().min(0).max(2_000_000_000),
      referenceDate: z.iso.date(),
      source: line(200).min(1),
      documentId: z.int().nullable().default(null),
      note: line(2000).default(''),
    }),
    z.object({ population: Population, event: z.int() }),
    { touches },
  ),
  withdrawPopulation: command(
    'Take a figure of population back with a reason.',
    z.object({ id: z.int(), version: z.int(), reason: line(2000).min(1) }),
    z.object({ id: z.int(), event: z.int() }),
    { touches },
  ),
} as const;
