/**
 * Figures of use for the yearly statistics (档案室基本情况年报, spec 7.1 and 7.3).
 * 人次: one user on one day counts once, however many documents; a loan of several days counts once, on its first day.
 * 件次: each document each time. 复制: pages of the originals.
 */
export interface UseEntry {
  borrower: string;
  /** Two users of one name in different units are two. */
  borrowerUnit: string | null;
  /** ISO date of the first day. */
  lentOn: string;
  kind: 'read' | 'lend' | 'copy' | 'excerpt';
  copiedPages: number | null;
}

export interface UseCounts {
  /** 利用人次 */
  visits: number;
  /** 利用件次 */
  items: number;
  /** 复制页数 */
  copiedPages: number;
  /** Copies whose pages nobody has entered: not in `copiedPages`. */
  copiesWithoutPages: number;
}

/** Counts entries of use by the rule above. */
export function countUse(entries: Iterable<UseEntry>): UseCounts {
  const visits = new Set<string>();
  const counts = { items: 0, copiedPages: 0, copiesWithoutPages: 0 };
  for (const { borrower, borrowerUnit, lentOn, kind, copiedPages } of entries) {
    visits.add(JSON.stringify([borrower, borrowerUnit, lentOn]));
    counts.items += 1;
    counts.copiedPages += copiedPages ?? 0;
    if (kind === 'copy' && copiedPages === null) counts.copiesWithoutPages += 1;
  }
  return { visits: visits.size, ...counts };
}
