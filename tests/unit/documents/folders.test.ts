/** Documents as folders: what is given out can be checked years later, and every planted fault is told for what it is. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { objectPath } from '#core/objects/paths.ts';
import type { Document } from '#shared/features/documents.ts';
import { clock, temporaryFolder, testArchive as archiveOf, type TestArchive } from '#tests/support/test-archive.ts';

const testArchive = (): Promise<TestArchive> => archiveOf(undefined, { now: clock(Date.UTC(2023, 4, 8, 8)) });

async function filed(archive: TestArchive, title: string, files: Record<string, string>): Promise<Document> {
  const fields = {
    title,
    author: '某中心',
    signedDate: '2011-03-01',
    term: 'D30',
    pageCount: 2,
    accessMark: 'open',
  } as const;
  let { document } = await archive.call('documents.create', { fields, file: true });
  for (const [name, text] of Object.entries(files)) {
    const { id, version } = document;
    const bytes = new TextEncoder().encode(text);
    ({ document } = await archive.call('documents.attach', { id, version, name, bytes }));
  }
  return document;
}

/** Two filed documents, one with two files of one name, and a draft whose title spells a formula and XML. */
async function register(archive: TestArchive): Promise<Document[]> {
  const [fonds] = [(await archive.call('fonds.get', {})).fonds];
  await archive.call('fonds.update', { id: fonds.id, version: fonds.version, code: 'Q005' });
  const first = await filed(archive, '培训班通知', { '正文.txt': '通知全文', '正文.TXT': '通知附件' });
  const second = await filed(archive, '培训班签到表', { '元数据.xml': '<?xml version="1.0"?><甲/>' });
  const { document: draft } = await archive.call('documents.create', {
    fields: { title: '=1+1 <b>&"\u0001', remark: '第一行\n第二行' },
  });
  return [first, second, draft];
}

function folder(): string {
  const path = join(temporaryFolder(), '数据包');
  mkdirSync(path);
  return path;
}

/** Texts of the elements of a name; throws where the text is no XML. */
function elements(xml: string, name: string): string[] {
  const found: string[] = [];
  const parser = new SaxesParser();
  let text = '';
  parser.on('opentag', () => {
    text = '';
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('closetag', (tag) => {
    if (tag.name === name) found.push(text);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

describe('folders of documents', () => {
  it('hold files, metadata and catalogue under safe names, and prove whole', async () => {
    const archive = await testArchive();
    const [first, second, draft] = await register(archive);
    const directory = folder();
    const written = await archive.call('documents.exportFolders', { directory });
    expect(written).toMatchObject({ documents: 3, originals: 3, files: 12 });
    const folders = [first, second].map((document) => document?.referenceCode ?? '');
    expect(readdirSync(directory).toSorted()).toEqual(
      ['manifest-sha256.txt', '目录.csv', '目录.xml', '说明文件.txt', draft?.uid ?? '', ...folders].toSorted(),
    );
    const firstFolder = join(directory, first?.referenceCode ?? '');
    expect(readdirSync(firstFolder).toSorted()).toEqual(
      ['元数据.json', '元数据.xml', '正文.txt', '正文 (2).txt'].toSorted(),
    );
    const xml = read(firstFolder, '元数据.xml');
    expect(elements(xml, '题名')).toEqual(['培训班通知']);
    expect(elements(xml, '档号编码')).toEqual([first?.referenceCode]);
    expect(elements(xml, '计算机文件名')).toEqual(['正文.txt', '正文 (2).txt']);
    expect(elements(xml, '数字摘要')).toEqual(first?.files.map(({ sha256 }) => sha256));
    // A file that is called like the metadata does not take their place.
    const secondFolder = join(directory, second?.referenceCode ?? '');
    expect(elements(read(secondFolder, '元数据.xml'), '题名')).toEqual(['培训班签到表']);
    expect(read(secondFolder, '元数据 (2).xml')).toBe('<?xml version="1.0"?><甲/>');
    const json: unknown = JSON.parse(read(directory, draft?.uid ?? '', '元数据.json'));
    expect(json).toMatchObject({ title: draft?.title, remark: '第一行\n第二行', fonds: { code: 'Q005' } });
    expect(elements(read(directory, '目录.xml'), '题名')).toContain('=1+1 <b>&"\uFFFD');
    const csv = readFileSync(join(directory, '目录.csv'));
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.toString()).toContain(`"'=1+1 <b>&""\u0001"`);
    expect(await archive.call('documents.verifyFolders', { directory })).toMatchObject({ whole: true, files: 12 });
    // Any other program comes to the same answer.
    if (process.platform === 'linux') {
      execFileSync('sha256sum', ['--check', '--strict', 'manifest-sha256.txt'], { cwd: directory, stdio: 'pipe' });
    }
    const [event] = await archive.call('history.list', {});
    expect(event?.label).toMatchObject({ code: 'documentFolders', params: { sha256: written.manifestSha256 } });
  });

  it('tell missing, changed, surplus and unreadable files apart, and change nothing', async () => {
    const archive = await testArchive();
    const [first, second] = await register(archive);
    const directory = folder();
    await archive.call('documents.exportFolders', { directory });
    const [one, two] = [first?.referenceCode ?? '', second?.referenceCode ?? ''];
    rmSync(join(directory, one, '正文.txt'));
    appendFileSync(join(directory, one, '正文 (2).txt'), '。');
    writeFileSync(join(directory, two, '多出.txt'), '');
    mkdirSync(join(directory, '空文件夹'));
    renameSync(join(directory, two, '元数据.json'), join(directory, two, '元数据.bak'));
    rmSync(join(directory, '目录.csv'));
    symlinkSync('/etc/hostname', join(directory, '目录.csv'));
    expect(await archive.call('documents.verifyFolders', { directory })).toMatchObject({
      whole: false,
      missing: [`${one}/正文.txt`, `${two}/元数据.json`],
      changed: [`${one}/正文 (2).txt`],
      surplus: [`${two}/元数据.bak`, `${two}/多出.txt`].toSorted(),
      unreadable: [{ path: '目录.csv', detail: 'link' }],
    });
  });

  it.each([
    ['a path out of the package', `${'0'.repeat(64)}  ../外面.txt\n`],
    ['an absolute path', `${'0'.repeat(64)}  /etc/passwd\n`],
    ['a drive', `${'0'.repeat(64)}  C:/x.txt\n`],
    ['a line that is none', 'abc\n'],
  ])('refuse a list of checksums with %s', async (_what, line) => {
    const archive = await testArchive();
    await register(archive);
    const directory = folder();
    await archive.call('documents.exportFolders', { directory });
    const manifest = join(directory, 'manifest-sha256.txt');
    const lines = read(manifest).split('\n').length;
    appendFileSync(manifest, line);
    await expect(archive.call('documents.verifyFolders', { directory })).rejects.toMatchObject({
      code: 'folders/manifest_damaged',
      params: { line: lines },
    });
    rmSync(manifest);
    await expect(archive.call('documents.verifyFolders', { directory })).rejects.toMatchObject({
      code: 'folders/no_manifest',
    });
  });

  it('leave nothing behind where an object is damaged or the person cancels, and touch no filled folder', async () => {
    const archive = await testArchive();
    const [first, second] = await register(archive);
    const directory = folder();
    writeFileSync(join(directory, '别的.txt'), '别人的');
    await expect(archive.call('documents.exportFolders', { directory })).rejects.toMatchObject({
      code: 'folders/not_empty',
    });
    expect(readdirSync(directory)).toEqual(['别的.txt']);
    rmSync(join(directory, '别的.txt'));

    const cancel = new AbortController();
    await expect(
      archive.call(
        'documents.exportFolders',
        { directory },
        {
          signal: cancel.signal,
          onProgress: ({ done }) => {
            if (done === 1) cancel.abort();
          },
        },
      ),
    ).rejects.toMatchObject({ code: 'program/cancelled' });
    expect(readdirSync(directory)).toEqual([]);

    const damaged = objectPath(archive.directory, second?.files[0]?.sha256 ?? '');
    chmodSync(damaged, 0o644);
    writeFileSync(damaged, '<?xml version="1.0"?><乙/>');
    await expect(archive.call('documents.exportFolders', { directory })).rejects.toMatchObject({
      code: 'objects/damaged',
    });
    expect(readdirSync(directory)).toEqual([]);
    expect(existsSync(directory)).toBe(true);
    expect(await archive.call('documents.exportFolders', { directory, ids: [first?.id ?? 0] })).toMatchObject({
      documents: 1,
    });
  });

  it('make the package of a hand-over, with its head', async () => {
    const archive = await testArchive();
    const [first, second] = await register(archive);
    const { transfer } = await archive.call('transfers.draft', {
      number: '2023-1',
      receiver: '某区档案馆',
      documentIds: [first?.id ?? 0, second?.id ?? 0],
      note: '第一行\n第二行',
    });
    const directory = folder();
    const written = await archive.call('documents.exportFolders', { directory, transferId: transfer.id });
    expect(written).toMatchObject({ documents: 2, originals: 3 });
    const about = read(directory, '说明文件.txt');
    for (const line of [
      '移交单位：某街道社区教育中心',
      '接收单位：某区档案馆',
      '移交清册：2023-1',
      '移出说明：第一行 第二行',
      '年度：2011',
      '归档文件数量：2 件',
      '原文数量：3 个',
      `起始档号：${first?.referenceCode}`,
      `截至档号：${second?.referenceCode}`,
    ])
      expect(about.split('\r\n')).toContain(line);
    expect((await archive.call('history.list', {}))[0]?.label).toMatchObject({ code: 'transferPackage' });
  });
});
