/** What a file is, by its content, and what is said of its name. */
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { zhCN } from '#shared/i18n/zh-CN/index.ts';
import { Inspection, ObjectFormat } from '#shared/features/objects.ts';
import { inspectObject } from '#core/objects/inspect.ts';
import { temporaryFolder } from '#tests/support/test-archive.ts';
import { failure } from '../files/faults.ts';
import * as sample from './samples.ts';

const { signal } = new AbortController();
const inspect = (bytes: Uint8Array, name: string): Promise<Inspection> => inspectObject({ bytes, name }, signal);
const text = (content: string, encoding = 'utf-8'): Buffer => iconv.encode(content, encoding);

const SAMPLES: [string, ObjectFormat, () => Buffer | Promise<Buffer>][] = [
  ['通知.pdf', 'pdf', () => sample.pdf(['一'])],
  ['通知.ofd', 'ofd', sample.ofd],
  ['通知.docx', 'docx', () => sample.docx('一')],
  ['通知.wps', 'docx', () => sample.docx('一')],
  ['表.xlsx', 'xlsx', () => sample.xlsx('一')],
  ['表.et', 'xlsx', () => sample.xlsx('一')],
  ['演示.pptx', 'pptx', sample.pptx],
  ['旧通知.doc', 'doc', () => sample.doc()],
  ['旧通知.wps', 'doc', () => sample.doc()],
  ['旧表.xls', 'xls', () => sample.xls('一')],
  ['旧表.et', 'xls', () => sample.xls('一')],
  ['旧演示.ppt', 'ppt', () => sample.ole({ 'PowerPoint Document': Buffer.alloc(5000) })],
  ['通知.rtf', 'rtf', () => text('{\\rtf1 x}')],
  ['通知.odt', 'open-document', sample.openDocument],
  ['扫描.jpg', 'jpeg', () => sample.jpeg(1654, 2339, { unit: 1, x: 200, y: 200 })],
  ['扫描.JPEG', 'jpeg', () => sample.jpeg(1, 1, null)],
  ['扫描.png', 'png', () => sample.png(3, 2)],
  ['扫描.tif', 'tiff', () => sample.tiff([{ width: 10, height: 20 }], 300)],
  ['图.gif', 'gif', () => sample.gif(5, 6)],
  ['图.bmp', 'bmp', () => sample.bmp(5, 6, 11811)],
  ['图.webp', 'webp', () => sample.webp(500, 600)],
  ['录音.wav', 'wav', sample.wav],
  ['录音.mp3', 'mp3', sample.taggedMp3],
  ['录音.mp3', 'mp3', sample.mp3],
  ['录像.mp4', 'mp4', sample.mp4],
  ['录像.avi', 'avi', sample.avi],
  ['说明.txt', 'text', () => text('BM 与 MZ 都不是程序')],
  ['名单.csv', 'csv', () => text('姓名,单位\n示例,示例')],
  ['网页.htm', 'html', () => text('<!DOCTYPE html><p>x')],
  ['元数据.xml', 'xml', () => text('<?xml version="1.0"?><a/>')],
  ['网页.mht', 'web-archive', () => text('MIME-Version: 1.0\n')],
  ['包.zip', 'zip', sample.plainZip],
  ['包.rar', 'rar', () => Buffer.from('Rar!\x1A\x07\0', 'latin1')],
  ['包.7z', 'seven-zip', () => Buffer.from('7z\xBC\xAF\x27\x1C', 'latin1')],
  ['包.gz', 'gzip', () => Buffer.from('\x1F\x8B\x08', 'latin1')],
  ['加密.docx', 'protected-office', () => sample.ole({ EncryptedPackage: Buffer.alloc(5000) })],
  ['数据', 'unknown', () => Buffer.from([1, 0, 2, 0, 255, 9])],
];

describe('kinds of files', () => {
  it.each(SAMPLES)('%s is %s', async (name, format, make) => {
    const found = await inspect(await make(), name);
    expect(found).toMatchObject({ format, mismatch: false });
    expect(found.name.toLowerCase()).toBe(name.toLowerCase());
    expect(Inspection.parse(found)).toEqual(found);
  });

  it('has a sample and a word for each', () => {
    expect([...new Set(SAMPLES.map(([, format]) => format))].sort()).toEqual([...ObjectFormat.options].sort());
    expect(Object.keys(zhCN.objects.formats).sort()).toEqual([...ObjectFormat.options].sort());
  });

  it('believes the content and not the name, and puts the name right', async () => {
    expect(await inspect(await sample.pdf(['一']), '通知.docx')).toMatchObject({ name: '通知.pdf', mismatch: true });
    expect(await inspect(sample.png(1, 1), '通知.pdf')).toMatchObject({ name: '通知.png', mismatch: true });
    expect(await inspect(await sample.pdf(['一']), '通知')).toMatchObject({ name: '通知.pdf', mismatch: false });
    expect(await inspect(await sample.pdf(['一']), '2021.12')).toMatchObject({ name: '2021.12.pdf', mismatch: false });
    expect(await inspect(sample.docx('一'), '通知.doc')).toMatchObject({ name: '通知.docx', mismatch: true });
    expect(await inspect(Buffer.from([1, 0, 2, 0]), '扫描.pdf')).toMatchObject({ format: 'unknown', mismatch: true });
  });

  it('keeps the kind of a broken package by its name, and says that it is broken', async () => {
    const cut = sample.docx('一').subarray(0, 100);
    expect(await inspect(cut, '通知.docx')).toMatchObject({
      format: 'docx',
      name: '通知.docx',
      mismatch: false,
      doubt: { code: 'format/damaged' },
    });
    expect(await inspect(cut, '包')).toMatchObject({ format: 'zip', doubt: { code: 'format/damaged' } });
  });

  it('answers any bytes under any name with facts or a typed refusal', async () => {
    const heads = await Promise.all(SAMPLES.map(async ([, , make]) => await make()));
    const bytes = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      fc.tuple(fc.constantFrom(...heads), fc.nat(), fc.nat(), fc.nat(255)).map(([head, cut, place, byte]) => {
        const changed = Uint8Array.from(head.subarray(0, 1 + (cut % head.length)));
        changed[place % changed.length] = byte;
        return changed;
      }),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.string({ minLength: 1, maxLength: 30 }), async (content, name) => {
        const result = await inspect(content, name).catch((error: unknown) => error);
        expect(result instanceof AppError || Inspection.safeParse(result).success).toBe(true);
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});

describe('facts of a file', () => {
  it('PDF: pages, protection, claim of PDF/A', async () => {
    const plain = await sample.pdf(['一', '', '三']);
    expect(await inspect(plain, 'a.pdf')).toMatchObject({ pages: 3, encrypted: false, pdfa: null, doubt: null });
    const archived = await sample.pdf(['一'], { subset: 'PDF/A-2b', pdfVersion: '1.7', tagged: true });
    expect(await inspect(archived, 'a.pdf')).toMatchObject({ pdfa: '2B', encrypted: false });
    // With an owner's password alone it opens, but forbids.
    const restricted = await sample.pdf(['一'], { ownerPassword: 'x', permissions: { printing: 'lowResolution' } });
    expect(await inspect(restricted, 'a.pdf')).toMatchObject({ pages: 1, encrypted: true, doubt: null });
    const locked = await sample.pdf(['一'], { userPassword: 'x', ownerPassword: 'y' });
    expect(await inspect(locked, 'a.pdf')).toMatchObject({
      pages: null,
      encrypted: true,
      doubt: { code: 'format/password' },
    });
    const half = plain.subarray(0, 500);
    expect(await inspect(half, 'a.pdf')).toMatchObject({ pages: null, doubt: { code: 'format/damaged' } });
  });

  it('old and new Office files, ZIP: protection', async () => {
    const expected = { encrypted: true, doubt: { code: 'format/password' } };
    expect(await inspect(sample.doc(true), 'a.doc')).toMatchObject(expected);
    expect(await inspect(sample.lockedXls(), 'a.xls')).toMatchObject(expected);
    expect(await inspect(sample.lockedZip(), 'a.zip')).toMatchObject(expected);
    expect(await inspect(sample.ole({ EncryptedPackage: Buffer.alloc(9) }), 'a.xlsx')).toMatchObject(expected);
    expect(await inspect(sample.doc(), 'a.doc')).toMatchObject({ encrypted: false, doubt: null });
    expect(await inspect(sample.xls('x'), 'a.xls')).toMatchObject({ encrypted: false, doubt: null });
  });

  it.each([
    ['png', () => sample.png(40, 30, 11811), 40, 30, 300, 1],
    ['png', () => sample.png(40, 30), 40, 30, null, 1],
    ['jpg', () => sample.jpeg(1654, 2339, { unit: 1, x: 200, y: 200 }), 1654, 2339, 200, 1],
    ['jpg', () => sample.jpeg(10, 20, { unit: 2, x: 100, y: 100 }), 10, 20, 254, 1],
    ['jpg', () => sample.jpeg(10, 20, { unit: 0, x: 1, y: 1 }), 10, 20, null, 1],
    ['jpg', () => sample.jpeg(10, 20, null), 10, 20, 240, 1],
    [
      'tif',
      () =>
        sample.tiff(
          [
            { width: 2480, height: 3508 },
            { width: 1, height: 1 },
          ],
          300,
        ),
      2480,
      3508,
      300,
      2,
    ],
    ['gif', () => sample.gif(5, 6), 5, 6, null, 1],
    ['bmp', () => sample.bmp(7, 8, 11811), 7, 8, 300, 1],
    ['webp', () => sample.webp(500, 600), 500, 600, null, 1],
  ] as const)('%s: size, resolution, pages', async (extension, make, width, height, dpi, pages) => {
    const found = await inspect(make(), `a.${extension}`);
    expect(found).toMatchObject({ pages, doubt: null, image: { width, height } });
    const rounded = found.image?.dpi ? Math.round(found.image.dpi.x) : null;
    expect(rounded).toBe(dpi);
  });

  it('an image whose header is cut or runs in a circle is doubted', async () => {
    const looped = sample.tiff(
      [
        { width: 1, height: 1 },
        { width: 1, height: 1 },
      ],
      300,
    );
    looped.writeUInt32LE(16 + 66, looped.length - 4);
    expect(await inspect(looped, 'a.tif')).toMatchObject({ pages: null, doubt: { code: 'format/damaged' } });
    const cut = sample.jpeg(1, 1, { unit: 1, x: 1, y: 1 }).subarray(0, 20);
    expect(await inspect(cut, 'a.jpg')).toMatchObject({ image: null, doubt: { code: 'format/damaged' } });
  });

  it.each(['utf-8', 'gb18030', 'utf-16le'])('a text in %s, however long', async (encoding) => {
    const mark = encoding === 'utf-16le' ? '\uFEFF' : '';
    const long = `${mark}${'二〇二一年社区教育工作总结，共开展活动若干次。\n'.repeat(60_000)}`;
    for (const content of [long, long.slice(0, 100)]) {
      expect(await inspect(text(content, encoding), 'a.txt')).toMatchObject({ format: 'text', encoding });
    }
  });
});

describe('refusals', () => {
  it.each<[string, Buffer]>([
    ['游戏.txt', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')],
    ['a.pdf', Buffer.from('\x7FELF\x02', 'latin1')],
    ['a.pdf', Buffer.from('L\0\0\0\x01\x14\x02\0', 'latin1')],
    ['a', Buffer.from('#!/bin/sh\n')],
    ['a.txt', Buffer.from('[InternetShortcut]\r\nURL=file://x')],
    ['a.txt', Buffer.from('\uFEFF@echo off\r\n')],
    ['a.html', Buffer.from('<html><hta:application id=x>')],
    ...['exe', 'lnk', 'bat', 'js', 'hta', 'url', 'cmd', 'vbs', 'ps1', 'scr', 'EXE'].map(
      (extension): [string, Buffer] => [`通知.pdf.${extension}`, Buffer.from('x')],
    ),
    ['发票\u202Egpj.exe', Buffer.from('x')],
    ['通知.exe. .', Buffer.from('x')],
    ['通知.pdf:x.exe', Buffer.from('x')],
  ])('%j is no record', async (name, bytes) => {
    expect((await failure(inspect(bytes, name))).code).toBe('objects/program');
  });

  it('an empty file, a folder, a missing one', async () => {
    expect((await failure(inspect(new Uint8Array(), 'a.pdf'))).code).toBe('objects/source_empty');
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'x.pdf'));
    expect((await failure(inspectObject({ file: join(folder, 'x.pdf') }, signal))).code).toBe('objects/source_folder');
    expect((await failure(inspectObject({ file: join(folder, 'y.pdf') }, signal))).code).toBe('objects/source_missing');
  });

  it('files too large to be read twice are looked at all the same, without a checksum', async () => {
    const file = join(temporaryFolder(), '录像.mp4');
    writeFileSync(file, sample.mp4());
    const small = await inspectObject({ file }, signal);
    expect(small.sha256).toMatch(/^[0-9a-f]{64}$/u);
    truncateSync(file, 600 * 1024 * 1024);
    expect(await inspectObject({ file }, signal)).toMatchObject({ format: 'mp4', sha256: null, size: 629_145_600 });
  });
});
