/** Writes decisions of an appraisal, one after the other, and shows each result at once. */
import { useCallback, useRef } from 'react';
import { AppError } from '#shared/errors.ts';
import type { Appraisal } from '#shared/features/appraisals.ts';
import type { CellEdit } from '#ui/grid/types.ts';
import { asked, call, queryClient } from '../../app/api.ts';
import { decisionsOf } from './appraisal-edits.ts';

const LIST = asked('appraisals.list', {}).queryKey;

/** The appraisal as it stands now, not as it was when a screen was drawn. */
function current(id: number): Appraisal {
  const found = queryClient.getQueryData<Appraisal[]>(LIST)?.find((one) => one.id === id);
  if (!found) throw new AppError('record/not_found', { id });
  return found;
}

/** The answer of a change, in place of what the list holds. */
function showAppraisal(changed: Appraisal): void {
  queryClient.setQueryData<Appraisal[]>(LIST, (list) =>
    list?.map((one) => (one.id === changed.id && one.version < changed.version ? changed : one)),
  );
}

async function write(id: number, edits: readonly CellEdit[]): Promise<void> {
  const appraisal = current(id);
  const decisions = decisionsOf(appraisal.items, edits);
  if (decisions.length === 0) return;
  const { appraisal: changed } = await call('appraisals.decide', { id, version: appraisal.version, decisions });
  showAppraisal(changed);
}

export function useDecisions(id: number): (edits: readonly CellEdit[]) => Promise<void> {
  const last = useRef<Promise<void>>(Promise.resolve());
  return useCallback(
    (edits) => {
      // A quick key while a cell is being saved must meet the version behind it.
      const next = last.current.catch(() => undefined).then(() => write(id, edits));
      last.current = next;
      return next;
    },
    [id],
  );
}
