/**
 * File names that every system in use takes: Windows, UOS, Kylin, macOS and the USB stick between them.
 *
 * Invariant: the answer of `safeFileName` is never empty, has no folder part on any system, at most 200 bytes in
 * UTF-8, and is its own answer when given again.
 */

/** Characters that Windows refuses or takes for folders and streams. */
const REFUSED = /[<>:"/\\|?*]/gu;
/** Controls, invisible format marks (also those that turn the reading direction), halves of surrogates, unassigned. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
/** Device names of Windows, whatever the extension. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])$/iu;
const EDGES = /^[. ]+|[. ]+$/gu;
const TRAILING = /[. ]+$/u;
const EXTENSION = /\.([A-Za-z0-9]{1,8})$/u;

const MAXIMUM_BASE_BYTES = 180;

/** True for names that Windows keeps for devices: `CON`, `nul.txt`, `COM1` … */
export function isReservedName(name: string): boolean {
  return RESERVED.test((name.split('.')[0] ?? '').trimEnd());
}

/** Cuts whole characters off the end until the text has at most `limit` bytes in UTF-8. */
function fitBytes(text: string, limit: number): string {
  let size = 0;
  let result = '';
  for (const character of text) {
    size += Buffer.byteLength(character);
    if (size > limit) break;
    result += character;
  }
  return result;
}

/**
 * A name for a file made from any text, for example a report's title. The extension, if there is one, stays;
 * `unnamed` stands in where nothing of the text can be kept.
 */
export function safeFileName(text: string, unnamed = 'unnamed'): string {
  const cleaned = text
    .normalize('NFC')
    .replaceAll(INVISIBLE, '')
    .replaceAll(REFUSED, '_')
    .replaceAll(/\s+/gu, ' ')
    .normalize('NFC')
    .replaceAll(EDGES, '');
  const match = EXTENSION.exec(cleaned);
  const extension = match ? `.${(match[1] ?? '').toLowerCase()}` : '';
  const stem = (match ? cleaned.slice(0, match.index) : cleaned).replace(TRAILING, '');
  let base = fitBytes(stem, MAXIMUM_BASE_BYTES).replace(TRAILING, '');
  if (base === '') base = unnamed;
  if (isReservedName(base)) base = `_${base}`;
  return base + extension;
}

/** What is wrong with a name that a person typed, on the system that shall hold it; null = nothing. */
export function refusedInName(name: string, platform: NodeJS.Platform): string | null {
  if (name === '' || name === '.' || name === '..') return name;
  if (name.includes('\0')) return 'NUL';
  if (platform !== 'win32') return null;
  const character = /[<>:"/\\|?*]|\p{Cc}/u.exec(name);
  if (character) return character[0];
  if (isReservedName(name)) return name;
  if (TRAILING.test(name)) return name.slice(-1);
  return null;
}
