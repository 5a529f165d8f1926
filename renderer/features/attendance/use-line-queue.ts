/** Saves the lines of 签到登记 one after the other (see line-queue.ts). */
import { useCallback, useRef, useState } from 'react';
import { call } from '../../app/api.ts';
import { changeOf, type LineDraft } from './entry-draft.ts';
import type { QueuedLine } from './line-queue.ts';

export interface LineQueue {
  lines: readonly QueuedLine[];
  /** Takes a line over; the form is free for the next one. */
  add: (draft: LineDraft, number: string) => void;
  /** Takes a refused line off the list and hands it back. */
  takeBack: (key: number) => LineDraft | null;
}

/** `onSaved`: a line is in the archive. */
export function useLineQueue(activityId: number, onSaved: (line: QueuedLine) => void): LineQueue {
  const [lines, setLines] = useState<readonly QueuedLine[]>([]);
  const latest = useRef(lines);
  const tail = useRef(Promise.resolve());
  const key = useRef(0);
  const change = useCallback((next: (before: readonly QueuedLine[]) => readonly QueuedLine[]) => {
    latest.current = next(latest.current);
    setLines(latest.current);
  }, []);

  const add = (draft: LineDraft, number: string): void => {
    key.current += 1;
    const line: QueuedLine = {
      key: key.current,
      draft,
      name: draft.chosen?.name ?? draft.texts.name.trim(),
      number: draft.texts.number.trim() || number,
      state: 'saving',
      error: null,
    };
    change((before) => [...before, line]);
    tail.current = tail.current.then(async () => {
      try {
        await call('attendance.edit', {
          step: { code: 'attendanceEnter', params: { count: 1 } },
          changes: [changeOf(draft, activityId, line.number)],
        });
        change((before) => before.filter((one) => one.key !== line.key));
        onSaved(line);
      } catch (error) {
        change((before) => before.map((one) => (one.key === line.key ? { ...one, state: 'refused', error } : one)));
      }
    });
  };
  const takeBack = (wanted: number): LineDraft | null => {
    const line = latest.current.find((one) => one.key === wanted && one.state === 'refused');
    if (!line) return null;
    change((before) => before.filter((one) => one !== line));
    return { ...line.draft, texts: { ...line.draft.texts, number: line.number } };
  };
  return { lines, add, takeBack };
}
