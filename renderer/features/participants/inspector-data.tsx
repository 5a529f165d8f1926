/** What is kept of a person; what needs a look stands on top, and for a child who answers for it. */
import { Button, Select } from 'antd';
import { useId } from 'react';
import type { PersonFields } from '#shared/features/participants.ts';
import type { Sex } from '#shared/features/sex.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { Fact, SavedText } from '../../app/saved-text.tsx';
import { ConsentBox } from './consent-box.tsx';
import type { InspectorTabProps } from './inspector.tsx';
import { IdentityField } from './identity-field.tsx';
import { personFindingText } from './finding-words.ts';
import { MaskedText } from './masked-text.tsx';
import { minorityOf } from './person-marks.ts';
import { readText, sexText, type TextField, textProblem } from './person-texts.ts';
import { setFields } from './use-person-edits.ts';

const SAID_BELOW = ['guardian_missing', 'consent_missing', 'consent_maybe'];

export function InspectorData(props: InspectorTabProps) {
  const { person, seen, today, readOnly } = props;
  const { t } = useT();
  const showError = useShowError();
  const id = useId();
  const save = (fields: Partial<PersonFields> & { needsReview?: false }): void =>
    void setFields(person.id, fields).catch(showError);
  const line = (field: TextField, value: string, more: { rows?: number; placeholder?: string } = {}) => (
    <SavedText
      label={t(`participants.field.${field}`)}
      value={value}
      readOnly={readOnly}
      check={(text) => {
        const reading = readText(field, text, { t, today, person });
        return reading.ok ? null : textProblem(t, reading);
      }}
      onSave={(text) => {
        const reading = readText(field, text, { t, today, person });
        if (reading.ok) save(reading.fields);
      }}
      {...more}
    />
  );
  const minority = minorityOf(person, today);
  // What the box of consent says itself is not said twice.
  const findings = (seen?.findings ?? []).filter(({ rule }) => minority === 'no' || !SAID_BELOW.includes(rule));
  return (
    <div className="inspector-body">
      {person.withdrawnReason !== null && (
        <dl className="facts">
          <Fact label={t('participantScreen.inspector.withdrawnReason')}>{person.withdrawnReason}</Fact>
        </dl>
      )}
      {(findings.length > 0 || person.needsReview) && (
        <ul className="findings" aria-label={t('participantScreen.inspector.findings')}>
          {findings.map((finding) => (
            <li key={`${finding.field}-${finding.rule}`} className="finding">
              {personFindingText(t, finding)}
            </li>
          ))}
          {person.needsReview && !readOnly && (
            <li className="finding">
              <span>{t('participantScreen.inspector.review')}</span>
              <Button size="small" onClick={() => save({ needsReview: false })}>
                {t('participantScreen.inspector.confirm')}
              </Button>
            </li>
          )}
        </ul>
      )}
      {minority !== 'no' && <ConsentBox {...props} minority={minority} />}
      <section className="inspector-group">
        {line('name', person.name)}
        <div className="pair">
          <div className="field">
            <label htmlFor={`${id}-sex`}>{t('participants.field.sex')}</label>
            <Select<Sex | null>
              id={`${id}-sex`}
              value={person.sex}
              allowClear
              disabled={readOnly}
              placeholder={t('participantScreen.inspector.notSet')}
              onChange={(sex: Sex | null | undefined) => save({ sex: sex ?? null })}
              options={(['female', 'male'] as const).map((value) => ({ value, label: sexText(t, value) }))}
            />
          </div>
          {line('birthDate', person.birthDate ?? '', { placeholder: '2012-05-01' })}
        </div>
        {line('village', person.village ?? '')}
        {person.village !== null && person.villageId === null && (
          <p className="field-note">{t('participantScreen.inspector.villageUnlinked')}</p>
        )}
        <MaskedText person={person} field="phone" today={today} readOnly={readOnly} onSave={save} />
        {minority === 'no' && (person.guardianName !== null || person.guardianPhone !== null) && (
          <>
            {line('guardianName', person.guardianName ?? '')}
            <MaskedText person={person} field="guardianPhone" today={today} readOnly={readOnly} onSave={save} />
          </>
        )}
        <IdentityField person={person} readOnly={readOnly} />
        {line('note', person.note, { rows: 2 })}
      </section>
      {(seen?.merged.length ?? 0) > 0 && (
        <section className="inspector-group">
          <h3>{t('participantScreen.inspector.merged')}</h3>
          <ul>
            {seen?.merged.map((one) => (
              <li key={one.id}>{t('participantScreen.inspector.mergedOne', one)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
