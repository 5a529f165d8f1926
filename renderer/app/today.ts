/** Today, as far as a screen needs it: the day changes rarely, and a rendering must not ask the clock. */
import { useState } from 'react';

/** The day on which the calling component was first shown. */
export function useToday(): Date {
  const [today] = useState(() => new Date());
  return today;
}
