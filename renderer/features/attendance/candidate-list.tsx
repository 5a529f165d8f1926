/** Under the name that is being typed: whom it may mean, with what tells them apart, and the way to enter somebody new. */
import type { PersonCandidate } from '#shared/features/participants.ts';
import { useT } from '../../app/i18n.tsx';
import { factsOf } from './person-facts.ts';

interface Props {
  id: string;
  name: string;
  candidates: readonly PersonCandidate[];
  /** Index of the marked entry; `candidates.length` = the new person; -1 = none. */
  marked: number;
  /** Persons who are in the list already. */
  inList: ReadonlySet<number>;
  onTake: (index: number) => void;
}

export function CandidateList({ id, name, candidates, marked, inList, onTake }: Props) {
  const { t } = useT();
  return (
    <div className="candidates" role="listbox" id={id} aria-label={t('signIn.line.candidates')}>
      {candidates.map((person, index) => (
        <div
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === marked}
          className="candidate"
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(index);
          }}
        >
          <strong>{person.name}</strong>
          <span className="candidate-facts">{factsOf(person, t).join(' · ')}</span>
          {inList.has(person.id) && <span className="chip">{t('signIn.line.inList')}</span>}
        </div>
      ))}
      <div
        id={`${id}-${candidates.length}`}
        role="option"
        aria-selected={marked === candidates.length}
        className="candidate candidate-new"
        onMouseDown={(event) => {
          event.preventDefault();
          onTake(candidates.length);
        }}
      >
        <strong>{t('signIn.line.asNew', { name })}</strong>
        {candidates.length === 0 && <span className="candidate-facts">{t('signIn.line.asNewHint')}</span>}
      </div>
    </div>
  );
}
