/** 底稿: the findings of an audit, written down one by one, and the working paper shown. Nothing of it goes into the archive. */
import { PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useEffect } from 'react';
import { useYear } from '../../app/archive-state.ts';
import { useT } from '../../app/i18n.tsx';
import { useToday } from '../../app/today.ts';
import { type PaperRequest, ui, useUi } from '../../app/ui-state.ts';
import { DayField } from '../life/day-field.tsx';
import { isoDay, readDay } from '../life/day-text.ts';
import { Field } from '../life/field.tsx';
import { addFinding, type Finding, NO_FINDINGS, setWorking, useAuditState, type WorkingDraft } from './audit-state.ts';

const COLUMNS = ['category', 'content', 'reference', 'opinion'] as const;
const MOST = { category: 100, content: 4000, reference: 200, opinion: 2000 } as const;

/** The request for the paper; null while something that it needs is missing. Empty lines are left out. */
export function workingPaperRequest(year: number, draft: WorkingDraft): PaperRequest | null {
  const on = readDay(draft.on);
  const items = draft.findings
    .map(({ key: _key, ...finding }) => ({ ...finding, content: finding.content.trim() }))
    .filter(({ content }) => content !== '');
  if (on === null || draft.project.trim() === '' || items.length === 0) return null;
  return {
    paper: 'workingPaper',
    year,
    project: draft.project.trim(),
    items,
    preparedBy: draft.preparedBy.trim(),
    reviewedBy: draft.reviewedBy.trim(),
    on,
  };
}

export function FindingsTab() {
  const { t } = useT();
  const year = useYear();
  if (year === null) return <p className="muted">{t('auditScreen.evidence.noYear')}</p>;
  return <Findings key={year} year={year} />;
}

function Findings({ year }: { year: number }) {
  const { t } = useT();
  const draft = useAuditState((state) => state.working[year] ?? NO_FINDINGS);
  const given = useUi(({ audit }) => audit);
  const today = isoDay(useToday());
  useEffect(() => {
    if (draft === NO_FINDINGS) setWorking(year, { preparedBy: (given?.auditors ?? '').slice(0, 50), on: today });
  }, [draft, given, today, year]);
  const request = workingPaperRequest(year, draft);
  const change = (key: number, part: Partial<Finding>): void =>
    setWorking(year, {
      findings: draft.findings.map((finding) => (finding.key === key ? { ...finding, ...part } : finding)),
    });
  const line = (field: 'project' | 'preparedBy' | 'reviewedBy', most: number, required = false) => (
    <Field id={`working-${field}`} label={t(`workingPaper.${field}`)} required={required}>
      <Input
        id={`working-${field}`}
        maxLength={most}
        value={draft[field]}
        onChange={(event) => setWorking(year, { [field]: event.target.value })}
      />
    </Field>
  );
  return (
    <div className="evidence">
      <p className="muted">{t('workingPaper.text')}</p>
      <section className="panel findings">
        <div className="findings-head">
          {line('project', 200, true)}
          {line('preparedBy', 50)}
          {line('reviewedBy', 50)}
          <DayField
            id="working-on"
            label={t('workingPaper.on')}
            value={draft.on}
            today={today}
            onChange={(on) => setWorking(year, { on })}
            required
          />
        </div>
        {draft.findings.length === 0 ? (
          <p className="muted">{t('workingPaper.empty')}</p>
        ) : (
          <table className="findings-table">
            <thead>
              <tr>
                <th>{t('workingPaper.number')}</th>
                {COLUMNS.map((column) => (
                  <th key={column}>{t(`workingPaper.${column}`)}</th>
                ))}
                <th />
              </tr>
            </thead>
            <tbody>
              {draft.findings.map((finding, index) => (
                <tr key={finding.key}>
                  <td className="digits">{index + 1}</td>
                  {COLUMNS.map((column) => (
                    <td key={column}>
                      <Input.TextArea
                        aria-label={t('workingPaper.itemLabel', {
                          number: index + 1,
                          field: t(`workingPaper.${column}`),
                        })}
                        autoSize={{ minRows: 2, maxRows: 10 }}
                        maxLength={MOST[column]}
                        value={finding[column]}
                        onChange={(event) => change(finding.key, { [column]: event.target.value })}
                      />
                    </td>
                  ))}
                  <td>
                    <Button
                      size="small"
                      onClick={() =>
                        setWorking(year, { findings: draft.findings.filter(({ key }) => key !== finding.key) })
                      }
                    >
                      {t('workingPaper.remove')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <span className="actions">
          <Button icon={<PlusOutlined />} onClick={() => addFinding(year)}>
            {t('workingPaper.add')}
          </Button>
          <Button type="primary" disabled={request === null} onClick={() => request && ui.set({ paper: request })}>
            {t('workingPaper.preview')}
          </Button>
        </span>
      </section>
    </div>
  );
}
