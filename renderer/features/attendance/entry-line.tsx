/**
 * One line of a paper sheet after the other, by keyboard alone. In 姓名, Enter takes the marked person – or, where nobody
 * fits, goes on to enter a new one – and Enter again finishes the line. Nobody is taken in silence: of several of one name
 * none is marked, and a name that the register has becomes a new person only where that was chosen.
 */
import { Button, Checkbox, Input, Select } from 'antd';
import { type FocusEvent, type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { AttendanceRole } from '#shared/features/attendance.ts';
import type { PersonCandidate } from '#shared/features/participants.ts';
import { asked, queryClient, useAsked } from '../../app/api.ts';
import { runCommand } from '../../app/commands.ts';
import { errorText } from '../../app/error-text.ts';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import { createStore, useStore } from '../../app/store.ts';
import { SuggestInput } from '../../app/suggest-input.tsx';
import { useSettled } from '../../app/use-settled.ts';
import { CandidateList } from './candidate-list.tsx';
import {
  dayOf,
  EMPTY_DRAFT,
  type LineDraft,
  type LineField,
  minorityOf,
  nextDraft,
  problemsOf,
  proposal,
  sexOf,
} from './entry-draft.ts';
import type { QueuedLine } from './line-queue.ts';
import { factsOf } from './person-facts.ts';

interface Props {
  activityId: number;
  /** Names the activity beyond this archive: what is typed for it is never met in another one. */
  activityUid: string;
  /** First day of the activity, ISO; null = not known yet. */
  firstDay: string | null;
  /** The days differ, or none is known: each line says its own. */
  asksDate: boolean;
  /** What the number counts on to. */
  number: string;
  villages: readonly string[];
  /** Persons who are in the list already. */
  inList: ReadonlySet<number>;
  queue: readonly QueuedLine[];
  onAdd: (draft: LineDraft, number: string) => void;
  onTakeBack: (key: number) => LineDraft | null;
}

/** Milliseconds without another key before the register is asked. */
const SETTLED = 60;
const OF_CHILDREN = ['guardianName', 'guardianPhone', 'consentOn'] as const;

/** What is being entered, by the activity’s uid: it outlives the form, so that looking elsewhere loses nothing. */
const drafts = createStore<Record<string, LineDraft>>({});

export function EntryLine(props: Props) {
  const { activityId, activityUid, firstDay, asksDate, number, villages, inList, queue, onAdd, onTakeBack } = props;
  const { t } = useT();
  const id = useId();
  const kept = useStore(drafts, (all) => all[activityUid]);
  const draft = useMemo((): LineDraft => kept ?? { ...EMPTY_DRAFT, date: firstDay ?? '' }, [firstDay, kept]);
  const current = (): LineDraft => drafts.get()[activityUid] ?? { ...EMPTY_DRAFT, date: firstDay ?? '' };
  const put = (next: LineDraft): void => drafts.set({ [activityUid]: next });
  const [open, setOpen] = useState(false);
  const [marked, setMarked] = useState<number | null>(null);
  const [hint, setHint] = useState<string | null>(null);
  const { texts, chosen } = draft;
  const name = texts.name.trim();
  const village = texts.village.trim();
  const settled = useSettled(name, SETTLED);
  const question = (text: string) => ({ text, activityId, limit: 9, ...(village === '' ? {} : { village }) });
  const asking = settled !== '' && settled === name && chosen === null && !draft.asNew;
  const answer = useAsked('participants.candidates', question(settled || '-'), { enabled: asking });
  const candidates = useMemo(() => (asking ? (answer.data ?? []) : []), [answer.data, asking]);
  const shown = open && asking && answer.data !== undefined;
  const proposed = useMemo(() => {
    const one = proposal(candidates);
    return one ? candidates.indexOf(one) : candidates.length === 0 ? 0 : -1;
  }, [candidates]);
  const markedNow = marked ?? proposed;
  const problems = useMemo(() => problemsOf(draft, t), [draft, t]);
  const minority = minorityOf(draft);
  const ofChild = minority !== null || OF_CHILDREN.some((field) => texts[field] !== '');

  const focus = (field: LineField | 'date'): void => {
    // What the state has just changed is shown before the focus goes there.
    setTimeout(() => focusField(`${id}-${field}`), 0);
  };
  useEffect(() => focusField(`${id}-name`), [activityId, id]);

  const set = (field: LineField, text: string): void => {
    const now = current();
    setHint(null);
    if (field === 'name') {
      setOpen(true);
      setMarked(null);
      put({ ...now, chosen: null, asNew: false, texts: { ...now.texts, name: text } });
      return;
    }
    put({
      ...now,
      texts: { ...now.texts, [field]: text },
      villageCarried: field === 'village' ? false : now.villageCarried,
    });
  };
  const take = (person: PersonCandidate | null): void => {
    const now = current();
    setOpen(false);
    setMarked(null);
    setHint(null);
    if (person) {
      put({ ...now, chosen: person, asNew: false, texts: { ...now.texts, name: person.name } });
      focus('name');
    } else {
      put({ ...now, chosen: null, asNew: true });
      focus('sex');
    }
  };

  const finish = async (): Promise<void> => {
    const line = current();
    if (line.chosen === null && line.texts.name.trim() === '') {
      setHint(t('signIn.line.needsName'));
      focus('name');
      return;
    }
    const [refused] = problemsOf(line, t).keys();
    if (refused) {
      focus(refused);
      return;
    }
    if (dayOf(line.date) === null) {
      setHint(line.date.trim() === '' ? t('signIn.line.needsDate') : t('signIn.dateBad', { text: line.date }));
      focus('date');
      return;
    }
    if (line.chosen === null && !line.asNew) {
      const known = await queryClient.fetchQuery(asked('participants.candidates', question(line.texts.name.trim())));
      if (current() !== line) return;
      if (known.some(({ by }) => by === 'name')) {
        setHint(t('signIn.line.known', { name: line.texts.name.trim() }));
        setMarked(-1);
        setOpen(true);
        focus('name');
        return;
      }
    }
    onAdd(line, number);
    put(nextDraft(line));
    setHint(null);
    setOpen(false);
    setMarked(null);
    focus('name');
  };

  /** Enter in the name, once it is known whom it may mean. */
  const enterName = async (): Promise<void> => {
    const line = current();
    if (line.chosen !== null) return finish();
    if (line.asNew) return finish();
    const text = line.texts.name.trim();
    if (text === '') return;
    const found = await queryClient.fetchQuery(asked('participants.candidates', question(text)));
    // Typed on meanwhile: the answer is not about this name any more.
    if (current() !== line) return;
    const chosenIndex = marked ?? -1;
    if (marked !== null && chosenIndex >= 0) {
      take(found[chosenIndex] ?? null);
      return;
    }
    if (found.length === 0) {
      take(null);
      return;
    }
    const one = marked === null ? proposal(found) : null;
    if (one) take(one);
    else {
      setHint(t('signIn.line.several', { count: found.length, name: text }));
      setMarked(-1);
      setOpen(true);
    }
  };

  const inOrder = useInOrder();
  const later = (work: () => Promise<void>): void =>
    void inOrder(work).catch((error: unknown) => setHint(errorText(t, error)));

  const onNameKey = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && asking) {
      event.preventDefault();
      setOpen(true);
      const count = candidates.length + 1;
      setMarked(markedNow < 0 ? (step === 1 ? 0 : count - 1) : (markedNow + step + count) % count);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      later(enterName);
    }
  };
  const onFieldKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    later(finish);
  };
  const onLineKey = typed((event: KeyboardEvent<HTMLElement>) => {
    const now = current();
    if (event.key === 'Escape' && (now.chosen !== null || now.asNew || open)) {
      event.preventDefault();
      setOpen(false);
      setMarked(null);
      put({ ...now, chosen: null, asNew: false });
      focus('name');
    } else if (event.ctrlKey && event.code === 'KeyZ' && !event.shiftKey && now.texts.name === '') {
      // Nothing is typed that the field itself could take back: the line before is taken back.
      event.preventDefault();
      runCommand('edit.undo');
    }
  });
  const takeBack = (key: number): void => {
    const line = onTakeBack(key);
    if (!line) return;
    put(line);
    focus('name');
  };

  const label = (field: LineField) => <label htmlFor={`${id}-${field}`}>{t(`signIn.line.${field}`)}</label>;
  const common = (field: LineField) => ({
    id: `${id}-${field}`,
    autoComplete: 'off',
    status: problems.has(field) ? ('error' as const) : ('' as const),
    'aria-describedby': problems.has(field) ? `${id}-${field}-problem` : undefined,
    'aria-invalid': problems.has(field),
  });
  const problem = (field: LineField) =>
    problems.has(field) && (
      <span className="field-problem" id={`${id}-${field}-problem`}>
        {problems.get(field)}
      </span>
    );
  const plain = (field: LineField, placeholder?: string) => (
    <div className={`field line-${field}`}>
      {label(field)}
      <Input
        {...common(field)}
        value={texts[field]}
        placeholder={placeholder}
        onFocus={(event: FocusEvent<HTMLInputElement>) => event.target.select()}
        onChange={(event) => set(field, event.target.value)}
        onKeyDown={typed(onFieldKey)}
      />
      {problem(field)}
    </div>
  );
  /** Of somebody of the register, the fields show what is known; it is changed at the person, not here. */
  const fact = (field: LineField, text: string) => (
    <div className={`field line-${field}`}>
      <span className="line-label">{t(`signIn.line.${field}`)}</span>
      <span className="line-fact">{text}</span>
    </div>
  );
  const listId = `${id}-candidates`;

  return (
    <section className="sign-in-line" aria-label={t('signIn.line.title')} onKeyDown={onLineKey}>
      <div className="line-head">
        <h2>{t('signIn.line.title')}</h2>
        {asksDate && (
          <span className="line-setting">
            <label htmlFor={`${id}-date`}>{t('signIn.line.date')}</label>
            <Input
              id={`${id}-date`}
              className="digits line-day"
              value={draft.date}
              onChange={(event) => put({ ...current(), date: event.target.value })}
              onBlur={() => put({ ...current(), date: dayOf(current().date) ?? current().date })}
              onKeyDown={typed((event) => {
                if (event.key === 'Enter') focus('name');
              })}
            />
          </span>
        )}
        <span className="line-setting">
          <label htmlFor={`${id}-role`}>{t('signIn.line.role')}</label>
          <Select<AttendanceRole>
            id={`${id}-role`}
            value={draft.role}
            popupMatchSelectWidth={false}
            onChange={(role) => {
              put({ ...current(), role });
              focus('name');
            }}
            options={AttendanceRole.options.map((value) => ({
              value,
              label: t(`activities.attendanceRole.${value}`),
            }))}
          />
        </span>
        <Checkbox checked={draft.signed} onChange={(event) => put({ ...current(), signed: event.target.checked })}>
          {t('signIn.line.signed')}
        </Checkbox>
        <span className="spring" />
        <span className="muted line-hints">{t('signIn.line.hints')}</span>
      </div>
      {queue.map((line) =>
        line.state === 'refused' ? (
          <div key={line.key} className="line-refused" role="alert">
            <span>{t('signIn.line.failed', { name: line.name, reason: errorText(t, line.error) })}</span>
            <Button size="small" disabled={name !== ''} onClick={() => takeBack(line.key)}>
              {t('signIn.line.again')}
            </Button>
            <Button size="small" onClick={() => onTakeBack(line.key)}>
              {t('signIn.line.drop')}
            </Button>
          </div>
        ) : null,
      )}
      <div className="line-fields">
        <div className="field line-number">
          {label('number')}
          <Input
            {...common('number')}
            className="digits"
            value={texts.number}
            placeholder={number}
            onChange={(event) => set('number', event.target.value)}
            onKeyDown={typed(onFieldKey)}
          />
          {problem('number')}
        </div>
        <div className="field line-name">
          {label('name')}
          <Input
            {...common('name')}
            role="combobox"
            aria-expanded={shown}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={shown && markedNow >= 0 ? `${listId}-${markedNow}` : undefined}
            value={texts.name}
            placeholder={t('signIn.line.nameHint')}
            onChange={(event) => set('name', event.target.value)}
            onFocus={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={typed(onNameKey)}
          />
          {problem('name')}
          {shown && (
            <CandidateList
              id={listId}
              name={name}
              candidates={candidates}
              marked={markedNow}
              inList={inList}
              onTake={(index) => take(candidates[index] ?? null)}
            />
          )}
        </div>
        {chosen ? (
          <>
            {fact('sex', chosen.sex === null ? '' : t(`participants.sex.${chosen.sex}`))}
            {fact('birth', chosen.birthDate ?? '')}
            {fact('village', chosen.village ?? '')}
            {fact('phone', chosen.phone ?? '')}
          </>
        ) : (
          <>
            <div className="field line-sex">
              {label('sex')}
              <Input
                {...common('sex')}
                value={texts.sex}
                placeholder={t('signIn.line.sexHint')}
                onFocus={(event: FocusEvent<HTMLInputElement>) => event.target.select()}
                onChange={(event) => set('sex', event.target.value)}
                onBlur={() => {
                  const sex = sexOf(current().texts.sex);
                  if (sex) set('sex', t(`participants.sex.${sex}`));
                }}
                onKeyDown={typed(onFieldKey)}
              />
              {problem('sex')}
            </div>
            {plain('birth', t('signIn.line.birthHint'))}
            <div className={`field line-village${draft.villageCarried ? ' line-carried' : ''}`} onFocus={selectText}>
              {label('village')}
              <SuggestInput
                id={`${id}-village`}
                value={texts.village}
                suggestions={villages.map((text) => ({ text }))}
                invalid={problems.has('village')}
                describedBy={problems.has('village') ? `${id}-village-problem` : undefined}
                onChange={(text) => set('village', text)}
                onKeyDown={onFieldKey}
              />
              {problem('village')}
            </div>
            {plain('phone')}
            {ofChild && OF_CHILDREN.map((field) => <span key={field}>{plain(field)}</span>)}
          </>
        )}
        <Button type="primary" className="line-save" onClick={() => later(finish)}>
          {t('signIn.line.open')}
        </Button>
      </div>
      <p className="line-note" role="status">
        {note()}
      </p>
    </section>
  );

  function note() {
    if (hint !== null) return <span className="field-note">{hint}</span>;
    if (minority !== null) return <span className="field-note">{t(`signIn.line.${minority}`)}</span>;
    if (chosen) {
      return (
        <span>
          <strong>{chosen.name}</strong> {factsOf(chosen, t).join(' · ')} — {t('signIn.line.taken')}
        </span>
      );
    }
    return draft.asNew ? <span>{t('signIn.line.isNew')}</span> : null;
  }
}

function focusField(id: string): void {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.setSelectionRange(0, field.value.length);
}

/** Keys that need an answer of the archive act one after the other, however quickly they are pressed. */
function useInOrder(): (work: () => Promise<void>) => Promise<void> {
  const last = useRef(Promise.resolve());
  return useCallback((work) => {
    const done = last.current.then(work);
    last.current = done.catch(() => undefined);
    return done;
  }, []);
}

function selectText(event: FocusEvent<HTMLElement>): void {
  if (event.target instanceof HTMLInputElement) event.target.select();
}
