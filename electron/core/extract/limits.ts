/** Bounds of reading texts for the search. What lies beyond is cut off, and the answer says so. */
export interface TextLimits {
  /** The file, in bytes. */
  fileBytes: number;
  pages: number;
  /** UTF-16 units, all pages together. */
  characters: number;
  /** Milliseconds; looked at between pages. The thread that reads foreign files has a limit of its own above it. */
  milliseconds: number;
}

export const textLimits: TextLimits = {
  fileBytes: 200 * 1024 * 1024,
  pages: 2000,
  characters: 2_000_000,
  milliseconds: 15_000,
};
