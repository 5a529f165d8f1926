/**
 * 监护人同意: data of a child under 14 needs the consent of a parent or guardian and rules of its own (PIPL, art. 28 and
 * 31). What is missing, and why it is asked for, stands before everything else of the child.
 */
import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { PersonFields } from '#shared/features/participants.ts';
import { useAsked } from '../../app/api.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { SavedText } from '../../app/saved-text.tsx';
import { showDocument } from '../documents/document-state.ts';
import type { InspectorTabProps } from './inspector.tsx';
import { MaskedText } from './masked-text.tsx';
import type { Minority } from './person-marks.ts';
import { personState } from './person-state.ts';
import { readText, textProblem } from './person-texts.ts';
import { setFields } from './use-person-edits.ts';

export function ConsentBox({
  person,
  minority,
  today,
  readOnly,
}: Pick<InspectorTabProps, 'person' | 'today' | 'readOnly'> & { minority: Exclude<Minority, 'no'> }) {
  const { t } = useT();
  const showError = useShowError();
  const save = (fields: Partial<PersonFields>): void => void setFields(person.id, fields).catch(showError);
  const missing = [
    ...(person.guardianName === null ? [t('participantScreen.consent.missing.guardianName')] : []),
    ...(person.guardianPhone === null ? [t('participantScreen.consent.missing.guardianPhone')] : []),
    ...(person.consentOn === null ? [t('participantScreen.consent.missing.consentOn')] : []),
    ...(person.consentDocumentId === null ? [t('participantScreen.consent.missing.consentDocument')] : []),
  ];
  const lacking = person.consentOn === null;
  const line = (field: 'guardianName' | 'consentOn', value: string, placeholder?: string) => (
    <SavedText
      label={t(`participants.field.${field}`)}
      value={value}
      readOnly={readOnly}
      {...(placeholder === undefined ? {} : { placeholder })}
      check={(text) => {
        const reading = readText(field, text, { t, today, person });
        return reading.ok ? null : textProblem(t, reading);
      }}
      onSave={(text) => {
        const reading = readText(field, text, { t, today, person });
        if (reading.ok) save(reading.fields);
      }}
    />
  );
  return (
    <section
      className={lacking ? 'consent consent-lacking' : 'consent'}
      aria-label={t('participantScreen.consent.title')}
    >
      <h3>
        {lacking ? (
          <WarningFilled className="warning-sign" aria-hidden />
        ) : (
          <CheckCircleFilled className="good-sign" aria-hidden />
        )}{' '}
        {t(
          minority === 'maybe'
            ? 'participantScreen.consent.maybe'
            : lacking
              ? 'participantScreen.consent.lacking'
              : 'participantScreen.consent.given',
        )}
      </h3>
      {missing.length > 0 && (
        <p>{t('participantScreen.consent.missingList', { list: missing.join(t('paper.unitSeparator')) })}</p>
      )}
      <p className="muted">{t('participantScreen.consent.why')}</p>
      {line('guardianName', person.guardianName ?? '')}
      <MaskedText person={person} field="guardianPhone" today={today} readOnly={readOnly} onSave={save} />
      {line('consentOn', person.consentOn ?? '', '2024-03-01')}
      <ConsentDocument person={person} readOnly={readOnly} onClear={() => save({ consentDocumentId: null })} />
    </section>
  );
}

function ConsentDocument({
  person,
  readOnly,
  onClear,
}: Pick<InspectorTabProps, 'person' | 'readOnly'> & { onClear: () => void }) {
  const { t } = useT();
  const documentId = person.consentDocumentId;
  const document = useAsked('documents.get', { id: documentId ?? 0 }, { enabled: documentId !== null }).data?.document;
  const choose = (): void => personState.set({ dialog: { name: 'consentDocument', id: person.id } });
  return (
    <div className="field">
      <span className="label">{t('participants.field.consentDocumentId')}</span>
      {documentId !== null && (
        <button type="button" className="text-link" onClick={() => showDocument(documentId)}>
          {document?.title ?? `#${documentId}`}
        </button>
      )}
      {!readOnly && (
        <span className="actions">
          <Button size="small" onClick={choose}>
            {t('participantScreen.consent.choose')}
          </Button>
          {documentId !== null && (
            <Button size="small" type="text" onClick={onClear}>
              {t('participantScreen.consent.remove')}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}
