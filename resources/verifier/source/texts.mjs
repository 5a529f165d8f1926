/** How the texts of a package are written: canonical JSON, lines, CSV, yuan. */
const encoder = new TextEncoder();

export const HEX = /^[0-9a-f]{64}$/;

/** What cannot be read at all. `rule` names the sentence that says so; `params` stand in it. */
export class Unreadable extends Error {
  constructor(rule, params = {}) {
    super(rule);
    [this.rule, this.params] = [rule, params];
  }
}

/** RFC 8785 on strings, safe integers, booleans, null, lists and plain objects. */
export function canonical(value) {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Unreadable('notInteger');
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

/** Names of the fields that both have, but otherwise. */
export const differing = (first, second) =>
  Object.keys(first).filter((name) => name in second && canonical(first[name]) !== canonical(second[name]));

export const bytesOf = (text) => encoder.encode(text);

/** The bytes that hexadecimal digits spell. */
export function fromHex(digits) {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Lines of a file of any size; a line may hold U+2028, at which it does not end. `pieces` are the bytes, in order. */
export async function* linesOf(pieces) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop();
    yield* lines;
  }
  if (rest + decoder.decode() !== '') yield rest;
}

/** Rows of a CSV file (RFC 4180, with byte order mark); the apostrophe that guards against formulas is taken off. */
export function csvRows(text) {
  const cells = text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy);
  const rows = [/** @type {string[]} */ ([])];
  for (const [, quoted, plain, end] of cells) {
    rows[rows.length - 1].push((quoted === undefined ? plain : quoted.split('""').join('"')).replace(/^'/, ''));
    if (end !== ',') rows.push([]);
  }
  return rows.slice(1, -1);
}

/** Fen as yuan with two decimals, by decimal text. */
export const yuan = (fen) => String(fen).replace(/\d+/, (digits) => digits.padStart(3, '0').replace(/..$/, '.$&'));
