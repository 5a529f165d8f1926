/** Small tables as CSV (RFC 4180) for spreadsheets. */

/**
 * A text that a spreadsheet would run as a formula is led by an apostrophe, and so is one that begins with it; a negative
 * number alone is none.
 */
function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const guarded = /^[=+\-@'\t\r]/u.test(cell) && !/^-\d+(?:\.\d+)?$/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** With a byte order mark, which tells spreadsheet programs that it is UTF-8. */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
