/**
 * An archive room as it is after a few years: documents of three terms, boxes, loans, an appraisal with its list of
 * destruction, a hand-over, a stock-take, a run of checks. All data are invented (示例).
 */
import { join } from 'node:path';
import type { DocumentFields } from '#shared/features/documents.ts';
import { appendEvent, head } from '#core/audit/event.ts';
import { Changes } from '#core/changes.ts';
import { uuidv7 } from '#core/context.ts';
import { openForWriting } from '#core/db/open.ts';
import { documentEntity } from '#core/entities/document.ts';
import {
  appraisalEntity,
  checkRunEntity,
  disposalEntity,
  loanEntity,
  stocktakeEntity,
  stocktakeEntryEntity,
  transferEntity,
} from '#core/entities/life.ts';
import type { WriteDb } from '#core/db/sql.ts';
import { clock, testArchive, type TestArchive } from './test-archive.ts';

const TITLES = [
  '关于印发《2021年示例街道社区教育中心工作计划》的通知',
  '关于做好2021年全民终身学习活动周有关工作的通知',
  '[关于开展老年人智能手机使用培训的方案]',
  '示例街道社区教育中心2021年第一季度工作总结',
  '关于转发《示例区教育和体育局关于进一步加强社区教育工作者队伍建设和社区教育专职人员管理工作的实施意见》并组织学习的通知',
  '2021年社区教育经费预算',
  '社区读本《齐文化故事》编印合同',
  '关于报送社区教育实验项目结题材料的函',
];
const AUTHORS = [
  '示例街道社区教育中心',
  '示例街道办事处',
  '示例区教育和体育局',
  '示例街道社区教育中心、示例街道中心校',
];
const TERMS = ['Y', 'D30', 'D10'];
const LONG_REMARK = '原件附件二缺第三页，已于归档前向主办部门核实，以复印件补齐，复印件右上角加盖“与原件核对无误”章。';

/** Fields of the n-th document of a year; every eighth lacks what may be missing. */
export function sampleFields(index: number, year = 2021): Partial<DocumentFields> {
  return {
    title: TITLES[index % TITLES.length] ?? '',
    documentNumber: index % 3 === 1 ? null : `示教〔${year}〕${index + 1}号`,
    author: AUTHORS[index % AUTHORS.length] ?? null,
    signedDate: `${year}-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 27) + 1).padStart(2, '0')}`,
    term: TERMS[index % TERMS.length] ?? 'Y',
    pageCount: (index % 17) + 1,
    marking: index % 9 === 4 ? 'internal' : null,
    remark: index % 16 === 7 ? LONG_REMARK : index % 11 === 3 ? '复印件' : '',
    medium: index % 5 === 0 ? 'both' : 'paper',
    accessMark: index % 2 === 0 ? 'open' : 'unreviewed',
  };
}

/** Writes records that have no procedure of their own here, with their event. */
export function record(directory: string, write: (changes: Changes, db: WriteDb) => void): void {
  const db = openForWriting(join(directory, 'archive.sqlite'));
  try {
    db.transaction(() => {
      const changes = new Changes(db);
      write(changes, db);
      changes.index();
      appendEvent(db, head(db), {
        at: '2023-05-08T08:00:00Z',
        actor: 'test',
        role: 'archivist',
        action: 'test.record',
        label: { code: 'documentEdit', params: { count: 1 } },
        reason: null,
        ...changes.images(),
        appVersion: '0.0.0-test',
      });
    }).immediate();
  } finally {
    db.close();
  }
}

export interface ArchiveRoom {
  archive: TestArchive;
  /** Ids of the documents filed under 2021 in the order in which they were entered. */
  documentIds: number[];
  boxIds: number[];
  appraisalId: number;
  disposalId: number;
  transferId: number;
  stocktakeId: number;
  checkRunId: number;
}

const withdrawal = { withdrawn: 0, withdrawn_reason: null, version: 1 };
const uid = (): string => uuidv7(Date.UTC(2023, 4, 8));

/** @param count documents under 2021. */
export async function archiveRoom(count = 60, directory?: string): Promise<ArchiveRoom> {
  const archive = await testArchive(directory, {
    now: clock(Date.UTC(2023, 4, 8, 8)),
    createIfMissing: { unitName: '示例街道社区教育中心', isExample: true },
  });
  const { call } = archive;
  const { fonds } = await call('fonds.get', {});
  await call('fonds.update', { id: fonds.id, version: fonds.version, code: 'Q005' });
  const create = async (fields: Partial<DocumentFields>): Promise<number> =>
    (await call('documents.create', { fields, file: true })).document.id;

  const documentIds: number[] = [];
  for (let index = 0; index < count; index += 1) documentIds.push(await create(sampleFields(index)));
  const old: number[] = [];
  for (let index = 0; index < 6; index += 1) {
    old.push(await create({ ...sampleFields(index, 2011), term: index === 0 ? 'Y' : 'D10' }));
  }
  // A withdrawn document leaves a gap that papers explain.
  const [gone] = documentIds.slice(4, 5);
  if (gone !== undefined) {
    const { document } = await call('documents.get', { id: gone });
    await call('documents.edit', {
      step: { code: 'documentWithdraw', params: { count: 1 } },
      changes: [{ do: 'withdraw', id: gone, version: document.version, reason: '重复登记' }],
    });
  }
  const room = await call('boxes.savePlace', { parentId: null, kind: 'room', name: '档案室' });
  const shelf = await call('boxes.savePlace', { parentId: room.id, kind: 'shelf', name: '1号架2层' });
  const filled = await call('boxes.fillYear', { year: 2021, pagesPerBox: 60 });
  for (const [index, box] of filled.boxes.entries()) {
    await call('boxes.update', {
      id: box.id,
      version: box.version,
      fields: {
        placeId: shelf.id,
        note: index === 0 ? '第 0003 号原件由办公室借出复印后归还，装订线已更换。' : '',
        arrangedBy: '示例甲',
        arrangedOn: '2022-05-20',
        spineWidth: ([20, 30, 40, 50] as const)[index % 4] ?? 30,
      },
    });
  }
  const boxIds = filled.boxes.map(({ id }) => id);
  const ids = { appraisalId: 1, disposalId: 1, transferId: 1, stocktakeId: 1, checkRunId: 1 };
  record(archive.directory, (changes, db) => writeLife(changes, db, { documentIds, old, boxIds, shelfId: shelf.id }));
  return { archive, documentIds: documentIds.filter((id) => id !== gone), boxIds, ...ids };
}

function writeLife(
  changes: Changes,
  db: WriteDb,
  { documentIds, old, boxIds, shelfId }: { documentIds: number[]; old: number[]; boxIds: number[]; shelfId: number },
): void {
  const at = (list: readonly number[], index: number): number => list[index] ?? 0;
  for (let index = 0; index < 12; index += 1) {
    const lend = index % 3 === 1;
    changes.insert(loanEntity, {
      id: index + 1,
      uid: uid(),
      document_id: at(documentIds, index < 4 ? index : index + 2),
      kind: lend ? 'lend' : index % 3 === 2 ? 'copy' : 'read',
      borrower: `示例${'甲乙丙丁'[index % 4] ?? ''}`,
      borrower_unit: index % 2 === 0 ? '示例街道党政办公室' : null,
      contact: null,
      outside: 0,
      purpose: index % 2 === 0 ? '工作查考' : '编写街道社区教育志',
      approver: lend ? '示例主任' : null,
      lent_on: `2022-0${(index % 6) + 1}-1${index % 10}`,
      due_on: lend ? `2022-0${(index % 6) + 1}-2${index % 10}` : null,
      returned_on: lend && index !== 10 ? `2022-0${(index % 6) + 1}-2${index % 10}` : null,
      return_check: lend && index !== 10 ? '完好' : '',
      copied_pages: index % 3 === 2 ? 3 : null,
      handled_by: '示例管理员',
      effect: index % 4 === 0 ? '查清活动周历年举办情况' : '',
      remark: '',
      ...withdrawal,
    });
  }
  const expired = old.slice(1);
  changes.insert(appraisalEntity, {
    id: 1,
    uid: uid(),
    name: '2023年到期档案鉴定',
    leader: '示例主任',
    members: JSON.stringify(['示例甲', '示例乙', '示例丙']),
    started_on: '2023-03-01',
    closed_on: '2023-04-10',
    report: '',
    state: 'closed',
    ...withdrawal,
    items: expired.map((id, index) => ({
      document_id: id,
      old_end: '2021-12-31',
      decision: index === 0 ? ('keep' as const) : index === 4 ? null : ('destroy' as const),
      new_end: index === 0 ? '2041-12-31' : null,
      reason: index === 0 ? '仍有查考价值' : '',
      appraiser: index === 4 ? null : '示例甲、示例乙',
    })),
  });
  const destroyed = expired.slice(1, 3);
  changes.insert(disposalEntity, {
    id: 1,
    uid: uid(),
    number: '2023-01',
    appraisal_id: 1,
    state: 'done',
    approver: '示例主任',
    approved_on: '2023-04-20',
    supervisor_one: '示例甲',
    supervisor_two: '示例乙',
    method: '化浆',
    place: '示例区档案馆指定地点',
    destroyed_on: '2023-04-28',
    ...withdrawal,
    items: expired.slice(1, 4).map((id, index) => ({
      document_id: id,
      reason: '保管期满，无继续保存价值',
      excluded_reason: index === 2 ? '尚有未了事项' : null,
    })),
  });
  for (const id of destroyed) change(changes, db, id, 'destroyed');
  changes.insert(transferEntity, {
    id: 1,
    uid: uid(),
    number: '2023-移1',
    receiver: '示例区档案馆',
    nature: 'transfer',
    state: 'done',
    giver_head: '示例主任',
    giver_clerk: '示例管理员',
    receiver_head: null,
    receiver_clerk: null,
    transferred_on: '2023-05-06',
    note: '档案完整，目录与实体相符。',
    opinion: '',
    ...withdrawal,
    items: [at(old, 0), at(documentIds, 6), at(documentIds, 9)].map((id) => ({ document_id: id })),
  });
  change(changes, db, at(old, 0), 'transferred');
  changes.insert(stocktakeEntity, {
    id: 1,
    uid: uid(),
    name: '2023年春季盘点',
    place_id: null,
    counted_by: '示例管理员',
    started_on: '2023-05-04',
    closed_on: '2023-05-05',
    conclusion: '档案实体与登记基本相符，差异已逐项查明。',
    ...withdrawal,
  });
  const seen = [
    ...boxIds.slice(1).map((id, index) => ({
      place_id: index === 0 ? null : shelfId,
      box_id: null,
      text: `盒${index + 2}`,
      found_box_id: id,
      found_document_id: null,
    })),
    { place_id: shelfId, box_id: null, text: '盒标签脱落', found_box_id: null, found_document_id: null },
    {
      place_id: null,
      box_id: at(boxIds, 0),
      text: '0001',
      found_box_id: null,
      found_document_id: at(documentIds, 0),
    },
    {
      place_id: null,
      box_id: at(boxIds, 0),
      text: '0001',
      found_box_id: null,
      found_document_id: at(documentIds, 1),
    },
  ];
  for (const [index, entry] of seen.entries()) {
    changes.insert(stocktakeEntryEntity, { id: index + 1, uid: uid(), stocktake_id: 1, ...entry, ...withdrawal });
  }
  changes.insert(checkRunEntity, {
    id: 1,
    uid: uid(),
    stage: 'filing' as const,
    checked_at: '2023-05-08T02:30:00Z',
    checked_by: '示例管理员',
    rules: 'DA/T 70-2018（1.0）',
    document_count: 59,
    results: JSON.stringify(
      Array.from({ length: 40 }, (_, index) => {
        const failed = index % 7 === 3;
        return {
          code: `GD-${Math.floor(index / 12) + 1}-${(index % 12) + 1}`,
          name:
            ['固化信息有效性检测', '元数据项数据类型、格式检测', '档号规范性检测', '内容数据完整性检测'][index % 4] ??
            '',
          looked: index,
          result: failed ? 'fail' : index % 11 === 5 ? 'manual' : 'pass',
          failures: failed
            ? [
                {
                  documentId: 1,
                  name: `Q005-WS·2021-Y-${String(index + 1).padStart(4, '0')}`,
                  detail: '归档时登记的摘要与现在计算的不一致，请核对原件后重新登记。',
                },
              ]
            : [],
          more: failed ? index : 0,
        };
      }),
    ),
    withdrawn: 0,
    version: 1,
  });
}

function change(changes: Changes, db: WriteDb, id: number, state: 'destroyed' | 'transferred'): void {
  const before = documentEntity.read(db, id);
  if (!before) throw new Error(`no document ${id}`);
  changes.update(documentEntity, before, { ...before, state, version: before.version + 1 });
}
