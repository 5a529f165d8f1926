/** The panel on the right (F4): every field of the active row, where it came from, and what is doubtful about it. */
import { Select } from 'antd';
import { useId } from 'react';
import type { PlanRowProof } from '#shared/features/activities.ts';
import { RowStatus, STATUS_NEEDS_REASON, type ScheduleFields, type ScheduleRow } from '#shared/features/schedule.ts';
import { parseMonthCell } from '#shared/lib/months.ts';
import { z } from '#shared/lib/zod.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { InspectorPanel } from '../../app/register/inspector-panel.tsx';
import { useReadOnly, WriteButton } from '../../app/read-only.tsx';
import { Fact, SavedText } from '../../app/saved-text.tsx';
import { ui } from '../../app/ui-state.ts';
import { isUnproven, RowProof } from './row-proof.tsx';
import { fieldsFromText, monthText, unitsText } from './row-texts.ts';
import type { RowEdits } from './use-row-edits.ts';

interface Props {
  row: ScheduleRow | null;
  number: number;
  unknownUnits: readonly string[];
  edits: RowEdits;
  /** What proves the row; undefined until it is known. */
  proof: PlanRowProof | undefined;
  onUnknownUnits: () => void;
}

export function Inspector({ row, number, unknownUnits, edits, proof, onUnknownUnits }: Props) {
  const { t } = useT();
  return (
    <InspectorPanel
      label={t('schedule.inspector.title')}
      heading={row ? t('schedule.inspector.row', { number }) : undefined}
      none={t('schedule.inspector.none')}
      onClose={() => ui.set({ inspector: false })}
    >
      {row && (
        <Fields
          key={row.id}
          row={row}
          unknownUnits={unknownUnits}
          edits={edits}
          proof={proof}
          onUnknownUnits={onUnknownUnits}
        />
      )}
    </InspectorPanel>
  );
}

function Fields({
  row,
  unknownUnits,
  edits,
  proof,
  onUnknownUnits,
}: Omit<Props, 'row' | 'number'> & { row: ScheduleRow }) {
  const { t } = useT();
  const showError = useShowError();
  const readOnly = useReadOnly();
  const statusId = useId();
  const save = (fields: Partial<ScheduleFields>): void => void edits.setFields(row, fields).catch(showError);
  const saveText = (column: string, text: string): void => save(fieldsFromText(column, text, row).fields);
  const unknown = row.units.map(({ name }) => name).filter((name) => unknownUnits.includes(name));
  const { time } = row;
  return (
    <div className="inspector-body" tabIndex={-1}>
      {row.needsReview && (
        <div className="callout">
          <p>{t('schedule.inspector.review')}</p>
          <WriteButton size="small" type="primary" onClick={() => void edits.confirm([row.id]).catch(showError)}>
            {t('schedule.inspector.confirm')}
          </WriteButton>
        </div>
      )}
      {proof && isUnproven(proof) && <RowProof proof={proof} />}
      <SavedText
        label={t('paper.column.activity')}
        value={row.activity}
        rows={2}
        onSave={(text) => saveText('activity', text)}
      />
      <SavedText
        label={t('paper.column.month')}
        value={monthText(row)}
        placeholder={t('schedule.inspector.monthHint')}
        check={(text) => (parseMonthCell(text).ok ? null : t('errors.schedule/month_invalid', { text }))}
        onSave={(text) => saveText('month', text)}
      />
      <SavedText
        label={t('paper.column.unit')}
        value={unitsText(row.units)}
        rows={2}
        placeholder={t('schedule.inspector.unitsHint')}
        onSave={(text) => saveText('units', text)}
      />
      {unknown.length > 0 && (
        <div className="callout">
          <p>{t('schedule.units.unknownHere', { names: unknown.join(t('paper.unitSeparator')) })}</p>
          <WriteButton size="small" onClick={onUnknownUnits}>
            {t('schedule.units.resolve')}
          </WriteButton>
        </div>
      )}
      <div className="field">
        <label htmlFor={statusId}>{t('schedule.column.status')}</label>
        <Select
          id={statusId}
          value={row.status}
          disabled={readOnly}
          onChange={(status: RowStatus) => save({ status, statusReason: '' })}
          options={RowStatus.options.map((status) => ({ value: status, label: t(`paper.status.${status}`) }))}
        />
      </div>
      {(STATUS_NEEDS_REASON.includes(row.status) || row.statusReason !== '') && (
        <SavedText
          label={t('schedule.inspector.reason')}
          value={row.statusReason}
          rows={2}
          check={(text) =>
            text.trim() === '' && STATUS_NEEDS_REASON.includes(row.status)
              ? t('errors.schedule/reason_needed', { status: t(`paper.status.${row.status}`) })
              : null
          }
          onSave={(statusReason) => save({ statusReason })}
        />
      )}
      <SavedText
        label={t('schedule.inspector.doneOn')}
        value={row.doneOn ?? ''}
        placeholder={t('schedule.inspector.dateExample')}
        check={(text) =>
          text === '' || z.iso.date().safeParse(text).success ? null : t('schedule.inspector.dateInvalid')
        }
        onSave={(text) => save({ doneOn: text === '' ? null : text })}
      />
      <SavedText
        label={t('paper.column.remark')}
        value={row.remark}
        rows={2}
        onSave={(text) => saveText('remark', text)}
      />
      {proof && !isUnproven(proof) && <RowProof proof={proof} />}
      {(time.week !== null || row.sourceText !== null) && (
        <dl className="facts">
          {time.week !== null && <Fact label={t('schedule.inspector.week')}>{time.week}</Fact>}
          {row.sourceText !== null && (
            <Fact
              label={
                row.sourceLine === null
                  ? t('schedule.inspector.source')
                  : t('schedule.inspector.sourceLine', { line: row.sourceLine })
              }
            >
              <span className="source-text">{row.sourceText}</span>
            </Fact>
          )}
        </dl>
      )}
    </div>
  );
}
