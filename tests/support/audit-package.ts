/** 示例: an archive with a year of money, and the evidence package that it writes. */
import { join } from 'node:path';
import type { Output } from '#shared/contract.ts';
import { clock, temporaryFolder, testArchive, type TestArchive } from './test-archive.ts';

export const PHONE = '13805330017';
export const YEAR = 2021;
export const MANIFEST = 'manifest-sha256.txt';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** 示例: a year with every kind of money, an entry taken back, a voucher keyed twice, and vouchers. */
export async function keepBook({ call }: TestArchive): Promise<number[]> {
  await call('participants.edit', {
    step: { code: 'personInsert', params: { count: 1 } },
    changes: [{ do: 'insert', fields: { name: '示例甲', phone: PHONE, guardianPhone: '13905330018' } }],
  });
  await call('budgets.recordPopulation', {
    place: '某街道',
    kind: 'resident',
    value: 28_563,
    referenceDate: '2020-11-01',
    source: '第七次全国人口普查',
  });
  const { document } = await call('documents.create', { fields: { title: '示例预算批复', pageCount: 1 } });
  const { id, version } = document;
  await call('documents.attach', { id, version, name: '批复.txt', bytes: bytes('示例预算批复全文') });
  const street = { source: '街道办事处', budgetYear: YEAR };
  const { ids } = await call('budgets.enter', {
    entries: [
      { ...street, date: '2021-03-01', kind: 'approval', amountFen: 6_000_000, documentId: id },
      { ...street, date: '2021-04-01', kind: 'payment', amountFen: 3_000_000, voucher: '记字第012号', documentId: id },
      { ...street, date: '2021-04-01', kind: 'payment', amountFen: 3_000_000, voucher: '记-12', remark: '重复' },
      { ...street, date: '2021-05-01', kind: 'payment', amountFen: 1_500_000, voucher: '记20' },
      { ...street, date: '2021-06-01', kind: 'payment_return', amountFen: 350_000, voucher: '记21' },
      { ...street, date: '2022-01-10', kind: 'payment', amountFen: 1_200_000, voucher: '=记3' },
      { date: '2021-07-01', kind: 'payment', amountFen: 2_000_000, source: '区财政局', budgetYear: YEAR },
      { date: '2021-08-01', kind: 'donation', amountFen: 500_000, source: '示例企业捐赠' },
      { date: '2021-08-02', kind: 'fee', amountFen: 300_000, source: '学员学费' },
      { date: '2021-09-01', kind: 'expense', amountFen: 1_568_880, purpose: '购买教具', voucher: '记30' },
      { date: '2021-09-20', kind: 'expense_return', amountFen: 68_880, purpose: '退货', voucher: '记31' },
      { date: '2021-10-01', kind: 'expense', amountFen: -1200, purpose: '红字更正', voucher: '记32' },
      { date: '2019-10-01', kind: 'expense', amountFen: 77_700, purpose: '别的年度', voucher: '记1' },
    ],
  });
  const attach = async (index: number, name: string, kind: 'bank' | 'original' | 'photo', text: string) => {
    const entry = await call('budgets.entry', { id: ids[index] ?? 0 });
    await call('budgets.attach', { id: entry.id, version: entry.version, kind, name, bytes: bytes(text) });
  };
  await attach(1, '回单.txt', 'bank', '示例银行回单第一联');
  await attach(9, '发票.txt', 'original', '示例教具发票');
  await attach(9, '验收.txt', 'photo', '示例验收照片的说明');
  const wrong = await call('budgets.entry', { id: ids[3] ?? 0 });
  await call('budgets.reverse', { id: wrong.id, version: wrong.version, reason: '记错单位' });
  return ids;
}

interface WrittenPackage {
  archive: TestArchive;
  directory: string;
  written: Output<'audit.package'>;
  ids: number[];
}

export async function writtenPackage(): Promise<WrittenPackage> {
  const archive = await testArchive(undefined, { now: clock(Date.UTC(2022, 2, 1, 8)) });
  const ids = await keepBook(archive);
  const directory = join(temporaryFolder(), '资料包');
  return { archive, directory, written: await archive.call('audit.package', { year: YEAR, directory }), ids };
}
