/**
 * Lists of destruction (销毁清册). Only what a closed appraisal put up for it gets on a list; a list is approved by one
 * person and carried out under the eyes of two others; the entries of the documents and the list stay for ever.
 */
import { command, job, query } from '../procedure.ts';
import { z } from '../lib/zod.ts';
import { DocumentBrief } from './document-brief.ts';

const text = (length: number) => z.string().trim().max(length);
const date = z.iso.date();

export const DisposalItem = z.object({
  document: DocumentBrief,
  /** 销毁原因 */
  reason: z.string(),
  /** Not approved: kept on, for this reason. */
  excludedReason: z.string().nullable(),
  /** Full years kept on the day of the list. */
  keptYears: z.int(),
});

export const Disposal = z.object({
  id: z.int(),
  /** 清册编号 */
  number: z.string(),
  appraisalId: z.int(),
  appraisalName: z.string(),
  state: z.enum(['draft', 'approved', 'done']),
  approver: z.string().nullable(),
  approvedOn: date.nullable(),
  /** 监销人 */
  supervisors: z.array(z.string()),
  method: z.string().nullable(),
  place: z.string().nullable(),
  destroyedOn: date.nullable(),
  items: z.array(DisposalItem),
  version: z.int(),
});
export type Disposal = z.infer<typeof Disposal>;

const touches = ['disposals', 'documents', 'history'] as const;
const identified = z.object({ id: z.int(), version: z.int() });
const Changed = z.object({ disposal: Disposal, event: z.int() });

export const disposals = {
  list: query('Lists of destruction, newest first.', z.object({}), z.array(Disposal)),
  draft: command(
    'Make the list of what a closed appraisal put up for destruction.',
    z.object({ number: text(50).min(1), appraisalId: z.int() }),
    Changed,
    { touches },
  ),
  approve: command(
    'Approve a list; documents that are not approved are named with the reason and kept on.',
    identified.extend({
      approver: text(50).min(1),
      approvedOn: date,
      excluded: z.array(z.object({ documentId: z.int(), reason: text(500).min(1) })).default([]),
    }),
    Changed,
    { touches },
  ),
  carryOut: command(
    'Carry out an approved list under two supervisors, neither of them its approver. Cannot be undone; the entries stay.',
    identified.extend({
      supervisors: z.array(text(50).min(1)).length(2),
      method: text(50).min(1),
      place: text(100)
        .transform((value) => (value === '' ? null : value))
        .nullable()
        .default(null),
      destroyedOn: date,
    }),
    Changed,
    { touches },
  ),
  removeContent: job(
    'Take the files of destroyed documents out of the store, as far as no other document holds them. Entries stay.',
    z.object({}),
    z.object({ removed: z.int() }),
    { roles: ['archivist', 'administrator'] },
  ),
  withdraw: command(
    'Give up a list that was not carried out.',
    identified.extend({ reason: text(2000).min(1) }),
    z.object({ id: z.int(), event: z.int() }),
    { touches },
  ),
} as const;
