/**
 * 人均经费核查表 (R4): the five views of a year against what it should have had, the spending, the other figures of population, and
 * the calculation step by step. Every figure is that of `budgets.check`; nothing is calculated here.
 */
import { type FundingCheck, ViewName, type VerdictFigures } from '#shared/features/funding-check.ts';
import { type Translate, translator } from '#shared/i18n/index.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { printedText } from '#shared/report/text.ts';
import { type ReportRow, type ReportValue, type TableReport, textValue } from '#shared/report/model.ts';
import {
  amountBothWays,
  auditFields,
  auditHead,
  type AuditPaper,
  countText,
  indexNumber,
  moneyCell,
  moneyEm,
} from './audit-paper.ts';
import { listColumn, listField, tablePaper } from './paper-parts.ts';

export interface FundingCheckPaper extends AuditPaper {
  check: FundingCheck;
}

type Basis = NonNullable<FundingCheck['basis']>;
type Rule = NonNullable<FundingCheck['rule']>;

function ruleText(t: Translate, rule: Rule): string {
  const sources = rule.countedSources
    .map((source) => t(`fundingCheck.source.${source}`))
    .join(t('paper.unitSeparator'));
  const params = { basis: rule.basis, rate: moneyText(rule.rate), sources };
  return rule.paper === ''
    ? t('fundingPapers.check.ruleWithoutPaper', params)
    : t('fundingPapers.check.rule', { ...params, paper: rule.paper });
}

function basisText(t: Translate, { population, fixed, reason }: Basis, locale: AuditPaper['locale']): string {
  const because = reason === null || reason === '' ? null : reason;
  const state = fixed
    ? because === null
      ? t('fundingPapers.check.fixed')
      : t('fundingPapers.check.fixedBecause', { reason: because })
    : t('fundingPapers.check.proposed');
  return t('fundingPapers.check.basis', {
    place: population.place,
    kind: t(`fundingPapers.population.${population.kind}`),
    value: countText(population.value),
    date: printedText({ kind: 'date', value: population.referenceDate }, locale),
    source: population.source,
    state,
  });
}

/** Builds the paper; pure. */
export function fundingCheckReport(paper: FundingCheckPaper): TableReport {
  const { check, locale } = paper;
  const t = translator(locale);
  const none = textValue(t('fundingPapers.none'));
  const headline = check.views[check.headline];
  const verdictOf = (figures: VerdictFigures): ReportValue => textValue(t(`fundingCheck.verdict.${figures.verdict}`));
  const judged = (part: string, item: string, content: string, figures: VerdictFigures): ReportRow => ({
    group: part,
    cells: [
      textValue(part),
      textValue(item),
      textValue(content),
      moneyCell(t, figures.requiredFen),
      moneyCell(t, figures.countedFen),
      figures.perHead === null ? none : textValue(figures.perHead),
      moneyCell(t, figures.shortfallFen),
      moneyCell(t, figures.surplusFen),
      verdictOf(figures),
    ],
  });
  const views = ViewName.options.map((view) => {
    const figures = check.views[view];
    const name = { letter: figures.letter, name: t(`fundingCheck.view.${view}`) };
    return judged(
      t('fundingPapers.check.partViews'),
      view === check.headline ? t('fundingPapers.headlineView', name) : t('fundingPapers.viewName', name),
      t('fundingPapers.entries', { text: t(`fundingCheck.viewNote.${view}`), count: figures.entries }),
      figures,
    );
  });
  const spending = spendingLines(t, check).map(([part, item, content, amount]): ReportRow => {
    return {
      group: part,
      cells: [textValue(part), textValue(item), textValue(content), none, amount, none, none, none, none],
    };
  });
  const bases = check.otherBases.map(({ population, figures }) => {
    const kind = t(`fundingPapers.population.${population.kind}`);
    const text = t('fundingPapers.check.candidateContent', {
      place: population.place,
      date: printedText({ kind: 'date', value: population.referenceDate }, locale),
      source: population.source,
    });
    return judged(
      t('fundingPapers.check.partBases'),
      t('fundingPapers.check.candidate', { kind, value: countText(population.value) }),
      population.kind === 'registered' ? t('fundingPapers.check.registered', { text }) : text,
      figures,
    );
  });
  const compared = [...Object.values(check.views), ...check.otherBases.map(({ figures }) => figures)];
  const money = (key: string, heading: string, fen: readonly (number | null)[]) =>
    listColumn(key, heading, 25, { align: 'right', minimumEm: moneyEm(fen) });
  const { spending: spent } = check;
  const amounts = [
    spent.grossFen,
    spent.returnedFen,
    spent.netFen,
    check.carryOverFen,
    check.inKindFen,
    check.balanceFen,
  ];
  return tablePaper(paper, {
    id: 'funding-check',
    title: t('fundingPapers.title.fundingCheck', { year: check.year }),
    keywords: [String(check.year), indexNumber(paper, 'fundingCheck')],
    runningHead: auditHead(paper, 'fundingCheck'),
    textSize: 'dense',
    headLines: [
      auditFields(paper, 'fundingCheck'),
      [
        listField(
          t('fundingPapers.field.rule'),
          check.rule === null ? t('fundingPapers.check.noRule') : ruleText(t, check.rule),
        ),
      ],
      [
        listField(t('fundingPapers.field.payer'), check.rule?.payer ?? t('fundingPapers.none'), { weight: 8 }),
        listField(
          t('fundingPapers.field.yearState'),
          t(check.closed ? 'fundingPapers.check.closed' : 'fundingPapers.check.open'),
          { weight: 3 },
        ),
      ],
      [
        listField(
          t('fundingPapers.field.basis'),
          check.basis === null ? t('fundingPapers.check.noBasis') : basisText(t, check.basis, locale),
        ),
      ],
      [
        listField(
          t('fundingPapers.field.verdict'),
          t('fundingPapers.check.verdict', {
            verdict: t(`fundingCheck.verdict.${headline.verdict}`),
            letter: headline.letter,
            view: t(`fundingCheck.view.${check.headline}`),
          }),
        ),
      ],
      [listField(t('fundingPapers.field.required'), amountBothWays(t, headline.requiredFen))],
      [listField(t('fundingPapers.field.counted'), amountBothWays(t, headline.countedFen))],
      [listField(t('fundingPapers.field.shortfall'), amountBothWays(t, headline.shortfallFen))],
    ],
    columns: [
      listColumn('part', t('fundingPapers.column.part'), 16, { align: 'center', minimumEm: 4, merge: true }),
      listColumn('item', t('fundingPapers.column.item'), 42, { minimumEm: 7 }),
      listColumn('content', t('fundingPapers.column.content'), 58, { minimumEm: 8 }),
      money(
        'required',
        t('fundingPapers.column.required'),
        compared.map((one) => one.requiredFen),
      ),
      money('counted', t('fundingPapers.column.counted'), [...compared.map((one) => one.countedFen), ...amounts]),
      listColumn('perHead', t('fundingPapers.column.perHead'), 18, {
        align: 'right',
        minimumEm: Math.max(4, ...compared.map(({ perHead }) => (perHead ?? '').length / 2 + 0.4)),
      }),
      money(
        'shortfall',
        t('fundingPapers.column.shortfall'),
        compared.map((one) => one.shortfallFen),
      ),
      money(
        'surplus',
        t('fundingPapers.column.surplus'),
        compared.map((one) => one.surplusFen),
      ),
      listColumn('verdict', t('fundingPapers.column.verdict'), 17, { align: 'center', minimumEm: 4.2 }),
    ],
    rows: [...views, ...spending, ...bases],
    notes: [
      ...(check.steps.length === 0 ? [] : [t('fundingPapers.check.steps')]),
      ...check.steps.map(({ text }, index) => t('fundingPapers.check.step', { number: index + 1, text })),
      ...(check.flags.length === 0 ? [] : [t('fundingPapers.check.flags')]),
      ...check.flags.map(({ level, message }) =>
        t('fundingPapers.check.flag', { level: t(`fundingPapers.level.${level}`), message }),
      ),
      t('fundingPapers.note.record'),
    ],
    closingLines: [
      [
        listField(t('papers.sign.filledBy'), null),
        listField(t('papers.sign.head'), null),
        listField(t('fundingPapers.field.finance'), null),
        listField(t('papers.sign.date'), null),
      ],
    ],
  });
}

type SpendingLine = [part: string, item: string, content: string, amount: ReportValue];

function spendingLines(t: Translate, check: FundingCheck): SpendingLine[] {
  const rate = (value: string | null): ReportValue =>
    textValue(value === null ? t('fundingPapers.none') : t('fundingPapers.percent', { value }));
  const line = (
    part: 'partSpending' | 'partRates' | 'partBalance',
    name: 'gross' | 'returned' | 'net' | 'arrival' | 'execution' | 'carryOver' | 'balance' | 'inKind',
    amount: ReportValue,
  ): SpendingLine => [
    t(`fundingPapers.check.${part}`),
    t(`fundingPapers.check.${name}`),
    t(`fundingPapers.check.${name}Content`),
    amount,
  ];
  return [
    line('partSpending', 'gross', moneyCell(t, check.spending.grossFen)),
    line('partSpending', 'returned', moneyCell(t, check.spending.returnedFen)),
    line('partSpending', 'net', moneyCell(t, check.spending.netFen)),
    line('partRates', 'arrival', rate(check.arrivalRate)),
    line('partRates', 'execution', rate(check.executionRate)),
    line('partBalance', 'carryOver', moneyCell(t, check.carryOverFen)),
    line('partBalance', 'balance', moneyCell(t, check.balanceFen)),
    line('partBalance', 'inKind', moneyCell(t, check.inKindFen)),
  ];
}
