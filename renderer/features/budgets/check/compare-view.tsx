/** 多年对比: required and paid of the years up to the one in view, as a chart and as a table. */
import { Button, Segmented, Spin } from 'antd';
import { useState } from 'react';
import type { Output } from '#shared/contract.ts';
import { moneyText } from '#shared/lib/funding/money.ts';
import { useAsked } from '../../../app/api.ts';
import { copyTable } from '../../../app/copy-table.ts';
import { ErrorView } from '../../../app/error-view.tsx';
import { useT } from '../../../app/i18n.tsx';
import { VerdictChip } from './verdict-chip.tsx';
import { differenceText } from './views-table.tsx';

const SPANS = [3, 5, 10] as const;
type Line = Output<'budgets.compare'>[number];

export function CompareView({ year }: { year: number }) {
  const { t } = useT();
  const [span, setSpan] = useState<number>(5);
  const asked = useAsked('budgets.compare', { from: year - span + 1, to: year });
  if (asked.error !== null) return <ErrorView error={asked.error} onRetry={() => void asked.refetch()} />;
  const lines = asked.data;
  const headings = (
    ['year', 'population', 'required', 'budget', 'paid', 'perHead', 'difference', 'spent'] as const
  ).map((key) => t(`budgetScreen.compare.${key}`));
  const texts = (line: Line): string[] => [
    String(line.year),
    line.population === null ? '' : String(line.population),
    line.paid.requiredFen === null ? '' : moneyText(line.paid.requiredFen),
    ...(line.entries === 0
      ? ['', '', '', '', '']
      : [
          moneyText(line.budgetFen),
          moneyText(line.paid.countedFen),
          line.paid.perHead ?? '',
          differenceText(line.paid),
          moneyText(line.spentFen),
        ]),
  ];
  return (
    <div className="funding">
      <div className="compare-head">
        <Segmented<number>
          aria-label={t('budgetScreen.compare.span')}
          value={span}
          onChange={setSpan}
          options={SPANS.map((value) => ({ value, label: t('budgetScreen.compare.years', { count: value }) }))}
        />
        <Button
          size="small"
          disabled={lines === undefined}
          onClick={() => copyTable([headings, ...(lines ?? []).map(texts)])}
        >
          {t('budgetScreen.behind.copy')}
        </Button>
      </div>
      {lines === undefined ? (
        <Spin className="centre" />
      ) : (
        <>
          <Chart lines={lines} />
          <table className="plain-table compare-table">
            <thead>
              <tr>
                {headings.map((heading, index) => (
                  <th key={heading} className={index === 0 ? '' : 'right'}>
                    {heading}
                  </th>
                ))}
                <th>{t('budgetScreen.check.verdict')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.year} className={line.year === year ? 'headline-row' : ''}>
                  {texts(line).map((text, index) => (
                    <td key={headings[index]} className={index === 0 ? 'digits' : 'right digits'}>
                      {text === '' ? '—' : text}
                    </td>
                  ))}
                  <td>
                    {line.entries === 0 ? (
                      <span className="muted compare-nothing">{t('budgetScreen.compare.nothing')}</span>
                    ) : (
                      <VerdictChip verdict={line.paid.verdict} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}

const WIDTH = 860;
const HEIGHT = 240;
const LEFT = 96;
const BOTTOM = 28;
const TOP = 26;

/** Round steps of an axis up to at least `most` fen. */
function ticksUpTo(most: number): number[] {
  if (most <= 0) return [0];
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((value) => value >= rough) ?? rough;
  const ticks = [0];
  while ((ticks.at(-1) ?? 0) < most) ticks.push(ticks.length * step);
  return ticks;
}

/** Two bars a year: what is required and what was paid in. The figures stand in the table below. */
function Chart({ lines }: { lines: readonly Line[] }) {
  const { t } = useT();
  const most = Math.max(0, ...lines.flatMap(({ paid }) => [paid.countedFen, paid.requiredFen ?? 0]));
  const ticks = ticksUpTo(most);
  const top = ticks.at(-1) ?? 0;
  const plot = HEIGHT - TOP - BOTTOM;
  const y = (fen: number): number => HEIGHT - BOTTOM - (top === 0 ? 0 : (Math.max(0, fen) / top) * plot);
  const slot = (WIDTH - LEFT) / lines.length;
  const bar = Math.min(44, slot / 3);
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('budgetScreen.compare.chart')}>
      <g className="chart-legend">
        <rect x={LEFT} y={4} width={12} height={12} className="chart-required" />
        <text x={LEFT + 18} y={14}>
          {t('budgetScreen.compare.required')}
        </text>
        <rect x={LEFT + 150} y={4} width={12} height={12} className="chart-paid" />
        <text x={LEFT + 168} y={14}>
          {t('budgetScreen.compare.paid')}
        </text>
        <rect x={LEFT + 320} y={4} width={12} height={12} className="chart-short" />
        <text x={LEFT + 338} y={14}>
          {t('budgetScreen.compare.short')}
        </text>
      </g>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={WIDTH} y1={y(tick)} y2={y(tick)} className="chart-line" />
          <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
            {moneyText(Math.round(tick)).replace(/\.00$/u, '')}
          </text>
        </g>
      ))}
      {lines.map(({ year, paid }, index) => {
        const middle = LEFT + slot * (index + 0.5);
        return (
          <g key={year}>
            {paid.requiredFen !== null && (
              <rect
                x={middle - bar - 2}
                y={y(paid.requiredFen)}
                width={bar}
                height={HEIGHT - BOTTOM - y(paid.requiredFen)}
                className="chart-required"
              />
            )}
            <rect
              x={middle + 2}
              y={y(paid.countedFen)}
              width={bar}
              height={HEIGHT - BOTTOM - y(paid.countedFen)}
              className={paid.verdict === 'FAIL' ? 'chart-paid chart-short' : 'chart-paid'}
            />
            <text x={middle} y={HEIGHT - 8} textAnchor="middle">
              {year}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
