/** 年度统计: the year in numbers. Every number opens the list behind it; what the numbers mean stands beside them. */
import { CopyOutlined } from '@ant-design/icons';
import { App, Button, Segmented, Spin } from 'antd';
import { useState } from 'react';
import { Breakdown, type Counts, type Statistics, type StatisticsFilter } from '#shared/features/activities.ts';
import { useAsked } from '../../app/api.ts';
import { copyTable } from '../../app/copy-table.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useEmptyWords } from '../../app/read-only.tsx';
import { activityState, type Measure, MEASURES } from './activity-state.ts';
import { breakdownTable, type BreakdownTable } from './statistics-table.ts';

const DEFINITIONS = ['activities', 'personTimes', 'people', 'estimated', 'repeated', 'age'] as const;

export function StatisticsView({ year }: { year: number | null }) {
  const { t } = useT();
  const emptyWords = useEmptyWords();
  const asked = useAsked('activities.statistics', { year: year ?? 0 }, { enabled: year !== null });
  const [breakdown, setBreakdown] = useState<Breakdown>('category');
  if (year === null) return <p className="muted">{emptyWords(t('activityScreen.statistics.noYear'))}</p>;
  if (asked.error !== null) return <ErrorView error={asked.error} onRetry={() => void asked.refetch()} />;
  if (asked.data === undefined) return <Spin className="centre" />;
  const statistics = asked.data;
  const total = t('activityScreen.statistics.total', { year });
  return (
    <div className="statistics">
      <section className="totals" aria-label={total}>
        {MEASURES.map((measure) => (
          <div key={measure} className="total">
            <span>{t(`activityScreen.statistics.${measure}`)}</span>
            <Numeral label={total} measure={measure} count={statistics.total[measure]} filter={{ year }} />
          </div>
        ))}
      </section>
      {statistics.total.activities === 0 && <p className="muted">{emptyWords(t('activityScreen.statistics.empty'))}</p>}
      <details className="definitions" open>
        <summary>{t('activityScreen.statistics.definitions')}</summary>
        <ul>
          {DEFINITIONS.map((key) => (
            <li key={key}>{t(`activities.definition.${key}`)}</li>
          ))}
        </ul>
      </details>
      <Segmented<Breakdown>
        aria-label={t('activityScreen.statistics.choose')}
        value={breakdown}
        onChange={setBreakdown}
        options={Breakdown.options.map((value) => ({ value, label: t(`activities.breakdown.${value}`) }))}
      />
      <BreakdownSection key={breakdown} statistics={statistics} breakdown={breakdown} />
    </div>
  );
}

interface NumeralProps {
  label: string;
  measure: Measure;
  count: number;
  filter: StatisticsFilter;
  /** Opens another list than the one of the filter. */
  onOpen?: () => void;
}

/** A number that opens its list; nothing stands behind a zero. */
function Numeral({ label, measure, count, filter, onOpen }: NumeralProps) {
  const { t } = useT();
  if (count === 0) return <span className="numeral-zero">0</span>;
  return (
    <button
      type="button"
      className="numeral"
      aria-label={t('activityScreen.statistics.of', {
        label,
        measure: t(`activityScreen.statistics.${measure}`),
        count,
      })}
      onClick={onOpen ?? (() => activityState.set({ dialog: { name: 'behind', label, measure, filter } }))}
    >
      {count}
    </button>
  );
}

function BreakdownSection({ statistics, breakdown }: { statistics: Statistics; breakdown: Breakdown }) {
  const { t } = useT();
  const { message } = App.useApp();
  const { year } = statistics;
  const table = breakdownTable(statistics, breakdown);
  const name = t(`activities.breakdown.${breakdown}`);
  const most = Math.max(1, ...table.lines.map(({ personTimes }) => personTimes));
  const wordsOf = (label: string): string => label || t('activities.notKnown');
  const copy = (): void => {
    copyTable(textsOf(table, wordsOf));
    message.success(t('activityScreen.statistics.copied', { name }));
  };
  const textsOf = ({ lines, unsigned, repeated, total }: BreakdownTable, words: (label: string) => string) => {
    const line = (label: string, counts: Counts, sign = 1) => [
      label,
      ...MEASURES.map((measure) => String(counts[measure] === 0 ? 0 : sign * counts[measure])),
    ];
    return [
      [name, ...MEASURES.map((measure) => t(`activityScreen.statistics.${measure}`))],
      ...lines.map((one) => line(words(one.label), one)),
      ...(unsigned ? [line(t('activityScreen.statistics.unsigned'), unsigned)] : []),
      ...(repeated ? [line(t('activityScreen.statistics.repeated'), repeated, -1)] : []),
      line(t('activityScreen.statistics.sum'), total),
    ];
  };
  const sum = t('activityScreen.statistics.sum');
  const unsigned = t('activityScreen.statistics.unsigned');
  return (
    <section className="breakdown" aria-label={name}>
      <div className="breakdown-head">
        <h2>{name}</h2>
        <Button size="small" icon={<CopyOutlined />} onClick={copy}>
          {t('activityScreen.statistics.copy')}
        </Button>
      </div>
      <table className="breakdown-table">
        <thead>
          <tr>
            <th scope="col">{t('activityScreen.statistics.line')}</th>
            {MEASURES.map((measure) => (
              <th key={measure} scope="col" className="digits">
                {t(`activityScreen.statistics.${measure}`)}
              </th>
            ))}
            <th scope="col">{t('activityScreen.statistics.bars')}</th>
          </tr>
        </thead>
        <tbody>
          {table.lines.map((line) => (
            <tr key={JSON.stringify(line.filter)}>
              <th scope="row" className={line.label === '' ? 'muted' : undefined}>
                {wordsOf(line.label)}
              </th>
              {MEASURES.map((measure) => (
                <td key={measure}>
                  <Numeral label={wordsOf(line.label)} measure={measure} count={line[measure]} filter={line.filter} />
                </td>
              ))}
              <td className="bar-cell">
                <span className="bar" style={{ width: `${(line.personTimes / most) * 100}%` }} />
              </td>
            </tr>
          ))}
          {table.unsigned && (
            <tr>
              <th scope="row">{unsigned}</th>
              {MEASURES.map((measure) => (
                <td key={measure}>
                  <Numeral
                    label={unsigned}
                    measure={measure}
                    count={table.unsigned?.[measure] ?? 0}
                    filter={{ year }}
                    onOpen={() =>
                      activityState.set({
                        dialog: { name: 'behind', label: unsigned, measure: 'estimated', filter: { year } },
                      })
                    }
                  />
                </td>
              ))}
              <td />
            </tr>
          )}
          {table.repeated && (
            <tr className="repeated-line">
              <th scope="row">{t('activityScreen.statistics.repeated')}</th>
              {MEASURES.map((measure) => {
                const count = table.repeated?.[measure] ?? 0;
                return (
                  <td key={measure}>
                    {count !== 0 && '−'}
                    {measure === 'people' ? (
                      <Numeral
                        label={t('activityScreen.statistics.repeated')}
                        measure={measure}
                        count={count}
                        filter={{ year }}
                        onOpen={() => activityState.set({ dialog: { name: 'repeated', breakdown, year } })}
                      />
                    ) : (
                      <span className={count === 0 ? 'numeral-zero' : undefined}>{count}</span>
                    )}
                  </td>
                );
              })}
              <td />
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{sum}</th>
            {MEASURES.map((measure) => (
              <td key={measure}>
                <Numeral label={sum} measure={measure} count={table.total[measure]} filter={{ year }} />
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
