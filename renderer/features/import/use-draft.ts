/** The draft under review with its own undo: nothing of it is in the archive yet. */
import { useCallback, useState } from 'react';
import type { Draft, ReviewRow } from './review-draft.ts';

interface Timeline<Row extends ReviewRow> {
  past: readonly Draft<Row>[];
  now: Draft<Row>;
  future: readonly Draft<Row>[];
}

export interface DraftState<Row extends ReviewRow> {
  draft: Draft<Row>;
  apply: (change: (draft: Draft<Row>) => Draft<Row>) => void;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
}

export function useDraft<Row extends ReviewRow>(initial: () => Draft<Row>): DraftState<Row> {
  const [timeline, setTimeline] = useState<Timeline<Row>>(() => ({ past: [], now: initial(), future: [] }));
  const apply = useCallback((change: (draft: Draft<Row>) => Draft<Row>) => {
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
