/** An event of the log in words: kinds of records, fields and values, where the catalogue has them. Pure. */
import { fieldValueText } from '../documents/field-value.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { zhCN } from '#shared/i18n/zh-CN/index.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { storedText } from '../../app/register/stored-text.ts';

function has(words: object, key: string): boolean {
  return Object.hasOwn(words, key);
}

export function entityText(t: Translate, entity: string): string {
  return has(zhCN.auditScreen.entity, entity) ? t(`auditScreen.entity.${entity}` as 'auditScreen.entity.box') : entity;
}

/** The name of a field; one without a word shows as the archive names it. */
export function fieldText(t: Translate, entity: string, field: string): string {
  if (entity === 'document' && has(zhCN.documents.field, field)) {
    return t(`documents.field.${field}` as 'documents.field.title');
  }
  if (entity === 'person' && has(zhCN.participants.field, field)) {
    return t(`participants.field.${field}` as 'participants.field.name');
  }
  if (entity === 'activity' && has(zhCN.activityScreen.logged, field)) {
    return t(`activityScreen.logged.${field}` as 'activityScreen.logged.title');
  }
  if (entity === 'fund_entry' && has(zhCN.ledgerScreen.logged, field)) {
    return t(`ledgerScreen.logged.${field}` as 'ledgerScreen.logged.amount');
  }
  return has(zhCN.auditScreen.field, field) ? t(`auditScreen.field.${field}` as 'auditScreen.field.name') : field;
}

/** Fields in fen that are named in yuan. */
const MONEY: Readonly<Record<string, readonly string[]>> = {
  fund_entry: ['amount'],
  training_base: ['base', 'spent'],
};

const NO_NAMES = { sections: [], boxes: new Map<number, number>() };

/** `json`: the value as JSON text, null where the record was not there. */
export function valueText(t: Translate, entity: string, field: string, json: string | null): string {
  return storedText(t, json, (value) => saidOf(t, entity, field, value));
}

function saidOf(t: Translate, entity: string, field: string, value: unknown): string | null {
  if (typeof value === 'boolean') return t(value ? 'auditScreen.log.yes' : 'auditScreen.log.no');
  if (field === 'withdrawn') return t(value === 0 ? 'auditScreen.log.no' : 'auditScreen.log.yes');
  if (typeof value === 'number' && MONEY[entity]?.includes(field)) return moneyText(value);
  if (entity === 'fund_entry' && typeof value === 'string') {
    if (field === 'kind' && has(zhCN.fundingCheck.kind, value)) {
      return t(`fundingCheck.kind.${value}` as 'fundingCheck.kind.payment');
    }
    if (field === 'sourceKind' && has(zhCN.fundingCheck.source, value)) {
      return t(`fundingCheck.source.${value}` as 'fundingCheck.source.higher');
    }
  }
  if (entity === 'schedule_row' && field === 'status' && typeof value === 'string' && has(zhCN.paper.status, value)) {
    return t(`paper.status.${value}` as 'paper.status.done');
  }
  if (entity === 'document' && field !== 'sectionId' && field !== 'boxId') {
    return fieldValueText(t, field, value, NO_NAMES);
  }
  return null;
}
