/** What the screen of the audit makes of choices and drafts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuditLogFilter } from '#shared/features/audit.ts';
import { PaperScope } from '#shared/features/papers.ts';
import { translator } from '#shared/i18n/index.ts';
import { stepText } from '../../../renderer/app/i18n.tsx';
import { NO_EVIDENCE, WHOLE_LOG } from '../../../renderer/features/audit/audit-state.ts';
import { checksumLines } from '../../../renderer/features/audit/checksum.tsx';
import { entityText, fieldText, valueText } from '../../../renderer/features/audit/event-words.ts';
import { auditorNames, evidenceRequest, missingFields } from '../../../renderer/features/audit/evidence-paper.ts';
import { logFilter } from '../../../renderer/features/audit/log-filter.ts';

const t = translator('zh-CN');

describe('the filter of the log', () => {
  it('is empty for the whole log, and null while a day cannot be read', () => {
    expect(logFilter(WHOLE_LOG)).toEqual({});
    expect(logFilter({ ...WHOLE_LOG, from: '2026年13月' })).toBeNull();
    expect(logFilter({ ...WHOLE_LOG, to: '昨天' })).toBeNull();
  });

  it('holds what was chosen, and nouns whole', () => {
    const filter = logFilter({ from: '20260301', to: '2026-3-31', action: 'checks', actor: '甲（示例）' });
    expect(filter).toEqual({ from: '2026-03-01', to: '2026-03-31', action: 'checks.', actor: '甲（示例）' });
    expect(AuditLogFilter.parse(filter)).toEqual(filter);
  });
});

describe('a checksum to be copied by hand', () => {
  it('is all there, in two lines of eight groups of four', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{64}$/u), (checksum) => {
        const lines = checksumLines(checksum);
        expect(lines.flat().join('')).toBe(checksum);
        expect(lines.map((line) => line.map((group) => group.length))).toEqual([
          Array.from({ length: 8 }, () => 4),
          Array.from({ length: 8 }, () => 4),
        ]);
      }),
    );
  });
});

describe('the draft of a 取证单', () => {
  const whole = {
    ...NO_EVIDENCE,
    entryIds: [1, 2],
    project: ' 经费审计 ',
    matter: '拨付',
    summary: '已拨付。',
    auditors: '甲（示例）、乙（示例）',
    on: '20260301',
  };

  it('is a paper as soon as nothing is missing', () => {
    const request = evidenceRequest(2021, whole);
    expect(request).toMatchObject({ project: '经费审计', auditors: ['甲（示例）', '乙（示例）'], on: '2026-03-01' });
    expect(PaperScope.safeParse(request).success).toBe(true);
    expect(evidenceRequest(2021, { ...whole, entryIds: [] })).toBeNull();
    expect(evidenceRequest(2021, { ...whole, entryIds: [], documentIds: [7] })).toMatchObject({ documentIds: [7] });
  });

  it('names every field that is missing', () => {
    expect(missingFields(NO_EVIDENCE)).toEqual(['project', 'matter', 'summary', 'auditors', 'on']);
    expect(missingFields(whole)).toEqual([]);
    for (const [field, text] of [
      ['project', '  '],
      ['auditors', '、，'],
      ['on', '明天'],
    ] as const) {
      expect(missingFields({ ...whole, [field]: text })).toEqual([field]);
      expect(evidenceRequest(2021, { ...whole, [field]: text })).toBeNull();
    }
  });

  it('tells names apart, however they are parted', () => {
    const name = fc.stringMatching(/^[甲乙丙丁]{1,3}$/u);
    const parting = fc.constantFrom('、', '，', ', ', '; ', '；', '\n');
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), parting, (names, between) => {
        expect(auditorNames(names.join(between))).toEqual(names);
      }),
    );
  });
});

describe('an event in words', () => {
  it('says fields and values as the registers do, and keeps the name of one without a word', () => {
    expect(entityText(t, 'fund_entry')).toBe('经费');
    expect(fieldText(t, 'document', 'title')).toBe(t('documents.field.title'));
    expect(fieldText(t, 'fund_entry', 'amount')).toBe(t('ledgerScreen.logged.amount'));
    expect(fieldText(t, 'something_new', 'newField')).toBe('newField');
    expect(valueText(t, 'fund_entry', 'amount', '5712610')).toBe('57,126.10');
    expect(valueText(t, 'fund_entry', 'kind', '"payment"')).toBe(t('fundingCheck.kind.payment'));
    expect(valueText(t, 'document', 'state', '"filed"')).toBe(t('documents.state.filed'));
    expect(valueText(t, 'plan', 'title', null)).toBe(t('register.log.empty'));
    expect(valueText(t, 'person', 'withdrawn', '1')).toBe(t('auditScreen.log.yes'));
    expect(valueText(t, 'organisation', 'shortNames', '["甲","乙"]')).toBe('甲、乙');
  });

  it('names what auditors read', () => {
    const label = (what: string, kind: string, of: string): string =>
      stepText(t, { code: 'auditRead', params: { what, kind, of } });
    expect(label('papers.preview', 'catalogue', '2021')).toBe('审计查阅：预览“归档文件目录” 2021');
    expect(label('history.ofRecord', 'fund_entry', '№3')).toBe('审计查阅：修改记录（经费） №3');
    expect(label('documents.get', '', '№3')).toBe('审计查阅：档案 №3');
    expect(label('newer.procedure', '', '')).toBe('审计查阅：newer.procedure');
  });
});
