/**
 * The evidence package: it proves whole to a stranger, and every forgery is told for what it is. The verifier runs as an auditor runs it: a
 * program of its own, with nothing but Node and the folder.
 */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '#core/audit/canonical.ts';
import { yuanText } from '#core/audit/package-sheets.ts';
import { objectPath } from '#core/objects/paths.ts';
import type { Output } from '#shared/contract.ts';
import { keepBook, MANIFEST, PHONE, writtenPackage, YEAR } from '#tests/support/audit-package.ts';
import { FORGERIES, logOf, read, sealAnew, sha256, writeLog } from '#tests/support/forgeries.ts';
import { clock, temporaryFolder, testArchive } from '#tests/support/test-archive.ts';

/** As an auditor runs it. `codes` are the kinds of problems, without repetition. */
function verify(directory: string, ...more: string[]): { status: number | null; codes: string[]; output: string } {
  const run = spawnSync(process.execPath, [join(directory, 'verify.mjs'), directory, ...more], { encoding: 'utf8' });
  const output = run.stdout + run.stderr;
  const codes = [...new Set([...output.matchAll(/^✗ \[([a-z_]+)\]/gmu)].map(([, code = '']) => code))];
  return { status: run.status, codes, output };
}

describe('an evidence package', () => {
  it('holds figures, entries, vouchers, log and head, and proves whole without the program', async () => {
    const { archive, directory, written: answer, ids } = await writtenPackage();
    expect(readdirSync(directory).toSorted()).toEqual(
      [
        'README.txt',
        'entries.csv',
        'entries.json',
        'figures.json',
        'head.json',
        'log.jsonl',
        MANIFEST,
        'verify.html',
        'verify.mjs',
        'vouchers',
        'vouchers.csv',
      ].toSorted(),
    );
    // The document that two entries name as their basis is carried once.
    expect(readdirSync(join(directory, 'vouchers')).toSorted()).toEqual(
      ['1-依据文件-批复.txt', '2-银行回单-回单.txt', '10-原始凭证-发票.txt', '10-照片-验收.txt'].toSorted(),
    );
    expect(answer).toMatchObject({ directory, files: 14, entries: 13, vouchers: 4, problems: [] });
    expect(answer.seal).toBe(sha256(readFileSync(join(directory, MANIFEST))));
    const size = [
      'README.txt',
      ...read(directory, MANIFEST)
        .split('\n')
        .slice(0, -1)
        .map((line) => line.slice(66)),
      MANIFEST,
    ];
    expect(answer.bytes).toBe([...new Set(size)].reduce((sum, path) => sum + statSync(join(directory, path)).size, 0));

    const check = verify(directory, answer.seal);
    expect(check.output).toContain('核对通过');
    expect(check.output).toContain(answer.seal);
    expect(check.status).toBe(0);
    // 60,000 budget; 30,000 once − 3,500 paid in time; 12,000 late; 20,000 of the district; 8,000 of others.
    const { check: figures } = JSON.parse(read(directory, 'figures.json')) as { check: Output<'budgets.check'> };
    const counted = Object.values(figures.views).map(({ letter, countedFen }) => [letter, countedFen]);
    expect(Object.fromEntries(counted)).toEqual({
      A: 6_000_000,
      B: 2_650_000,
      C: 3_850_000,
      D: 4_650_000,
      E: 5_450_000,
    });
    expect(figures.spending.netFen).toBe(1_498_800);

    const { entries } = JSON.parse(read(directory, 'entries.json')) as { entries: Output<'budgets.entries'>['rows'] };
    expect(entries.map(({ id }) => id)).not.toContain(ids[12]);
    expect(entries.find(({ id }) => id === ids[3])).toMatchObject({ reversalReason: null, reversedById: 14 });
    expect(entries.find(({ id }) => id === 14)).toMatchObject({ reversalReason: '记错单位', reversesId: ids[3] });
    const csv = read(directory, 'entries.csv').split('\r\n');
    expect(csv[0]?.startsWith('\uFEFF编号,日期,预算年度,金额（元）,金额（分）,')).toBe(true);
    // A voucher that spells a formula is guarded; a red amount stays a number.
    expect(csv.some((row) => row.includes(`,12000.00,1200000,'=记3,`))).toBe(true);
    expect(csv.some((row) => row.includes(',-12.00,-1200,记32,'))).toBe(true);

    // The job stands in the log with the seal, and the program comes to the same answer as the stranger.
    const { events } = await archive.call('audit.log', { filter: { action: 'audit.' } });
    expect(events).toMatchObject([{ action: 'audit.package', label: { params: { year: YEAR, sha256: answer.seal } } }]);
    expect(await archive.call('audit.verify', { directory })).toMatchObject({
      ok: true,
      problems: [],
      head: answer.head,
    });
    expect(await archive.call('audit.verify', {})).toMatchObject({ ok: true, files: 0, problems: [] });
  });

  it('shows no phone of a person, although the log holds it', async () => {
    const { archive, directory } = await writtenPackage();
    const { events } = await archive.call('audit.log', { filter: { entity: 'person' } });
    expect(events).toHaveLength(1);
    const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((path) =>
      statSync(join(directory, path)).isFile(),
    );
    for (const path of files) {
      expect(read(directory, path)).not.toContain(PHONE);
      expect(read(directory, path)).not.toContain('示例甲');
    }
    // The event of the person is there all the same, as what the chain needs.
    const line = logOf(directory)[(events[0]?.sequence ?? 0) - 1];
    expect(Object.keys(line ?? {}).toSorted()).toEqual(['leaf', 'previous', 'sequence']);
  });

  it('proves whole for every mix of years, sources, twins and amounts', async () => {
    const archive = await testArchive(undefined, { now: clock(Date.UTC(2023, 2, 1, 8)) });
    let random = 20_210_301;
    const next = (below: number): number => (random = (random * 48_271) % 2_147_483_647) % below;
    const pick = <T>(list: readonly [T, ...T[]]): T => list[next(list.length)] ?? list[0];
    const entries = Array.from({ length: 300 }, () => ({
      date: pick(['2020-12-31', '2021-01-01', '2021-06-30', '2021-12-31', '2022-01-01']),
      budgetYear: pick([2020, 2021, 2022, null]),
      kind: pick([
        'approval',
        'payment',
        'payment_return',
        'carry_over',
        'donation',
        'fee',
        'in_kind',
        'expense',
        'expense_return',
      ] as const),
      sourceKind: pick(['subdistrict', 'higher', 'society', 'learner', null] as const),
      amountFen: pick([1, 5_712_599, 5_712_600, -3, 999_999_999_999]),
      voucher: pick(['', '记1', '记字第001号', '记2']),
    }));
    // A return is written without a sign.
    const signed = entries.map((entry) =>
      entry.kind.endsWith('_return') ? { ...entry, amountFen: Math.abs(entry.amountFen) } : entry,
    );
    const census = { place: '某街道', kind: 'resident', value: 28_563, source: '第七次全国人口普查' };
    await archive.call('budgets.recordPopulation', { ...census, referenceDate: '2020-11-01' });
    await archive.call('budgets.enter', { entries: signed });
    for (const year of [2020, 2021, 2022]) {
      const directory = join(temporaryFolder(), '资料包');
      const { problems } = await archive.call('audit.package', { year, directory });
      expect(problems).toEqual([]);
      expect(verify(directory)).toMatchObject({ status: 0, codes: [] });
    }
  });

  it('lists vouchers that are missing, damaged or on paper only, and is written all the same', async () => {
    const archive = await testArchive(undefined, { now: clock(Date.UTC(2022, 2, 1, 8)) });
    const ids = await keepBook(archive);
    const paper = await archive.call('documents.create', { fields: { title: '示例纸质合同' } });
    const expense = await archive.call('budgets.entry', { id: ids[9] ?? 0 });
    await archive.call('budgets.annotate', {
      id: expense.id,
      version: expense.version,
      fields: { documentId: paper.document.id },
    });
    const [invoice, photo] = expense.files.map((file) => objectPath(archive.directory, file.sha256 ?? ''));
    rmSync(invoice ?? '');
    chmodSync(photo ?? '', 0o644);
    writeFileSync(photo ?? '', '示例验收照片的说朋');
    const directory = join(temporaryFolder(), '资料包');
    const answer = await archive.call('audit.package', { year: YEAR, directory });
    expect(answer.problems).toHaveLength(2);
    expect(answer.problems.join('\n')).toMatch(/10 号的凭证“发票.txt”缺失[\s\S]*10 号的凭证“验收.txt”损坏/u);
    expect(answer.vouchers).toBe(2);
    const rows = read(directory, 'vouchers.csv').split('\r\n');
    expect(rows.filter((row) => row.endsWith(',缺失') || row.endsWith(',损坏'))).toHaveLength(2);
    expect(rows.filter((row) => row.endsWith(',纸质'))).toEqual(['10,依据文件,示例纸质合同,,,,纸质']);
    expect(verify(directory)).toMatchObject({ status: 1, codes: ['voucher_absent'] });
  });

  it('touches no filled folder, no archive, and leaves nothing where the person cancels', async () => {
    const { archive, directory } = await writtenPackage();
    await expect(archive.call('audit.package', { year: YEAR, directory })).rejects.toMatchObject({
      code: 'folders/not_empty',
    });
    const inside = join(archive.directory, 'objects', '包');
    await expect(archive.call('audit.package', { year: YEAR, directory: inside })).rejects.toMatchObject({
      code: 'audit/inside_archive',
    });
    await expect(
      archive.call('audit.package', { year: YEAR, directory: join(temporaryFolder(), '没有', '包') }),
    ).rejects.toMatchObject({ code: 'file/folder_missing' });
    const parent = temporaryFolder();
    mkdirSync(join(parent, '空的'));
    for (const [name, left] of [
      ['新的', ['空的']],
      ['空的', ['空的']],
    ] as const) {
      const cancel = new AbortController();
      const call = archive.call(
        'audit.package',
        { year: YEAR, directory: join(parent, name) },
        { signal: cancel.signal, onProgress: ({ stage }) => stage === 'log' && cancel.abort() },
      );
      await expect(call).rejects.toMatchObject({ code: 'program/cancelled' });
      expect(readdirSync(parent)).toEqual(left);
      expect(readdirSync(join(parent, '空的'))).toEqual([]);
    }
    // An empty folder that is there already is filled in its place.
    await archive.call('audit.package', { year: YEAR, directory: join(parent, '空的') });
    expect(readdirSync(parent)).toEqual(['空的']);
    expect(verify(join(parent, '空的'))).toMatchObject({ status: 0, codes: [] });
  });
});

describe('a forged package', () => {
  /** One package for all; each test forges a copy. */
  const kept = mkdtempSync(join(tmpdir(), 'archive-test-'));
  beforeAll(async () => cpSync((await writtenPackage()).directory, kept, { recursive: true }));
  afterAll(() => rmSync(kept, { recursive: true, force: true }));
  const copy = (): string => {
    const directory = join(temporaryFolder(), '资料包');
    cpSync(kept, directory, { recursive: true });
    return directory;
  };

  it.each(FORGERIES)('is found out: $what', ({ codes, forge }) => {
    const directory = copy();
    forge(directory);
    const found = verify(directory);
    expect(found.status).toBe(1);
    expect(found.codes.toSorted()).toEqual(codes.toSorted());
  });

  it('is not what was written before the page for browsers went along', async () => {
    const directory = copy();
    rmSync(join(directory, 'verify.html'));
    sealAnew(directory);
    expect(verify(directory)).toMatchObject({ status: 0, codes: [] });
  });

  it('as a whole may agree with itself, and is known by its seal and by the archive', async () => {
    const { archive, directory, written: answer, ids } = await writtenPackage();
    const { id, version } = await archive.call('budgets.entry', { id: ids[4] ?? 0 });
    await archive.call('budgets.reverse', { id, version, reason: '重复登记' });
    const later = join(temporaryFolder(), '后来的');
    await archive.call('audit.package', { year: YEAR, directory: later });
    // What came after is hidden behind true hashes, under the true end of the chain: the older figures seem to be the newest.
    const before = logOf(directory);
    const after = logOf(later).slice(before.length);
    const hidden = after.map(({ event, leaf, ...line }) => ({
      ...line,
      leaf: leaf ?? sha256('\0', canonicalJson(event ?? null)),
    }));
    writeLog(directory, [...before, ...hidden]);
    cpSync(join(later, 'head.json'), join(directory, 'head.json'));
    sealAnew(directory);
    expect(verify(directory)).toMatchObject({ status: 0, codes: [] });
    expect(verify(directory, answer.seal)).toMatchObject({ status: 1, codes: ['seal'] });
    const { ok, problems } = await archive.call('audit.verify', { directory });
    expect(ok).toBe(false);
    expect(problems.map(({ code }) => code)).toEqual(['seal', 'withheld']);
    // Of another archive's package the open one knows nothing, and says nothing.
    const other = await testArchive();
    expect(await other.call('audit.verify', { directory: later })).toMatchObject({ ok: true, problems: [] });
  });

  it('is not taken for a package without its list of checksums, or with a path that leads out', async () => {
    const directory = copy();
    const archive = await testArchive();
    appendFileSync(join(directory, MANIFEST), `${'0'.repeat(64)}  ../外面.txt\n`);
    expect(verify(directory)).toMatchObject({ status: 2, codes: [] });
    rmSync(join(directory, MANIFEST));
    const found = verify(directory);
    expect(found.status).toBe(2);
    expect(found.output).toContain('无法核对');
    await expect(archive.call('audit.verify', { directory })).rejects.toMatchObject({ code: 'audit/not_a_package' });
  });
});

it('yuan are written by decimal text', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (fen) => {
      const text = yuanText(fen === 0 ? 0 : fen);
      expect(text).toMatch(/^-?(?:0|[1-9]\d*)\.\d\d$/u);
      expect(BigInt(text.replace('.', ''))).toBe(BigInt(fen));
    }),
  );
});
