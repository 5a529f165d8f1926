/** Hand-over (移交) to the archive: what is due, the list with its opinions on opening, and the deed of both sides. */
import { command, query } from '../procedure.ts';
import { z } from '../lib/zod.ts';
import { DocumentBrief } from './document-brief.ts';

const text = (length: number) => z.string().trim().max(length);
const optional = text(50)
  .transform((value) => (value === '' ? null : value))
  .nullable();
const date = z.iso.date();

export const TransferItem = z.object({
  document: DocumentBrief,
  boxNumber: z.int().nullable(),
  /** 开放意见 and 公开情况 (档案法实施条例 第三十条). */
  accessMark: z.string(),
  disclosure: z.string().nullable(),
});

export const Transfer = z.object({
  id: z.int(),
  number: z.string(),
  receiver: z.string(),
  nature: z.enum(['transfer', 'deposit', 'purchase', 'gift']),
  state: z.enum(['draft', 'done']),
  giverHead: z.string().nullable(),
  giverClerk: z.string().nullable(),
  receiverHead: z.string().nullable(),
  receiverClerk: z.string().nullable(),
  transferredOn: date.nullable(),
  /** 移出说明, 接收意见 */
  note: z.string(),
  opinion: z.string(),
  items: z.array(TransferItem),
  version: z.int(),
});
export type Transfer = z.infer<typeof Transfer>;

const touches = ['transfers', 'documents', 'history'] as const;
const identified = z.object({ id: z.int(), version: z.int() });
const Changed = z.object({ transfer: Transfer, event: z.int() });

export const transfers = {
  due: query(
    'Filed documents that are due for hand-over by a day: ten years after they came into being, permanent or of 30 years.',
    z.object({ on: date.optional(), limit: z.int().min(1).max(50_000).default(5000) }),
    z.object({ total: z.int(), rows: z.array(z.object({ document: DocumentBrief, due: date })) }),
  ),
  list: query('Hand-overs, newest first.', z.object({}), z.array(Transfer)),
  draft: command(
    'Make a list for hand-over.',
    z.object({
      number: text(50).min(1),
      receiver: text(100).min(1),
      nature: z.enum(['transfer', 'deposit', 'purchase', 'gift']).default('transfer'),
      documentIds: z.array(z.int()).min(1).max(20_000),
      note: text(2000).default(''),
    }),
    Changed,
    { touches },
  ),
  complete: command(
    'Both sides have signed: the documents are handed over, their entries stay. Every one needs its opinion on opening.',
    identified.extend({
      transferredOn: date,
      giverHead: optional,
      giverClerk: optional,
      receiverHead: optional,
      receiverClerk: optional,
      opinion: text(2000).default(''),
    }),
    Changed,
    { touches },
  ),
  withdraw: command(
    'Give up a list that was not handed over.',
    identified.extend({ reason: text(2000).min(1) }),
    z.object({ id: z.int(), event: z.int() }),
    { touches },
  ),
} as const;
