/**
 * What the window remembers of an archive's screens: lists, selections, open dialogs. It lives as long as the window, but
 * nothing of it goes over into another archive.
 */
import { createStore, type Store } from './store.ts';

const resets: (() => void)[] = [];
let current: string | null = null;

/** `lasting`: parts that are the person's way of working and stay as they are in whatever archive. */
export function createArchiveStore<State extends object>(
  beginning: State,
  lasting: readonly (keyof State)[] = [],
): Store<State> {
  const store = createStore(beginning);
  resets.push(() => {
    const now = store.get();
    const kept = Object.fromEntries(lasting.map((part) => [part, now[part]])) as Partial<State>;
    store.set({ ...beginning, ...kept });
  });
  return store;
}

/** To be called before anything of an archive is shown. `uid`: the archive's. */
export function beginArchive(uid: string): void {
  if (uid === current) return;
  current = uid;
  for (const reset of resets) reset();
}
