/** Persons who stand in several lines of a breakdown: Σ (lines − 1) is the number that the table takes off. */
import { Spin } from 'antd';
import { useMemo } from 'react';
import type { Breakdown } from '#shared/features/activities.ts';
import type { GridColumn } from '#ui/grid/types.ts';
import { useAsked } from '../../app/api.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { ListDialog, type Listed } from './list-dialog.tsx';
import { repeatedPersons } from './persons-behind.ts';

const LIMIT = 50_000;

export function RepeatedDialog({
  breakdown,
  year,
  onClose,
}: {
  breakdown: Breakdown;
  year: number;
  onClose: () => void;
}) {
  const { t } = useT();
  const behind = useAsked('activities.behind', { filter: { year }, limit: LIMIT });
  const ids = useMemo(() => behind.data?.activities.map(({ id }) => id) ?? [], [behind.data]);
  const activities = useAsked('activities.list', { filter: { ids }, limit: LIMIT }, { enabled: ids.length > 0 });
  const columns = useMemo((): GridColumn<Listed>[] => {
    const column = (key: 'name' | 'village' | 'times' | 'lines', width: number): GridColumn<Listed> => ({
      key,
      heading: t(`activityScreen.behind.${key}`),
      width,
      grow: key === 'village',
      editable: false,
      text: (row) => row[key] ?? '',
    });
    return [column('name', 130), column('village', 180), column('times', 96), column('lines', 110)];
  }, [t]);
  const error = behind.error ?? activities.error;
  if (error !== null) return <ErrorView error={error} />;
  if (behind.data === undefined || activities.data === undefined) return <Spin className="centre" />;
  const byId = new Map(activities.data.rows.map((activity) => [activity.id, activity]));
  const persons = repeatedPersons(behind.data.rows, breakdown, byId);
  return (
    <ListDialog
      title={t('activityScreen.behind.title', {
        label: t('activityScreen.behind.repeated'),
        measure: t(`activities.breakdown.${breakdown}`),
        count: persons.length,
      })}
      label={t('activityScreen.behind.repeated')}
      note={t('activities.definition.repeated')}
      rows={persons.map(({ personId, name, village, times, lines }) => ({
        key: personId,
        activityId: null,
        name,
        village: village ?? '',
        times: String(times),
        lines: String(lines),
      }))}
      columns={columns}
      onClose={onClose}
    />
  );
}
