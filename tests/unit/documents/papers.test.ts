import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { boxesOf, catalogueOf, documentsOf, paperRules } from '#core/papers/read.ts';
import { boxNoteReport } from '#core/reports/box-note.ts';
import { catalogueReport } from '#core/reports/catalogue.ts';
import { spineReport } from '#core/reports/spine.ts';
import { stampReport, stampSheetReport } from '#core/reports/stamps.ts';
import { openForReading } from '#core/db/open.ts';
import type { FormBox } from '#shared/report/model.ts';
import { clock, temporaryFolder, testArchive, type TestArchive } from '#tests/support/test-archive.ts';

const base = {
  unitName: '某中心',
  isExample: false,
  locale: 'zh-CN',
  createdAt: '2023-05-08T08:00:00Z',
  fonds: { code: 'Q005', name: '某中心' },
} as const;

/** 25 documents of 30年 and 5 permanent ones, one of them withdrawn, in boxes of 40 pages. */
async function filled(): Promise<TestArchive> {
  const archive = await testArchive(undefined, { now: clock(Date.UTC(2023, 4, 8, 8)) });
  const { fonds } = await archive.call('fonds.get', {});
  await archive.call('fonds.update', { id: fonds.id, version: fonds.version, code: 'Q005' });
  for (const [term, count] of [
    ['D30', 25],
    ['Y', 5],
  ] as const) {
    const lines = Array.from(
      { length: count },
      (_, index) => `${index + 1}\t某中心\t\t文件${term}${index + 1}\t20210308\t${(index % 5) + 1}\t`,
    );
    const text = ['件号\t责任者\t文号\t题名\t日期\t页数\t备注', ...lines].join('\n');
    await archive.call('documents.import', { text, term, numbers: 'keep' });
  }
  const { rows } = await archive.call('documents.list', { limit: 100 });
  const gone = rows.find(({ title }) => title === '文件D303');
  await archive.call('documents.edit', {
    step: { code: 'documentWithdraw', params: { count: 1 } },
    changes: [{ do: 'withdraw', id: gone?.id ?? 0, version: gone?.version ?? 0, reason: '重复件' }],
  });
  await archive.call('boxes.fillYear', { year: 2021, pagesPerBox: 40 });
  return archive;
}

function read<T>(archive: TestArchive, work: (db: ReturnType<typeof openForReading>) => T): T {
  const db = openForReading(join(archive.directory, 'archive.sqlite'));
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** Outer measures of boxes that touch, in mm. */
function extent(boxes: readonly FormBox[]): { width: number; height: number } {
  return {
    width: Math.max(...boxes.map(({ x, width }) => x + width)) - Math.min(...boxes.map(({ x }) => x)),
    height: Math.max(...boxes.map(({ y, height }) => y + height)) - Math.min(...boxes.map(({ y }) => y)),
  };
}

describe('the papers of the archive room', () => {
  it('list every filed document once, in the order of its number, and explain what is missing', async () => {
    const archive = await filled();
    const report = read(archive, (db) =>
      catalogueReport({
        ...base,
        year: 2021,
        term: null,
        ...catalogueOf(db, paperRules(db), { category: 'WS', year: 2021 }),
      }),
    );
    const codes = report.rows.map(({ cells }) => (cells[1]?.kind === 'text' ? cells[1].text : ''));
    const { rows } = await archive.call('documents.list', { filter: { year: 2021 }, limit: 100 });
    expect(codes).toEqual(rows.map(({ referenceCode }) => referenceCode));
    expect(codes.length).toBe(29);
    expect(report.notes).toEqual(['30年件号 0003：已撤下（文件D303：重复件）。']);
    expect(report.columns.map(({ heading }) => heading)).toEqual(
      '序号 档号 文号 责任者 题名 日期 密级 页数 备注'.split(' '),
    );
  });

  it('say of each box what the register says of it', async () => {
    const archive = await filled();
    const boxes = await archive.call('boxes.list', { year: 2021 });
    const report = read(archive, (db) =>
      boxNoteReport({ ...base, boxes: boxesOf(db, paperRules(db), { category: 'WS', year: 2021 }) }),
    );
    const texts = report.pages.map(({ boxes: parts }) =>
      parts.map(({ value }) => (value.kind === 'text' ? value.text : '')).join('\n'),
    );
    expect(texts.length).toBe(boxes.length);
    boxes.forEach((box, index) => {
      expect(texts[index]).toContain(`本盒共 ${box.count} 件 ${box.pages} 页。`);
    });
    expect(texts.filter((text) => text.includes('件号 0003 不在盒内。')).length).toBe(1);
  });

  it('have a stamp of 45 × 16 mm in six equal cells, and spines as wide as the box', async () => {
    const archive = await filled();
    const [one, sheet, spines] = read(archive, (db) => {
      const documents = documentsOf(db, paperRules(db), { paper: 'stamp', category: 'WS', year: 2021 });
      const boxes = boxesOf(db, paperRules(db), { category: 'WS', year: 2021 });
      return [
        stampReport({ ...base, documents }),
        stampSheetReport({ ...base, documents }),
        spineReport({ ...base, boxes }),
      ];
    });
    for (const page of one.pages) expect(extent(page.boxes)).toEqual({ width: 45, height: 16 });
    expect(one.pages[0]?.boxes.map(({ width, height }) => [width, height])).toEqual(
      Array.from({ length: 6 }, () => [15, 8]),
    );
    expect(sheet.pages.flatMap(({ boxes }) => boxes).length).toBe(29 * 6);
    const [first] = spines.pages;
    const narrow = first?.boxes.filter(({ x }) => x === first.boxes[0]?.x) ?? [];
    expect(extent(narrow).width).toBe(30);
    expect(extent(narrow).height).toBeCloseTo(310, 6);
  });

  it.each(['pdf', 'xlsx'] as const)(
    'are written as %s, read back and logged; nothing to print is said',
    async (format) => {
      const archive = await filled();
      const folder = temporaryFolder();
      for (const paper of ['catalogue', 'catalogueCover', 'boxNote', 'stamp', 'stampSheet', 'spine'] as const) {
        const file = join(folder, `${paper}.${format}`);
        const written = await archive.call('papers.export', { paper, year: 2021, format, file, fontScheme: 'shipped' });
        expect(written.pages).toBeGreaterThan(0);
      }
      expect(readdirSync(folder).length).toBe(6);
      expect((await archive.call('history.list', { limit: 1 }))[0]).toMatchObject({ action: 'papers.export' });
      await expect(
        archive.call('papers.export', { paper: 'catalogue', year: 1999, format, file: join(folder, `x.${format}`) }),
      ).rejects.toMatchObject({ code: 'papers/empty' });
      expect(readdirSync(folder).length).toBe(6);
    },
  );
});
