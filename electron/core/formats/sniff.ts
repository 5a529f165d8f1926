/**
 * What a file is, by its first bytes. Invariant: the extension decides only between texts; a file that cannot be read is
 * refused here with the sentence that says what to do instead.
 */
import { AppError, type ErrorCode } from '#shared/errors.ts';

export type SourceKind = 'text' | 'table-text' | 'html';

/** Beginnings of files that hold no text for us, as Latin-1. */
const REFUSED: readonly [string, ErrorCode][] = [
  ['%PDF-', 'format/pdf'],
  ['{\\rtf', 'format/rtf'],
  ['\x89PNG', 'format/image'],
  ['\xFF\xD8\xFF', 'format/image'],
  ['GIF8', 'format/image'],
  ['BM', 'format/image'],
  ['II*\0', 'format/image'],
  ['MM\0*', 'format/image'],
  ['RIFF', 'format/image'],
  ['Rar!', 'format/archive'],
  ['7z\xBC\xAF', 'format/archive'],
  ['\x1F\x8B', 'format/archive'],
  ['MIME-Version:', 'format/web_archive'],
];

function extensionOf(name: string | null): string {
  return /\.([^.]+)$/u.exec(name ?? '')?.[1]?.toLowerCase() ?? '';
}

function latin1(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString('latin1');
}

/** A byte order mark and white space may stand before the markup; UTF-16 shows a NUL beside each letter. */
function isMarkup(head: string): boolean {
  return /^\s*(?:<!doctype html|<html|<head|<body|<table|<meta|<div|<style|<!--)/iu.test(
    head.replaceAll('\0', '').replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/u, ''),
  );
}

/** Throws format/empty and the refusals (format/pdf, format/doc …). */
export function sniff(bytes: Uint8Array, name: string | null): SourceKind {
  if (bytes.length === 0) throw new AppError('format/empty');
  const head = latin1(bytes, 4096);
  const refused = REFUSED.find(([mark]) => head.startsWith(mark));
  // Two letters are no proof: a text may begin with BM.
  if (refused && (refused[0] !== 'BM' || head.slice(0, 64).includes('\0'))) throw new AppError(refused[1]);
  if (isMarkup(head)) return 'html';
  return ['csv', 'tsv', 'tab'].includes(extensionOf(name)) ? 'table-text' : 'text';
}
