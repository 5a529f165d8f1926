/** The source beside the rows: numbered lines, those of the active row marked and scrolled to. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useT } from '../../app/i18n.tsx';

interface Props {
  lines: readonly string[];
  /** First and last line of the active row, from 1. */
  from: number | null;
  to: number | null;
  /** Lines with a problem that is not solved. */
  problems: ReadonlySet<number>;
  onChoose: (line: number) => void;
}

export function SourceLines({ lines, from, to, problems, onChoose }: Props) {
  const { t } = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 26,
    overscan: 20,
  });
  useEffect(() => {
    if (from !== null && from >= 1 && from <= lines.length) list.scrollToIndex(from - 1, { align: 'center' });
  }, [from, lines.length, list]);
  return (
    <div className="source-lines" ref={scroller} role="region" aria-label={t('schedule.import.source')} tabIndex={0}>
      <div style={{ height: list.getTotalSize(), position: 'relative' }}>
        {list.getVirtualItems().map((item) => {
          const number = item.index + 1;
          const active = from !== null && number >= from && number <= (to ?? from);
          const classes = ['source-line', active ? 'source-active' : '', problems.has(number) ? 'source-problem' : ''];
          return (
            <div
              key={item.key}
              ref={list.measureElement}
              data-index={item.index}
              className={classes.join(' ')}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => onChoose(number)}
            >
              <span className="source-number">{number}</span>
              <span className="source-content">{lines[item.index]}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
