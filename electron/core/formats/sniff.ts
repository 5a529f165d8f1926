/**
 * What a file is, by its first bytes. Invariant: the extension decides only between texts; a file that cannot be read is
 * refused here with the sentence that says what to do instead.
 */
import { AppError, type ErrorCode } from '#shared/errors.ts';
import { importLimits } from './limits.ts';
import { ZipDirectory } from './zip.ts';

export type SourceKind = 'text' | 'table-text' | 'html' | 'xlsx' | 'docx' | 'xls';

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
  return /^\s*(?:<!doctype html|<html|<head|<body|<table|<meta|<div|<style|<!--|<p[\s>]|<h[1-6][\s>]|<span|<center|<section|<article|<font|<ul[\s>]|<ol[\s>])/iu.test(
    head.replaceAll('\0', '').replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/u, ''),
  );
}

/** What a ZIP file is, by the parts that only one kind has; null where it is none of these. */
const PACKAGES: readonly [string, 'xlsx' | 'docx' | ErrorCode][] = [
  ['xl/workbook.bin', 'format/spreadsheet'],
  ['xl/worksheets', 'xlsx'],
  ['word/', 'docx'],
  ['ppt/', 'format/presentation'],
  ['ofd.xml', 'format/ofd'],
  ['meta-inf/manifest.xml', 'format/open_document'],
];

async function sniffZip(bytes: Uint8Array): Promise<'xlsx' | 'docx'> {
  const zip = await ZipDirectory.open(bytes, importLimits);
  const found = PACKAGES.find(([part]) => zip.names.some((name) => name.startsWith(part)))?.[1];
  if (found === 'xlsx' || found === 'docx') return found;
  throw new AppError(found ?? 'format/archive');
}

/** Text of UTF-16 as it lies in the directory of an OLE file. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(`${name}\0`, 'utf16le'));
}

/**
 * What an OLE file is, by the streams that it names. A sheet may be embedded in a text and the other way round, so with
 * both the extension decides.
 */
function sniffOle(bytes: Uint8Array, extension: string): 'xls' {
  if (hasStream(bytes, 'EncryptedPackage')) throw new AppError('format/password');
  const isSheet = hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book');
  const isText = hasStream(bytes, 'WordDocument');
  if (isSheet && (!isText || extension === 'xls' || extension === 'et')) return 'xls';
  if (isText) throw new AppError('format/doc');
  throw new AppError(hasStream(bytes, 'PowerPoint Document') ? 'format/presentation' : 'format/binary');
}

/** Throws format/empty the refusals (format/pdf, format/doc …) and the errors of a broken ZIP file. */
export async function sniff(bytes: Uint8Array, name: string | null): Promise<SourceKind> {
  if (bytes.length === 0) throw new AppError('format/empty');
  const head = latin1(bytes, 4096);
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return await sniffZip(bytes);
  if (head.startsWith('\xD0\xCF\x11\xE0')) return sniffOle(bytes, extensionOf(name));
  const refused = REFUSED.find(([mark]) => head.startsWith(mark));
  // Two letters are no proof: a text may begin with BM.
  if (refused && (refused[0] !== 'BM' || head.slice(0, 64).includes('\0'))) throw new AppError(refused[1]);
  if (head.includes('urn:schemas-microsoft-com:office:spreadsheet') && head.includes('<Workbook')) {
    throw new AppError('format/spreadsheet');
  }
  if (isMarkup(head)) return 'html';
  return ['csv', 'tsv', 'tab'].includes(extensionOf(name)) ? 'table-text' : 'text';
}
