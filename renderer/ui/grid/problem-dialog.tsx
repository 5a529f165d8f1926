/** Asks before a paste, fill or clearing that some cells cannot take: which, why, and whether to leave them out. */
import { Modal } from 'antd';
import type { ReactNode } from 'react';
import type { Translate } from '#shared/i18n/index.ts';
import { answerQuestion } from './actions.ts';
import { plannedCells } from './change-plan.ts';
import type { GridStore } from './store.ts';

const LISTED = 100;

export function ProblemDialog<Row>(props: {
  store: GridStore<Row>;
  translate: Translate;
  onClosed: () => void;
}): ReactNode {
  const { store, translate } = props;
  const { question } = store.state;
  const plan = question?.plan;
  const rest = plan ? plannedCells(plan) : 0;
  const problems = plan?.problems ?? [];
  const lost = plan ? (plan.target.right - plan.target.left + 1) * plan.droppedRows : 0;
  const cells = problems.length + lost + (plan ? plan.droppedColumns * (plan.target.bottom - plan.target.top + 1) : 0);
  return (
    <Modal
      open={question !== null}
      title={translate('grid.problems.title', { cells })}
      okText={translate('grid.problems.skip', { rest })}
      cancelText={translate(rest > 0 ? 'grid.problems.cancel' : 'grid.problems.close')}
      cancelButtonProps={{ autoFocus: true }}
      okButtonProps={{ style: rest > 0 ? {} : { display: 'none' } }}
      onOk={() => answerQuestion(store, true)}
      onCancel={() => answerQuestion(store, false)}
      afterClose={props.onClosed}
      width={560}
      closable={false}
      destroyOnHidden
    >
      <p>{translate(rest > 0 ? 'grid.problems.explain' : 'grid.problems.explainNone', { rest })}</p>
      <ul className="grid-problems" tabIndex={0} aria-label={translate('grid.problems.title', { cells })}>
        {problems.slice(0, LISTED).map((problem) => (
          <li key={`${problem.row}-${problem.column}`}>
            <strong>
              {translate('grid.problems.place', {
                row: problem.row + 1,
                heading: store.column(problem.column)?.heading ?? '',
              })}
            </strong>
            <span className="grid-problem-text">{problem.text || translate('grid.problems.empty')}</span>
            <span className="grid-problem-reason">{problem.reason}</span>
          </li>
        ))}
        {problems.length > LISTED ? (
          <li>{translate('grid.problems.more', { count: problems.length - LISTED })}</li>
        ) : null}
        {plan && plan.droppedColumns > 0 ? (
          <li>{translate('grid.problems.droppedColumns', { count: plan.droppedColumns })}</li>
        ) : null}
        {plan && plan.droppedRows > 0 ? (
          <li>{translate('grid.problems.droppedRows', { count: plan.droppedRows })}</li>
        ) : null}
      </ul>
    </Modal>
  );
}
