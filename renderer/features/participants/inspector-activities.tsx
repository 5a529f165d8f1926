/** In what a person took part: each year in numbers, then each activity, newest first. */
import { useAsked } from '../../app/api.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { showActivity } from '../activities/activity-state.ts';
import type { InspectorTabProps } from './inspector.tsx';

export function InspectorActivities({ person, seen }: InspectorTabProps) {
  const { t } = useT();
  const asked = useAsked('attendance.list', { personId: person.id });
  const rows = asked.data;
  const newest = (rows ?? []).toSorted((one, other) => (one.date < other.date ? 1 : -1));
  return (
    <div className="inspector-body">
      {seen && seen.years.length > 0 && (
        <table className="year-table">
          <thead>
            <tr>
              {(['year', 'activities', 'times', 'hours'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`participantScreen.activities.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {seen.years.map(({ year, activities, personTimes, minutes }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td>{activities}</td>
                <td>{personTimes}</td>
                <td>{minutes === 0 ? '' : Math.round(minutes / 6) / 10}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asked.error !== null && <ErrorView error={asked.error} onRetry={() => void asked.refetch()} />}
      {rows?.length === 0 && <p className="muted">{t('participantScreen.activities.none')}</p>}
      <ul className="entries">
        {newest.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="text-link"
              onClick={() => showActivity(row.activityId, Number(row.date.slice(0, 4)))}
            >
              {row.activity}
            </button>
            <span className="muted digits">
              {row.date} · {t(`participantScreen.attendanceRole.${row.role}`)}
              {row.signed ? '' : ` · ${t('participantScreen.activities.unsigned')}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
