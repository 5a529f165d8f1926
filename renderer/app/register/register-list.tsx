/**
 * A register's page: the form of rapid entry and the bar that cuts the list above the list, its panel beside it. While
 * somebody enters, the panel gives its room to the form. Nobody enters while auditors look.
 */
import { Spin } from 'antd';
import type { ReactNode } from 'react';
import { ErrorView } from '../error-view.tsx';
import { useReadOnly, Writing } from '../read-only.tsx';

interface Props {
  /** Class of the part that holds the list; the bar and the form go from there to the grid. */
  main: string;
  list: { pending: boolean; error: unknown; retry: () => void };
  /** The form of rapid entry; null = it is put away. */
  entry: ReactNode;
  /** What stands on the left of all, e.g. folders. */
  side?: ReactNode;
  /** The bar that cuts the list, and notices. */
  find: ReactNode;
  /** Told instead of rapid entry where the register holds nothing at all; null = it holds something. */
  empty: ReactNode;
  grid: ReactNode;
  foot?: ReactNode;
  /** Null = it is put away. */
  inspector: ReactNode;
  /** How many there are, for those who do not see the list. */
  counted?: string;
}

export function RegisterList(props: Props) {
  const { main, list, side, find, empty, grid, foot, inspector, counted } = props;
  const entry = useReadOnly() ? null : props.entry;
  return (
    <div className="split">
      {side}
      <div className={`split-main ${main}`}>
        {entry}
        {find}
        {list.error !== null && <ErrorView error={list.error} onRetry={list.retry} />}
        {entry === null && empty}
        {list.pending ? <Spin className="centre" /> : list.error === null && grid}
        {foot}
      </div>
      {entry === null && inspector}
      {counted !== undefined && (
        <span className="unseen" aria-live="polite">
          {list.pending ? '' : counted}
        </span>
      )}
    </div>
  );
}

interface NothingProps {
  title: string;
  /** How to begin; nobody is invited to while auditors look. */
  text: string;
  /** The ways to begin. */
  children: ReactNode;
}

/** A register that holds nothing yet: two sentences and the ways to begin. */
export function NothingYet({ title, text, children }: NothingProps) {
  return (
    <div className="empty-year">
      <p>{title}</p>
      <Writing>
        <p className="muted">{text}</p>
      </Writing>
      <div className="actions">{children}</div>
    </div>
  );
}
