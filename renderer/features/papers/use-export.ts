/** Writing a paper to a file: where to, progress, cancelling, characters that no font has, and what was written. */
import { useRef, useState } from 'react';
import type { CallOptions } from '#shared/client.ts';
import { AppError } from '#shared/errors.ts';
import type { ExportOutput } from '#shared/features/schedule.ts';
import type { Grant } from '#shared/features/window.ts';
import type { Progress } from '#shared/procedure.ts';
import { call } from '../../app/api.ts';
import { isCancelled } from '../../app/error-text.ts';

export type PaperFormat = 'xlsx' | 'pdf';

export interface WrittenPaper {
  output: ExportOutput;
  grant: Grant;
}

interface Target {
  grant: Grant;
  format: PaperFormat;
}

export interface PaperExport {
  working: boolean;
  progress: Progress | null;
  error: unknown;
  result: WrittenPaper | null;
  /** Asks where to, then writes. */
  start: (format: PaperFormat, suggestedName: string) => void;
  /** Writes although characters are missing; null where that is not the question. */
  anyway: (() => void) | null;
  cancel: () => void;
}

type Write = (
  target: { file: string; format: PaperFormat; allowMissingGlyphs: boolean },
  options: CallOptions,
) => Promise<ExportOutput>;

/** @param write calls the job that writes the paper. */
export function usePaperExport(write: Write): PaperExport {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [working, setWorking] = useState(false);
  const [result, setResult] = useState<WrittenPaper | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [target, setTarget] = useState<Target | null>(null);
  const abort = useRef<AbortController | null>(null);

  const run = async ({ grant, format }: Target, allowMissingGlyphs: boolean): Promise<void> => {
    abort.current = new AbortController();
    setWorking(true);
    setError(null);
    setProgress(null);
    try {
      const { signal } = abort.current;
      const output = await write(
        { file: grant.grant, format, allowMissingGlyphs },
        { onProgress: setProgress, signal },
      );
      setResult({ output, grant });
    } catch (failure) {
      if (!isCancelled(failure)) setError(failure);
    } finally {
      setWorking(false);
      abort.current = null;
    }
  };

  const start = async (format: PaperFormat, suggestedName: string): Promise<void> => {
    try {
      const grant = await call('window.chooseSave', { suggestedName, format });
      if (!grant) return;
      setTarget({ grant, format });
      await run({ grant, format }, false);
    } catch (failure) {
      setError(failure);
    }
  };

  const missing = error instanceof AppError && error.code === 'export/missing_glyphs';
  return {
    working,
    progress,
    error,
    result,
    start: (format, suggestedName) => void start(format, suggestedName),
    anyway: missing && target ? () => void run(target, true) : null,
    cancel: () => abort.current?.abort(),
  };
}
