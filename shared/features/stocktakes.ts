/**
 * Stock-take (盘点): what stands on the shelves is read label by label and held against the register. A label is a box
 * number of a year (2021-3) or a 档号; what is not known is kept as read and reported, never guessed.
 */
import { command, query } from '../procedure.ts';
import { z } from '../lib/zod.ts';
import { DocumentBrief } from './document-brief.ts';

const text = (length: number) => z.string().trim().max(length);
const date = z.iso.date();

export const StocktakeFinding = z.object({
  result: z.enum(['present', 'missing', 'misplaced', 'on_loan', 'unknown', 'twice']),
  kind: z.enum(['box', 'document', 'label']),
  /** Number of the box with its year, code of the document, or the label as read. */
  name: z.string(),
  title: z.string().nullable(),
  /** State of a document: one that was destroyed or handed over should not be here. */
  state: DocumentBrief.shape.state.nullable(),
  /** Where the register says it is, and where it was seen; of a document on loan who has it. */
  expected: z.string().nullable(),
  seen: z.string().nullable(),
});
export type StocktakeFinding = z.infer<typeof StocktakeFinding>;

export const Stocktake = z.object({
  id: z.int(),
  name: z.string(),
  placeId: z.int().nullable(),
  placePath: z.string().nullable(),
  countedBy: z.string(),
  startedOn: date,
  closedOn: date.nullable(),
  conclusion: z.string(),
  /** Labels read. */
  entryCount: z.int(),
  version: z.int(),
});
export type Stocktake = z.infer<typeof Stocktake>;

/** What a label names. A place is known by its way from the room down, or by its name where only one place has it. */
export const Label = z.object({
  kind: z.enum(['place', 'box', 'document', 'unknown']),
  id: z.int().nullable(),
  /** Way of the place, number of the box with its year, code of the document; the label as read where it is unknown. */
  name: z.string(),
  title: z.string().nullable(),
});
export type Label = z.infer<typeof Label>;

export const StocktakeEntry = z.object({
  id: z.int(),
  placeId: z.int().nullable(),
  boxId: z.int().nullable(),
  /** As read. */
  text: z.string(),
  /** Where it was seen: number of the box, or way of the place. */
  seen: z.string(),
  found: Label,
  version: z.int(),
});
export type StocktakeEntry = z.infer<typeof StocktakeEntry>;

const touches = ['stocktakes', 'history'] as const;
const identified = z.object({ id: z.int(), version: z.int() });
const Changed = z.object({ stocktake: Stocktake, event: z.int() });

export const stocktakes = {
  list: query('Stock-takes, newest first.', z.object({}), z.array(Stocktake)),
  report: query(
    'Missing, misplaced and unknown things of a stock-take; boxes of places that were counted, documents of boxes that were opened.',
    z.object({ id: z.int() }),
    z.object({
      /** What should be where it was counted. */
      registered: z.object({ box: z.int(), document: z.int() }),
      counts: z.record(z.string(), z.int()),
      findings: z.array(StocktakeFinding),
    }),
    { traced: true },
  ),
  entries: query(
    'Labels read in a stock-take, the last one first.',
    z.object({ id: z.int(), limit: z.int().min(1).max(10_000).default(200) }),
    z.array(StocktakeEntry),
  ),
  identify: query(
    'What a label names: a place, a box, a document, or nothing known.',
    z.object({ text: text(200).min(1) }),
    Label,
  ),
  open: command(
    'Begin a stock-take of a place and all in it; null = the whole room.',
    z.object({
      name: text(100).min(1),
      placeId: z.int().nullable().default(null),
      countedBy: text(50).min(1),
      startedOn: date,
    }),
    Changed,
    { touches },
  ),
  record: command(
    'Enter labels as they are read: a box seen on a shelf, a document seen in a box.',
    identified.extend({
      entries: z
        .array(
          z.object({
            placeId: z.int().nullable().default(null),
            boxId: z.int().nullable().default(null),
            text: text(200).min(1),
          }),
        )
        .min(1)
        .max(5000),
    }),
    z.object({ entries: z.array(StocktakeEntry), event: z.int() }),
    { touches },
  ),
  withdrawEntry: command(
    'Take back a label that was read by mistake.',
    identified.extend({ reason: text(2000).min(1) }),
    z.object({ id: z.int(), event: z.int() }),
    { touches },
  ),
  close: command(
    'Close a stock-take with its conclusion.',
    identified.extend({ closedOn: date, conclusion: text(2000).min(1) }),
    Changed,
    { touches },
  ),
  withdraw: command(
    'Give up a stock-take.',
    identified.extend({ reason: text(2000).min(1) }),
    z.object({ id: z.int(), event: z.int() }),
    { touches },
  ),
} as const;
