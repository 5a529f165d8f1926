/** What lines of money papers under review share: the column that leaves one out, and a cell that says what is wrong in it. */
import type { ReactNode } from 'react';
import type { GridColumn } from '#ui/grid/types.ts';

export const TAKE = 'take';

interface Take<Row> {
  heading: string;
  width: number;
  yes: string;
  no: string;
  text: (row: Row) => string;
  /** It will not be taken. */
  left: (row: Row) => boolean;
}

/** A cell of it says `no` where the line is left out. */
export function takeColumn<Row>({ heading, width, yes, no, text, left }: Take<Row>): GridColumn<Row> {
  return {
    key: TAKE,
    heading,
    width,
    minWidth: width - 4,
    editable: true,
    text,
    options: () => [
      { value: 'yes', label: yes },
      { value: 'no', label: no },
    ],
    renderCell: (row) => <span className={left(row) ? 'muted' : ''}>{text(row)}</span>,
  };
}

interface CellProps {
  text: string;
  taken: boolean;
  /** Why the text cannot be read. */
  problem: string | undefined;
  /** The cell where nothing is wrong with it; otherwise its text. */
  children?: ReactNode;
}

export function ReviewedCell({ text, taken, problem, children }: CellProps) {
  if (!taken) return <s className="ledger-struck">{text}</s>;
  if (problem === undefined) return children ?? text;
  return (
    <span className="ledger-bad" title={problem}>
      {text === '' ? '?' : text}
      <span className="unseen">{problem}</span>
    </span>
  );
}
