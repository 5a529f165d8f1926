/** The reader's two promises on random catalogues: a sound one reads exactly, a damaged one is never silently different. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '#core/formats/index.ts';
import { readCatalogue } from '#core/catalogue/index.ts';
import { AppError } from '#shared/errors.ts';
import type { CatalogueReading, CatalogueRecord } from '#shared/features/catalogue.ts';
import { catalogues, type Entry, flattened, LAYOUTS } from './catalogues.ts';

async function read(text: string, file: string): Promise<CatalogueReading[]> {
  return readCatalogue(await decode(Buffer.from(text), file), { locale: 'zh-CN', mapping: {} });
}

function entryOf({ no, author, doc_no: number, title, date, pages, remark }: CatalogueRecord): Partial<Entry> {
  return { no: no ?? 0, author: author ?? '', doc_no: number, title, date: date ?? '', pages: pages ?? 0, remark };
}

function doubtsOf(reading: CatalogueReading): string[] {
  return reading.warnings.filter(({ severity }) => severity !== 'note').map(({ code }) => code);
}

describe('sound catalogues', () => {
  it.each(LAYOUTS)('read exactly and without doubt: $name', async ({ text, file }) => {
    await fc.assert(
      fc.asyncProperty(catalogues, async (entries) => {
        const [reading, ...others] = await read(text(entries), file);
        expect(others).toEqual([]);
        expect(reading?.records.map(entryOf)).toEqual(entries);
        expect(reading && doubtsOf(reading)).toEqual([]);
        expect(reading?.pages_total).toBe(entries.reduce((sum, { pages }) => sum + pages, 0));
      }),
      { numRuns: 60 },
    );
  });
});

type Kind = 'drop' | 'swap' | 'repeat' | 'break' | 'noise';

const damage = fc.record({
  kind: fc.constantFrom<Kind>('drop', 'swap', 'repeat', 'break', 'noise'),
  at: fc.nat(),
});

/** Damages one line behind the headings. */
function damaged(lines: readonly string[], { kind, at }: { kind: Kind; at: number }): string[] {
  const copy = [...lines];
  const place = 8 + (at % (lines.length - 8));
  const line = copy[place] ?? '';
  if (kind === 'drop') copy.splice(place, 1);
  else if (kind === 'swap') copy.splice(place, 2, copy[place + 1] ?? '', line);
  else if (kind === 'repeat') copy.splice(place, 0, line);
  else if (kind === 'break' && line.length > 3)
    copy.splice(place, 1, line.slice(0, line.length >> 1), line.slice(line.length >> 1));
  else if (kind === 'noise') copy.splice(place, 0, '- 3 -');
  return copy;
}

/** An optional cell that is gone leaves a paper that is sound as well. */
function isOptional(text: string, entries: readonly Entry[]): boolean {
  return entries.some(({ doc_no: number, remark }) => number === text || remark === text);
}

describe('damaged catalogues', () => {
  it('are refused, or every wrong record is marked', async () => {
    await fc.assert(
      fc.asyncProperty(catalogues, damage, async (entries, kind) => {
        const lines = flattened(entries);
        const place = 8 + (kind.at % (lines.length - 8));
        if (kind.kind === 'drop' && isOptional(lines[place] ?? '', entries)) return;
        let readings: CatalogueReading[];
        try {
          readings = await read(damaged(lines, kind).join('\n'), 'a.txt');
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          return;
        }
        const records = readings.flatMap((reading) => reading.records);
        const wrong = records.filter(
          (record) =>
            record.needs_review !== true &&
            !entries.some((entry) => JSON.stringify(entry) === JSON.stringify(entryOf(record))),
        );
        expect(wrong).toEqual([]);
        if (records.length !== entries.length) expect(readings.flatMap(doubtsOf)).not.toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

describe('any text', () => {
  it('is read or refused with a typed error', async () => {
    const pieces = fc.array(
      fc.constantFrom(
        '件号',
        '题名',
        '责任者',
        '日期',
        '1',
        '2',
        '20210101',
        '关于',
        '\t',
        '\n',
        ',',
        '|',
        '  ',
        '《',
        '〔2021〕',
        '合计',
        '同上',
        '：',
        '？',
      ),
      { minLength: 1, maxLength: 80 },
    );
    await fc.assert(
      fc.asyncProperty(pieces, async (drawn) => {
        try {
          for (const { records } of await read(drawn.join(''), 'a.txt'))
            for (const { title } of records) expect(title).not.toBe('');
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: 400 },
    );
  });
});
