/**
 * 归档章 (DA/T 22-2015): 45 mm × 16 mm, six even cells. 全宗号 stays blank until the archive has given one, 机构(问题)
 * where the scheme has no such level; the other four must be filled, and none is ever filled with a guess.
 */
import { termName, type TermCode } from './retention.ts';
import type { BrokenRule } from './rules.ts';

/** Outer size in mm. */
export const STAMP = { width: 45, height: 16, columns: 3, rows: 2 } as const;

/** The cells, row by row; `archives.stamp.<cell>` names them. */
export const STAMP_CELLS = ['fonds', 'year', 'item', 'organisation', 'term', 'pages'] as const;
export type StampCell = (typeof STAMP_CELLS)[number];

export type StampRule = 'stamp_year' | 'stamp_item' | 'stamp_term' | 'stamp_pages';

export interface StampedRecord {
  fonds: string | null;
  /** 归档年度 */
  year: number | null;
  item: number | null;
  /** Width of 件号 in the scheme. */
  itemDigits: number;
  /** Code or standard short name of 机构(问题). */
  organisation: string | null;
  term: TermCode | null;
  pages: number | null;
}

export interface Stamp {
  cells: { cell: StampCell; text: string }[];
  /** Mandatory cells that the record leaves empty. */
  problems: BrokenRule<StampRule>[];
}

function whole(value: number | null): value is number {
  return value !== null && Number.isInteger(value) && value >= 1;
}

/** The six cells of a record's stamp. @param termStyle 保管期限 as a name (30年) or as a code (D30); both are allowed. */
export function stampCells(record: StampedRecord, termStyle: 'name' | 'code' = 'name'): Stamp {
  const { fonds, year, item, itemDigits, organisation, term, pages } = record;
  const texts: Record<StampCell, string> = {
    fonds: fonds ?? '',
    year: whole(year) ? String(year) : '',
    item: whole(item) ? String(item).padStart(itemDigits, '0') : '',
    organisation: organisation ?? '',
    term: term === null ? '' : termStyle === 'code' ? term : termName(term),
    pages: whole(pages) ? String(pages) : '',
  };
  const mandatory = ['year', 'item', 'term', 'pages'] as const;
  return {
    cells: STAMP_CELLS.map((cell) => ({ cell, text: texts[cell] })),
    problems: mandatory
      .filter((cell) => texts[cell] === '')
      .map((cell) => ({ rule: `stamp_${cell}` as const, params: {} })),
  };
}
