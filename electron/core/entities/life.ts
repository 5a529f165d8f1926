/** What happens to documents after they are filed: loans, appraisals, lists of destruction and hand-over, stock-takes. */
import { z } from '#shared/lib/zod.ts';
import { flatEntity, parentEntity } from './entity.ts';

const withdrawal = { withdrawn: z.int(), withdrawn_reason: z.string().nullable(), version: z.int() };

export const LoanImage = z.object({
  id: z.int(),
  uid: z.string(),
  document_id: z.int(),
  kind: z.enum(['read', 'lend', 'copy', 'excerpt']),
  borrower: z.string(),
  borrower_unit: z.string().nullable(),
  contact: z.string().nullable(),
  outside: z.int(),
  purpose: z.string(),
  approver: z.string().nullable(),
  lent_on: z.string(),
  due_on: z.string().nullable(),
  returned_on: z.string().nullable(),
  return_check: z.string(),
  copied_pages: z.int().nullable(),
  handled_by: z.string().nullable(),
  effect: z.string(),
  remark: z.string(),
  ...withdrawal,
});
export type LoanImage = z.infer<typeof LoanImage>;
export const loanEntity = flatEntity('loan', LoanImage);

const AppraisalColumns = z.object({
  id: z.int(),
  uid: z.string(),
  name: z.string(),
  leader: z.string(),
  /** Names, as a JSON array. */
  members: z.string(),
  started_on: z.string(),
  closed_on: z.string().nullable(),
  report: z.string(),
  state: z.enum(['open', 'closed']),
  ...withdrawal,
});
export const AppraisalItemColumns = z.object({
  document_id: z.int(),
  old_end: z.string(),
  decision: z.enum(['keep', 'destroy']).nullable(),
  /** ISO date, or `permanent`. */
  new_end: z.string().nullable(),
  reason: z.string(),
  appraiser: z.string().nullable(),
});
export const appraisalEntity = parentEntity('appraisal', AppraisalColumns, {
  items: { table: 'appraisal_item', parent: 'appraisal_id', shape: AppraisalItemColumns },
});

const DisposalColumns = z.object({
  id: z.int(),
  uid: z.string(),
  number: z.string(),
  appraisal_id: z.int(),
  state: z.enum(['draft', 'approved', 'done']),
  approver: z.string().nullable(),
  approved_on: z.string().nullable(),
  supervisor_one: z.string().nullable(),
  supervisor_two: z.string().nullable(),
  method: z.string().nullable(),
  place: z.string().nullable(),
  destroyed_on: z.string().nullable(),
  ...withdrawal,
});
export const DisposalItemColumns = z.object({
  document_id: z.int(),
  reason: z.string(),
  excluded_reason: z.string().nullable(),
});
export const disposalEntity = parentEntity('disposal', DisposalColumns, {
  items: { table: 'disposal_item', parent: 'disposal_id', shape: DisposalItemColumns },
});

const TransferColumns = z.object({
  id: z.int(),
  uid: z.string(),
  number: z.string(),
  receiver: z.string(),
  nature: z.enum(['transfer', 'deposit', 'purchase', 'gift']),
  state: z.enum(['draft', 'done']),
  giver_head: z.string().nullable(),
  giver_clerk: z.string().nullable(),
  receiver_head: z.string().nullable(),
  receiver_clerk: z.string().nullable(),
  transferred_on: z.string().nullable(),
  note: z.string(),
  opinion: z.string(),
  ...withdrawal,
});
export const transferEntity = parentEntity('transfer', TransferColumns, {
  items: { table: 'transfer_item', parent: 'transfer_id', shape: z.object({ document_id: z.int() }) },
});

export const StocktakeImage = z.object({
  id: z.int(),
  uid: z.string(),
  name: z.string(),
  place_id: z.int().nullable(),
  counted_by: z.string(),
  started_on: z.string(),
  closed_on: z.string().nullable(),
  conclusion: z.string(),
  ...withdrawal,
});
export type StocktakeImage = z.infer<typeof StocktakeImage>;
export const stocktakeEntity = flatEntity('stocktake', StocktakeImage);

/** A record of its own: a label that is read must not write the whole stock-take into the log again. */
export const StocktakeEntryImage = z.object({
  id: z.int(),
  uid: z.string(),
  stocktake_id: z.int(),
  /** Shelf where it was seen. */
  place_id: z.int().nullable(),
  /** Box in which it was seen. */
  box_id: z.int().nullable(),
  /** What was read from the label. */
  text: z.string(),
  found_box_id: z.int().nullable(),
  found_document_id: z.int().nullable(),
  ...withdrawal,
});
export type StocktakeEntryImage = z.infer<typeof StocktakeEntryImage>;
export const stocktakeEntryEntity = flatEntity('stocktake_entry', StocktakeEntryImage);

export const CheckRunImage = z.object({
  id: z.int(),
  uid: z.string(),
  stage: z.enum(['filing', 'transfer', 'storage']),
  checked_at: z.string(),
  checked_by: z.string(),
  rules: z.string(),
  document_count: z.int(),
  /** Result rows, as a JSON array. */
  results: z.string(),
  withdrawn: z.int(),
  version: z.int(),
});
export const checkRunEntity = flatEntity('check_run', CheckRunImage);
