/** The states of a list as steps: done, at hand, to come. */
import { CheckOutlined } from '@ant-design/icons';
import { useT } from '../../app/i18n.tsx';

export interface Step {
  key: string;
  label: string;
  /** Who and when, once it is done. */
  note?: string | null;
}

/** `at`: place of the step at hand, from 0; as many as there are steps = all done. */
export function StepLine({ label, steps, at }: { label: string; steps: readonly Step[]; at: number }) {
  const { t } = useT();
  return (
    <ol className="step-line" aria-label={label}>
      {steps.map(({ key, label: name, note }, index) => (
        <li
          key={key}
          className={index < at ? 'step-done' : index === at ? 'step-now' : ''}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className="step-sign" aria-hidden>
            {index < at ? <CheckOutlined /> : index + 1}
          </span>
          <span>
            {name}
            {index < at && <span className="unseen">{t('life.stepDone')}</span>}
            {note !== undefined && note !== null && <span className="step-note">{note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
