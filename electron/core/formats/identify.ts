/**
 * What a file is, by its content: the one place that knows beginnings of files. Whoever reads files decides from the
 * answer what to take (`sniff.ts` for plans, the store of objects for everything).
 *
 * Invariant: the extension decides only where the content leaves it open, which is between kinds of text, and between a
 * sheet and a text of which one is embedded in the other.
 */
import { AppError } from '#shared/errors.ts';
import type { ObjectFormat } from '#shared/features/objects.ts';
import type { ByteSource } from './byte-source.ts';
import type { ReadLimits } from './limits.ts';
import { ZipDirectory } from './zip.ts';

/** Kinds that other readers of files ask for, beyond those that the archive tells apart. */
export type FileKind = Exclude<ObjectFormat, 'unknown'> | 'xlsb' | 'spreadsheet-xml' | 'program' | 'ole' | 'binary';

/** Bytes of the beginning that are looked at. */
const HEAD = 4096;
/** An OLE file names its streams anywhere; of larger files only this beginning is searched. */
const OLE_SEARCHED = 64 * 1024 * 1024;

/** Beginnings of files, as Latin-1. */
const BEGINNINGS: readonly [string, FileKind][] = [
  ['%PDF-', 'pdf'],
  ['{\\rtf', 'rtf'],
  ['\x89PNG', 'png'],
  ['\xFF\xD8\xFF', 'jpeg'],
  ['GIF87a', 'gif'],
  ['GIF89a', 'gif'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
  ['II+\0', 'tiff'],
  ['MM\0+', 'tiff'],
  ['ID3\x02\0', 'mp3'],
  ['ID3\x03\0', 'mp3'],
  ['ID3\x04\0', 'mp3'],
  ['Rar!\x1A\x07', 'rar'],
  ['7z\xBC\xAF', 'seven-zip'],
  ['\x1F\x8B', 'gzip'],
  ['MIME-Version:', 'web-archive'],
  // Programs, links to programs and scripts.
  ['\x7FELF', 'program'],
  ['L\0\0\0\x01\x14\x02\0', 'program'],
  ['\xCA\xFE\xBA\xBE', 'program'],
  ['\xCE\xFA\xED\xFE', 'program'],
  ['\xCF\xFA\xED\xFE', 'program'],
  ['#!/', 'program'],
];

/** Two letters are no proof: a text may begin with them, but it has no NUL. */
const WEAK_BEGINNINGS: readonly [string, FileKind][] = [
  ['BM', 'bmp'],
  ['MZ', 'program'],
];

const RIFF: Readonly<Record<string, FileKind>> = { WAVE: 'wav', WEBP: 'webp', 'AVI ': 'avi' };

/** What a ZIP file is, by the parts that only one kind has. */
const PACKAGES: readonly [string, FileKind][] = [
  ['xl/workbook.bin', 'xlsb'],
  ['xl/worksheets', 'xlsx'],
  ['word/', 'docx'],
  ['ppt/', 'pptx'],
  ['ofd.xml', 'ofd'],
  ['meta-inf/manifest.xml', 'open-document'],
];

export function extensionOf(name: string | null): string {
  return /\.([^.]+)$/u.exec(name ?? '')?.[1]?.toLowerCase() ?? '';
}

/** A byte order mark and white space may stand before the markup; UTF-16 shows a NUL beside each letter. */
function textHead(head: string): string {
  return head.replaceAll('\0', '').replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/u, '');
}

function isMarkup(text: string): boolean {
  return /^\s*(?:<!doctype html|<html|<head|<body|<table|<meta|<div|<style|<!--|<p[\s>]|<h[1-6][\s>]|<span|<center|<section|<article|<font|<ul[\s>]|<ol[\s>])/iu.test(
    text,
  );
}

/** Texts that the system runs when they are opened. */
function isScript(text: string): boolean {
  return /^\s*(?:\[InternetShortcut\]|@echo\s|Windows Registry Editor)|<hta:application/iu.test(text);
}

/** An MP3 without a tag: two headers of layer III, the second where the first says that its frame ends (ISO/IEC 11172-3). */
function isMp3(head: Buffer): boolean {
  const length = mp3FrameLength(head, 0);
  return length > 0 && mp3FrameLength(head, length) > 0;
}

const MP3_RATES = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const MP3_RATES_LOW = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const MP3_SAMPLES = [44_100, 48_000, 32_000];

function mp3FrameLength(head: Buffer, at: number): number {
  const [first = 0, second = 0, third = 0] = head.subarray(at, at + 3);
  if (first !== 0xff || (second & 0xe0) !== 0xe0 || ((second >> 1) & 3) !== 1) return 0;
  const version = (second >> 3) & 3;
  const rate = (version === 3 ? MP3_RATES : MP3_RATES_LOW)[third >> 4] ?? 0;
  const samples = MP3_SAMPLES[(third >> 2) & 3];
  if (version === 1 || rate === 0 || samples === undefined) return 0;
  const [factor, divisor] = version === 3 ? [144, 1] : version === 2 ? [72, 2] : [72, 4];
  return Math.floor((factor * rate * 1000 * divisor) / samples) + ((third >> 1) & 1);
}

async function identifyZip(source: ByteSource, limits: ReadLimits): Promise<FileKind> {
  const zip = await ZipDirectory.openSource(source, limits);
  return PACKAGES.find(([part]) => zip.names.some((name) => name.startsWith(part)))?.[1] ?? 'zip';
}

/** Text of UTF-16 as it lies in the directory of an OLE file. */
function hasStream(bytes: Buffer, name: string): boolean {
  return bytes.includes(Buffer.from(`${name}\0`, 'utf16le'));
}

/** What an OLE file is, by the streams that it names. A sheet may be embedded in a text and the other way round. */
async function identifyOle(source: ByteSource, extension: string): Promise<FileKind> {
  const bytes = await source.read(0, OLE_SEARCHED);
  if (hasStream(bytes, 'EncryptedPackage')) return 'protected-office';
  const isSheet = hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book');
  const isText = hasStream(bytes, 'WordDocument');
  if (isSheet && (!isText || extension === 'xls' || extension === 'et')) return 'xls';
  if (isText) return 'doc';
  return hasStream(bytes, 'PowerPoint Document') ? 'ppt' : 'ole';
}

function identifyText(head: string, extension: string): FileKind {
  const text = textHead(head);
  if (isScript(text)) return 'program';
  if (head.includes('urn:schemas-microsoft-com:office:spreadsheet') && head.includes('<Workbook')) {
    return 'spreadsheet-xml';
  }
  if (isMarkup(text)) return 'html';
  if (/^\s*<\?xml\s/u.test(text)) return /<html[\s>]/iu.test(text) ? 'html' : 'xml';
  return ['csv', 'tsv', 'tab'].includes(extension) ? 'csv' : 'text';
}

/**
 * The kind of a file that is not empty. `text` says that nothing speaks against a text; only decoding proves it.
 * Throws the errors of a broken ZIP file: format/damaged, format/unsafe, format/password.
 */
export async function identify(source: ByteSource, name: string | null, limits: ReadLimits): Promise<FileKind> {
  if (source.size === 0) throw new AppError('format/empty');
  const start = await source.read(0, HEAD);
  const head = start.toString('latin1');
  const extension = extensionOf(name);
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return await identifyZip(source, limits);
  if (head.startsWith('\xD0\xCF\x11\xE0')) return await identifyOle(source, extension);
  if (head.startsWith('RIFF')) return RIFF[head.slice(8, 12)] ?? 'binary';
  const weak = head.slice(0, 64).includes('\0') ? WEAK_BEGINNINGS : [];
  const known = [...BEGINNINGS, ...weak].find(([mark]) => head.startsWith(mark));
  if (known) return known[1];
  if (head.slice(4, 8) === 'ftyp') return 'mp4';
  if (isMp3(start)) return 'mp3';
  return identifyText(head, extension);
}
