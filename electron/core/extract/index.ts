/**
 * The text of a file, for the search: decoder by kind, bounded in size, pages and characters. It runs where files of
 * unknown origin are read, in a thread that sees no archive and is stopped beyond its limits.
 *
 * Invariant: what could not be opened is said with its reason, never answered as an empty text.
 */
import { AppError } from '#shared/errors.ts';
import type { ExtractedText } from '#shared/features/objects.ts';
import { bytesAsSource } from '../formats/byte-source.ts';
import { decodeText } from '../formats/encoding.ts';
import { decode } from '../formats/index.ts';
import { identify } from '../formats/identify.ts';
import { importLimits } from '../formats/limits.ts';
import { type TextLimits, textLimits } from './limits.ts';
import { pdfText } from './pdf.ts';

const NOTHING: ExtractedText = { text: '', pages: [], truncated: false, readable: true, reason: null };

/** A file that is read as one page. */
function onePage(text: string, limit: number): ExtractedText {
  const kept = text.length > limit ? text.slice(0, limit) : text;
  const whole = kept.isWellFormed() ? kept : kept.toWellFormed();
  return { ...NOTHING, text: whole, pages: [{ page: 1, text: whole }], truncated: text.length > limit };
}

function fromPages({ pages, truncated }: Pick<ExtractedText, 'pages' | 'truncated'>): ExtractedText {
  const text = pages
    .map((page) => page.text)
    .filter((part) => part !== '')
    .join('\n');
  return { ...NOTHING, text, pages, truncated };
}

/**
 * Throws program/cancelled; every other failure is in the answer. A format without a reader (images, sound, OFD) is not
 * readable, with the sentence that says what to do; a scan without text is readable and empty.
 */
export async function extractText(
  bytes: Uint8Array,
  name: string | null,
  signal: AbortSignal,
  limits: TextLimits = textLimits,
): Promise<ExtractedText> {
  try {
    if (bytes.length > limits.fileBytes) {
      throw new AppError('format/too_large', { limit: Math.floor(limits.fileBytes / 1024 / 1024) });
    }
    const kind = await identify(bytesAsSource(bytes), name, importLimits);
    if (kind === 'pdf') return fromPages(await pdfText(bytes, limits, signal));
    // Plain text as it stands: the bounds of tables are for plans.
    if (kind === 'text' || kind === 'csv') return onePage(decodeText(bytes).text.trim(), limits.characters);
    return onePage((await decode(bytes, name)).lines.join('\n'), limits.characters);
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'program/cancelled') throw error;
    if (error.code === 'format/empty' && bytes.length > 0) return NOTHING;
    return { ...NOTHING, readable: false, reason: { code: error.code, params: { ...error.params } } };
  }
}
