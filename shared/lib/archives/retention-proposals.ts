/**
 * Rows that a center's 归档范围和保管期限表 may begin with, as data. They are proposals: the table that counts is the one
 * the archives authority has approved (档案法实施条例 第十九条), so every row is shown with its basis and can be changed.
 * A suggestion names the row its words fit best; where two rows fit alike it names none.
 */
import { withoutSpace } from '../chinese-numerals.ts';
import type { TermCode } from './retention.ts';

/** 令第18号 (townships), 令第8号 (organs), or a proposal without a published row behind it. */
export type RetentionBasis = 'township_2021' | 'organ_2006' | 'proposal';

export interface RetentionRow {
  id: string;
  /** 归档范围 */
  scope: string;
  /** The proposed term first; further ones where tables differ or the importance of the record decides. */
  terms: readonly TermCode[];
  category: 'WS' | 'KU';
  basis: RetentionBasis;
  /** Whose papers it is about: the unit's own, those of others, or both. */
  origin: 'own' | 'received' | 'any';
  /** Words of titles; the parts of one entry (apart by a space) must all occur, in that order; `@` = may be the author. */
  words: readonly string[];
}

type Source = [id: string, scope: string, terms: string, words: string, origin?: RetentionRow['origin']];

function rows(basis: RetentionBasis, category: RetentionRow['category'], sources: readonly Source[]): RetentionRow[] {
  return sources.map(([id, scope, terms, words, origin = 'any']) => ({
    id,
    scope,
    category,
    basis,
    origin,
    terms: terms.split(' ').map((term): TermCode => (term === 'Y' ? 'Y' : `D${Number(term)}`)),
    words: words.split('|').filter((word) => word !== ''),
  }));
}

export const RETENTION_PROPOSALS: readonly RetentionRow[] = [
  ...rows('township_2021', 'WS', [
    [
      'T1.1',
      '乡镇党委会、党委扩大会记录、纪要',
      'Y',
      '@党委 会议记录|@党委 会议纪要|@党工委 会议记录|@党工委 会议纪要|党委会 记录|党委会 纪要|党委扩大会',
    ],
    [
      'T1.2.1',
      '代表大会的请示、批复、通知、名单、日程、报告、讲话、总结、决议、决定、纪要、选举结果',
      'Y',
      '代表大会 请示|代表大会 批复|代表大会 通知|代表大会 名单|代表大会 日程|代表大会 报告|代表大会 讲话|代表大会 总结|代表大会 决议|代表大会 决定|代表大会 纪要|代表大会 选举结果',
    ],
    ['T1.2.2', '代表大会发言，代表建议意见、议案及答复', 'Y', '代表大会 发言|代表 建议 答复|代表 议案'],
    [
      'T1.2.3',
      '代表大会筹备、选举过程文件，小组会议记录，讨论未通过的文件',
      '10',
      '代表大会 筹备工作|代表大会 选举办法|代表大会 小组会议记录|代表大会 未通过',
    ],
    ['T1.4', '档案、机要、保密工作形成的文件', 'Y', '档案工作|机要工作|保密工作'],
    ['T1.5.1', '党员管理、教育培训等规定、办法、通知：重要的', 'Y', '党员 管理|党员 教育培训'],
    ['T1.5.2', '党员管理、教育培训等规定、办法、通知：一般的', '30', '党员 管理|党员 教育培训'],
    [
      'T1.6',
      '党员干部任免、考核、奖惩，组织关系介绍信存根，党员统计表、名册',
      'Y',
      '党员 名册|党员 统计表|组织关系 介绍信|党员 考核|党员 奖惩|干部任免',
    ],
  ]),
  ...rows('organ_2006', 'WS', [
    [
      '3',
      '本机关党组（党委）会议和行政办公会纪要、会议记录',
      'Y',
      '党组会议|行政办公会|办公会议纪要|办公会 记录|办公会 纪要|主任办公会',
      'own',
    ],
    [
      '4.1',
      '工作会议、专题会议：主要文件',
      'Y',
      '工作会议 报告|工作会议 讲话|工作会议 总结|工作会议 纪要|专题会议 纪要|专题会议 报告',
      'own',
    ],
    [
      '4.2',
      '工作会议、专题会议：典型材料、发言、交流材料、简报',
      '30',
      '工作会议 典型材料|工作会议 发言|工作会议 交流材料|工作会议 简报|专题会议 发言|专题会议 交流材料|专题会议 简报',
      'own',
    ],
    ['5.2.1', '协办联合会议的复制件：主要文件', '30', '联合会议 纪要|联合会议 报告|联席会议 纪要'],
    [
      '5.2.2',
      '协办联合会议的复制件：交流材料、简报',
      '10',
      '联合会议 交流材料|联合会议 简报|联席会议 交流材料|联席会议 简报',
    ],
  ]),
  ...rows('proposal', 'WS', [
    [
      'P1',
      '本单位年度及以上工作计划、总结（含附件工作配档表）',
      'Y',
      '工作计划|工作总结|工作要点|工作配档表|发展规划|年度计划|年度总结',
      'own',
    ],
    [
      'P2',
      '半年、季度、月份计划与总结',
      '10',
      '半年 工作计划|半年 工作总结|半年 总结|季度 工作计划|季度 工作总结|月份 工作计划|月份 工作总结|月工作计划|月工作总结',
      'own',
    ],
    ['P3', '年度统计报表、教育经费统计', 'Y', '年 统计报表|年 统计表|统计年报|教育经费统计', 'own'],
    [
      'P4',
      '月、季统计报表',
      '10',
      '季度 统计报表|季度 统计表|月份 统计报表|月份 统计表|月统计报表|月统计表|统计季报|统计月报',
      'own',
    ],
    ['P5', '大事记、组织沿革', 'Y', '大事记|组织沿革', 'own'],
    ['P6', '简报、情况反映、工作信息', '10', '简报|情况反映|工作信息', 'own'],
    [
      'P7',
      '机构设置、更名、撤并、编制、印章启用作废',
      'Y',
      '机构设置|机构 更名|机构 撤并|机构编制|启用 印章|印章 启用|印章 作废',
    ],
    [
      'P8',
      '人员任免、聘任、工资、退休、名册',
      'Y',
      '任免|任职 通知|免职|聘任|聘用 人员|工资 审批|工资 变动|退休|教职工名册|人员名册',
      'own',
    ],
    [
      'P9.1',
      '表彰奖励：获县级（含）以上表彰',
      'Y',
      '国家级 表彰|省级 表彰|市级 表彰|县级 表彰|区级 表彰|省级 荣誉|市级 荣誉|区级 荣誉|省级 称号|市级 称号|区级 称号',
    ],
    ['P9.2', '表彰奖励：其他', '30', '表彰|表扬', 'own'],
    ['P10', '房屋、土地、设备等产权凭证，重要合同协议', 'Y', '房屋 产权|土地 使用权|不动产权|产权证|房屋所有权', 'own'],
    [
      'P11',
      '一般合同、采购、维修（自合同终止起）',
      '10',
      '采购合同|维修合同|租赁合同|服务合同|采购 询价|维修 验收',
      'own',
    ],
    [
      'P12',
      '社区教育实验项目、课题立项结题、社区读本',
      'Y',
      '实验项目|课题 立项|课题 结题|立项申请书|结题报告|社区读本',
      'own',
    ],
    ['P13.1', '培训班：方案、总结', '30', '培训班 方案|培训班 总结|培训 实施方案|培训 总结', 'own'],
    ['P13.2', '培训班：学员名册、结业名单', 'Y 30', '培训 学员名册|培训 学员名单|培训 结业名单|培训班 结业名册', 'own'],
    ['P14', '培训班：签到、课件、未入照片类的一般材料', '10', '培训 签到表|培训 签到簿|培训 签到册|培训 课件', 'own'],
    [
      'P15.1',
      '全民终身学习活动周：方案、总结、先进名单',
      'Y',
      '学习活动周 方案|学习活动周 总结|学习活动周 工作总结|学习活动周 先进|学习活动周 名单',
      'own',
    ],
    ['P15.2', '全民终身学习活动周：一般材料', '10', '学习活动周', 'own'],
    ['P16', '社区教育督导评估、示范创建申报与批复', 'Y', '督导评估|示范 创建|示范 申报|示范 批复|示范区 评估'],
    [
      'P17',
      '上级主管业务文件：重要的永久，一般的30年',
      'Y 30',
      '社区教育 意见|社区教育 通知|终身教育 意见|终身学习 意见|老年教育 意见|成人教育 意见',
      'received',
    ],
    ['P18', '上级非主管业务但须执行的文件', '10 30', '', 'received'],
    [
      'P19',
      '经费：人均社区教育经费预算、决算、拨付批复、审计报告',
      'Y',
      '经费预算|经费决算|经费 拨付|经费 批复|审计报告',
    ],
    ['P23.1', '信访：有领导重要批示和处理结果', 'Y', '信访 批示'],
    ['P23.2', '信访：有处理结果', '30', '信访 处理意见|信访 处理结果|信访 答复'],
    ['P23.3', '信访：无处理结果', '10', '来信 登记|信访 登记'],
    [
      'P24',
      '文书档案移交清册、鉴定报告、销毁清册（入全宗卷）',
      'Y',
      '文书档案 移交清册|文书档案 鉴定报告|文书档案 销毁清册|档案鉴定 工作报告',
      'own',
    ],
  ]),
  ...rows('proposal', 'KU', [
    ['P20', '会计凭证、账簿', '30', '会计凭证|记账凭证|总账|明细账|日记账|会计账簿', 'own'],
    ['P21.1', '年度财务报告、部门决算报告', 'Y', '年 财务报告|年度财务会计报告|部门决算', 'own'],
    ['P21.2', '月、季度财务报表', '10', '月 财务报表|季度 财务报表|季度 财务报告|月份 财务报告', 'own'],
    ['P21.3', '银行对账单、余额调节表', '10', '银行对账单|余额调节表', 'own'],
    ['P22.1', '会计档案移交清册', '30', '会计档案 移交清册', 'own'],
    [
      'P22.2',
      '会计档案保管清册、销毁清册、鉴定意见书',
      'Y',
      '会计档案 保管清册|会计档案 销毁清册|会计档案 鉴定意见书',
      'own',
    ],
  ]),
];

export interface RetentionSuggestion<Row> {
  row: Row;
  /** The parts of the title that decided, in their order. */
  words: string[];
}

/** The parts of an entry where all occur in the title, one behind the other; null where one is missing. */
function partsIn(title: string, author: string, entry: string): string[] | null {
  const parts = entry.replace(/^@/u, '').split(' ');
  let from = 0;
  for (const [place, part] of parts.entries()) {
    if (place === 0 && entry.startsWith('@') && author.includes(part)) continue;
    const index = title.indexOf(part, from);
    if (index < 0) return null;
    from = index + part.length;
  }
  return parts;
}

/**
 * The row whose words fit a record best: the longest match counts. null where none fits or two rows fit alike.
 * The author counts only where an entry says so: 会议记录 alone does not tell whose meeting it was.
 * @param record `ownUnit` tells whether the record was made by the unit that keeps the archive.
 */
export function suggestRetention<Row extends Pick<RetentionRow, 'words' | 'origin'>>(
  record: { title: string; author: string | null; ownUnit: boolean },
  table: readonly Row[],
): RetentionSuggestion<Row> | null {
  const title = withoutSpace(record.title).replace(/[[\]]/gu, '');
  const author = withoutSpace(record.author ?? '');
  let best: (RetentionSuggestion<Row> & { weight: number }) | null = null;
  let tied = false;
  for (const row of table) {
    if (row.origin !== 'any' && (row.origin === 'own') !== record.ownUnit) continue;
    for (const entry of row.words) {
      const words = partsIn(title, author, entry);
      if (!words) continue;
      const weight = words.join('').length;
      if (best && weight < best.weight) continue;
      if (best && weight === best.weight) {
        tied ||= best.row !== row;
        continue;
      }
      best = { row, words, weight };
      tied = false;
    }
  }
  return best && !tied ? { row: best.row, words: best.words } : null;
}
