/**
 * What becomes of files that are dropped onto the window: the screen that is shown registers what it takes, the last one
 * registered wins. Where nothing is registered, a dropped file is a plan to be read (drop-zone.tsx).
 */
import { useEffect, useRef } from 'react';
import { useReadOnly } from './read-only.tsx';
import { createStore, useStore } from './store.ts';

export interface Dropped {
  files: readonly File[];
  /** Folders among what was dropped; their files are not in `files`. */
  folders: readonly FileSystemDirectoryEntry[];
  /** What lay under the pointer. */
  target: Element | null;
}

interface DropTarget {
  /** Words on the sheet that shows while files hover. */
  title: string;
  text: string;
  take: (dropped: Dropped) => void;
}

const registry = createStore<{ targets: readonly DropTarget[] }>({ targets: [] });

/** Takes dropped files while the calling component is shown and `enabled`, and the archive can be changed. */
export function useDropTarget({ title, text, take }: DropTarget, wanted = true): void {
  const enabled = !useReadOnly() && wanted;
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (!enabled) return;
    const target: DropTarget = { title, text, take: (dropped) => latest.current(dropped) };
    registry.set({ targets: [...registry.get().targets, target] });
    return () => registry.set({ targets: registry.get().targets.filter((other) => other !== target) });
  }, [title, text, enabled]);
}

/** The target that takes what is dropped now; undefined = a plan. */
export function dropTarget(): DropTarget | undefined {
  return registry.get().targets.at(-1);
}

export function useShownDropTarget(): DropTarget | undefined {
  return useStore(registry, ({ targets }) => targets.at(-1));
}

/** What a drop carries. Must be asked while the event runs: afterwards the browser gives no more. */
export function droppedOf(event: DragEvent): Dropped {
  const entries = [...(event.dataTransfer?.items ?? [])].map((item) => item.webkitGetAsEntry());
  const folders = entries.filter((entry): entry is FileSystemDirectoryEntry => entry?.isDirectory === true);
  const names = new Set(folders.map(({ name }) => name));
  // A folder also stands among the files, as one that cannot be read.
  const files = [...(event.dataTransfer?.files ?? [])].filter(({ name }) => !names.has(name));
  return { files, folders, target: event.target instanceof Element ? event.target : null };
}
