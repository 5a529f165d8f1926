/** What an activity's fields are chosen from: the tree of categories, and the rows of the year's plan. */
import { useMemo } from 'react';
import type { Translate } from '#shared/i18n/index.ts';
import { useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { monthText } from '../schedule/row-texts.ts';
import { usePlanRows } from '../schedule/use-plan-rows.ts';
import { categoryPaths, type Choices, planRowLabel } from './activity-texts.ts';

/** Rows that read the same are told apart by their place in the plan. */
function apart(rows: { id: number; label: string }[], t: Translate): { id: number; label: string }[] {
  const seen = new Map<string, number>();
  for (const { label } of rows) seen.set(label, (seen.get(label) ?? 0) + 1);
  return rows.map(({ id, label }, index) => ({
    id,
    label: seen.get(label) === 1 ? label : t('activityScreen.planRowTwin', { label, number: index + 1 }),
  }));
}

export function useChoices(year: number | null): Choices {
  const { t } = useT();
  const categories = useAsked('activities.categories', {}).data;
  const rows = usePlanRows(year).data?.rows;
  return useMemo(
    () => ({
      t,
      categories: categoryPaths(categories ?? []),
      planRows: apart(
        (rows ?? []).map((row) => ({ id: row.id, label: planRowLabel(row, monthText(row)) })),
        t,
      ),
    }),
    [categories, rows, t],
  );
}
