/** An instant's day where the person is, as an ISO date. */
export function localDay(instant: string): string {
  const at = new Date(instant);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The same to the second, `2024-01-15 08:30:05`. */
export function localSecond(instant: string): string {
  return `${localMinute(instant)}:${String(new Date(instant).getSeconds()).padStart(2, '0')}`;
}

/** The same to the minute, `2024-01-15 08:30`. */
export function localMinute(instant: string): string {
  const at = new Date(instant);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${localDay(instant)} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
