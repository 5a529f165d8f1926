/** Changing documents by a spreadsheet: the difference names exactly what was changed, on either side, and nothing more. */
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TableComparison } from '#shared/features/document-table.ts';
import { changesFromTable, differenceKey, proposedKeys } from '#shared/features/document-table.ts';
import { TEXT_FIELDS, type TextField } from '#shared/features/document-texts.ts';
import type { Document, DocumentFields } from '#shared/features/documents.ts';
import { translator } from '#shared/i18n/index.ts';
import { temporaryFolder, testArchive, type TestArchive } from '#tests/support/test-archive.ts';

const t = translator('zh-CN');

interface Sheet {
  /** Row number of a document. */
  row(uid: string): number;
  /** With a format, the cell is no longer text. */
  set(row: number, heading: string, value: ExcelJS.CellValue, format?: string): void;
  text(row: number, heading: string): string;
  remove(row: number): void;
  add(values: Record<string, ExcelJS.CellValue>): void;
  save(): Promise<void>;
}

/** The exported workbook as another program holds it. */
async function openSheet(file: string): Promise<Sheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  const columns = new Map<string, number>();
  sheet.getRow(2).eachCell((cell, column) => columns.set(cell.text, column));
  const column = (heading: string): number => columns.get(heading) ?? Number.NaN;
  return {
    row(uid) {
      let found = Number.NaN;
      sheet.eachRow((row, number) => {
        if (row.getCell(column(t('documentTable.column.uid'))).text === uid) found = number;
      });
      return found;
    },
    set: (row, heading, value, format) => {
      const cell = sheet.getRow(row).getCell(column(heading));
      cell.value = value;
      if (format !== undefined) cell.style = { ...cell.style, numFmt: format };
    },
    text: (row, heading) => sheet.getRow(row).getCell(column(heading)).text,
    remove: (row) => sheet.spliceRows(row, 1),
    add: (values) => {
      const row = sheet.getRow(sheet.rowCount + 1);
      for (const [heading, value] of Object.entries(values)) row.getCell(column(heading)).value = value;
    },
    save: async () => workbook.xlsx.writeFile(file),
  };
}

const heading = (field: TextField): string => t(`documents.field.${field}`);

const FIRST: Partial<DocumentFields> = {
  title: '关于举办培训班的通知',
  author: '某街道社区教育中心',
  documentNumber: '某社教〔2021〕1号',
  signedDate: '2021-03-01',
  term: 'D30',
  pageCount: 2,
  addressees: ['各社区', '各学校'],
  remark: ' =1+1\n第二行',
};

async function register(archive: TestArchive, count: number): Promise<Document[]> {
  const documents: Document[] = [];
  for (let index = 0; index < count; index += 1) {
    const { document } = await archive.call('documents.create', {
      fields: { ...FIRST, title: `${FIRST.title}（${index + 1}）` },
      file: index % 2 === 1,
    });
    documents.push(document);
  }
  return documents;
}

async function exported(archive: TestArchive): Promise<string> {
  const file = join(temporaryFolder(), '著录表.xlsx');
  await archive.call('documents.exportTable', { file });
  return file;
}

const listed = async (archive: TestArchive): Promise<Document[]> =>
  (await archive.call('documents.list', { sort: 'entered' })).rows;

/** What a person types, and what it means. */
const TYPED: { readonly [F in TextField]?: readonly (readonly [string, DocumentFields[F] | 'unreadable'])[] } = {
  title: [
    ['新的题名', '新的题名'],
    ['  两端有空格  ', '两端有空格'],
    ['', ''],
  ],
  author: [
    ['区教育和体育局', '区教育和体育局'],
    ['', null],
  ],
  signedDate: [
    ['2021年6月18日', '2021-06-18'],
    ['20201200', '2020-12'],
    ['2021061?', 'unreadable'],
    ['', null],
  ],
  term: [
    ['永久', 'Y'],
    ['10年', 'D10'],
    ['30', 'D30'],
    ['很久', 'unreadable'],
  ],
  pageCount: [
    ['12', 12],
    ['３页', 3],
    ['两页', 'unreadable'],
    ['', null],
  ],
  addressees: [
    ['各社区\n各学校\n各单位', ['各社区', '各学校', '各单位']],
    ['各社区；各学校', ['各社区', '各学校']],
    ['', []],
  ],
  accessMark: [
    ['开放', 'open'],
    ['Open', 'open'],
    ['也许', 'unreadable'],
    ['', 'unreadable'],
  ],
  remark: [
    ['=SUM(A1)', '=SUM(A1)'],
    ['', ''],
  ],
};

const edits = fc.array(
  fc.constantFrom(...(Object.keys(TYPED) as (keyof typeof TYPED)[])).chain((field) =>
    fc.record({
      document: fc.nat(5),
      field: fc.constant(field),
      choice: fc.constantFrom(...(TYPED[field] ?? []).map(([text, value]) => ({ text, value }))),
    }),
  ),
  { maxLength: 8 },
);

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function named(comparison: TableComparison): string[] {
  return comparison.documents
    .flatMap(({ id, differences }) => differences.map(({ field, kind }) => `${differenceKey(id, field)} ${kind}`))
    .toSorted();
}

describe('a table of documents', () => {
  it('comes back without a difference where nothing was edited, in either language', async () => {
    const archive = await testArchive();
    await register(archive, 4);
    const unchanged = { documents: [], fresh: [], missing: [], problems: [], ignored: [], compared: 4 };
    expect(await archive.call('documents.compareTable', { file: await exported(archive) })).toMatchObject(unchanged);
    const english = await testArchive(archive.directory.replace(/archive$/u, 'other'), { locale: 'en' });
    await register(english, 4);
    expect(await english.call('documents.compareTable', { file: await exported(english) })).toMatchObject(unchanged);
  });

  it('names exactly the edits of both sides, and taking them gives the merged state', async () => {
    await fc.assert(
      fc.asyncProperty(edits, edits, fc.boolean(), async (inFile, inArchive, takeConflicts) => {
        const archive = await testArchive();
        const base = await register(archive, 6);
        const file = await exported(archive);
        const sheet = await openSheet(file);
        const theirs = new Map<string, { text: string; value: unknown }>();
        for (const { document, field, choice } of inFile) {
          const record = base[document];
          if (!record) continue;
          sheet.set(sheet.row(record.uid), heading(field), choice.text);
          theirs.set(differenceKey(record.id, field), choice);
        }
        await sheet.save();
        for (const { document, field, choice } of inArchive) {
          const record = (await listed(archive))[document];
          if (!record || choice.value === 'unreadable' || (record.state !== 'draft' && field === 'term')) continue;
          const fields = { [field]: choice.value } as Partial<DocumentFields>;
          const changes = [{ do: 'set' as const, id: record.id, version: record.version, fields }];
          await archive.call('documents.edit', { step: { code: 'documentEdit', params: { count: 1 } }, changes });
        }
        const current = await listed(archive);

        const expected: string[] = [];
        const merged = new Map<string, unknown>();
        for (const [index, before] of base.entries()) {
          const now = current[index];
          if (!now) throw new Error('a document is gone');
          for (const field of TEXT_FIELDS) {
            const key = differenceKey(before.id, field);
            const typed = theirs.get(key);
            const changedHere = !same(before[field], now[field]);
            const changedThere = typed !== undefined && !same(typed.value, before[field]);
            merged.set(key, now[field]);
            if (!changedThere) {
              if (changedHere) expected.push(`${key} here`);
            } else if (typed.value === 'unreadable') expected.push(`${key} unreadable`);
            else if (same(typed.value, now[field])) continue;
            else if (field === 'term' && now.state !== 'draft') expected.push(`${key} fixed`);
            else {
              expected.push(`${key} ${changedHere ? 'conflict' : 'file'}`);
              if (!changedHere || takeConflicts) merged.set(key, typed.value);
            }
          }
          // The filing year of a draft follows the date that is taken (DA/T 22-2015, 5.2).
          const date = merged.get(differenceKey(before.id, 'signedDate'));
          if (now.state === 'draft' && !same(date, now.signedDate) && typeof date === 'string')
            merged.set(differenceKey(before.id, 'filingYear'), Number(date.slice(0, 4)));
        }
        const comparison = await archive.call('documents.compareTable', { file });
        expect(named(comparison)).toEqual(expected.toSorted());
        expect(comparison).toMatchObject({ fresh: [], missing: [], problems: [], compared: 6 });

        const ticked = proposedKeys(comparison);
        if (takeConflicts) {
          for (const { id, differences } of comparison.documents)
            for (const { field, kind } of differences) if (kind === 'conflict') ticked.add(differenceKey(id, field));
        }
        const changes = changesFromTable(comparison, ticked);
        if (changes.length > 0) {
          await archive.call('documents.edit', { step: { code: 'documentTableTake', params: { count: 1 } }, changes });
        }
        const after = await listed(archive);
        const state = after.flatMap((document) =>
          TEXT_FIELDS.map((field) => [differenceKey(document.id, field), document[field]] as const),
        );
        expect(state).toEqual(state.map(([key]) => [key, merged.get(key)]));
        if (changes.length > 0) await archive.call('history.undo', {});
        const fieldsOf = (documents: Document[]) => documents.map(({ version: _version, ...fields }) => fields);
        expect(fieldsOf(await listed(archive))).toEqual(fieldsOf(current));
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('tells new rows, missing rows, rows of elsewhere and copied rows apart; nothing is deleted', async () => {
    const archive = await testArchive();
    const [first, second, third] = await register(archive, 4);
    if (!first || !second || !third) throw new Error('four documents');
    const file = await exported(archive);
    const sheet = await openSheet(file);
    const uid = t('documentTable.column.uid');
    const version = t('documentTable.column.version');
    sheet.add({ [heading('title')]: '新增的通知', [heading('signedDate')]: '2021-05-06', [heading('pageCount')]: '3' });
    sheet.add({ [heading('title')]: '页数不明的通知', [heading('pageCount')]: '若干' });
    sheet.add({ [heading('title')]: '复制的一行', [uid]: second.uid, [version]: '1' });
    sheet.add({ [heading('title')]: '别处的一行', [uid]: '00000000-0000-7000-8000-000000000000', [version]: '1' });
    sheet.set(sheet.row(third.uid), version, '99');
    sheet.remove(sheet.row(first.uid));
    await sheet.save();
    const comparison = await archive.call('documents.compareTable', { file });
    expect(comparison.missing).toEqual([{ id: first.id, title: first.title, referenceCode: null }]);
    expect(comparison.documents).toEqual([]);
    expect(comparison.problems.map(({ reason }) => reason)).toEqual([
      t('documentTable.unknownVersion', { version: '99' }),
      t('documentTable.uidTwice'),
      t('documentTable.unknownUid', { uid: '00000000-0000-7000-8000-000000000000' }),
    ]);
    expect(comparison.fresh).toMatchObject([
      { title: '新增的通知', fields: { signedDate: '2021-05-06', pageCount: 3 }, unreadable: [] },
      { title: '页数不明的通知', unreadable: [{ field: 'pageCount', text: '若干' }] },
    ]);
    const changes = changesFromTable(comparison, proposedKeys(comparison));
    await archive.call('documents.edit', { step: { code: 'documentTableTake', params: { count: 1 } }, changes });
    expect((await listed(archive)).map(({ title }) => title)).toEqual(
      [1, 2, 3, 4].map((number) => `${FIRST.title}（${number}）`).concat('新增的通知'),
    );
  });

  it('takes no error, no lost digits and no foreign day for a value', async () => {
    const archive = await testArchive();
    const [first] = await register(archive, 1);
    if (!first) throw new Error('one document');
    const file = await exported(archive);
    const sheet = await openSheet(file);
    const row = sheet.row(first.uid);
    sheet.set(row, heading('author'), { error: '#REF!' });
    sheet.set(row, heading('indexNumber'), 110_105_194_912_310_020);
    sheet.set(row, heading('signedDate'), new Date(Date.UTC(2021, 5, 18)), 'yyyy/m/d');
    // A day that stands in a cell of text is a mere number, and which day it means nobody can say.
    sheet.set(row, heading('receivedDate'), 44_365);
    await sheet.save();
    const comparison = await archive.call('documents.compareTable', { file });
    expect(named(comparison)).toEqual(
      [
        `${differenceKey(first.id, 'author')} unreadable`,
        `${differenceKey(first.id, 'indexNumber')} unreadable`,
        `${differenceKey(first.id, 'signedDate')} file`,
        `${differenceKey(first.id, 'receivedDate')} unreadable`,
      ].toSorted(),
    );
    expect(comparison.documents[0]?.differences.find(({ field }) => field === 'signedDate')?.fields).toEqual({
      signedDate: '2021-06-18',
    });
  });

  it('refuses a workbook that is no table of documents', async () => {
    const archive = await testArchive();
    const file = join(temporaryFolder(), '别的.xlsx');
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('表').addRow(['题名', '日期']);
    await workbook.xlsx.writeFile(file);
    await expect(archive.call('documents.compareTable', { file })).rejects.toMatchObject({
      code: 'documents/table_unknown',
    });
    await expect(archive.call('documents.exportTable', { file })).rejects.toMatchObject({
      code: 'documents/table_empty',
    });
  });
});
