import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fontChain } from '#core/paper/fonts.ts';
import { describeFaces } from '#core/paper/sfnt.ts';
import { layoutReport } from '#core/paper/layout.ts';
import { pdfBytes } from '#core/writers/pdf.ts';
import { comparePdf } from '#core/writers/pdf-readback.ts';
import { planReport, SHIPPED_FOLDER, shippedFonts, YEAR } from './sample.ts';

const folders: string[] = [];
const temporary = () => {
  const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Copies the shipped 黑体 under another family name and with other embedding rights. */
function renamedFont(name: string, fsType: number): Buffer {
  const font = Buffer.from(readFileSync(join(SHIPPED_FOLDER, 'NotoSansSC-Medium.ttf')));
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = 12 + index * 16;
    const tag = font.toString('latin1', entry, entry + 4);
    const offset = font.readUInt32BE(entry + 8);
    if (tag === 'OS/2') font.writeUInt16BE(fsType, offset + 8);
    if (tag !== 'name') continue;
    const storage = offset + font.readUInt16BE(offset + 4);
    for (let record = offset + 6; record < offset + 6 + font.readUInt16BE(offset + 2) * 12; record += 12) {
      if (font.readUInt16BE(record + 6) !== 1) continue;
      const bytes = Buffer.from(name, 'utf16le').swap16();
      bytes.copy(font, storage + font.readUInt16BE(record + 10));
      font.writeUInt16BE(bytes.length, record + 8);
    }
  }
  return font;
}

/** A collection of one face: the directory moves behind the header, and every offset with it. */
function collection(font: Buffer): Buffer {
  const moved = Buffer.from(font);
  for (let index = 0; index < moved.readUInt16BE(4); index++) {
    const entry = 12 + index * 16 + 8;
    moved.writeUInt32BE(moved.readUInt32BE(entry) + 16, entry);
  }
  const head = Buffer.alloc(16);
  head.write('ttcf', 0, 'latin1');
  head.writeUInt32BE(0x00010000, 4);
  head.writeUInt32BE(1, 8);
  head.writeUInt32BE(16, 12);
  return Buffer.concat([head, moved]);
}

const official = (systemFolder: string) =>
  fontChain({ scheme: 'official', folder: SHIPPED_FOLDER, systemFolders: [systemFolder] });
const preferred = (folder: string, role: string) =>
  official(folder)
    .faces()
    .find((entry) => entry.role === role)?.face;

describe('fonts', () => {
  it('ships static fonts that may be embedded and have 通用规范汉字, rare names in the whole one', () => {
    for (const file of ['NotoSerifSC-Regular.ttf', 'NotoSerifSC-Black.ttf', 'NotoSansSC-Medium.ttf']) {
      expect(describeFaces(join(SHIPPED_FOLDER, file))).toMatchObject([{ mayEmbed: true, inCollection: false }]);
    }
    const fonts = shippedFonts();
    for (const role of ['title', 'body', 'label', 'number'] as const) {
      for (const character of '工作配档表鿏，。〔〕—…￥①㎡〓Aé') {
        expect([role, character, fonts.glyph(role, character.codePointAt(0) ?? 0) !== null]).toEqual([
          role,
          character,
          true,
        ]);
      }
      expect(fonts.width(role, 0x4e00)).toBe(1);
    }
    // The subset for titles lacks 㐀; the whole font lends it.
    expect(fonts.glyph('title', 0x3400)?.face.postscriptName).toBe('NotoSerifSC-Regular');
    expect(fonts.glyph('body', 0x2cb4e)?.face.postscriptName).toBe('NotoSerifSC-Regular');
    expect(fonts.glyph('body', 0x2a6a5)).toBeNull();
    expect(fonts.width('body', 0x2a6a5)).toBe(1);
    expect(fonts.width('body', 0xfe00)).toBe(0);
  });

  it('prefers an installed official font by its name, not by its file name', () => {
    const folder = temporary();
    writeFileSync(join(folder, 'whatever.ttf'), renamedFont('仿宋_GB2312', 0));
    writeFileSync(join(folder, 'broken.ttf'), 'no font');
    expect(preferred(folder, 'body')).toMatchObject({ installed: true, file: join(folder, 'whatever.ttf') });
    expect(preferred(folder, 'title')).toMatchObject({ installed: false });
    expect(
      shippedFonts()
        .faces()
        .every(({ face }) => !face.installed),
    ).toBe(true);
  });

  it('leaves fonts alone whose rights forbid embedding or subsetting', () => {
    for (const rights of [0x0002, 0x0100, 0x0200]) {
      const folder = temporary();
      writeFileSync(join(folder, 'fangsong.ttf'), renamedFont('仿宋', rights));
      expect(preferred(folder, 'body')).toMatchObject({ installed: false });
    }
  });

  it('takes a face out of a collection and writes with it', async () => {
    const folder = temporary();
    writeFileSync(join(folder, 'simfang.ttc'), collection(renamedFont('仿宋', 0x0008)));
    const fonts = official(folder);
    expect(preferred(folder, 'body')).toMatchObject({ installed: true, inCollection: true });
    const report = planReport(YEAR);
    const layout = layoutReport(report, fonts);
    const bytes = await pdfBytes(layout, fonts);
    await comparePdf(bytes, report, layout.pages.length);
    expect(bytes.toString('latin1')).toContain('+NotoSansSC-Medium');
  });

  it('refuses to start without its own fonts', () => {
    expect(() => fontChain({ scheme: 'shipped', folder: temporary() })).toThrow('ENOENT');
  });
});
