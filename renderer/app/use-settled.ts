/** A value once it has stood still, so that a person who types or walks on does not ask the archive at every step. */
import { useEffect, useState } from 'react';

/** `ms`: how long the value must not change. Objects must keep their identity while they say the same. */
export function useSettled<Value>(value: Value, ms = 200): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
