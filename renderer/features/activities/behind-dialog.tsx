/** The list behind a number of the statistics: sign-in rows, persons or activities, to be looked through and copied. */
import { Spin } from 'antd';
import { useMemo } from 'react';
import { AttendanceRole } from '#shared/features/attendance.ts';
import type { StatisticsFilter } from '#shared/features/activities.ts';
import type { Output } from '#shared/contract.ts';
import type { GridColumn } from '#ui/grid/types.ts';
import { useAsked } from '../../app/api.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import type { Measure } from './activity-state.ts';
import { headCountText } from './activity-texts.ts';
import { ListDialog, type Listed } from './list-dialog.tsx';
import { personsOf } from './persons-behind.ts';

/** More lines than a person looks through; the sum above the list is of all. */
const LIMIT = 50_000;

interface Props {
  label: string;
  measure: Measure;
  filter: StatisticsFilter;
  onClose: () => void;
}

type Behind = Output<'activities.behind'>;

export function BehindDialog({ label, measure, filter, onClose }: Props) {
  const { t } = useT();
  const behind = useAsked('activities.behind', { filter, limit: LIMIT });
  const ids = useMemo(() => behind.data?.activities.map(({ id }) => id) ?? [], [behind.data]);
  const wanted = measure === 'activities' || measure === 'estimated';
  const activities = useAsked(
    'activities.list',
    { filter: { ids }, limit: LIMIT },
    { enabled: wanted && ids.length > 0 },
  );
  const columns = useListColumns();
  const rows = useMemo((): Listed[] => {
    if (behind.data === undefined) return [];
    if (measure === 'personTimes') return behind.data.rows.map((row) => signIn(row));
    if (measure === 'people') {
      return personsOf(behind.data.rows).map(({ personId, name, village, times }) => ({
        key: personId,
        activityId: null,
        name,
        village: village ?? '',
        times: String(times),
      }));
    }
    return (activities.data?.rows ?? [])
      .filter(({ personTimes }) => measure === 'activities' || personTimes === 0)
      .map((activity) => ({
        key: activity.id,
        activityId: activity.id,
        date: activity.dateStart ?? '',
        activity: activity.title,
        times: String(activity.personTimes),
        headCount: headCountText(activity, t),
      }));
  }, [activities.data, behind.data, measure, t]);
  const count = behind.data?.counts[measure] ?? 0;
  const kind = measure === 'personTimes' ? 'rows' : measure === 'people' ? 'persons' : 'activities';
  const error = behind.error ?? activities.error;
  if (error !== null) return <ErrorView error={error} />;
  if (behind.data === undefined || (wanted && ids.length > 0 && activities.data === undefined)) {
    return <Spin className="centre" />;
  }
  return (
    <ListDialog
      title={t('activityScreen.behind.title', { label, measure: t(`activityScreen.statistics.${measure}`), count })}
      label={t(`activityScreen.behind.${kind}`)}
      note={measure === 'estimated' ? t('activityScreen.behind.estimatedNote') : null}
      rows={rows}
      columns={columns[measure]}
      onClose={onClose}
    />
  );
}

function signIn({ attendanceId, activityId, activity, date, name, village, role }: Behind['rows'][number]): Listed {
  return { key: attendanceId, activityId, date, activity, name, village: village ?? '', role };
}

function useListColumns(): Record<Measure, GridColumn<Listed>[]> {
  const { t } = useT();
  return useMemo(() => {
    const column = (key: keyof Listed, heading: string, width: number, grow = false): GridColumn<Listed> => ({
      key,
      heading,
      width,
      grow,
      editable: false,
      text: (row) => String(row[key] ?? ''),
    });
    const date = column('date', t('activityScreen.behind.date'), 116);
    const activity = column('activity', t('activityScreen.behind.activity'), 240, true);
    const name = column('name', t('activityScreen.behind.name'), 120);
    const village = column('village', t('activityScreen.behind.village'), 150, true);
    const times = column('times', t('activityScreen.behind.times'), 96);
    const headCount = column('headCount', t('activityScreen.statistics.estimated'), 110);
    const role: GridColumn<Listed> = {
      ...column('role', t('activityScreen.behind.role'), 96),
      text: (row) => (row.role === undefined ? '' : t(`activities.attendanceRole.${AttendanceRole.parse(row.role)}`)),
    };
    return {
      activities: [date, activity, times, headCount],
      personTimes: [date, activity, name, village, role],
      people: [name, village, times],
      estimated: [date, activity, headCount],
    };
  }, [t]);
}
