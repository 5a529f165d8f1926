/** Who is in the register already under the name that is being typed, to save entering somebody twice. */
import { useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { useSettled } from '../../app/use-settled.ts';
import { showPerson } from './person-state.ts';
import { sexText } from './person-texts.ts';

export function KnownPersons({ name }: { name: string }) {
  const { t } = useT();
  const wanted = useSettled(name.trim(), 250);
  const found = useAsked('participants.candidates', { text: wanted, limit: 5 }, { enabled: wanted !== '' }).data ?? [];
  const same = name.trim() === wanted ? found.filter(({ by }) => by === 'name') : [];
  if (same.length === 0) return null;
  return (
    <p className="known-persons" role="status">
      <span>{t('participantScreen.entry.known')}</span>
      {same.map((person) => {
        const facts = [
          sexText(t, person.sex),
          person.age === null ? person.birthDate : t('participantScreen.age', { count: person.age }),
          person.village,
          person.phone,
        ];
        return (
          <button key={person.id} type="button" className="text-link" onClick={() => showPerson(person.id)}>
            {[person.name, ...facts.filter((fact) => fact !== null && fact !== '')].join(' ')}
          </button>
        );
      })}
    </p>
  );
}
