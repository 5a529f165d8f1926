/** Beside the lines under review: who is who, into which activity, what is left out, who is under 14. */
import { Button, Select } from 'antd';
import type { PlannedImport } from '#shared/features/attendance.ts';
import { useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { factsOf } from './person-facts.ts';
import { activityKey, personKey, type RosterRow } from './roster-draft.ts';

const NEW = 'new';

/** One row of each person of whom it must be said who it is: the doubtful first, then those found in the register. */
export function personsToChoose(rows: readonly RosterRow[], doubtful: ReadonlySet<number>): RosterRow[] {
  const first = new Map<string, RosterRow>();
  const unsure = new Set<string>();
  for (const row of rows) {
    const key = personKey(row);
    if (doubtful.has(row.id)) unsure.add(key);
    if (!first.has(key)) first.set(key, row);
  }
  const wanted = [...first].filter(([key, row]) => unsure.has(key) || 'id' in row.person);
  return wanted.toSorted(([one], [other]) => Number(unsure.has(other)) - Number(unsure.has(one))).map(([, row]) => row);
}

interface PersonPanelProps {
  rows: readonly RosterRow[];
  persons: readonly RosterRow[];
  onChoose: (row: RosterRow, person: { id: number } | { key: string }) => void;
  onGo: (row: RosterRow) => void;
}

export function PersonPanel({ rows, persons, onChoose, onGo }: PersonPanelProps) {
  const { t } = useT();
  if (persons.length === 0) return <p className="muted">{t('signIn.review.personsNone')}</p>;
  return (
    <>
      <p className="muted">{t('signIn.review.personsText')}</p>
      <ul className="who-list">
        {persons.map((row) => (
          <PersonChoice key={row.id} row={row} rows={rows} onChoose={onChoose} onGo={onGo} />
        ))}
      </ul>
    </>
  );
}

function PersonChoice({ row, rows, onChoose, onGo }: Omit<PersonPanelProps, 'persons'> & { row: RosterRow }) {
  const { t } = useT();
  const { name } = row.shown;
  const { village } = row.shown;
  const found = useAsked(
    'participants.candidates',
    { text: name, limit: 50, ...(village ? { village } : {}) },
    { enabled: name !== '' },
  ).data;
  const place = rows.indexOf(row) + 1;
  const own = personKey(row);
  const others = new Map<string, number>();
  for (const [index, other] of rows.entries()) {
    const key = personKey(other);
    if (key !== own && !('id' in other.person) && other.shown.name === name && !others.has(key))
      others.set(key, index + 1);
  }
  const value = 'id' in row.person ? `id:${row.person.id}` : NEW;
  const printed = [
    row.shown.village,
    row.shown.sex ? t(`participants.sex.${row.shown.sex}`) : null,
    row.shown.birthDate,
    row.shown.phone,
  ].filter((fact) => fact !== null && fact !== undefined && fact !== '');
  return (
    <li className="who">
      <Button size="small" onClick={() => onGo(row)}>
        {t('signIn.review.personLine', { row: place })}
      </Button>
      <strong>{name}</strong>
      <span className="candidate-facts who-facts">{printed.join(' · ')}</span>
      <Select<string>
        aria-label={t('signIn.review.personOf', { row: place, name })}
        value={value}
        popupMatchSelectWidth={false}
        onChange={(chosen) => {
          if (chosen === NEW) onChoose(row, { key: `+${row.id}` });
          else if (chosen.startsWith('id:')) onChoose(row, { id: Number(chosen.slice(3)) });
          else onChoose(row, { key: chosen.slice(4) });
        }}
        options={[
          { value: NEW, label: t('signIn.review.personNew') },
          ...[...others].map(([key, other]) => ({
            value: `key:${key}`,
            label: t('signIn.review.personSame', { row: other }),
          })),
          ...(found ?? [])
            .filter((person) => person.by === 'name' || value === `id:${person.id}`)
            .map((person) => ({
              value: `id:${person.id}`,
              label: `${t('signIn.review.knownPerson')}：${[person.name, ...factsOf(person, t)].join(' · ')}`,
            })),
        ]}
      />
    </li>
  );
}

interface ActivityPanelProps {
  rows: readonly RosterRow[];
  onChoose: (key: string, id: number | null) => void;
}

export function ActivityPanel({ rows, onChoose }: ActivityPanelProps) {
  const { t } = useT();
  const known = useAsked('activities.list', { descending: true, limit: 2000 }).data?.rows ?? [];
  const groups = Map.groupBy(rows, activityKey);
  if (rows.length === 0) return <p className="muted">{t('signIn.review.activitiesNone')}</p>;
  return (
    <>
      <p className="muted">{t('signIn.review.activitiesText')}</p>
      <ul className="who-list">
        {[...groups].map(([key, own]) => {
          const [first] = own;
          const activity = first?.activity ?? null;
          const title = first?.activityTitle ?? '';
          return (
            <li key={key} className="who">
              <strong>{title === '' ? t('signIn.review.noActivity') : title}</strong>
              <span className="candidate-facts who-facts">
                {first?.fields.date ?? ''} {t('signIn.review.activityLines', { count: own.length })}
              </span>
              <Select<string>
                aria-label={t('signIn.review.activityOf', { title })}
                showSearch={{ optionFilterProp: 'label' }}
                value={activity !== null && 'id' in activity ? String(activity.id) : title === '' ? null : NEW}
                placeholder={t('signIn.review.chooseActivity')}
                popupMatchSelectWidth={false}
                onChange={(chosen) => onChoose(key, chosen === NEW ? null : Number(chosen))}
                options={[
                  ...(title === '' ? [] : [{ value: NEW, label: t('signIn.review.activityNew') }]),
                  ...known
                    .filter(({ withdrawn }) => !withdrawn)
                    .map(({ id, dateStart, title: knownTitle }) => ({
                      value: String(id),
                      label: `${dateStart ?? t('signIn.noDate')} ${knownTitle}`,
                    })),
                ]}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}

export function DuplicatesPanel({ rows }: { rows: readonly RosterRow[] }) {
  const { t } = useT();
  const left = rows.flatMap((row, index) => (row.duplicate === null ? [] : [{ row, place: index + 1 }]));
  if (left.length === 0) return <p className="muted">{t('signIn.review.duplicatesNone')}</p>;
  return (
    <>
      <p className="muted">{t('signIn.review.duplicatesText')}</p>
      <ul className="who-list">
        {left.map(({ row, place }) => (
          <li key={row.id} className="who">
            <span>
              {t('signIn.review.duplicate', { row: place, name: row.listed?.fields.title ?? row.shown.name })}
            </span>
            <span className="muted">
              {t(row.duplicate === 'archive' ? 'signIn.review.duplicateThere' : 'signIn.review.duplicateLine')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

export function MinorsPanel({ plan }: { plan: PlannedImport }) {
  const { t } = useT();
  const minors = plan.minors_under_14;
  if (minors.length === 0) return <p className="muted">{t('signIn.review.minorsNone')}</p>;
  return (
    <>
      <p className="muted">{t('signIn.review.minorsText')}</p>
      <ul className="who-list">
        {minors.map((sentence) => (
          <li key={sentence} className="who">
            {sentence}
          </li>
        ))}
      </ul>
    </>
  );
}
