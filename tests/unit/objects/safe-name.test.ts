import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ObjectFormat } from '#shared/features/objects.ts';
import { refusedInName } from '#core/files/file-name.ts';
import { refuseProgramName, shownName } from '#core/objects/safe-name.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({
    unit: fc.constantFrom(...Array.from('ACONaux.. \t\n/\\:*?"<>|文𠅤é\u0301\u202e\ud800¹$1pdfexe')),
    maxLength: 40,
  }),
  fc.constantFrom(
    `${'文'.repeat(300)}.PDF`,
    'CON.pdf',
    '.pdf',
    '..',
    ' .pdf',
    'x.exe',
    'a.pdf.',
    'conin$',
    'a.docx.pdf',
    'a.tar.gz',
  ),
);

describe('the name that is shown', () => {
  it('is safe on every system', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(...ObjectFormat.options), (given, format) => {
        const { name } = shownName(given, format);
        expect(name).not.toBe('');
        expect(name.isWellFormed()).toBe(true);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
        expect(path.win32.basename(name)).toBe(name);
        expect(refusedInName(name, 'win32')).toBeNull();
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
      { numRuns: 3000 },
    );
  });

  it('of a known kind has its extension, is nothing that the system runs, and stays as it is', () => {
    const known = ObjectFormat.options.filter((format) => format !== 'unknown');
    fc.assert(
      fc.property(hostile, fc.constantFrom(...known), (given, format) => {
        const { name, extension } = shownName(given, format);
        expect(name.toLowerCase().endsWith(`.${extension}`)).toBe(true);
        expect(() => refuseProgramName(name)).not.toThrow();
        expect(shownName(name, format)).toEqual({ name, extension, mismatch: false });
      }),
      { numRuns: 3000 },
    );
  });
});
