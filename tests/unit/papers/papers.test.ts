/** The papers from a real archive: every one as both files, read back; figures and order against the tables. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Document } from '#shared/features/documents.ts';
import type { PaperName, PaperScopeInput } from '#shared/features/papers.ts';
import { PaperScope } from '#shared/features/papers.ts';
import { z } from '#shared/lib/zod.ts';
import type { FormReport, TableReport } from '#shared/report/model.ts';
import { printedText } from '#shared/report/text.ts';
import { openForReading } from '#core/db/open.ts';
import { all } from '#core/db/sql.ts';
import { readWorkbook } from '#core/formats/xlsx.ts';
import { paperReport } from '#core/papers/index.ts';
import { PdfFile } from '#core/writers/pdf-file.ts';
import { archiveRoom, type ArchiveRoom, sampleFields } from '#tests/support/archive-room.ts';
import type { ActivityPaper } from '#tests/support/activity-room.ts';
import type { FundingPaper } from '#tests/support/funding-room.ts';
import { clock, temporaryFolder, testArchive, type TestArchive } from '#tests/support/test-archive.ts';

const MM = 72 / 25.4;

/** The report as the job builds it, without writing it. */
function reportOf(archive: TestArchive, scope: PaperScopeInput): TableReport | FormReport {
  const db = openForReading(join(archive.directory, 'archive.sqlite'));
  try {
    return paperReport({ db, locale: 'zh-CN', now: () => '2023-05-08T08:00:00Z' }, PaperScope.parse(scope));
  } finally {
    db.close();
  }
}

function rowsOf(report: TableReport | FormReport): string[][] {
  if (report.kind !== 'table') throw new Error('a table was expected');
  return report.rows.map((row) => row.cells.map((value) => printedText(value, 'zh-CN')));
}

function textsOf(report: TableReport | FormReport): string[][] {
  if (report.kind !== 'form') throw new Error('a form was expected');
  return report.pages.map(({ boxes }) => boxes.map(({ value }) => printedText(value, 'zh-CN')));
}

/** Those of activities, persons and funding have tests of their own. */
type ArchivePaper = Exclude<PaperName, ActivityPaper | FundingPaper>;

const scopesOf = (room: ArchiveRoom): { [Name in ArchivePaper]: PaperScopeInput & { paper: Name } } => ({
  catalogue: { paper: 'catalogue', year: 2021 },
  catalogueCover: { paper: 'catalogueCover', year: 2021, term: 'Y' },
  boxNote: { paper: 'boxNote', boxIds: room.boxIds },
  stamp: { paper: 'stamp', documentIds: room.documentIds.slice(0, 3) },
  stampSheet: { paper: 'stampSheet', year: 2021, termStyle: 'code' },
  spine: { paper: 'spine', year: 2021 },
  boxCover: { paper: 'boxCover' },
  boxLabels: { paper: 'boxLabels', year: 2021 },
  documentLabels: { paper: 'documentLabels', year: 2021, term: 'D10' },
  transferList: { paper: 'transferList', transferId: room.transferId },
  disposalCover: { paper: 'disposalCover', disposalId: room.disposalId },
  disposalList: { paper: 'disposalList', disposalId: room.disposalId },
  loanRegister: { paper: 'loanRegister', from: '2022-01-01', to: '2022-12-31' },
  loanForm: { paper: 'loanForm', lines: 40 },
  appraisalOpinions: { paper: 'appraisalOpinions', appraisalId: room.appraisalId },
  expiredList: { paper: 'expiredList' },
  stocktakeReport: { paper: 'stocktakeReport', stocktakeId: room.stocktakeId },
  checkReport: { paper: 'checkReport', checkRunId: room.checkRunId },
  yearlyReport: { paper: 'yearlyReport', year: 2023 },
});

describe('the papers of an archive room', () => {
  let room: ArchiveRoom;
  beforeEach(async () => {
    room = await archiveRoom(30);
  });

  it('are all written as Excel and PDF, read back and shown', async () => {
    const folder = temporaryFolder();
    for (const scope of Object.values(scopesOf(room))) {
      const shown = await room.archive.call('papers.preview', { ...scope, fontScheme: 'shipped' });
      const exported = async (format: 'xlsx' | 'pdf') => {
        const file = join(folder, `${scope.paper}.${format}`);
        const written = await room.archive.call('papers.export', { ...scope, format, file, fontScheme: 'shipped' });
        return { ...written, content: readFileSync(file) };
      };
      const workbook = await exported('xlsx');
      expect((await readWorkbook(workbook.content)).sheets).toHaveLength(1);
      const pdf = await exported('pdf');
      expect([pdf.pages, pdf.bytes]).toEqual([shown.pages, pdf.content.length]);
    }
    expect(await room.archive.call('archive.verify', {})).toMatchObject({ ok: true });
  });

  it('leave an event with the file’s checksum', async () => {
    const file = join(temporaryFolder(), '目录.pdf');
    const { runtime } = room.archive;
    const answer = await runtime.call('papers.export', { paper: 'catalogue', year: 2021, format: 'pdf', file });
    expect(answer.event).toMatchObject({
      action: 'papers.export',
      label: { code: 'paperExport', params: { paper: '归档文件目录', format: 'pdf' } },
    });
    expect(answer.event?.label.params['sha256']).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('say of a box what the register says of it', async () => {
    const boxes = await room.archive.call('boxes.list', { year: 2021 });
    const notes = textsOf(reportOf(room.archive, { paper: 'boxNote', year: 2021 }));
    const spines = textsOf(reportOf(room.archive, { paper: 'spine', year: 2021 })).flat();
    expect(notes).toHaveLength(boxes.length);
    for (const [index, box] of boxes.sort((a, b) => a.number - b.number).entries()) {
      const range = [box.firstItem, box.lastItem].map((item) => String(item).padStart(4, '0'));
      const items = range[0] === range[1] ? range[0] : range.join('—');
      expect(notes[index]?.join('\n')).toContain(`共 ${box.count} 件 ${box.pages} 页，件号 ${items}。`);
      expect(spines.slice(index * 11, (index + 1) * 11)).toEqual([
        '全宗号',
        'Q005',
        '年度',
        '2021',
        '保管期限',
        box.term === 'Y' ? '永久' : `${box.term.slice(1)}年`,
        '起止件号',
        ...range,
        '盒号',
        String(box.number),
      ]);
    }
    const withdrawn = notes.flat().find((text) => text.includes('重复登记'));
    expect(withdrawn).toContain('30年 第 0002 号空缺：文件已撤下');
  });

  it('name the numbers between a box’s first and last that lie elsewhere', async () => {
    const [box] = await room.archive.call('boxes.list', { year: 2021 });
    if (!box) throw new Error('the room has boxes');
    const inside = await room.archive.call('documents.list', { filter: { boxId: box.id } });
    const [, second] = inside.rows;
    if (!second) throw new Error('the first box holds documents');
    await room.archive.call('boxes.fill', { boxId: null, documentIds: [second.id] });
    const [texts] = textsOf(reportOf(room.archive, { paper: 'boxNote', boxIds: [box.id] }));
    expect(texts?.join('\n')).toContain(`第 ${String(second.itemNumber).padStart(4, '0')} 号没有装盒。`);
  });

  it('list what was lent, appraised, destroyed and handed over, in the order of their lists', () => {
    const { archive } = room;
    const scopes = scopesOf(room);
    const loans = rowsOf(reportOf(archive, scopes.loanRegister));
    expect(loans).toHaveLength(12);
    const days = loans.map((row) => row[1] ?? '');
    expect(days).toEqual(days.toSorted((one, other) => Number(one) - Number(other)));
    expect(loans[0]?.slice(5, 9)).toEqual([
      '关于印发《2021年示例街道社区教育中心工作计划》的通知',
      '1(1)',
      '查阅',
      '工作查考',
    ]);

    const opinions = rowsOf(reportOf(archive, scopes.appraisalOpinions));
    expect(opinions.map((row) => row[6])).toEqual(['续存；仍有查考价值', '销毁', '销毁', '销毁', '']);
    expect(opinions[0]?.[7]).toBe('至20411231');

    const destroyed = rowsOf(reportOf(archive, scopes.disposalList));
    expect(destroyed.map((row) => [row[3], row[6], row[7]])).toEqual([
      ['Q005-WS·2011-D10-0002', '10年', '11年'],
      ['Q005-WS·2011-D10-0003', '10年', '11年'],
    ]);
    expect(textsOf(reportOf(archive, scopes.disposalCover))[0]).toContain('2 件 7 页');

    const handedOver = rowsOf(reportOf(archive, scopes.transferList));
    expect(handedOver.map((row) => [row[0], row[10], row[11]])).toEqual([
      ['1', '开放', ''],
      ['2', '开放', ''],
      ['3', '未审核', ''],
    ]);
  });

  it('keep in the register of loans a document that was withdrawn since, and stamp it no more', async () => {
    const { archive, documentIds } = room;
    const { document } = await archive.call('documents.get', { id: documentIds[0] ?? 0 });
    await archive.call('documents.edit', {
      step: { code: 'documentWithdraw', params: { count: 1 } },
      changes: [{ do: 'withdraw', id: document.id, version: document.version, reason: '登记有误' }],
    });
    const codes = rowsOf(reportOf(archive, scopesOf(room).loanRegister)).map((row) => row[4]);
    expect(codes).toContain(document.referenceCode);
    expect(() => reportOf(archive, { paper: 'stamp', documentIds: [document.id] })).toThrow(/record\/not_found/u);
  });

  it('list as expired what is in place and over, and nothing before its last day has passed', () => {
    const expired = rowsOf(reportOf(room.archive, { paper: 'expiredList', on: '2022-01-01' }));
    expect(expired.map((row) => row[1])).toEqual([
      'Q005-WS·2011-D10-0001',
      'Q005-WS·2011-D10-0004',
      'Q005-WS·2011-D10-0005',
    ]);
    expect(() => reportOf(room.archive, { paper: 'expiredList', on: '2021-12-31' })).toThrow(/papers\/empty/u);
  });

  it('hold a stock-take against the register', () => {
    const report = reportOf(room.archive, scopesOf(room).stocktakeReport);
    const rows = rowsOf(report);
    const findings = rows.map((row) => `${row[1]} ${row[6]}`);
    expect(findings.slice(0, 2)).toEqual(['不详 无登记', '盒 错位']);
    // The box that was opened held one document of its own, one of another box; the others were not seen or are lent.
    expect(findings.filter((text) => text === '文件 错位')).toHaveLength(1);
    expect(rows.find((row) => row[6] === '借出')?.[5]).toMatch(/^借出：示例/u);
    if (report.kind !== 'table') throw new Error('a table was expected');
    const head = report.headLines.flat().map(({ value }) => printedText(value, 'zh-CN'));
    const missing = findings.filter((text) => text === '文件 未见' || text === '文件 借出').length;
    expect(head).toContain(`应有 ${missing + 1} 件，在位 1 件`);
  });

  it('count the year so that the stock equation holds', () => {
    const counts = (year: number): string[][] =>
      rowsOf(reportOf(room.archive, { paper: 'yearlyReport', year })).map((row) => row.slice(2));
    const [opening, received, transferred, destroyed, closing] = counts(2023).map(([sum]) => Number(sum));
    expect([opening, received, transferred, destroyed, closing]).toEqual([0, 35, 1, 2, 32]);
    // What was there at the end of a year is there at the beginning of the next.
    expect(counts(2024)[0]).toEqual(counts(2023)[4]);
    expect(
      counts(2022)
        .slice(8, 11)
        .map(([sum]) => sum),
    ).toEqual(['12', '12', '12']);
  });

  it.each<[PaperScopeInput, RegExp]>([
    [{ paper: 'catalogue', year: 1999 }, /1999年度没有符合条件/u],
    [{ paper: 'spine', year: 1999 }, /请先装盒/u],
    [{ paper: 'stampSheet', year: 1999 }, /请先归档/u],
    [{ paper: 'loanRegister', from: '1999-01-01', to: '1999-12-31' }, /打印空白表/u],
    [{ paper: 'yearlyReport', year: 1999 }, /请检查年度/u],
  ])('say what to do where there is nothing to print: %o', async (scope, advice) => {
    await expect(room.archive.call('papers.preview', scope)).rejects.toMatchObject({
      code: 'papers/empty',
      params: { advice: expect.stringMatching(advice) as string },
    });
  });

  it('refuse what is not there, what has no number and a stamp that would lack an entry', async () => {
    const { archive, documentIds } = room;
    await expect(archive.call('papers.preview', { paper: 'transferList', transferId: 99 })).rejects.toMatchObject({
      code: 'record/not_found',
    });
    const draft = (await archive.call('documents.create', { fields: { title: '草稿' } })).document;
    await expect(
      archive.call('papers.preview', { paper: 'documentLabels', documentIds: [draft.id] }),
    ).rejects.toMatchObject({ code: 'papers/not_filed', params: { title: '草稿' } });
    const { document } = await archive.call('documents.get', { id: documentIds[0] ?? 0 });
    await archive.call('documents.edit', {
      step: { code: 'documentType', params: { count: 1 } },
      changes: [{ do: 'set', id: document.id, version: document.version, fields: { pageCount: null } }],
    });
    await expect(archive.call('papers.preview', { paper: 'stamp', documentIds: [document.id] })).rejects.toMatchObject({
      code: 'papers/stamp_incomplete',
      params: { count: 1, documents: `${document.referenceCode}：归档章缺少页数。请先填写页数。` },
    });
  });
});

describe('the PDF', () => {
  /** Extent of all lines that are drawn on a page, mm. */
  async function linesOf(archive: TestArchive, scope: PaperScopeInput): Promise<{ width: number; height: number }> {
    const file = join(temporaryFolder(), '表.pdf');
    await archive.call('papers.export', { ...scope, format: 'pdf', file, fontScheme: 'shipped' });
    const pdf = new PdfFile(readFileSync(file));
    const [kid] = pdf.array(pdf.dictionary(pdf.dictionary(pdf.trailer.get('Root')).get('Pages')).get('Kids'));
    const content = pdf.streamText(pdf.dictionary(kid).get('Contents'));
    const ends = [...content.matchAll(/([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l/gu)].map((line) =>
      line.slice(1).map(Number),
    );
    const xs = ends.flatMap(([x1 = 0, , x2 = 0]) => [x1, x2]);
    const ys = ends.flatMap(([, y1 = 0, , y2 = 0]) => [y1, y2]);
    return { width: (Math.max(...xs) - Math.min(...xs)) / MM, height: (Math.max(...ys) - Math.min(...ys)) / MM };
  }

  it('draws stamp, spine, cover and register in their measures', async () => {
    const { archive, documentIds, boxIds } = await archiveRoom(20);
    const [first = 0] = documentIds;
    const stamp = await linesOf(archive, { paper: 'stamp', documentIds: [first] });
    expect([stamp.width, stamp.height]).toEqual([expect.closeTo(45, 1), expect.closeTo(16, 1)]);
    const boxes = await archive.call('boxes.list', { year: 2021 });
    for (const { id, spineWidth } of boxes.filter(({ id: box }) => boxIds.includes(box))) {
      const spine = await linesOf(archive, { paper: 'spine', boxIds: [id] });
      expect([spine.width, spine.height]).toEqual([expect.closeTo(spineWidth, 1), expect.closeTo(310, 1)]);
    }
    const cover = await linesOf(archive, { paper: 'boxCover' });
    expect([cover.width, cover.height]).toEqual([expect.closeTo(220, 1), expect.closeTo(310, 1)]);
    expect((await linesOf(archive, { paper: 'catalogue', year: 2021 })).width).toBeCloseTo(247, 1);
  });
});

describe('the catalogue', () => {
  const Stored = z.object({ reference_code: z.string(), term: z.string(), item_number: z.int() });

  it('has each document of its scope exactly once, in the order of 件号, whatever happened to them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            term: fc.constantFrom('Y', 'D30', 'D10'),
            year: fc.constantFrom(2021, 2022),
            withdrawn: fc.boolean(),
            section: fc.boolean(),
          }),
          { minLength: 1, maxLength: 14 },
        ),
        fc.boolean(),
        async (plans, hasSection) => {
          const archive = await testArchive(undefined, { now: clock(Date.UTC(2023, 4, 8, 8)) });
          const { fonds, schemes } = await archive.call('fonds.get', {});
          await archive.call('fonds.update', { id: fonds.id, version: fonds.version, code: 'Q005' });
          const sections: number[] = [];
          for (const code of ['ZHB', 'BGS']) {
            sections.push((await archive.call('fonds.saveSection', { code, name: `${code}室` })).id);
          }
          if (hasSection) {
            for (const scheme of schemes) await archive.call('fonds.saveScheme', { ...scheme, hasSection });
          }
          const made: Document[] = [];
          for (const [index, { term, year, section }] of plans.entries()) {
            const fields = { ...sampleFields(index, year), term, sectionId: sections[section ? 0 : 1] ?? null };
            made.push((await archive.call('documents.create', { fields, file: true })).document);
          }
          for (const [index, document] of made.entries()) {
            if (!plans[index]?.withdrawn) continue;
            await archive.call('documents.edit', {
              step: { code: 'documentWithdraw', params: { count: 1 } },
              changes: [{ do: 'withdraw', id: document.id, version: document.version, reason: '登记有误' }],
            });
          }
          const db = openForReading(join(archive.directory, 'archive.sqlite'));
          for (const year of [2021, 2022]) {
            const stored = all(
              db,
              Stored,
              'SELECT reference_code, term, item_number FROM document WHERE filing_year = ? AND withdrawn = 0',
              year,
            );
            if (stored.length === 0) continue;
            const report = reportOf(archive, { paper: 'catalogue', year });
            const printed = rowsOf(report).map((row) => row[1] ?? '');
            expect(printed.toSorted()).toEqual(stored.map((row) => row.reference_code).toSorted());
            expect(rowsOf(report).map((row) => Number(row[0]))).toEqual(printed.map((_, index) => index + 1));
            // Within a class, which is the code up to its last part, numbers rise; a class is never left and entered again.
            const classes = printed.map((code) => code.slice(0, code.lastIndexOf('-')));
            expect(classes.filter((name, index) => name !== classes[index - 1])).toEqual([...new Set(classes)]);
            for (const name of new Set(classes)) {
              const numbers = printed
                .filter((_, index) => classes[index] === name)
                .map((code) => Number(code.slice(-4)));
              expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other));
            }
            // 永久 before 定期, the longer before the shorter.
            const terms = printed.map((code) => stored.find((row) => row.reference_code === code)?.term);
            expect([...new Set(terms)]).toEqual(['Y', 'D30', 'D10'].filter((term) => terms.includes(term)));
            // Every withdrawn number is explained.
            const gone = made.filter((document, index) => plans[index]?.withdrawn && document.filingYear === year);
            const notes = report.kind === 'table' ? report.notes : [];
            expect(notes.filter((note) => note.includes('文件已撤下'))).toHaveLength(gone.length);
          }
          db.close();
        },
      ),
      { numRuns: 12 },
    );
  });

  it('prints codes without the 全宗号 while there is none, and says so', async () => {
    const archive = await testArchive(undefined, { now: clock(Date.UTC(2023, 4, 8, 8)) });
    await archive.call('documents.create', { fields: sampleFields(0), file: true });
    const report = reportOf(archive, { paper: 'catalogue', year: 2021 });
    expect(rowsOf(report)[0]?.[1]).toBe('WS·2021-Y-0001');
    expect(report.kind === 'table' ? report.notes : []).toEqual(['全宗号尚未确定，档号中暂缺全宗号。']);
  });
});
