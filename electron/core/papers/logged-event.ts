/** An event of the log in the words of the paper: who, what, and each field before and after. What says something of a person stays closed. */
import type { AuditEvent } from '#shared/features/audit.ts';
import { FundKind, FundSource } from '#shared/features/funding.ts';
import { PayerKind } from '#shared/features/funding-rules.ts';
import { PopulationKind } from '#shared/features/population.ts';
import { type Locale, type Messages, type Translate, translator } from '#shared/i18n/index.ts';
import { stepLabelText } from '#shared/i18n/messages.ts';
import { zhCN } from '#shared/i18n/zh-CN/index.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { maskNumbersIn } from '#shared/lib/phones.ts';
import { localSecond } from '../local-day.ts';
import type { LoggedEvent } from '../reports/change-log.ts';

/** Records of one event that the paper names; an import may change thousands, and the paper says how many more. */
const MOST_RECORDS = 20;

/** Records of persons: their fields are named, what stands in them is not printed. */
const PERSONAL: ReadonlySet<string> = new Set(['person', 'attendance', 'attendance_import', 'loan']);
/** What no reader needs to know of a record. */
const TECHNICAL: ReadonlySet<string> = new Set([
  'id',
  'uid',
  'voucherKey',
  'orderKey',
  'numberKey',
  'nameKey',
  'placeKey',
]);
/** Fields that say yes or no. */
const ANSWERS: ReadonlySet<string> = new Set([
  'withdrawn',
  'closed',
  'isExample',
  'hasSection',
  'needsReview',
  'moneyNeeded',
]);
/** Fields in fen. */
const MONEY: ReadonlySet<string> = new Set([
  'fund_entry/amount',
  'training_base/base',
  'training_base/spent',
  'activity/money',
]);

type EntityWord = keyof Messages['logWords']['entity'];
type FieldWord = keyof Messages['logWords']['field'];
type DocumentField = keyof Messages['documents']['field'];

const isEntity = (name: string): name is EntityWord => Object.hasOwn(zhCN.logWords.entity, name);
const isField = (name: string): name is FieldWord => Object.hasOwn(zhCN.logWords.field, name);
const isDocumentField = (name: string): name is DocumentField => Object.hasOwn(zhCN.documents.field, name);

function fieldText(t: Translate, entity: string, field: string): string {
  if (entity === 'document' && isDocumentField(field)) return t(`documents.field.${field}`);
  return isField(field) ? t(`logWords.field.${field}`) : field;
}

/** A value, kept as JSON text, as a reader knows it. */
function valueText(t: Translate, entity: string, field: string, json: string | null): string {
  const value: unknown = json === null ? null : JSON.parse(json);
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return t('fundingPapers.log.empty');
  if (typeof value === 'number') {
    if (MONEY.has(`${entity}/${field}`)) return t('fundingPapers.yuan', { amount: moneyText(value) });
    return ANSWERS.has(field) ? t(value === 1 ? 'fundingPapers.log.yes' : 'fundingPapers.log.no') : String(value);
  }
  if (Array.isArray(value)) {
    return value.every((part) => typeof part === 'string')
      ? value.join(t('paper.unitSeparator'))
      : t('fundingPapers.log.parts', { count: value.length });
  }
  const kind = FundKind.safeParse(value);
  if (entity === 'fund_entry' && field === 'kind' && kind.success) return t(`fundingCheck.kind.${kind.data}`);
  const payer = PayerKind.safeParse(value);
  if (entity === 'training_base' && field === 'kind' && payer.success) return t(`fundingCheck.payerKind.${payer.data}`);
  const population = PopulationKind.safeParse(value);
  if (entity === 'population' && field === 'kind' && population.success)
    return t(`fundingPapers.population.${population.data}`);
  const source = FundSource.safeParse(value);
  if (field === 'sourceKind' && source.success) return t(`fundingCheck.source.${source.data}`);
  return maskNumbersIn(typeof value === 'string' ? value : JSON.stringify(value));
}

type Recorded = AuditEvent['records'][number];

function recordText(t: Translate, { entity, key, changes }: Recorded): LoggedEvent['records'][number] {
  const name = t('fundingPapers.log.record', {
    entity: isEntity(entity) ? t(`logWords.entity.${entity}`) : entity,
    key,
  });
  const lines = changes
    .filter(({ field }) => !TECHNICAL.has(field))
    .map(({ field, before, after }) => {
      const label = fieldText(t, entity, field);
      if (PERSONAL.has(entity)) return label;
      const now = valueText(t, entity, field, after);
      return before === null
        ? t('fundingPapers.log.value', { field: label, after: now })
        : t('fundingPapers.log.change', { field: label, before: valueText(t, entity, field, before), after: now });
    });
  const isNew = changes.length > 0 && changes.every(({ before }) => before === null);
  const text = PERSONAL.has(entity)
    ? [lines.join(t('paper.unitSeparator'))]
    : isNew
      ? [lines.join(t('papers.clauseSeparator'))]
      : lines;
  return {
    name,
    changes: [...(isNew ? [t('fundingPapers.log.newRecord')] : []), ...text].filter((line) => line !== ''),
  };
}

export function loggedEvent(locale: Locale, event: AuditEvent): LoggedEvent {
  const t = translator(locale);
  const roles: Readonly<Record<string, string>> = {
    archivist: t('fundingPapers.role.archivist'),
    clerk: t('fundingPapers.role.clerk'),
    auditor: t('fundingPapers.role.auditor'),
    administrator: t('fundingPapers.role.administrator'),
  };
  const shown = event.records.slice(0, MOST_RECORDS);
  return {
    sequence: event.sequence,
    at: localSecond(event.at).replace(' ', '\n'),
    actor: event.actor,
    role: roles[event.role] ?? event.role,
    what: event.label === null ? event.action : stepLabelText(locale, event.label),
    records: shown.map((record) => recordText(t, record)),
    more: event.recordCount - shown.length,
    reason: event.reason ?? '',
    hash: event.hash,
  };
}
