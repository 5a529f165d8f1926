/**
 * The money of a year as an auditor meets it: a grant, payments, one taken back, gifts, things, expenses with and without vouchers, an
 * entry said twice, one reversed, one that came late; figures of population; enterprises and schools. All data are invented (示例).
 */
import type { Input } from '#shared/contract.ts';
import type { PaperName, PaperScopeInput } from '#shared/features/papers.ts';
import { clock, testArchive, type TestArchive } from './test-archive.ts';

export type FundingPaper = Extract<
  PaperName,
  | 'fundingCheck'
  | 'fundingLedger'
  | 'unitTrainingCheck'
  | 'auditMaterials'
  | 'commitmentLetter'
  | 'changeLog'
  | 'auditEvidence'
  | 'workingPaper'
>;

export const YEAR = 2021;
export const UNIT = '示例街道社区教育中心';
const PLACE = '示例街道';
/** Residents of the census; the rule asks 57,126.00 yuan. */
export const RESIDENTS = 28_563;
export const REQUIRED = 5_712_600;

type NewEntry = Input<'budgets.enter'>['entries'][number];

export interface FundingRoom {
  archive: TestArchive;
  entryIds: number[];
  documentIds: number[];
}

export async function fundingArchive(directory?: string, unitName = UNIT): Promise<TestArchive> {
  return testArchive(directory, {
    now: clock(Date.UTC(2022, 0, 20, 1)),
    createIfMissing: { unitName, isExample: true },
  });
}

/** The census of 2020, fixed for the year. */
export async function fixResidents({ call }: TestArchive, documentId: number | null = null): Promise<void> {
  const { population } = await call('budgets.recordPopulation', {
    place: PLACE,
    kind: '常住',
    value: RESIDENTS,
    referenceDate: '2020-11-01',
    source: '第七次全国人口普查（示例）',
    documentId,
  });
  await call('budgets.fixBasis', { year: YEAR, populationId: population.id });
}

const street = { budgetYear: YEAR, source: '示例街道办事处', sourceKind: 'subdistrict' } as const;

/** A payment of the subdistrict in the year. */
export function payment(amountFen: number, changes: Partial<NewEntry> = {}): NewEntry {
  return {
    ...street,
    date: `${YEAR}-03-05`,
    kind: 'payment',
    amountFen,
    purpose: '社区教育经费',
    voucher: '拨付-01',
    ...changes,
  };
}

function entriesOf(documentId: number): NewEntry[] {
  return [
    { ...street, date: `${YEAR}-01-04`, kind: 'carry_over', amountFen: 800_000, purpose: '上年结转', voucher: '结-01' },
    {
      ...street,
      date: `${YEAR}-01-20`,
      kind: 'approval',
      amountFen: 6_000_000,
      purpose: '2021年社区教育预算',
      voucher: '示街财〔2021〕3号',
      basis: '示例街道办事处关于批复2021年社区教育经费预算的通知',
      documentId,
    },
    payment(3_000_000),
    payment(3_062_599, { date: `${YEAR}-06-18`, voucher: '拨付-02' }),
    {
      ...street,
      date: `${YEAR}-09-10`,
      kind: 'payment_return',
      amountFen: 350_000,
      purpose: '收回多拨款',
      voucher: '收回-01',
    },
    {
      date: `${YEAR}-05-06`,
      budgetYear: YEAR,
      kind: 'donation',
      source: '示例化工有限公司',
      sourceKind: 'society',
      amountFen: 500_000,
      purpose: '捐赠智能手机培训用品',
      voucher: '捐-01',
    },
    {
      date: `${YEAR}-05-07`,
      budgetYear: YEAR,
      kind: 'in_kind',
      source: '示例街道中心校',
      sourceKind: 'society',
      amountFen: 3_000_000,
      purpose: '课桌椅三十套',
      voucher: '实物-01',
    },
    {
      ...street,
      date: `${YEAR}-04-12`,
      kind: 'expense',
      amountFen: 1_234_500,
      purpose: '老年人智能手机使用培训讲课费、场地布置和学习材料印刷费（示例）',
      voucher: '记-12',
    },
    {
      ...street,
      date: `${YEAR}-10-19`,
      kind: 'expense',
      amountFen: 680_000,
      purpose: '全民终身学习活动周',
      voucher: '记-31',
    },
    {
      ...street,
      date: `${YEAR}-10-19`,
      kind: 'expense',
      amountFen: 680_000,
      purpose: '全民终身学习活动周',
      voucher: '记-31',
    },
    {
      ...street,
      date: `${YEAR}-11-02`,
      kind: 'expense_return',
      amountFen: 68_880,
      purpose: '退回多付印刷费',
      voucher: '退-01',
    },
    { ...street, date: `${YEAR}-12-03`, kind: 'expense', amountFen: 99_900, purpose: '误记', voucher: '记-40' },
    payment(1_500_000, { date: '2022-01-10', voucher: '拨付-03', remark: '属于2021年预算，联系人电话13955550000' }),
  ];
}

/** @param directory where the archive is made, for looking at its papers. */
export async function fundingRoom(directory?: string): Promise<FundingRoom> {
  const archive = await fundingArchive(directory);
  const { call } = archive;
  const { fonds } = await call('fonds.get', {});
  await call('fonds.update', { id: fonds.id, version: fonds.version, code: 'Q005' });
  const document = async (title: string, signedDate: string): Promise<number> =>
    (
      await call('documents.create', {
        fields: {
          title,
          signedDate,
          author: '示例街道办事处',
          term: 'D30',
          pageCount: 4,
          documentNumber: `示街发〔2021〕${signedDate.slice(8)}号`,
        },
        file: true,
      })
    ).document.id;
  const grant = await document('示例街道办事处关于批复2021年社区教育经费预算的通知', '2021-01-20');
  const census = await document('示例街道第七次全国人口普查常住人口证明', '2021-05-27');
  const summary = await document('示例街道社区教育中心2021年工作总结', '2021-12-30');
  const place = await call('boxes.savePlace', { parentId: null, kind: 'room', name: '档案室' });
  const { boxes } = await call('boxes.fillYear', { year: YEAR, pagesPerBox: 60 });
  for (const { id, version } of boxes) await call('boxes.update', { id, version, fields: { placeId: place.id } });
  await fixResidents(archive, census);
  for (const [kind, value, referenceDate, source] of [
    ['常住', 28_910, '2021-12-31', '示例区统计局年度推算'],
    ['户籍', 29_105, '2021-12-31', '示例派出所'],
  ] as const) {
    await call('budgets.recordPopulation', { place: PLACE, kind, value, referenceDate, source });
  }
  const { ids: entryIds } = await call('budgets.enter', { entries: entriesOf(grant) });
  const [, , first = 0] = entryIds;
  const paid = await call('budgets.entry', { id: first });
  await call('budgets.attach', {
    id: paid.id,
    version: paid.version,
    kind: 'bank',
    bytes: new TextEncoder().encode('示例银行回单\n拨付-01\n30000.00\n'),
    name: '示例银行回单.txt',
  });
  const wrong = await call('budgets.entry', { id: entryIds.at(-2) ?? 0 });
  await call('budgets.reverse', { id: wrong.id, version: wrong.version, reason: '不属于社区教育经费（示例）' });
  for (const base of UNITS) await call('budgets.recordBase', { ...base, year: YEAR });
  return { archive, entryIds, documentIds: [grant, census, summary] };
}

/** Cases 18–22 of the examples, and one that reported nothing. */
const UNITS: readonly Omit<Input<'budgets.recordBase'>, 'year'>[] = [
  { unit: '示例化工有限公司', kind: 'enterprise', baseFen: 1_234_567_890, spentFen: 18_518_518 },
  { unit: '示例纺织有限公司', kind: 'enterprise', baseFen: 1_234_567_890, spentFen: 18_518_519 },
  { unit: '示例机械股份有限公司', kind: 'enterprise', baseFen: 400_000_000, spentFen: 11_200_000 },
  { unit: '示例省示例市示例区示例街道齐文化产业发展集团股份有限公司第一分公司', kind: 'enterprise' },
  {
    unit: '示例街道中心校',
    kind: 'school',
    baseFen: 86_000_000,
    spentFen: 4_299_960,
    basisNote: '年度公用经费预算总额',
  },
  { unit: '示例街道实验小学', kind: 'school', baseFen: 33_333_333, spentFen: 1_666_667 },
];

/** A scope of every paper of funding and audit. */
export function fundingScopes({ entryIds, documentIds }: FundingRoom): {
  [Name in FundingPaper]: PaperScopeInput & { paper: Name };
} {
  return {
    fundingCheck: { paper: 'fundingCheck', year: YEAR },
    fundingLedger: { paper: 'fundingLedger', year: YEAR, withReversed: true },
    unitTrainingCheck: { paper: 'unitTrainingCheck', year: YEAR },
    auditMaterials: { paper: 'auditMaterials', year: YEAR },
    commitmentLetter: { paper: 'commitmentLetter', year: YEAR },
    changeLog: { paper: 'changeLog', from: '2022-01-01', to: '2022-12-31' },
    auditEvidence: {
      paper: 'auditEvidence',
      year: YEAR,
      entryIds,
      documentIds,
      project: '示例街道2021年度社区教育经费审计（示例）',
      matter: '社区教育经费是否按常住人口人均不低于2元安排并落实到位',
      summary:
        '经核对经费台账、拨款凭证和银行回单，2021年末前实际到账的街道社区教育经费为57,125.99元，按常住人口28,563人、每人2元计算应安排57,126.00元，相差0.01元（示例）。\n收回多拨款3,500.00元已冲减到账数。',
      auditors: ['示例审计员甲', '示例审计员乙'],
      on: '2022-01-20',
    },
    workingPaper: {
      paper: 'workingPaper',
      year: YEAR,
      project: '示例街道2021年度社区教育经费审计（示例）',
      items: [
        {
          category: '未足额到位',
          content: '2021年末前到账57,125.99元，比应安排57,126.00元少0.01元；另有15,000.00元于次年1月10日到账。',
          reference: 'SJ-2021-R4、SJ-2021-QZ-03',
          opinion: '请按规定足额、及时拨付。',
        },
        { category: '重复登记', content: '凭证记-31登记两次，已按重复剔除。', reference: 'SJ-2021-QZ-10' },
      ],
      preparedBy: '示例审计员甲',
      reviewedBy: '示例审计员丙',
      on: '2022-01-20',
    },
  };
}
