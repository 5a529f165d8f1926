/**
 * A screen whose code comes when it is first asked for, or ahead of that. Not `lazy` with `Suspense`: React keeps a shown
 * fallback for 300 ms, also where the code is there after five, and so would hold back the first look at every screen.
 */
import { Spin } from 'antd';
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import type { ArchiveInfo } from '#shared/features/archive.ts';

export interface ScreenProps {
  archive: ArchiveInfo;
}

export interface LateScreen {
  (props: ScreenProps): ReactNode;
  /** Fetches the code; a second call costs nothing, one after a failure tries again. */
  load: () => Promise<void>;
}

/** Throws in rendering, for the boundary around it, what went wrong in fetching. */
export function lateScreen(fetchScreen: () => Promise<ComponentType<ScreenProps>>): LateScreen {
  let Loaded: ComponentType<ScreenProps> | null = null;
  const load = async (): Promise<void> => {
    Loaded ??= await fetchScreen();
  };
  function Late(props: ScreenProps): ReactNode {
    const [, show] = useState(0);
    const missing = Loaded === null;
    useEffect(() => {
      // Fetched since this was drawn, it is there at once and drawn again.
      if (!missing) return;
      load().then(
        () => show((count) => count + 1),
        (error: unknown) =>
          show(() => {
            throw error;
          }),
      );
    }, [missing]);
    return Loaded === null ? <Spin className="centre" /> : <Loaded {...props} />;
  }
  return Object.assign(Late, { load });
}
