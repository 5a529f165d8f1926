/** Names typed in one field, and numbers of lists. Pure. */

/** Names between 、，,；; and blanks, each once. */
export function namesOf(text: string): string[] {
  const names = text.split(/[、，,；;\s]+/u).filter((name) => name !== '');
  return [...new Set(names)];
}

/** The next number of a list in a year, e.g. 2023-2 after 2023-1; numbers of another form are left alone. */
export function nextNumber(year: string, taken: readonly string[]): string {
  const used = taken.flatMap((number) => {
    const found = /^(\d{4})-(\d+)$/u.exec(number);
    return found?.[1] === year ? [Number(found[2])] : [];
  });
  return `${year}-${Math.max(0, ...used) + 1}`;
}
