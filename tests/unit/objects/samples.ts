/** Files of every kind for tests, each as its format defines it. */
import { deflateSync, crc32 } from 'node:zlib';
import { resolve } from 'node:path';
import PDFDocument from 'pdfkit';
import * as spreadsheets from '@e965/xlsx';
import { officePackage, sheetPackage, zip } from '../formats/zip-writer.ts';

const FONT = resolve('resources/fonts/NotoSansSC-Medium.ttf');

/** A PDF with one text a page; an empty text is a page without any. */
export function pdf(pages: readonly string[], options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  return new Promise((done, failed) => {
    const document = new PDFDocument({ autoFirstPage: false, font: FONT, ...options });
    const parts: Buffer[] = [];
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => done(Buffer.concat(parts)));
    document.on('error', failed);
    for (const text of pages) {
      document.addPage();
      if (text !== '') document.text(text);
    }
    document.end();
  });
}

/** A one-page PDF whose content is packed by `filters` from the inside out. */
export function pdfWithContent(content: Uint8Array, filters: number): Buffer {
  let packed: Uint8Array = content;
  for (let time = 0; time < filters; time += 1) packed = deflateSync(packed, { level: 9 });
  const filter = Array.from({ length: filters }, () => '/FlateDecode').join(' ');
  const parts = [
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<<>>>>endobj\n',
    `4 0 obj<</Length ${packed.length}/Filter[${filter}]>>stream\n`,
    packed,
    '\nendstream endobj\ntrailer<</Size 5/Root 1 0 R>>\n%%EOF',
  ];
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

/** A one-page PDF with a font that is not embedded and names a character map of Adobe-GB1; `codes` are GBK. */
export function pdfWithoutFont(codes: Buffer): Buffer {
  const content = `BT /F 12 Tf 10 10 Td <${codes.toString('hex')}> Tj ET`;
  return Buffer.from(
    `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length ${content.length}>>stream
${content}
endstream endobj
5 0 obj<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>endobj
6 0 obj<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>endobj
7 0 obj<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 900/Descent -100/CapHeight 700/StemV 80>>endobj
trailer<</Size 8/Root 1 0 R>>
%%EOF`,
    'latin1',
  );
}

/** A one-page PDF, black all over, as a fax machine scans it (ITU-T T.6: one line by itself, the others like the one above). */
export function pdfScan(): Buffer {
  const bits = `00100110101000101${'11'.repeat(7)}000000000001000000000001`;
  const packed = Buffer.from(
    (bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)),
  );
  const content = 'q 200 0 0 200 0 0 cm /I Do Q';
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>endobj
4 0 obj<</Length ${content.length}>>stream
${content}
endstream endobj
5 0 obj<</Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 8/Rows 8>>/Length ${packed.length}>>stream
`,
      'latin1',
    ),
    packed,
    Buffer.from('\nendstream endobj\ntrailer<</Size 6/Root 1 0 R>>\n%%EOF', 'latin1'),
  ]);
}

export const docx = (text: string): Buffer =>
  zip(
    officePackage(
      'word/document.xml',
      `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
    ),
  );
export const xlsx = (text: string): Buffer =>
  zip(sheetPackage(`<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData>`));
export const pptx = (): Buffer => zip([{ name: 'ppt/presentation.xml', content: '<p/>' }]);
export const ofd = (): Buffer => zip([{ name: 'OFD.xml', content: '<ofd:OFD/>' }]);
export const openDocument = (): Buffer => zip([{ name: 'META-INF/manifest.xml', content: '<m/>' }]);
export const plainZip = (): Buffer => zip([{ name: '说明.txt', content: 'x' }]);
export const lockedZip = (): Buffer => zip([{ name: 'a.txt', content: 'x', flags: 0x0801 }]);

interface CompoundFiles {
  utils: { cfb_new(): object; cfb_add(file: object, name: string, content: Buffer): void };
  write(file: object, options: { type: 'buffer' }): Buffer;
}

/** An OLE compound file with the named streams. */
export function ole(streams: Readonly<Record<string, Buffer>>): Buffer {
  const library = spreadsheets.CFB as CompoundFiles;
  const file = library.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) library.utils.cfb_add(file, name, content);
  return library.write(file, { type: 'buffer' });
}

/** The head of a Word document: magic and flags, of which 0x0100 says that it is encrypted. */
export function doc(encrypted = false): Buffer {
  const stream = Buffer.alloc(5000);
  stream.writeUInt16LE(0xa5ec, 0);
  stream.writeUInt16LE(encrypted ? 0x0100 : 0, 10);
  return ole({ WordDocument: stream });
}

export function xls(text: string): Buffer {
  const book = spreadsheets.utils.book_new();
  spreadsheets.utils.book_append_sheet(book, spreadsheets.utils.aoa_to_sheet([[text]]), '表');
  const bytes: unknown = spreadsheets.write(book, { type: 'array', bookType: 'biff8' });
  if (!(bytes instanceof ArrayBuffer)) throw new TypeError('no bytes');
  return Buffer.from(bytes);
}

/** A workbook whose stream begins as an encrypted one does: BOF, then FILEPASS. */
export function lockedXls(): Buffer {
  const stream = Buffer.alloc(5000);
  stream.writeUInt16LE(0x809, 0);
  stream.writeUInt16LE(4, 2);
  stream.writeUInt16LE(0x600, 4);
  stream.writeUInt16LE(0x2f, 8);
  stream.writeUInt16LE(2, 10);
  return ole({ Workbook: stream });
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

const words16 = (...values: number[]): Buffer =>
  Buffer.concat(values.map((value) => Buffer.from([value >> 8, value & 255])));

/** A grey PNG; `perMetre` is what pHYs says, 0 = no such chunk. */
export function png(width: number, height: number, perMetre = 0): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const density = Buffer.alloc(9);
  density.writeUInt32BE(perMetre, 0);
  density.writeUInt32BE(perMetre, 4);
  density[8] = 1;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    chunk('IHDR', head),
    ...(perMetre > 0 ? [chunk('tEXt', Buffer.from('Title\0x')), chunk('pHYs', density)] : []),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The segments of a JPEG up to its frame, which is all that a header tells. */
export function jpeg(width: number, height: number, density: { unit: number; x: number; y: number } | null): Buffer {
  const segment = (marker: number, body: Buffer): Buffer =>
    Buffer.concat([Buffer.from([0xff, marker]), words16(body.length + 2), body]);
  const jfif = density
    ? [
        segment(
          0xe0,
          Buffer.concat([
            Buffer.from('JFIF\0\x01\x01', 'latin1'),
            Buffer.from([density.unit]),
            words16(density.x, density.y),
            Buffer.alloc(2),
          ]),
        ),
      ]
    : [segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff([{ width: 1, height: 1 }], 240)]))];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...jfif,
    segment(0xdb, Buffer.alloc(65)),
    segment(0xc2, Buffer.concat([Buffer.from([8]), words16(height, width), Buffer.alloc(10)])),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** A TIFF with one directory a page, little-endian, resolution in dots per inch. */
export function tiff(pages: readonly { width: number; height: number }[], dpi: number): Buffer {
  const head = Buffer.from('II*\0\x10\0\0\0', 'latin1');
  const fraction = Buffer.alloc(8);
  fraction.writeUInt32LE(dpi * 10, 0);
  fraction.writeUInt32LE(10, 4);
  const length = 2 + 5 * 12 + 4;
  const directories = pages.map(({ width, height }, index) => {
    const directory = Buffer.alloc(length);
    directory.writeUInt16LE(5, 0);
    const tags: [number, number, number][] = [
      [256, 4, width],
      [257, 3, height],
      [282, 5, 8],
      [283, 5, 8],
      [296, 3, 2],
    ];
    for (const [at, [tag, type, value]] of tags.entries()) {
      directory.writeUInt16LE(tag, 2 + at * 12);
      directory.writeUInt16LE(type, 4 + at * 12);
      directory.writeUInt32LE(1, 6 + at * 12);
      directory.writeUInt32LE(value, 10 + at * 12);
    }
    const next = index + 1 < pages.length ? 16 + (index + 1) * length : 0;
    directory.writeUInt32LE(next, length - 4);
    return directory;
  });
  return Buffer.concat([head, fraction, ...directories]);
}

export function gif(width: number, height: number): Buffer {
  const size = Buffer.alloc(7);
  size.writeUInt16LE(width, 0);
  size.writeUInt16LE(height, 2);
  return Buffer.concat([Buffer.from('GIF89a'), size, Buffer.from(';')]);
}

export function bmp(width: number, height: number, perMetre: number): Buffer {
  const head = Buffer.alloc(54);
  head.write('BM');
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  // From top to bottom.
  head.writeInt32LE(-height, 22);
  head.writeInt32LE(perMetre, 38);
  head.writeInt32LE(perMetre, 42);
  return head;
}

function riff(kind: string, body: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length + 4);
  return Buffer.concat([Buffer.from('RIFF'), size, Buffer.from(kind), body]);
}

export function webp(width: number, height: number): Buffer {
  const body = Buffer.alloc(18);
  body.write('VP8X');
  body.writeUInt32LE(10, 4);
  body.writeUIntLE(width - 1, 12, 3);
  body.writeUIntLE(height - 1, 15, 3);
  return riff('WEBP', body);
}

export const wav = (): Buffer => riff('WAVE', Buffer.from('fmt '));
export const avi = (): Buffer => riff('AVI ', Buffer.from('LIST'));
export const mp4 = (): Buffer => Buffer.from('\0\0\0\x18ftypisom\0\0\0\0', 'latin1');
export const taggedMp3 = (): Buffer => Buffer.from('ID3\x03\0\0\0\0\0\0', 'latin1');

/** Two frames of 128 kbit/s at 44.1 kHz, each of 417 bytes. */
export function mp3(): Buffer {
  const frame = Buffer.alloc(417);
  frame.writeUInt32BE(0xfffb9000, 0);
  return Buffer.concat([frame, frame]);
}
