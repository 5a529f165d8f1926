/**
 * Boxes (档案盒) and the places where they stand. A box holds documents of one category, year, term and section, in the
 * order of their numbers (DA/T 22-2015, 5.7); its own number is the order on the shelf and says nothing of its content.
 */
import { command, query } from '../procedure.ts';
import { z } from '../lib/zod.ts';
import { Category, TermCode } from './archival-terms.ts';

const year = z.int().min(1949).max(2999);
const reason = z.string().trim().min(1).max(2000);
const name = z
  .string()
  .trim()
  .max(50)
  .transform((text) => (text === '' ? null : text))
  .nullable();

export const PlaceKind = z.enum(['room', 'cabinet', 'shelf']);

export const Place = z.object({
  id: z.int(),
  parentId: z.int().nullable(),
  kind: PlaceKind,
  name: z.string(),
  /** From the room down, e.g. 档案室 / 1号柜 / 2层. */
  path: z.string(),
  /** Boxes that stand right here. */
  boxes: z.int(),
  version: z.int(),
});
export type Place = z.infer<typeof Place>;

/** Width of the spine in mm (DA/T 22-2015, 5.7.2). */
export const SpineWidth = z.union([z.literal(20), z.literal(30), z.literal(40), z.literal(50)]);

export const BoxFields = z.object({
  spineWidth: SpineWidth,
  placeId: z.int().nullable(),
  /** 盒内文件情况说明 of the 备考表. */
  note: z.string().max(20_000),
  /** 整理人, 整理日期, 检查人, 检查日期 */
  arrangedBy: name,
  arrangedOn: z.iso.date().nullable(),
  checkedBy: name,
  checkedOn: z.iso.date().nullable(),
});
export type BoxFields = z.infer<typeof BoxFields>;

export const Box = BoxFields.extend({
  id: z.int(),
  uid: z.string(),
  fondsId: z.int(),
  /** 盒号 */
  number: z.int(),
  category: Category,
  year,
  term: TermCode,
  sectionId: z.int().nullable(),
  /** From the room down, or null. */
  placePath: z.string().nullable(),
  count: z.int(),
  pages: z.int(),
  /** 起止件号 */
  firstItem: z.int().nullable(),
  lastItem: z.int().nullable(),
  version: z.int(),
});
export type Box = z.infer<typeof Box>;

const touches = ['boxes', 'documents', 'history'] as const;
const BoxChanged = z.object({ box: Box, event: z.int() });
const identified = z.object({ id: z.int(), version: z.int() });

export const boxes = {
  list: query(
    'Boxes in the order of their numbers, newest year first.',
    z.object({ year: year.optional(), placeId: z.int().optional() }),
    z.array(Box),
  ),
  create: command(
    'Begin a box for a class, with the filed documents that go into it; its number is the next of the year unless one is given.',
    z.object({
      category: Category.default('WS'),
      year,
      term: TermCode,
      sectionId: z.int().nullable().default(null),
      number: z.int().min(1).max(9999).optional(),
      fields: BoxFields.partial().default({}),
      documentIds: z.array(z.int()).max(5000).default([]),
    }),
    BoxChanged,
    { touches },
  ),
  update: command(
    'Change a box, its place or its 备考表.',
    identified.extend({ fields: BoxFields.partial() }),
    BoxChanged,
    {
      touches,
    },
  ),
  updateSeveral: command(
    'Change several boxes as one step.',
    z.object({
      boxes: z
        .array(identified.extend({ fields: BoxFields.partial() }))
        .min(1)
        .max(5000),
    }),
    z.object({ changed: z.int(), event: z.int() }),
    { touches },
  ),
  withdraw: command(
    'Give up an empty box; its number stays with it.',
    identified.extend({ reason }),
    z.object({ id: z.int(), event: z.int() }),
    { touches },
  ),
  fill: command(
    'Put filed documents into a box (null = take them out). All must belong to the box’s class.',
    z.object({ boxId: z.int().nullable(), documentIds: z.array(z.int()).min(1).max(5000) }),
    z.object({ changed: z.int(), event: z.int() }),
    { touches },
  ),
  fillYear: command(
    'Put all filed documents of a year that have no box into boxes, in the order of their numbers, up to a number of pages each.',
    z.object({
      year,
      category: Category.default('WS'),
      pagesPerBox: z.int().min(10).max(2000).default(200),
      spineWidth: SpineWidth.default(30),
    }),
    z.object({ boxes: z.array(Box), changed: z.int(), event: z.int() }),
    { touches },
  ),
  places: query('Places from the room down.', z.object({}), z.array(Place)),
  savePlace: command(
    'Add or change a place.',
    z.object({
      id: z.int().optional(),
      version: z.int().optional(),
      parentId: z.int().nullable(),
      kind: PlaceKind,
      name: z.string().trim().min(1).max(50),
    }),
    z.object({ id: z.int(), event: z.int() }),
    { touches },
  ),
  withdrawPlace: command(
    'Give up an empty place.',
    identified.extend({ reason }),
    z.object({ id: z.int(), event: z.int() }),
    { touches },
  ),
} as const;
