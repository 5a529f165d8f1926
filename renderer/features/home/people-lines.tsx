/** What the register of persons asks for, each a sentence with one action; nothing where nothing is asked. */
import type { ReactNode } from 'react';
import { useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { useReadOnly } from '../../app/read-only.tsx';
import { showPersons, showTwins } from '../participants/person-state.ts';

export function PeopleLines() {
  const { t } = useT();
  const readOnly = useReadOnly();
  const asked = { limit: 1 };
  const consent = useAsked('participants.list', { ...asked, filter: { withoutConsent: true } }).data?.total ?? 0;
  const review = useAsked('participants.list', { ...asked, filter: { needsReview: true } }).data?.total ?? 0;
  const twins = useAsked('participants.twins', {}).data?.length ?? 0;
  if (consent + review + twins === 0) return null;
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
      <h2>{t('shell.nav.participants')}</h2>
      <ul className="todo">
        {consent > 0 &&
          line(t('participantScreen.home.consent', { count: consent }), t('participantScreen.home.consentDo'), () =>
            showPersons({ attention: 'withoutConsent' }),
          )}
        {review > 0 &&
          line(t('participantScreen.home.review', { count: review }), t('participantScreen.home.reviewDo'), () =>
            showPersons({ attention: 'needsReview' }),
          )}
        {twins > 0 &&
          line(t('participantScreen.home.twins', { count: twins }), t('participantScreen.home.twinsDo'), showTwins)}
      </ul>
    </section>
  );
}
