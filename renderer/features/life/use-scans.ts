/**
 * Labels one after the other, as fast as a scanner reads them: each is looked up and entered before the next one, so that
 * a document never lands in the box before. Where one fails, those behind it are not entered either: it may have been the
 * label of their box. Whatever was not entered stays on screen until the person has seen it.
 */
import { useCallback, useRef, useState } from 'react';
import type { Label, Stocktake } from '#shared/features/stocktakes.ts';
import { call } from '../../app/api.ts';
import { NOWHERE, scanLabel, type Standing } from './scan.ts';

export interface MissedScan {
  text: string;
  /** `unplaced`: the box was opened, but not entered at a shelf; `failed`: `cause` says why. */
  why: 'nowhere' | 'unplaced' | 'failed';
  cause: unknown;
}

export interface Scans {
  standing: Standing;
  setStanding: (standing: Standing) => void;
  last: Label | null;
  /** Labels that are being entered. */
  pending: number;
  missed: readonly MissedScan[];
  forgetMissed: () => void;
  scan: (text: string) => void;
}

export function useScans({ id, version }: Pick<Stocktake, 'id' | 'version'>): Scans {
  const [standing, show] = useState<Standing>(NOWHERE);
  const [last, setLast] = useState<Label | null>(null);
  const [pending, setPending] = useState(0);
  const [missed, setMissed] = useState<readonly MissedScan[]>([]);
  const at = useRef<Standing>(NOWHERE);
  const queue = useRef<Promise<void>>(Promise.resolve());
  /** The failure that those waiting behind it share, and how many there were. */
  const failures = useRef<{ count: number; cause: unknown }>({ count: 0, cause: null });

  const setStanding = useCallback((next: Standing): void => {
    at.current = next;
    show(next);
  }, []);

  const scan = useCallback(
    (typedText: string): void => {
      const text = typedText.trim();
      if (text === '') return;
      const miss = (why: MissedScan['why'], cause: unknown): void =>
        setMissed((before) => [...before, { text, why, cause }]);
      const enter = async (): Promise<void> => {
        const label = await call('stocktakes.identify', { text });
        const { standing: next, entry, note } = scanLabel(at.current, text, label);
        if (entry) await call('stocktakes.record', { id, version, entries: [entry] });
        setStanding(next);
        setLast(label);
        if (note) miss(note, null);
      };
      setPending((count) => count + 1);
      const failuresBefore = failures.current.count;
      queue.current = queue.current.then(async () => {
        try {
          if (failures.current.count > failuresBefore) miss('failed', failures.current.cause);
          else await enter();
        } catch (cause) {
          failures.current = { count: failures.current.count + 1, cause };
          miss('failed', cause);
        } finally {
          setPending((count) => count - 1);
        }
      });
    },
    [id, setStanding, version],
  );

  const forgetMissed = useCallback((): void => setMissed([]), []);
  return { standing, setStanding, last, pending, missed, forgetMissed, scan };
}
