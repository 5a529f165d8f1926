import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReservedName, refusedInName, safeFileName } from '#core/files/file-name.ts';

const HOSTILE = Array.from('ACONconaux.. \t\n/\\:*?"<>|文𠅤é\u0301\u202e\ud800¹$1');

describe('safeFileName', () => {
  it.each([
    ['2021年工作配档表.PDF', '2021年工作配档表.pdf'],
    ['a/b\\c:d*e?.xlsx', 'a_b_c_d_e_.xlsx'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['CON', '_CON'],
    ['aux .pdf', '_aux.pdf'],
    ['COM¹.pdf', '_COM¹.pdf'],
    ['NUL.tar.gz', '_NUL.tar.gz'],
    [' . . ', 'unnamed'],
    ['', 'unnamed'],
    ['发票\u202egpj.exe', '发票gpj.exe'],
    ['上半年\n计划', '上半年计划'],
  ])('%j → %j', (text, name) => {
    expect(safeFileName(text)).toBe(name);
  });

  it('is safe on every system for any text, and stays as it is when given again', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(...HOSTILE), maxLength: 40 }),
      fc.constantFrom(`${'文'.repeat(300)}.PDF`, `${'x'.repeat(400)}.pdf`, '|C.C.', 'conin$.txt', 'C:\\a'),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const name = safeFileName(text);
        expect(name).not.toBe('');
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
        expect(path.basename(name)).toBe(name);
        expect(path.win32.basename(name)).toBe(name);
        expect(path.win32.dirname(path.win32.resolve('C:\\a', name))).toBe('C:\\a');
        expect(isReservedName(name)).toBe(false);
        expect(refusedInName(name, 'win32')).toBeNull();
        expect(safeFileName(name)).toBe(name);
      }),
      { numRuns: 300 },
    );
  });
});

describe('refusedInName', () => {
  it('says what Windows would refuse', () => {
    expect(refusedInName('a:b.pdf', 'win32')).toBe(':');
    expect(refusedInName('nul.pdf', 'win32')).toBe('nul.pdf');
    expect(refusedInName('表.', 'win32')).toBe('.');
    expect(refusedInName('2021年 表.pdf', 'win32')).toBeNull();
  });
  it('takes on Linux what Linux takes', () => {
    expect(refusedInName('a:b.pdf', 'linux')).toBeNull();
    expect(refusedInName('..', 'linux')).toBe('..');
  });
});
