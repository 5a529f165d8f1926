/** Persons who may be one, side by side with what differs marked: who stays is chosen on top, each value by its field. */
import { App, Button, Input, Radio } from 'antd';
import { useState } from 'react';
import type { Person } from '#shared/features/participants.ts';
import { ageOn } from '#shared/lib/ages.ts';
import { call, useAsked } from '../../app/api.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { Writing } from '../../app/read-only.tsx';
import { useUndo } from '../../app/use-undo.ts';
import { Field } from '../life/field.tsx';
import {
  choiceFor,
  differs,
  firstChoice,
  joinedRoles,
  MERGE_FIELDS,
  type MergeField,
  mergeRequest,
  unsaid,
} from './merge-choice.ts';
import { showPerson } from './person-state.ts';
import { roleText, sexText } from './person-texts.ts';

interface Props {
  persons: readonly Person[];
  /** ISO day. */
  today: string;
  /** The persons have been joined. */
  onMerged: () => void;
}

const USUAL = ['twice', 'misspelt', 'moved'] as const;

export function MergeForm({ persons, today, onMerged }: Props) {
  const { t } = useT();
  const { notification } = App.useApp();
  const { undo } = useUndo();
  const [choice, setChoice] = useState(() => firstChoice(persons));
  const [out, setOut] = useState<ReadonlySet<number>>(new Set());
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const joined = persons.filter(({ id }) => !out.has(id));
  const given = reason.trim();
  const ready = given !== '' && joined.length > 1;

  const merge = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await call('participants.merge', mergeRequest(joined, choice, given));
      const staying = persons.find(({ id }) => id === choice.keep);
      notification.success({
        key: 'person-merged',
        title: t('participantScreen.merge.done', { name: staying?.name ?? '', count: joined.length - 1 }),
        placement: 'bottomRight',
        duration: 20,
        actions: (
          <Button
            size="small"
            onClick={() => {
              notification.destroy('person-merged');
              void undo();
            }}
          >
            {t('participantScreen.merge.undo')}
          </Button>
        ),
      });
      onMerged();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  const leaveOut = (id: number): void => {
    const next = new Set(out);
    if (!next.delete(id)) next.add(id);
    const rest = persons.filter((person) => !next.has(person.id));
    setOut(next);
    if (rest.length > 0) setChoice(next.has(choice.keep) ? firstChoice(rest) : choiceFor(rest, choice.keep));
  };
  const take = (field: MergeField, id: number): void => setChoice({ ...choice, from: { ...choice.from, [field]: id } });

  return (
    <form
      className="merge"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) void merge();
      }}
    >
      <div className="merge-scroll" tabIndex={0} role="group" aria-label={t('participantScreen.merge.compare')}>
        <table className="merge-table">
          <thead>
            <tr>
              <td />
              {persons.map((person) => (
                <th key={person.id} scope="col" className={out.has(person.id) ? 'merge-out' : ''}>
                  <button type="button" className="text-link" onClick={() => showPerson(person.id)}>
                    {person.name}
                  </button>
                  <span className="muted digits"> {t('participantScreen.merge.number', { id: person.id })}</span>
                  <Radio
                    name="merge-keep"
                    checked={choice.keep === person.id}
                    disabled={out.has(person.id)}
                    onChange={() => setChoice(choiceFor(joined, person.id))}
                  >
                    {t('participantScreen.merge.keep')}
                  </Radio>
                  {persons.length > 2 && (
                    <Button type="link" size="small" onClick={() => leaveOut(person.id)}>
                      {t(out.has(person.id) ? 'participantScreen.merge.takeIn' : 'participantScreen.merge.leaveOut')}
                    </Button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {MERGE_FIELDS.filter((field) => !unsaid(persons, field)).map((field) => {
              const different = differs(joined, field);
              return (
                <tr key={field} className={different ? 'merge-differs' : ''}>
                  <th scope="row">
                    {t(`participants.field.${field}`)}
                    {different && <span className="merge-mark">{t('participantScreen.merge.different')}</span>}
                  </th>
                  {persons.map((person) => (
                    <td key={person.id} className={out.has(person.id) ? 'merge-out' : ''}>
                      {different && !out.has(person.id) ? (
                        <Radio
                          name={`merge-${field}`}
                          checked={choice.from[field] === person.id}
                          onChange={() => take(field, person.id)}
                        >
                          <MergeValue person={person} field={field} today={today} />
                        </Radio>
                      ) : (
                        <MergeValue person={person} field={field} today={today} />
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
            <tr>
              <th scope="row">{t('participants.field.roles')}</th>
              {persons.map(({ id, roles }) => (
                <td key={id} className={out.has(id) ? 'merge-out' : ''}>
                  {roles.map(({ role }) => roleText(t, role)).join(t('paper.unitSeparator'))}
                </td>
              ))}
            </tr>
            <Taken persons={persons} out={out} />
          </tbody>
        </table>
      </div>
      <p className="muted">
        {t('participantScreen.merge.text', {
          roles:
            joinedRoles(joined)
              .map(({ role }) => roleText(t, role))
              .join(t('paper.unitSeparator')) || t('participantScreen.merge.noRoles'),
        })}
      </p>
      {joined
        .filter(({ id, identityMask }) => id !== choice.keep && identityMask !== null)
        .map(({ id, name, identityMask }) => (
          <p key={id} className="muted">
            {t('participantScreen.merge.sealed', { name, id, mask: identityMask ?? '' })}
          </p>
        ))}
      <Writing>
        <div className="merge-foot">
          <Field id="merge-reason" label={t('participantScreen.merge.reason')} required>
            <Input
              id="merge-reason"
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
          <span className="actions">
            {USUAL.map((usual) => (
              <Button key={usual} size="small" onClick={() => setReason(t(`participantScreen.merge.usual.${usual}`))}>
                {t(`participantScreen.merge.usual.${usual}`)}
              </Button>
            ))}
            <span className="spring" />
            <Button type="primary" htmlType="submit" disabled={!ready} loading={busy}>
              {t('participantScreen.merge.do', { count: joined.length })}
            </Button>
          </span>
        </div>
      </Writing>
      {error !== null && <ErrorView error={error} />}
    </form>
  );
}

function MergeValue({ person, field, today }: { person: Person; field: MergeField; today: string }) {
  const { t } = useT();
  const value = person[field];
  if (value === null || value === '') return <span className="muted">{t('participantScreen.merge.nothing')}</span>;
  if (field === 'sex') return sexText(t, person.sex);
  if (field === 'consentDocumentId') return <DocumentName id={Number(value)} />;
  const age = field === 'birthDate' ? ageOn(person.birthDate, today) : null;
  return (
    <span className="digits">
      {value}
      {age !== null && <span className="muted"> {t('participantScreen.age', { count: age })}</span>}
    </span>
  );
}

function DocumentName({ id }: { id: number }) {
  return useAsked('documents.get', { id }).data?.document.title ?? `#${id}`;
}

/** How often each took part, so that nobody chooses blindly. */
function Taken({ persons, out }: { persons: readonly Person[]; out: ReadonlySet<number> }) {
  const { t } = useT();
  const rows = useAsked('participants.list', { filter: { ids: persons.map(({ id }) => id) } }).data?.rows;
  return (
    <tr>
      <th scope="row">{t('participantScreen.times')}</th>
      {persons.map(({ id }) => (
        <td key={id} className={out.has(id) ? 'merge-out' : 'digits'}>
          {rows?.find((row) => row.id === id)?.personTimes ?? ''}
        </td>
      ))}
    </tr>
  );
}
