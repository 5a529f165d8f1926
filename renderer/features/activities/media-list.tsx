/** 宣传报道: where an activity was reported, each with its day, medium, headline and link. */
import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { Activity, ActivityMedium } from '#shared/features/activities.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import { readDay } from '../life/day-text.ts';
import { setFields } from './use-activity-edits.ts';

const PARTS = ['publishedOn', 'medium', 'title', 'link'] as const;
type Part = (typeof PARTS)[number];
type Texts = Readonly<Record<Part, string>>;
const EMPTY: Texts = { publishedOn: '', medium: '', title: '', link: '' };
const MOST: Readonly<Record<Part, number>> = { publishedOn: 20, medium: 100, title: 300, link: 1000 };

export function MediaList({ activity, readOnly }: { activity: Activity; readOnly: boolean }) {
  const { t } = useT();
  const showError = useShowError();
  const [texts, setTexts] = useState<Texts | null>(null);
  const save = (media: ActivityMedium[]): void => void setFields(activity.id, { media }).catch(showError);
  return (
    <section className="inspector-group" aria-label={t('activityScreen.evidence.media')}>
      <h3>{t('activityScreen.evidence.media')}</h3>
      <ul className="media">
        {activity.media.map((medium, place) => (
          <li key={`${medium.medium} ${medium.title} ${medium.link}`}>
            <span>
              {[medium.publishedOn, medium.medium, medium.title]
                .filter((part) => part !== null && part !== '')
                .join(' · ')}
              {medium.link !== '' && <span className="muted break">{medium.link}</span>}
            </span>
            {!readOnly && (
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={t('activityScreen.evidence.removeMedium', { title: medium.title || medium.medium })}
                onClick={() => save(activity.media.filter((_, index) => index !== place))}
              />
            )}
          </li>
        ))}
      </ul>
      {!readOnly &&
        (texts === null ? (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setTexts(EMPTY)}>
            {t('activityScreen.evidence.addMedium')}
          </Button>
        ) : (
          <MediumForm
            texts={texts}
            onChange={setTexts}
            onSave={(medium) => {
              save([...activity.media, medium]);
              setTexts(null);
            }}
            onClose={() => setTexts(null)}
          />
        ))}
    </section>
  );
}

interface FormProps {
  texts: Texts;
  onChange: (texts: Texts) => void;
  onSave: (medium: ActivityMedium) => void;
  onClose: () => void;
}

function MediumForm({ texts, onChange, onSave, onClose }: FormProps) {
  const { t } = useT();
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const labels: Readonly<Record<Part, string>> = {
    publishedOn: t('activityScreen.evidence.publishedOn'),
    medium: t('activityScreen.evidence.medium'),
    title: t('activityScreen.evidence.mediumTitle'),
    link: t('activityScreen.evidence.mediumLink'),
  };
  const save = (): void => {
    const day = texts.publishedOn.trim();
    const publishedOn = day === '' ? null : readDay(day);
    if (day !== '' && publishedOn === null) setProblem(t('life.dayUnreadable', { text: day }));
    else if (texts.medium.trim() === '' && texts.title.trim() === '')
      setProblem(t('activityScreen.evidence.mediumEmpty'));
    else {
      onSave({ publishedOn, medium: texts.medium.trim(), title: texts.title.trim(), link: texts.link.trim() });
    }
  };
  return (
    <div className="medium-form">
      {PARTS.map((part, index) => (
        <div key={part} className="field">
          <label htmlFor={`${id}-${part}`}>{labels[part]}</label>
          <Input
            id={`${id}-${part}`}
            // The form opens by a button: the person goes on typing in it.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={index === 0}
            maxLength={MOST[part]}
            value={texts[part]}
            onChange={(event) => {
              setProblem(null);
              onChange({ ...texts, [part]: event.target.value });
            }}
            onKeyDown={typed((event) => {
              if (event.key === 'Enter') save();
              else if (event.key === 'Escape') onClose();
            })}
          />
        </div>
      ))}
      {problem !== null && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="actions">
        <Button size="small" type="primary" onClick={save}>
          {t('activityScreen.evidence.saveMedium')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('shell.cancel')}
        </Button>
      </div>
    </div>
  );
}
