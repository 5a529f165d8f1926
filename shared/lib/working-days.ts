/** Working days, Monday to Friday. Holidays are not known here; whoever shows a result says so. */

const DAY = 86_400_000;

/**
 * The day that lies so many working days behind another one.
 * @param from ISO date, itself not counted.
 * @param days 0 or more; 0 is the day itself.
 */
export function afterWorkingDays(from: string, days: number): string {
  let time = Date.parse(from);
  for (let left = days; left > 0; ) {
    time += DAY;
    const weekday = new Date(time).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(time).toISOString().slice(0, 10);
}
