/**
 * The content of a file of the archive as the window can show it: pictures and PDF as they are, everything else as the
 * text in it. Office files, web pages and XML are never drawn: their text is read in the thread for foreign files.
 */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { AppError } from '#shared/errors.ts';
import type { DocumentFile } from '#shared/features/documents.ts';
import type { ErrorCode } from '#shared/i18n/index.ts';
import { KINDS_WITHOUT_TEXT, type ObjectFormat } from '#shared/features/objects.ts';
import { call, queryClient } from '../../app/api.ts';

/** Largest picture that is decoded, in pixels: a small file can unfold to gigabytes. */
const LARGEST_PICTURE = 100_000_000;

const PICTURES: Partial<Record<ObjectFormat, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  bmp: 'image/bmp',
  webp: 'image/webp',
};

/** Kinds without a picture that a browser draws and without text. */
const NEITHER: ReadonlySet<string> = new Set(['tiff', 'wav', 'mp3', 'mp4', 'avi', 'zip', 'rar', 'seven-zip', 'gzip']);

/** What showing a file needs to know of it, whatever record it belongs to. */
export type ShownFile = Pick<DocumentFile, 'sha256' | 'name' | 'format' | 'size'>;

export type Content =
  | { kind: 'picture'; picture: Blob }
  | { kind: 'pdf'; bytes: Uint8Array }
  | { kind: 'text'; text: string; truncated: boolean }
  /** Cannot be shown here; the reason where one is known. */
  | { kind: 'outside'; reason: AppError | null };

/** Can the first page of this kind be drawn? */
export function hasPicture(format: string): boolean {
  return format === 'pdf' || format in PICTURES;
}

/** Why something cannot be shown, as the jobs for foreign files put it. */
function failure({ code, params }: { code: string; params: Record<string, string | number> }): AppError {
  return new AppError(code as ErrorCode, params);
}

export async function readContent({ sha256, name, format: known }: ShownFile): Promise<Content> {
  if (NEITHER.has(known)) return { kind: 'outside', reason: null };
  const { format, bytes } = await call('objects.bytes', { sha256 });
  if (format === 'pdf') return { kind: 'pdf', bytes };
  const type = PICTURES[format];
  if (type !== undefined) {
    const { image, doubt } = await call('objects.inspect', { bytes, name });
    if (doubt) return { kind: 'outside', reason: failure(doubt) };
    if (!image || image.width * image.height > LARGEST_PICTURE) return { kind: 'outside', reason: null };
    return { kind: 'picture', picture: new Blob([bytes.slice()], { type }) };
  }
  const { text, truncated, readable, reason } = await call('objects.text', { bytes, name });
  if (!readable || text.trim() === '') {
    return { kind: 'outside', reason: reason && !KINDS_WITHOUT_TEXT.has(reason.code) ? failure(reason) : null };
  }
  return { kind: 'text', text, truncated };
}

const FAMILY = 'fileContent';

/** Kept for a minute after it was last shown. A checksum names one content for ever, so it is never asked for again. */
export function useContent(file: ShownFile): UseQueryResult<Content> {
  return useQuery({ queryKey: [FAMILY, file.sha256], queryFn: () => readContent(file), gcTime: 60_000 });
}

/** After a repair: what could not be shown is tried again. */
export function forgetFailedContent(): void {
  void queryClient.resetQueries({ queryKey: [FAMILY], predicate: ({ state }) => state.status === 'error' });
}
