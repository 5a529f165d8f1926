/**
 * Canonical JSON (RFC 8785) on a restricted set of types: strings, safe integers, booleans, null, arrays, plain
 * objects. Everything else is refused, so the text of a value can never drift: no floats, no undefined, no lone
 * surrogates.
 */
export type Canonical = string | number | boolean | null | readonly Canonical[] | { readonly [key: string]: Canonical };

/** The canonical text. Throws TypeError on a value outside the set. */
export function canonicalJson(value: Canonical): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new TypeError(`not a safe integer: ${value}`);
    return String(value);
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('a lone surrogate cannot be logged');
    return JSON.stringify(value);
  }
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    // RFC 8785, 3.2.3: keys in order of their UTF-16 code units, which is what sort() does.
    return `{${Object.keys(value)
      .sort()
      .map((key) => {
        const member = value[key];
        if (member === undefined) throw new TypeError(`undefined at “${key}”`);
        return `${JSON.stringify(key)}:${canonicalJson(member)}`;
      })
      .join(',')}}`;
  }
  throw new TypeError(`cannot be logged: ${typeof value}`);
}

function isArray(value: Canonical): value is readonly Canonical[] {
  return Array.isArray(value);
}
