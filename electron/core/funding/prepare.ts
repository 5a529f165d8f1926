/**
 * The rules that an archive begins with: the three of the published plan of 2021 (保障机制), each open in time until the center sets other
 * years or rates. A new archive gets them with its first event; an older one when it is opened for writing, in one event that cannot
 * be undone.
 */
import type { FundRuleFields } from '#shared/features/funding-rules.ts';
import { z } from '#shared/lib/zod.ts';
import { appendEvent, head } from '../audit/event.ts';
import { Changes } from '../changes.ts';
import { uuidv7 } from '../context.ts';
import { value, type WriteDb } from '../db/sql.ts';
import { fundRuleEntity } from '../entities/funding.ts';
import { ruleColumns } from './rules.ts';

const PAPER = '《齐陵街道社区教育中心2021年工作计划》';
const OPEN = { fromYear: null, toYear: null, countedSources: ['subdistrict' as const], paper: PAPER, documentId: null };

const PUBLISHED: readonly FundRuleFields[] = [
  {
    ...OPEN,
    shape: 'floor',
    name: '街道人均社区教育经费',
    payer: '街道办事处',
    basis: '常住人口',
    rate: 200,
    upperRate: null,
    paragraph: '街道办事处每年按照常住人口不低于2元/人的标准提供社区教育经费。',
  },
  {
    ...OPEN,
    shape: 'band',
    name: '企业职工培训经费',
    payer: '辖区企业',
    basis: '工资总额',
    rate: 15,
    upperRate: 25,
    paragraph: '企业落实关于职工工资总额1.5%-2.5%用于职工培训的规定。',
  },
  {
    ...OPEN,
    shape: 'share',
    name: '学校教师培训经费',
    payer: '辖区学校',
    basis: '年度公用经费预算总额',
    rate: 50,
    upperRate: null,
    paragraph: '学校落实经费5%用于教师培训的规定。',
  },
];

/** Writes the rules; the caller logs the images. */
export function writeRules(changes: Changes, newUid: () => string): void {
  PUBLISHED.forEach((fields, index) => {
    changes.insert(fundRuleEntity, {
      id: index + 1,
      uid: newUid(),
      ...ruleColumns(fields),
      origin: 'published',
      withdrawn: 0,
      withdrawn_reason: null,
      version: 1,
    });
  });
}

/** Makes up for an archive that has no rules yet. */
export function prepareRules(db: WriteDb, event: { at: string; actor: string; appVersion: string }): void {
  if (value(db, z.int(), 'SELECT count(*) FROM fund_rule') > 0) return;
  db.transaction(() => {
    const changes = new Changes(db);
    writeRules(changes, () => uuidv7(Date.parse(event.at)));
    appendEvent(db, head(db), {
      ...event,
      role: 'administrator',
      action: 'budgets.prepare',
      label: { code: 'prepareRules', params: { count: PUBLISHED.length } },
      reason: null,
      ...changes.images(),
    });
  }).immediate();
}
