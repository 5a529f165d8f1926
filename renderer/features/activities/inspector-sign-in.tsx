/** 签到: the sign-in rows of an activity, in the order of the sheet, and the way to where they are entered. */
import { EditOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useAsked } from '../../app/api.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { WriteButton } from '../../app/read-only.tsx';
import { ui } from '../../app/ui-state.ts';
import { openSignIn } from '../attendance/sign-in-state.ts';

export function InspectorSignIn({ activityId }: { activityId: number }) {
  const { t } = useT();
  const asked = useAsked('attendance.list', { activityId });
  if (asked.error !== null) return <ErrorView error={asked.error} onRetry={() => void asked.refetch()} />;
  const rows = asked.data;
  if (rows === undefined) return null;
  const signed = rows.filter((row) => row.signed);
  const counts = {
    registered: rows.length,
    personTimes: signed.length,
    people: new Set(signed.map(({ personId }) => personId)).size,
  };
  return (
    <div className="inspector-body">
      <div className="actions">
        <WriteButton size="small" icon={<EditOutlined />} title="Ctrl+Shift+S" onClick={() => openSignIn(activityId)}>
          {t('activityScreen.signIn.enter')}
        </WriteButton>
        <Button
          size="small"
          icon={<PrinterOutlined />}
          onClick={() => ui.set({ paper: { paper: 'signInSheet', activityId } })}
        >
          {t('activityScreen.signIn.print')}
        </Button>
      </div>
      {rows.length === 0 ? (
        <p className="muted">{t('activityScreen.signIn.none')}</p>
      ) : (
        <>
          <p className="digits">{t('activityScreen.signIn.counts', counts)}</p>
          <ul className="sign-in-rows" aria-label={t('activityScreen.signIn.label')}>
            {rows.map((row) => (
              <li key={row.id}>
                <span>
                  {row.number === null ? '' : `${row.number}. `}
                  {row.name}
                </span>
                <span className="muted digits">
                  {[
                    row.date,
                    t(`activities.attendanceRole.${row.role}`),
                    row.village,
                    row.age === null ? null : t('activityScreen.signIn.age', { age: row.age }),
                    row.signed ? null : t('activityScreen.signIn.unsigned'),
                  ]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </span>
                {row.consentMissing && <span className="finding">{t('activityScreen.signIn.consent')}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
