/**
 * The source beside the rows: numbered lines, those of the active row marked and scrolled to. Lines are drawn in blocks
 * as they come near the view; a block that is away keeps its place by an estimated height.
 */
import { memo, useEffect, useRef, useState } from 'react';
import { useT } from '../../app/i18n.tsx';

const BLOCK = 200;
const LINE_HEIGHT = 26;

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
  useEffect(() => {
    if (from === null) return;
    scroller.current?.querySelector(`[data-line="${from}"]`)?.scrollIntoView({ block: 'center' });
  }, [from, lines]);
  const blocks = Math.ceil(lines.length / BLOCK);
  return (
    <div className="source-lines" ref={scroller} role="region" aria-label={t('review.source')} tabIndex={0}>
      {Array.from({ length: blocks }, (_, block) => {
        const first = block * BLOCK + 1;
        const last = Math.min(first + BLOCK - 1, lines.length);
        const holds = from !== null && from <= last && (to ?? from) >= first;
        return (
          <LineBlock
            key={first}
            lines={lines}
            first={first}
            last={last}
            from={holds ? from : null}
            to={holds ? to : null}
            problems={problems}
            onChoose={onChoose}
          />
        );
      })}
    </div>
  );
}

const LineBlock = memo(function LineBlock({
  lines,
  first,
  last,
  from,
  to,
  problems,
  onChoose,
}: Props & { first: number; last: number }) {
  const holder = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(first === 1);
  useEffect(() => {
    if (!holder.current) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: holder.current.parentElement,
      rootMargin: '400px 0px',
    });
    observer.observe(holder.current);
    return () => observer.disconnect();
  }, []);
  const drawn = near || from !== null;
  const numbers = drawn ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : [];
  return (
    <div ref={holder} style={drawn ? undefined : { height: (last - first + 1) * LINE_HEIGHT }}>
      {numbers.map((number) => {
        const active = from !== null && number >= from && number <= (to ?? from);
        const classes = ['source-line', active ? 'source-active' : '', problems.has(number) ? 'source-problem' : ''];
        return (
          <div key={number} data-line={number} className={classes.join(' ')} onClick={() => onChoose(number)}>
            <span className="source-number">{number}</span>
            <span className="source-content">{lines[number - 1]}</span>
          </div>
        );
      })}
    </div>
  );
});
