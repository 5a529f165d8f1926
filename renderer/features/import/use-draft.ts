/** The draft under review with its own undo: nothing of it is in the archive yet. */
import { useCallback, useState } from 'react';
import type { Draft } from './review-draft.ts';

interface Timeline {
  past: readonly Draft[];
  now: Draft;
  future: readonly Draft[];
}

export interface DraftState {
  draft: Draft;
  apply: (change: (draft: Draft) => Draft) => void;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
}

export function useDraft(initial: () => Draft): DraftState {
  const [timeline, setTimeline] = useState<Timeline>(() => ({ past: [], now: initial(), future: [] }));
  const apply = useCallback((change: (draft: Draft) => Draft) => {
    setTimeline(({ past, now }) => ({ past: [...past, now], now: change(now), future: [] }));
  }, []);
  const undo = useCallback(() => {
    setTimeline((line) => {
      const before = line.past.at(-1);
      return before ? { past: line.past.slice(0, -1), now: before, future: [line.now, ...line.future] } : line;
    });
  }, []);
  const redo = useCallback(() => {
    setTimeline((line) => {
      const [next, ...future] = line.future;
      return next ? { past: [...line.past, line.now], now: next, future } : line;
    });
  }, []);
  return {
    draft: timeline.now,
    apply,
    undo,
    redo,
    canUndo: timeline.past.length > 0,
    canRedo: timeline.future.length > 0,
  };
}
