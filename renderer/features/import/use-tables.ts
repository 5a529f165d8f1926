/** A source may hold several tables: they are reviewed and imported one after the other. */
import { useRef, useState } from 'react';

export interface Tables {
  table: number;
  onTable: (table: number) => void;
  /** The shown table was imported; true = another one is shown now. */
  goOn: () => boolean;
}

export function useTables(count: number): Tables {
  const [table, setTable] = useState(0);
  const taken = useRef(new Set<number>());
  return {
    table,
    onTable: setTable,
    goOn: () => {
      taken.current.add(table);
      const next = Array.from({ length: count }, (_, index) => index).find((index) => !taken.current.has(index));
      if (next !== undefined) setTable(next);
      return next !== undefined;
    },
  };
}
