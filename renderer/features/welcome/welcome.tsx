/** The window without an archive: try the example, begin, or open what there is. */
import { Segmented } from 'antd';
import type { Output } from '#shared/contract.ts';
import type { Preferences } from '#shared/features/window.ts';
import { call, refresh } from '../../app/api.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { ArchiveChoices } from './archive-choices.tsx';
import { useOpenArchive } from './use-open-archive.ts';

export function Welcome({ state }: { state: Output<'window.state'> }) {
  const { t, locale } = useT();
  const showError = useShowError();
  const { openRecent } = useOpenArchive();
  const prefer = (change: Partial<Preferences>): void =>
    void call('window.setPreferences', change).then(() => refresh('window'), showError);
  return (
    <main className="welcome" id="work">
      <div className="welcome-sheet">
        <h1>{t('shell.welcome.title')}</h1>
        <p className="welcome-lead">{t('shell.welcome.lead')}</p>
        <div className="welcome-columns">
          <ArchiveChoices first="example" />
          <section className="recent" aria-labelledby="recent-title">
            <h2 id="recent-title">{t('shell.welcome.recent')}</h2>
            {state.recent.length === 0 && <p className="muted">{t('shell.welcome.noRecent')}</p>}
            <ul>
              {state.recent.map((entry) => (
                <li key={entry.id}>
                  <button type="button" disabled={!entry.available} onClick={() => openRecent(entry.id)}>
                    <strong>{entry.unitName}</strong>
                    <span className="muted break">{entry.display}</span>
                    <span className="muted">
                      {entry.available
                        ? t('shell.welcome.openedAt', { date: new Date(entry.openedAt).toLocaleDateString(locale) })
                        : t('shell.welcome.missing')}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        </div>
        <div className="welcome-foot">
          <Segmented<Preferences['locale']>
            aria-label={t('shell.welcome.language')}
            value={state.preferences.locale}
            onChange={(next) => prefer({ locale: next })}
            options={[
              { value: 'zh-CN', label: t('shell.settings.languages.zh-CN') },
              { value: 'en', label: t('shell.settings.languages.en') },
            ]}
          />
          <Segmented<Preferences['textSize']>
            aria-label={t('shell.welcome.textSize')}
            value={state.preferences.textSize}
            onChange={(textSize) => prefer({ textSize })}
            options={(['medium', 'large', 'largest'] as const).map((value) => ({
              value,
              label: t(`shell.settings.textSizes.${value}`),
            }))}
          />
          <span className="spring" />
          <span className="muted">{t('shell.settings.version', { version: state.version })}</span>
        </div>
      </div>
    </main>
  );
}
