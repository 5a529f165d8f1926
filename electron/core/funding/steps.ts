/** The calculation in words, step by step, so that an auditor can do it again on paper. */
import type { CalculationStep, FundingCheck } from '#shared/features/funding-check.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import type { YearBasis } from './basis.ts';

type Judged = Omit<FundingCheck, 'flags' | 'steps'>;

export function stepsOf(t: Translate, check: Judged, basis: YearBasis): CalculationStep[] {
  const { rule, year } = check;
  const paid = check.views.paid;
  const steps: CalculationStep[] = [];
  const say = (text: string, figure: string | null = null): void => {
    steps.push({ text, figure });
  };
  if (rule === null) say(t('fundingCheck.step.noRule', { year }));
  else {
    say(
      t('fundingCheck.step.rule', {
        payer: rule.payer,
        basis: rule.basis,
        rate: moneyText(rule.rate),
        paper: rule.paper === '' ? rule.name : rule.paper,
      }),
    );
  }
  if (check.basis === null) say(t(`fundingCheck.step.basis.${basis.finding ?? 'none'}`, { year }));
  else {
    const { population, fixed } = check.basis;
    const { place, value, referenceDate, source } = population;
    say(
      t(fixed ? 'fundingCheck.step.basisFixed' : 'fundingCheck.step.basisProposed', {
        place,
        count: value,
        date: referenceDate,
        source,
      }),
    );
  }
  if (rule !== null && check.basis !== null && paid.requiredFen !== null) {
    say(
      t('fundingCheck.step.required', {
        population: check.basis.population.value,
        rate: moneyText(rule.rate),
        required: moneyText(paid.requiredFen),
      }),
    );
  }
  say(t('fundingCheck.step.counted', { year, count: paid.entries, counted: moneyText(paid.countedFen) }), 'paid');
  const numbers = {
    counted: moneyText(paid.countedFen),
    required: paid.requiredFen === null ? '' : moneyText(paid.requiredFen),
  };
  switch (paid.verdict) {
    case 'PASS':
      say(t('fundingCheck.step.pass', { ...numbers, surplus: moneyText(paid.surplusFen ?? 0) }));
      break;
    case 'FAIL':
      say(t('fundingCheck.step.fail', { ...numbers, shortfall: moneyText(paid.shortfallFen ?? 0) }));
      break;
    case 'NO_BASIS':
      say(t('fundingCheck.step.undecided'));
      break;
  }
  if (paid.perHead !== null) say(t('fundingCheck.step.perHead', { perHead: paid.perHead }));
  return steps;
}
