/** What loans, ended terms and hand-overs ask for, each a sentence with one action; nothing where nothing is asked. */
import type { ReactNode } from 'react';
import { useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { useReadOnly } from '../../app/read-only.tsx';
import { showTab } from '../life/life-state.ts';

export function LifeLines() {
  const { t } = useT();
  const readOnly = useReadOnly();
  const overdue = useAsked('loans.list', { state: 'overdue', limit: 1 }).data?.overdue ?? 0;
  const ended = useAsked('appraisals.due', { limit: 1 }).data?.total ?? 0;
  const due = useAsked('transfers.due', { limit: 1 }).data?.total ?? 0;
  if (overdue + ended + due === 0) return null;
  const line = (text: string, action: string, run: () => void): ReactNode => (
    <li>
      {text}{' '}
      <button type="button" className="text-link" onClick={run}>
        {readOnly ? t('documentScreen.home.show') : action}
      </button>
    </li>
  );
  return (
    <section className="panel">
      <h2>{t('shell.nav.life')}</h2>
      <ul className="todo">
        {overdue > 0 &&
          line(t('life.home.overdue', { count: overdue }), t('life.home.overdueDo'), () => showTab('use'))}
        {ended > 0 &&
          line(t('life.home.ended', { count: ended }), t('life.home.endedDo'), () => showTab('appraisal', null))}
        {due > 0 && line(t('life.home.due', { count: due }), t('life.home.dueDo'), () => showTab('transfer', null))}
      </ul>
    </section>
  );
}
