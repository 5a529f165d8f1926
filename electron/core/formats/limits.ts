/**
 * Bounds of reading foreign files (spec: bounded input). Invariant: every bound is checked before or while memory is
 * taken, never after, so that a hostile file costs no more than a large honest one.
 */
export interface ReadLimits {
  /** The file as it lies on the disk, in bytes. */
  fileBytes: number;
  /** Parts in the directory of a ZIP file. */
  entries: number;
  /** One part unpacked, in bytes. */
  partBytes: number;
  /** All parts that are read, unpacked, in bytes. */
  totalBytes: number;
  /** Unpacked to packed size of a part, looked at above 1 MB. */
  ratio: number;
  /** Nested elements of XML. */
  depth: number;
  sheets: number;
  /** Highest row number that may have content. */
  rows: number;
  /** Highest column number that may have content. */
  columns: number;
  /** Cells with content, all tables together. */
  cells: number;
  /** One cell, in UTF-16 units. */
  textLength: number;
}

const MEGABYTE = 1024 * 1024;

/** Bounds for files that a person imports. */
export const importLimits: ReadLimits = {
  fileBytes: 50 * MEGABYTE,
  entries: 2000,
  partBytes: 128 * MEGABYTE,
  totalBytes: 256 * MEGABYTE,
  ratio: 200,
  depth: 64,
  sheets: 50,
  rows: 20_000,
  columns: 256,
  cells: 500_000,
  textLength: 32_767,
};
