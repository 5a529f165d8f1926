/** What the reader was not sure of, worst first: the sentence, the way to the place, and what to do about it. */
import { CheckOutlined, ExclamationCircleFilled, InfoCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ScheduleReading } from '#shared/features/reading.ts';
import { useT } from '../../app/i18n.tsx';
import type { Problem } from './review-draft.ts';

interface Props {
  reading: ScheduleReading;
  problems: readonly Problem[];
  onGo: (problem: Problem) => void;
  onConfirm: (rowId: number) => void;
  onTake: (rejected: number) => void;
  onSkip: (rejected: number) => void;
  onDismiss: (warning: number) => void;
}

export function ProblemList({ reading, problems, onGo, onConfirm, onTake, onSkip, onDismiss }: Props) {
  const { t } = useT();
  const [showSolved, setShowSolved] = useState(false);
  const solved = problems.filter((problem) => problem.solved).length;
  const shown = showSolved ? problems : problems.filter((problem) => !problem.solved);
  const signs: Readonly<Record<Problem['severity'], ReactNode>> = {
    error: <ExclamationCircleFilled className="bad-sign" role="img" aria-label={t('schedule.import.error')} />,
    doubt: <WarningFilled className="warning-sign" role="img" aria-label={t('schedule.import.doubt')} />,
    note: <InfoCircleFilled className="note-sign" role="img" aria-label={t('schedule.import.note')} />,
  };
  const sentence = (problem: Problem): string => {
    if (problem.message !== null) return problem.message;
    const line = problem.rejected === null ? undefined : reading.rejected[problem.rejected];
    return t('schedule.import.rejected', {
      line: problem.line ?? 0,
      reason: line?.reason ?? '',
      text: line?.text ?? '',
    });
  };
  return (
    <div className="problems">
      {shown.length === 0 && <p className="muted">{t('schedule.import.noProblems')}</p>}
      <ul>
        {shown.map((problem) => (
          <li key={problem.key} className={problem.solved ? 'problem problem-solved' : 'problem'}>
            {problem.solved ? (
              <CheckOutlined className="good-sign" role="img" aria-label={t('schedule.import.solved')} />
            ) : (
              signs[problem.severity]
            )}
            <span className="problem-text">{sentence(problem)}</span>
            <span className="actions">
              {(problem.rowId !== null || problem.line !== null) && (
                <Button size="small" onClick={() => onGo(problem)}>
                  {t('schedule.import.go')}
                </Button>
              )}
              {!problem.solved && problem.rejected !== null && (
                <>
                  <Button size="small" onClick={() => onTake(problem.rejected ?? 0)}>
                    {t('schedule.import.take')}
                  </Button>
                  <Button size="small" onClick={() => onSkip(problem.rejected ?? 0)}>
                    {t('schedule.import.skip')}
                  </Button>
                </>
              )}
              {!problem.solved && problem.rowId !== null && problem.severity !== 'note' && (
                <Button size="small" onClick={() => onConfirm(problem.rowId ?? 0)}>
                  {t('schedule.import.confirm')}
                </Button>
              )}
              {!problem.solved &&
                problem.rejected === null &&
                problem.warning !== null &&
                (problem.rowId === null || problem.severity === 'note') && (
                  <Button size="small" onClick={() => onDismiss(problem.warning ?? 0)}>
                    {t('schedule.import.seen')}
                  </Button>
                )}
            </span>
          </li>
        ))}
      </ul>
      {solved > 0 && (
        <Checkbox checked={showSolved} onChange={(event) => setShowSolved(event.target.checked)}>
          {t('schedule.import.showSolved', { count: solved })}
        </Checkbox>
      )}
    </div>
  );
}
