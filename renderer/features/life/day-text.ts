/** Days in forms. Pure. */
import { parseArchivalDate } from '#shared/lib/archives/archival-date.ts';

/** ISO date of a text that names a whole day; null = it does not. */
export function readDay(text: string): string | null {
  const date = parseArchivalDate(text);
  return date.ok && date.precision === 'day' && !date.bracketed ? date.date : null;
}

/** A local day as ISO date. */
export function isoDay(day: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
