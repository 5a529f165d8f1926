import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { objectPath } from '#core/objects/paths.ts';
import type { Document } from '#shared/features/documents.ts';
import { ofd, pdf, png } from '../objects/samples.ts';
import { clock, temporaryFolder, testArchive as archiveOf, type TestArchive } from '#tests/support/test-archive.ts';

const testArchive = (): Promise<TestArchive> => archiveOf(undefined, { now: clock(Date.UTC(2023, 4, 8, 8)) });

async function filed(archive: TestArchive, title: string): Promise<Document> {
  const fields = { title, author: '某中心', signedDate: '2021-03-01', term: 'D30', pageCount: 2 };
  return (await archive.call('documents.create', { fields, file: true })).document;
}

function file(name: string, text: string): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

async function attach(archive: TestArchive, document: Document, name: string, text: string): Promise<Document> {
  const { id, version } = document;
  return (await archive.call('documents.attach', { id, version, file: file(name, text) })).document;
}

function spoil(archive: TestArchive, sha256: string, change: (bytes: Buffer) => Buffer): void {
  const path = objectPath(archive.directory, sha256);
  chmodSync(path, 0o644);
  writeFileSync(path, change(readFileSync(path)));
}

describe('a file of a document', () => {
  it('is stored by its content, found by its text, kept once, and left out with a reason only', async () => {
    const archive = await testArchive();
    const document = await filed(archive, '培训班签到表');
    const held = await attach(archive, document, '正文.txt', '版画与沥粉的学习记录');
    expect(held.files).toMatchObject([{ role: 'main', name: '正文.txt', format: 'text', size: 30 }]);
    const found = await archive.call('documents.search', { text: '沥粉' });
    expect(found.documents.map(({ id }) => id)).toEqual([document.id]);
    const again = await archive.call('documents.attach', {
      id: document.id,
      version: held.version,
      name: '另名.txt',
      bytes: new TextEncoder().encode('版画与沥粉的学习记录'),
    });
    expect(again).toMatchObject({ duplicate: true, document: { version: held.version } });
    await expect(
      archive.call('documents.arrangeFiles', { id: document.id, version: held.version, files: [] }),
    ).rejects.toMatchObject({ code: 'documents/detach_reason' });
    await archive.call('documents.arrangeFiles', {
      id: document.id,
      version: held.version,
      files: [],
      reason: '挂错了',
    });
    expect((await archive.call('documents.search', { text: '沥粉' })).total).toBe(0);
    await archive.call('history.undo', {});
    expect((await archive.call('documents.search', { text: '沥粉' })).total).toBe(1);
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
  });

  it('cannot be renamed to what the system would run, nor to another kind', async () => {
    const archive = await testArchive();
    const held = await attach(archive, await filed(archive, '通知'), '正文.txt', '内容');
    const [only] = held.files;
    const rename = (name: string, version: number) =>
      archive.call('documents.arrangeFiles', {
        id: held.id,
        version,
        files: [{ sha256: only?.sha256 ?? '', role: 'scan', name }],
      });
    await expect(rename('正文.exe', held.version)).rejects.toMatchObject({ code: 'objects/program' });
    const { document } = await rename('../签到:表.pdf', held.version);
    expect(document.files).toMatchObject([{ role: 'scan', name: expect.stringMatching(/^[^/\\:]+\.txt$/u) }]);
  });

  it('is doubtful where it is locked or damaged, not where its kind has no text', async () => {
    const archive = await testArchive();
    const { id } = await filed(archive, '现场照片');
    const take = async (name: string, bytes: Uint8Array) => {
      const { document } = await archive.call('documents.get', { id });
      return (await archive.call('documents.attach', { id, version: document.version, name, bytes })).doubts;
    };
    expect(await take('现场.png', png(4, 4))).toEqual([]);
    expect(await take('版式.ofd', ofd())).toEqual([]);
    const whole = await pdf(['内容']);
    expect(await take('正文.pdf', whole)).toEqual([]);
    expect(await take('密.pdf', await pdf(['内容'], { userPassword: '1' }))).toHaveLength(1);
    expect(await take('图.docx', png(5, 5))).toHaveLength(1);
  });

  it('is refused where it is a program, and nothing is left', async () => {
    const archive = await testArchive();
    const document = await filed(archive, '通知');
    await expect(attach(archive, document, '通知.exe', 'MZ')).rejects.toMatchObject({ code: 'objects/program' });
    expect((await archive.call('objects.list', {})).length).toBe(0);
  });
});

describe('the checks of the four natures', () => {
  it('tell planted faults of the store apart and claim nothing that a person must see', async () => {
    const archive = await testArchive();
    const { fonds } = await archive.call('fonds.get', {});
    await archive.call('fonds.update', { id: fonds.id, version: fonds.version, code: 'Q005' });
    const hashes: string[] = [];
    for (const name of ['甲', '乙', '丙', '丁', '戊', '己']) {
      const document = await attach(
        archive,
        await filed(archive, `文件${name}`),
        `${name}.txt`,
        `内容${name}`.repeat(20),
      );
      hashes.push(document.files[0]?.sha256 ?? '');
    }
    const before = await archive.call('checks.run', {});
    expect(before.results.filter(({ result }) => result === 'fail')).toEqual([]);
    expect(before.results.filter(({ result }) => result === 'manual').map(({ code }) => code)).toEqual([
      'CQ-3-4',
      'CQ-4-1',
      'CQ-4-2',
      'CQ-4-4',
    ]);
    const [flipped = '', cut = '', gone = '', one = '', other = ''] = hashes;
    spoil(archive, flipped, (bytes) => Buffer.from(bytes.map((byte, index) => (index === 3 ? byte ^ 1 : byte))));
    spoil(archive, cut, (bytes) => bytes.subarray(0, 5));
    rmSync(objectPath(archive.directory, gone));
    const [a, b] = [objectPath(archive.directory, one), objectPath(archive.directory, other)];
    renameSync(a, `${a}.x`);
    renameSync(b, a);
    renameSync(`${a}.x`, b);
    writeFileSync(join(archive.directory, 'objects', '多余.txt'), '?');

    const kept = await archive.call('checks.keep', { checkedBy: '检测人（示例）' });
    const rule = (code: string) => kept.results.find((result) => result.code === `CQ-${code}`);
    expect(rule('1-1')?.failures.map(({ detail }) => detail)).toEqual([
      '“甲.txt”内容被改动',
      '“乙.txt”内容缺失',
      '“丙.txt”文件不见了',
      '“丁.txt”与另一文件互换',
      '“戊.txt”与另一文件互换',
    ]);
    expect(rule('2-7')?.failures.length).toBe(2);
    expect(rule('4-3')?.failures.map(({ name }) => name)).toEqual(['多余.txt']);
    expect((await archive.call('checks.list', {}))[0]).toMatchObject({ checkedBy: '检测人（示例）', documents: 6 });
  });
});
