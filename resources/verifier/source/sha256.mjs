/**
 * SHA-256 (FIPS 180-4) piece by piece. The browser's own crypto.subtle takes a file only as a whole and not on every page
 * opened from the disk; a scan of many megabytes must neither fill the memory nor freeze the page.
 */
const BLOCK_BYTES = 64;
const ROUNDS = 64;

/** The first 32 bits of the fractions of the roots of the first primes: the constants of the standard. */
function fractions(count, power) {
  const primes = [];
  for (let number = 2; primes.length < count; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return primes.map((prime) => {
    // Floor of prime^(1/power) · 2^32, by whole numbers: floating point would not be sure of the last bit.
    const wanted = BigInt(prime) << BigInt(32 * power);
    let [low, high] = [0n, 1n << 40n];
    while (low < high) {
      const middle = (low + high + 1n) >> 1n;
      if (middle ** BigInt(power) <= wanted) low = middle;
      else high = middle - 1n;
    }
    return Number(low & 0xffffffffn);
  });
}

const START = fractions(8, 2);
const CONSTANTS = new Int32Array(fractions(ROUNDS, 3));

/** A hash under way: `update` as often as wanted, then `hex` once. */
export function newSha256() {
  const state = new Int32Array(START);
  const words = new Int32Array(ROUNDS);
  const rest = new Uint8Array(BLOCK_BYTES);
  let [waiting, total] = [0, 0];

  function block(bytes, from) {
    for (let at = 0; at < 16; at += 1) {
      const place = from + at * 4;
      words[at] = (bytes[place] << 24) | (bytes[place + 1] << 16) | (bytes[place + 2] << 8) | bytes[place + 3];
    }
    for (let at = 16; at < ROUNDS; at += 1) {
      const early = words[at - 15];
      const late = words[at - 2];
      const low = ((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3);
      const high = ((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10);
      words[at] = (words[at - 16] + low + words[at - 7] + high) | 0;
    }
    let a = state[0];
    let b = state[1];
    let c = state[2];
    let d = state[3];
    let e = state[4];
    let f = state[5];
    let g = state[6];
    let h = state[7];
    for (let at = 0; at < ROUNDS; at += 1) {
      const high = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const first = (h + high + ((e & f) ^ (~e & g)) + CONSTANTS[at] + words[at]) | 0;
      const low = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }

  function update(bytes) {
    total += bytes.length;
    let at = 0;
    if (waiting > 0) {
      at = Math.min(BLOCK_BYTES - waiting, bytes.length);
      rest.set(bytes.subarray(0, at), waiting);
      waiting += at;
      if (waiting < BLOCK_BYTES) return;
      block(rest, 0);
      waiting = 0;
    }
    for (; at + BLOCK_BYTES <= bytes.length; at += BLOCK_BYTES) block(bytes, at);
    rest.set(bytes.subarray(at));
    waiting = bytes.length - at;
  }

  function hex() {
    const bits = BigInt(total) * 8n;
    // One bit, zeros up to the last eight bytes of a block, the length in bits.
    const end = new Uint8Array((waiting < 56 ? 64 : 128) - waiting);
    end[0] = 0x80;
    for (let at = 0; at < 8; at += 1) end[end.length - 1 - at] = Number((bits >> BigInt(at * 8)) & 0xffn);
    update(end);
    return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  return { update, hex };
}
