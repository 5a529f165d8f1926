/** The bar above everything while auditors look: that nothing can be changed, who looks, since when, and the way out. */
import { SafetyCertificateFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { runCommand } from './commands.ts';
import { useT } from './i18n.tsx';
import { useUi } from './ui-state.ts';

export function AuditBar() {
  const { t, locale } = useT();
  const audit = useUi((state) => state.audit);
  if (audit === null) return null;
  const time = new Date(audit.since).toLocaleString(locale, {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  return (
    <section className="audit-bar" aria-label={t('auditScreen.mode.bar')}>
      <strong>
        <SafetyCertificateFilled aria-hidden /> {t('auditScreen.mode.bar')}
      </strong>
      <span className="ellipsis">{t('auditScreen.mode.who', { auditors: audit.auditors })}</span>
      {audit.purpose !== '' && (
        <span className="ellipsis">{t('auditScreen.mode.purpose', { purpose: audit.purpose })}</span>
      )}
      <span className="digits">{t('auditScreen.mode.since', { time })}</span>
      <span className="spring" />
      <Button size="small" onClick={() => runCommand('audit.leave')}>
        {t('auditScreen.mode.leave')}
      </Button>
    </section>
  );
}
