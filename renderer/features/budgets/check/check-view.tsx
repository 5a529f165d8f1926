/** 核查: the headline, the calculation in words, the five views, and what needs a look. Every figure opens its entries. */
import { CheckCircleFilled, CloseCircleFilled, LockOutlined, QuestionCircleFilled } from '@ant-design/icons';
import { Spin } from 'antd';
import type { FundingCheck, Verdict } from '#shared/features/funding-check.ts';
import type { Figure } from '#shared/features/funding.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { useAsked } from '../../../app/api.ts';
import { ErrorView } from '../../../app/error-view.tsx';
import { useT } from '../../../app/i18n.tsx';
import { useReadOnly, WriteButton } from '../../../app/read-only.tsx';
import { budgetState, openDialog } from '../budget-state.ts';
import { FlagList } from './flag-list.tsx';
import { ViewsTable } from './views-table.tsx';

const SIGNS: Record<Verdict, typeof CheckCircleFilled> = {
  PASS: CheckCircleFilled,
  FAIL: CloseCircleFilled,
  NO_BASIS: QuestionCircleFilled,
};

/** An amount that opens the entries behind it. */
export function FigureButton({ year, figure, fen }: { year: number; figure: Figure; fen: number }) {
  const { t } = useT();
  const name = t(`fundingCheck.figure.${figure}`);
  const text = moneyText(fen);
  return (
    <button
      type="button"
      className="figure-button digits"
      aria-label={t('budgetScreen.check.open', { figure: name, amount: text })}
      onClick={() => openDialog({ name: 'behind', year, figure })}
    >
      {text}
    </button>
  );
}

export function CheckView({ year }: { year: number }) {
  const asked = useAsked('budgets.check', { year });
  if (asked.error !== null) return <ErrorView error={asked.error} onRetry={() => void asked.refetch()} />;
  if (asked.data === undefined) return <Spin className="centre" />;
  const check = asked.data;
  return (
    <div className="funding">
      <Headline check={check} />
      <div className="funding-columns">
        <div>
          <Steps check={check} />
          <ViewsTable check={check} />
          <Progress check={check} />
        </div>
        <FlagList flags={check.flags} />
      </div>
    </div>
  );
}

function Headline({ check }: { check: FundingCheck }) {
  const { t } = useT();
  const { year, basis, rule, closed } = check;
  const paid = check.views[check.headline];
  const Sign = SIGNS[paid.verdict];
  return (
    <section className={`verdict verdict-${paid.verdict}`} aria-label={t('budgetScreen.check.headline', { year })}>
      <div className="verdict-word">
        <Sign aria-hidden />
        <div>
          <strong>{t(`fundingCheck.verdict.${paid.verdict}`)}</strong>
          <span>{t('budgetScreen.check.headline', { year })}</span>
        </div>
        {closed && (
          <span className="verdict-lock">
            <LockOutlined aria-hidden /> {t('budgetScreen.lock.closed')}
          </span>
        )}
      </div>
      <dl className="verdict-figures">
        <div>
          <dt>{t('budgetScreen.check.required')}</dt>
          <dd className="digits">{paid.requiredFen === null ? '—' : moneyText(paid.requiredFen)}</dd>
        </div>
        <div>
          <dt>{t('budgetScreen.check.counted')}</dt>
          <dd>
            <FigureButton year={year} figure={check.headline} fen={paid.countedFen} />
          </dd>
        </div>
        <div>
          <dt>{t(paid.verdict === 'FAIL' ? 'budgetScreen.check.shortfall' : 'budgetScreen.check.surplus')}</dt>
          <dd className="digits">
            {paid.requiredFen === null
              ? '—'
              : moneyText((paid.verdict === 'FAIL' ? paid.shortfallFen : paid.surplusFen) ?? 0)}
          </dd>
        </div>
        <div>
          <dt>{t('budgetScreen.check.perHead')}</dt>
          <dd className="digits">{paid.perHead ?? '—'}</dd>
        </div>
      </dl>
      {check.entries === 0 && <p className="verdict-nothing">{t('budgetScreen.check.nothing', { year })}</p>}
      <p className="verdict-basis">
        {basis === null ? (
          <WriteButton
            size="small"
            onClick={() => budgetState.set({ view: 'population', dialog: { name: 'population' } })}
          >
            {t('budgetScreen.population.add')}
          </WriteButton>
        ) : (
          <>
            <BasisLine
              year={year}
              text={t(basis.fixed ? 'budgetScreen.check.basisFixed' : 'budgetScreen.check.basisProposed', {
                place: basis.population.place,
                count: basis.population.value,
                date: basis.population.referenceDate,
                source: basis.population.source,
              })}
            />
            {rule !== null && (
              <button type="button" className="text-link" onClick={() => budgetState.set({ view: 'rules' })}>
                {t('budgetScreen.check.rule', { rate: moneyText(rule.rate), name: rule.name })}
              </button>
            )}
          </>
        )}
      </p>
    </section>
  );
}

function Steps({ check }: { check: FundingCheck }) {
  const { t } = useT();
  return (
    <section className="panel">
      <h2>{t('budgetScreen.check.steps')}</h2>
      <ol className="steps">
        {check.steps.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
    </section>
  );
}

/** 预算 → 到账 → 支出 → 结余: how far the money has come. */
function Progress({ check }: { check: FundingCheck }) {
  const { t } = useT();
  const { year, spending, carryOverFen, balanceFen, arrivalRate, executionRate, inKindFen } = check;
  const percent = (text: string | null): string => (text === null ? '—' : `${text}%`);
  return (
    <section className="panel">
      <h2>{t('budgetScreen.check.progress')}</h2>
      <table className="plain-table">
        <tbody>
          <tr>
            <th scope="row">{t('budgetScreen.check.arrival')}</th>
            <td className="digits">{percent(arrivalRate)}</td>
            <th scope="row">{t('budgetScreen.check.execution')}</th>
            <td className="digits">{percent(executionRate)}</td>
          </tr>
          <tr>
            <th scope="row">{t('budgetScreen.check.spent')}</th>
            <td>
              <FigureButton year={year} figure="spending" fen={spending.netFen} />
            </td>
            <th scope="row">{t('budgetScreen.check.returned')}</th>
            <td className="digits">{moneyText(spending.returnedFen)}</td>
          </tr>
          <tr>
            <th scope="row">{t('fundingCheck.figure.carryOver')}</th>
            <td>
              <FigureButton year={year} figure="carryOver" fen={carryOverFen} />
            </td>
            <th scope="row">{t('budgetScreen.check.balance')}</th>
            <td className={balanceFen < 0 ? 'digits amount-minus' : 'digits'}>{moneyText(balanceFen)}</td>
          </tr>
          <tr>
            <th scope="row">{t('fundingCheck.figure.inKind')}</th>
            <td>
              <FigureButton year={year} figure="inKind" fen={inKindFen} />
            </td>
            <th />
            <td />
          </tr>
        </tbody>
      </table>
    </section>
  );
}

/** The basis in words; it leads to where it is chosen, unless auditors look. */
function BasisLine({ year, text }: { year: number; text: string }) {
  if (useReadOnly()) return <span>{text}</span>;
  return (
    <button type="button" className="text-link" onClick={() => openDialog({ name: 'basis', year })}>
      {text}
    </button>
  );
}
