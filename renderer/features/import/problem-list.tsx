/** What the reader was not sure of, worst first: the sentence, the way to the place, and what to do about it. */
import { CheckOutlined, ExclamationCircleFilled, InfoCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { useT } from '../../app/i18n.tsx';
import type { Problem, RejectedLine } from './review-draft.ts';

interface Props {
  rejected: readonly RejectedLine[];
  problems: readonly Problem[];
  onGo: (problem: Problem) => void;
  onConfirm: (rowId: number) => void;
  onTake: (rejected: number) => void;
  onSkip: (rejected: number) => void;
  onDismiss: (warning: number) => void;
}

export function ProblemList({ rejected, problems, onGo, onConfirm, onTake, onSkip, onDismiss }: Props) {
  const { t } = useT();
  const [showSolved, setShowSolved] = useState(false);
  const solved = problems.filter((problem) => problem.solved).length;
  const shown = showSolved ? problems : problems.filter((problem) => !problem.solved);
  const signs: Readonly<Record<Problem['severity'], ReactNode>> = {
    error: <ExclamationCircleFilled className="bad-sign" role="img" aria-label={t('review.error')} />,
    doubt: <WarningFilled className="warning-sign" role="img" aria-label={t('review.doubt')} />,
    note: <InfoCircleFilled className="note-sign" role="img" aria-label={t('review.note')} />,
  };
  const sentence = (problem: Problem): string => {
    if (problem.message !== null) return problem.message;
    const line = problem.rejected === null ? undefined : rejected[problem.rejected];
    return t('review.rejected', {
      line: problem.line ?? 0,
      reason: line?.reason ?? '',
      text: line?.text ?? '',
    });
  };
  return (
    <div className="problems">
      {shown.length === 0 && <p className="muted">{t('review.noProblems')}</p>}
      <ul>
        {shown.map((problem) => (
          <li key={problem.key} className={problem.solved ? 'problem problem-solved' : 'problem'}>
            {problem.solved ? (
              <CheckOutlined className="good-sign" role="img" aria-label={t('review.solved')} />
            ) : (
              signs[problem.severity]
            )}
            <span className="problem-text">{sentence(problem)}</span>
            <span className="actions">
              {(problem.rowId !== null || problem.line !== null) && (
                <Button size="small" onClick={() => onGo(problem)}>
                  {t('review.go')}
                </Button>
              )}
              {!problem.solved && problem.rejected !== null && (
                <>
                  <Button size="small" onClick={() => onTake(problem.rejected ?? 0)}>
                    {t('review.take')}
                  </Button>
                  <Button size="small" onClick={() => onSkip(problem.rejected ?? 0)}>
                    {t('review.skip')}
                  </Button>
                </>
              )}
              {!problem.solved && problem.rowId !== null && problem.severity !== 'note' && (
                <Button size="small" onClick={() => onConfirm(problem.rowId ?? 0)}>
                  {t('review.confirm')}
                </Button>
              )}
              {!problem.solved &&
                problem.rejected === null &&
                problem.warning !== null &&
                (problem.rowId === null || problem.severity === 'note') && (
                  <Button size="small" onClick={() => onDismiss(problem.warning ?? 0)}>
                    {t('review.seen')}
                  </Button>
                )}
            </span>
          </li>
        ))}
      </ul>
      {solved > 0 && (
        <Checkbox checked={showSolved} onChange={(event) => setShowSolved(event.target.checked)}>
          {t('review.showSolved', { count: solved })}
        </Checkbox>
      )}
    </div>
  );
}
