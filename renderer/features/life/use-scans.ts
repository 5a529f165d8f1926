/**
 * Labels one after the other, as fast as a scanner reads them: each is looked up and entered before the next one, so that
 * a document never lands in the box before. Where one fails, those behind it are not entered either: it may have been the
 * label of their box. All of them are told.
 */
import { useCallback, useRef, useState } from 'react';
import type { Stocktake } from '#shared/features/stocktakes.ts';
import { call } from '../../app/api.ts';
import { NOWHERE, scanLabel, type ScanStep, type Standing } from './scan.ts';

export interface LastScan {
  text: string;
  name: string;
  kind: 'place' | 'box' | 'document' | 'unknown';
  title: string | null;
  note: ScanStep['note'];
}

export interface Scans {
  standing: Standing;
  setStanding: (standing: Standing) => void;
  last: LastScan | null;
  /** Labels that are being entered. */
  pending: number;
  /** Labels that were not entered, and why. */
  error: { texts: readonly string[]; cause: unknown } | null;
  scan: (text: string) => void;
}

export function useScans({ id, version }: Pick<Stocktake, 'id' | 'version'>): Scans {
  const [standing, show] = useState<Standing>(NOWHERE);
  const [last, setLast] = useState<LastScan | null>(null);
  const [pending, setPending] = useState(0);
  const [error, setError] = useState<Scans['error']>(null);
  const at = useRef<Standing>(NOWHERE);
  const queue = useRef<Promise<void>>(Promise.resolve());
  /** Rises with each failure: what was read before it and waits is left out. */
  const failures = useRef(0);

  const setStanding = useCallback((next: Standing): void => {
    at.current = next;
    show(next);
  }, []);

  const scan = useCallback(
    (typedText: string): void => {
      const text = typedText.trim();
      if (text === '') return;
      setPending((count) => count + 1);
      const failuresBefore = failures.current;
      queue.current = queue.current.then(async () => {
        try {
          if (failures.current > failuresBefore) {
            setError((before) => before && { ...before, texts: [...before.texts, text] });
            return;
          }
          const label = await call('stocktakes.identify', { text });
          const step = scanLabel(at.current, text, label);
          if (step.entry) await call('stocktakes.record', { id, version, entries: [step.entry] });
          setStanding(step.standing);
          setLast({ text, name: label.name, kind: label.kind, title: label.title, note: step.note });
          setError(null);
        } catch (cause) {
          failures.current += 1;
          setError({ texts: [text], cause });
        } finally {
          setPending((count) => count - 1);
        }
      });
    },
    [id, setStanding, version],
  );

  return { standing, setStanding, last, pending, error, scan };
}
