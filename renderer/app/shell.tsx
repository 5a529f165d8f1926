/** An open archive: navigation on the left, the bar on top, one screen. */
import { Spin } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { ArchiveInfo } from '#shared/features/archive.ts';
import { REVIEW_SCREENS } from '../features/import/review-kind.ts';
import { loadAhead, screens } from '../features/index.ts';
import { GridsReadOnly } from '#ui/grid/read-only.ts';
import { beginArchive } from './archive-store.ts';
import { AuditBar } from './audit-bar.tsx';
import { ScreenBoundary } from './error-view.tsx';
import { useT } from './i18n.tsx';
import { useReadOnly } from './read-only.tsx';
import { SideNav } from './side-nav.tsx';
import { TopBar } from './top-bar.tsx';
import { useUi } from './ui-state.ts';

const ReviewScreen = lazy(() =>
  import('../features/import/review-screen.tsx').then((module) => ({ default: module.ReviewScreen })),
);

export function Shell({ archive }: { archive: ArchiveInfo }) {
  const { t } = useT();
  // Before anything is shown: what the screens remember is of this archive.
  useState(() => beginArchive(archive.uid));
  useEffect(loadAhead, []);
  const screen = useUi((state) => state.screen);
  const review = useUi((state) => state.review);
  const reviewScreen = review ? REVIEW_SCREENS[review.kind] : null;
  const readOnly = useReadOnly();
  const shown = screens.find(({ name }) => name === screen);
  return (
    <GridsReadOnly value={readOnly}>
      <div className="shell">
        <a className="skip" href="#work">
          {t('shell.skip')}
        </a>
        <SideNav archive={archive} />
        <div className="main">
          <AuditBar />
          <TopBar />
          {review && (
            // Stays while the person looks elsewhere: corrections under review must not be lost.
            <div className={screen === reviewScreen ? 'screen' : 'screen screen-hidden'}>
              <ScreenBoundary name="review">
                <Suspense fallback={<Spin className="centre" />}>
                  <ReviewScreen review={review} />
                </Suspense>
              </ScreenBoundary>
            </div>
          )}
          {shown && screen !== reviewScreen && (
            <div className="screen">
              <ScreenBoundary name={screen}>
                <shown.Component archive={archive} />
              </ScreenBoundary>
            </div>
          )}
        </div>
      </div>
    </GridsReadOnly>
  );
}
