/**
 * Width, height and resolution of an image from its header; nothing is decoded. Invariant: what the header does not say,
 * or says in contradiction to the file's length, is null, never a guess.
 */
import type { ObjectFormat, ObjectImage } from '#shared/features/objects.ts';
import type { ByteSource } from '../formats/byte-source.ts';

export interface ImageFacts {
  image: ObjectImage;
  /** Images in the file: pages of a TIFF, else 1. */
  pages: number;
}

const INCH = 25.4;

function facts(width: number, height: number, dpi: ObjectImage['dpi'] = null, pages = 1): ImageFacts | null {
  return width > 0 && height > 0 ? { image: { width, height, dpi }, pages } : null;
}

function perInch(x: number, y: number): ObjectImage['dpi'] {
  const rounded = { x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 };
  return rounded.x > 0 && rounded.y > 0 && Number.isFinite(rounded.x) && Number.isFinite(rounded.y) ? rounded : null;
}

/** PNG (ISO/IEC 15948): IHDR first, pHYs (dots per metre) before the pixels. */
async function png(source: ByteSource): Promise<ImageFacts | null> {
  const head = await source.read(0, 33);
  if (head.length < 33 || head.toString('latin1', 12, 16) !== 'IHDR') return null;
  let dpi: ObjectImage['dpi'] = null;
  for (let at = 33, steps = 0; steps < 100; steps += 1) {
    const chunk = await source.read(at, 17);
    const type = chunk.toString('latin1', 4, 8);
    if (chunk.length < 12 || type === 'IDAT') break;
    if (type === 'pHYs' && chunk.length === 17 && chunk.readUInt32BE(0) === 9) {
      // Unit 1 = metre; without a unit only the shape of the pixels is said.
      if (chunk[16] === 1) dpi = perInch((chunk.readUInt32BE(8) * INCH) / 1000, (chunk.readUInt32BE(12) * INCH) / 1000);
      break;
    }
    at += 12 + chunk.readUInt32BE(0);
  }
  return facts(head.readUInt32BE(16), head.readUInt32BE(20), dpi);
}

/** Frames that hold the size (ITU-T T.81, table B.1): SOF0 to SOF15 without DHT, JPG and DAC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** JPEG: resolution from JFIF, else from Exif; size from the frame. */
async function jpeg(source: ByteSource): Promise<ImageFacts | null> {
  let dpi: ObjectImage['dpi'] = null;
  for (let at = 2, steps = 0; steps < 1000; steps += 1) {
    const head = await source.read(at, 18);
    if (head.length < 4 || head[0] !== 0xff) return null;
    const marker = head[1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = head.readUInt16BE(2);
    if (isFrame(marker)) {
      return head.length < 9 ? null : facts(head.readUInt16BE(7), head.readUInt16BE(5), dpi);
    }
    if (marker === 0xd9 || marker === 0xda || length < 2) return null;
    if (marker === 0xe0 && head.length >= 16 && head.toString('latin1', 4, 9) === 'JFIF\0') {
      const scale = head[11] === 1 ? 1 : head[11] === 2 ? 2.54 : 0;
      dpi = perInch(head.readUInt16BE(12) * scale, head.readUInt16BE(14) * scale) ?? dpi;
    }
    if (marker === 0xe1 && dpi === null && head.toString('latin1', 4, 10) === 'Exif\0\0') {
      const exif = await source.read(at + 10, length - 8);
      dpi = (await tiffDirectory(exifSource(exif), 0))?.dpi ?? null;
    }
    at += 2 + length;
  }
  return null;
}

function exifSource(bytes: Buffer): ByteSource {
  return { size: bytes.length, read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)) };
}

interface TiffDirectory {
  width: number;
  height: number;
  dpi: ObjectImage['dpi'];
  /** Place of the next directory; 0 = none. */
  next: number;
}

const LONG = 4;
const MOST_DIRECTORIES = 10_000;
const MOST_ENTRIES = 4096;

/** One directory of a TIFF (TIFF 6.0, section 2): `at` 0 = the first. null where the file is not built like one. */
async function tiffDirectory(source: ByteSource, at: number): Promise<TiffDirectory | null> {
  const head = await source.read(0, 8);
  const little = head.toString('latin1', 0, 2) === 'II';
  const short = (bytes: Buffer, place: number): number =>
    little ? bytes.readUInt16LE(place) : bytes.readUInt16BE(place);
  const long = (bytes: Buffer, place: number): number =>
    little ? bytes.readUInt32LE(place) : bytes.readUInt32BE(place);
  if (head.length < 8 || short(head, 2) !== 42) return null;
  const start = at === 0 ? long(head, 4) : at;
  const count = await source.read(start, 2);
  if (count.length < 2) return null;
  const entries = short(count, 0);
  const body = await source.read(start + 2, entries * 12 + 4);
  if (entries > MOST_ENTRIES || body.length < entries * 12) return null;
  const values = new Map<number, number>();
  for (let index = 0; index < entries; index += 1) {
    const entry = body.subarray(index * 12, index * 12 + 12);
    const [tag, type] = [short(entry, 0), short(entry, 2)];
    if (type === 5) {
      const fraction = await source.read(long(entry, 8), 8);
      if (fraction.length === 8) values.set(tag, long(fraction, 0) / long(fraction, 4));
    } else {
      values.set(tag, type === LONG ? long(entry, 8) : short(entry, 8));
    }
  }
  // 282, 283 resolution; 296 its unit, 2 = inch (the default), 3 = centimetre.
  const scale = { 2: 1, 3: 2.54 }[values.get(296) ?? 2] ?? 0;
  return {
    width: values.get(256) ?? 0,
    height: values.get(257) ?? 0,
    dpi: perInch((values.get(282) ?? 0) * scale, (values.get(283) ?? 0) * scale),
    next: body.length >= entries * 12 + 4 ? long(body, entries * 12) : 0,
  };
}

async function tiff(source: ByteSource): Promise<ImageFacts | null> {
  const first = await tiffDirectory(source, 0);
  if (!first) return null;
  let pages = 1;
  const seen = new Set<number>();
  for (let next = first.next; next !== 0; pages += 1) {
    // A loop, or a chain that leaves the file: the number of pages is unknown, and so is what else is wrong.
    const directory: TiffDirectory | null = seen.has(next) ? null : await tiffDirectory(source, next);
    if (!directory || pages >= MOST_DIRECTORIES) return null;
    seen.add(next);
    next = directory.next;
  }
  return facts(first.width, first.height, first.dpi, pages);
}

async function gif(source: ByteSource): Promise<ImageFacts | null> {
  const head = await source.read(0, 10);
  return head.length < 10 ? null : facts(head.readUInt16LE(6), head.readUInt16LE(8));
}

async function bmp(source: ByteSource): Promise<ImageFacts | null> {
  const head = await source.read(0, 46);
  if (head.length < 26) return null;
  // The oldest header has 12 bytes and short numbers.
  if (head.readUInt32LE(14) === 12) return facts(head.readUInt16LE(18), head.readUInt16LE(20));
  const metre = (at: number): number => (head.length >= at + 4 ? (head.readInt32LE(at) * INCH) / 1000 : 0);
  // A negative height says that the rows run from top to bottom.
  return facts(head.readInt32LE(18), Math.abs(head.readInt32LE(22)), perInch(metre(38), metre(42)));
}

/** WebP (RFC 9649): lossy, lossless or extended. */
async function webp(source: ByteSource): Promise<ImageFacts | null> {
  const head = await source.read(0, 30);
  if (head.length < 30) return null;
  const kind = head.toString('latin1', 12, 16);
  if (kind === 'VP8X') return facts(head.readUIntLE(24, 3) + 1, head.readUIntLE(27, 3) + 1);
  if (kind === 'VP8 ') return facts(head.readUInt16LE(26) & 0x3fff, head.readUInt16LE(28) & 0x3fff);
  if (kind !== 'VP8L') return null;
  const bits = head.readUInt32LE(21);
  return facts((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
}

const READERS: Readonly<Partial<Record<ObjectFormat, (source: ByteSource) => Promise<ImageFacts | null>>>> = {
  png,
  jpeg,
  tiff,
  gif,
  bmp,
  webp,
};

export function isImage(format: ObjectFormat): boolean {
  return READERS[format] !== undefined;
}

/** null where the header does not say it (BigTIFF too), or where the file is no image. */
export async function imageFacts(source: ByteSource, format: ObjectFormat): Promise<ImageFacts | null> {
  return (await READERS[format]?.(source)) ?? null;
}
