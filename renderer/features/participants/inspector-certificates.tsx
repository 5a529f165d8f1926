/** Certificates of a person: what they are, who gave them, and whether they still hold. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useT } from '../../app/i18n.tsx';
import { personState } from './person-state.ts';
import type { InspectorTabProps } from './inspector.tsx';

export function InspectorCertificates({ person, today, readOnly }: InspectorTabProps) {
  const { t } = useT();
  const edit = (index: number | null): void =>
    personState.set({ dialog: { name: 'certificate', id: person.id, index } });
  return (
    <div className="inspector-body">
      {person.certificates.length === 0 && <p className="muted">{t('participantScreen.certificates.none')}</p>}
      <ul className="entries">
        {person.certificates.map((certificate, index) => {
          const { name, number, issuer, issuedOn, validUntil } = certificate;
          const over = validUntil !== null && validUntil < today;
          return (
            // Two certificates may say the same; their place tells them apart.
            <li key={`${index}-${name}`}>
              <span className="entry-head">
                <strong>{name}</strong>
                {!readOnly && (
                  <Button size="small" type="text" onClick={() => edit(index)}>
                    {t('participantScreen.edit')}
                  </Button>
                )}
              </span>
              {number !== '' && (
                <span className="digits">{t('participantScreen.certificates.number', { number })}</span>
              )}
              {issuer !== '' && <span>{issuer}</span>}
              {issuedOn !== null && (
                <span className="muted digits">{t('participantScreen.certificates.issued', { date: issuedOn })}</span>
              )}
              {validUntil !== null && (
                <span className={over ? 'field-problem digits' : 'muted digits'}>
                  {t(over ? 'participantScreen.certificates.over' : 'participantScreen.certificates.valid', {
                    date: validUntil,
                  })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {!readOnly && (
        <Button size="small" icon={<PlusOutlined />} onClick={() => edit(null)}>
          {t('participantScreen.certificates.add')}
        </Button>
      )}
    </div>
  );
}
