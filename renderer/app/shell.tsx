/** An open archive: navigation on the left, the bar on top, one screen. */
import type { ArchiveInfo } from '#shared/features/archive.ts';
import { HistoryScreen } from '../features/history/history-screen.tsx';
import { HomeScreen } from '../features/home/home-screen.tsx';
import { ReviewScreen } from '../features/import/review-screen.tsx';
import { OrganisationsScreen } from '../features/organisations/organisations-screen.tsx';
import { ScheduleScreen } from '../features/schedule/schedule-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { ScreenBoundary } from './error-view.tsx';
import { useT } from './i18n.tsx';
import { SideNav } from './side-nav.tsx';
import { TopBar } from './top-bar.tsx';
import { useUi } from './ui-state.ts';

export function Shell({ archive }: { archive: ArchiveInfo }) {
  const { t } = useT();
  const screen = useUi((state) => state.screen);
  const review = useUi((state) => state.review);
  return (
    <div className="shell">
      <a className="skip" href="#work">
        {t('shell.skip')}
      </a>
      <SideNav archive={archive} />
      <div className="main">
        <TopBar />
        {review && (
          // Stays while the person looks elsewhere: corrections under review must not be lost.
          <div className={screen === 'schedule' ? 'screen' : 'screen screen-hidden'}>
            <ScreenBoundary name="review">
              <ReviewScreen output={review} />
            </ScreenBoundary>
          </div>
        )}
        {!(review && screen === 'schedule') && (
          <div className="screen">
            <ScreenBoundary name={screen}>
              {screen === 'home' && <HomeScreen />}
              {screen === 'schedule' && <ScheduleScreen />}
              {screen === 'organisations' && <OrganisationsScreen />}
              {screen === 'history' && <HistoryScreen />}
              {screen === 'settings' && <SettingsScreen archive={archive} />}
            </ScreenBoundary>
          </div>
        )}
      </div>
    </div>
  );
}
