import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { APP_ORIGIN } from '../../../electron/main/bundle.ts';
import { fieldOf, isTrusted, sizeLimit } from '../../../electron/main/door.ts';
import { measure, readJson } from '../../../electron/worker/measure.ts';

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof AppError ? error.code : 'other';
  }
}

describe('whom the door hears', () => {
  const own = { sender: { id: 1 }, senderFrame: { url: `${APP_ORIGIN}/index.html`, parent: null } };

  it('hears the own page in the top frame of the own window', () => {
    expect(isTrusted(own, 1)).toBe(true);
  });

  it.each([
    ['another window', { ...own, sender: { id: 2 } }],
    ['a frame inside', { ...own, senderFrame: { ...own.senderFrame, parent: {} } }],
    ['a frame that is gone', { ...own, senderFrame: null }],
    ['a web page', { ...own, senderFrame: { url: 'https://example.org/index.html', parent: null } }],
    ['a file', { ...own, senderFrame: { url: 'file:///index.html', parent: null } }],
    ['a host that begins like ours', { ...own, senderFrame: { url: `${APP_ORIGIN}.example.org/`, parent: null } }],
    ['an empty page', { ...own, senderFrame: { url: 'about:blank', parent: null } }],
  ])('does not hear %s', (_what, event) => {
    expect(isTrusted(event, 1)).toBe(false);
  });

  it('hears nobody before there is a window', () => {
    expect(isTrusted(own, undefined)).toBe(false);
  });
});

describe('the size of a message', () => {
  it('counts text, bytes and structure', () => {
    expect(measure({ a: '中文', b: new Uint8Array(100) }, 1000)).toBeGreaterThan(104);
  });

  it('stops at the limit, also for bytes', () => {
    expect(codeOf(() => measure('x'.repeat(1000), 1000))).toBe('input/too_large');
    expect(codeOf(() => measure({ bytes: new Uint8Array(2000) }, 1000))).toBe('input/too_large');
  });

  it('gives questions less room than pastes and files', () => {
    expect(sizeLimit(contract.schedule.list)).toBeLessThan(sizeLimit(contract.schedule.edit));
  });

  it.each([
    ['a map', new Map()],
    ['a date', new Date()],
    ['a function', () => 1],
    ['a key that reaches for the prototype', JSON.parse('{"__proto__": {"role": "administrator"}}')],
    ['a key named constructor', { constructor: 1 }],
  ])('refuses %s', (_what, value) => {
    expect(codeOf(() => measure({ value }, 1000))).toBe('input/invalid');
  });

  it('refuses endless nesting instead of running out of stack', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(codeOf(() => measure(deep, 1e9))).toBe('input/invalid');
    const ring: unknown[] = [];
    ring.push(ring);
    expect(codeOf(() => measure(ring, 1e9))).toBe('input/invalid');
  });

  it('passes any plain JSON of ordinary depth', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const outcome = codeOf(() => measure(JSON.parse(text), 1e9));
        expect(outcome === undefined || outcome === 'input/invalid').toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a message as text', () => {
  it('is read, and looked at like any other', () => {
    expect(readJson('{"year":2021}', 1000)).toEqual({ year: 2021 });
    expect(codeOf(() => readJson('{', 1000))).toBe('input/not_json');
    expect(codeOf(() => readJson('{"__proto__":{"a":1}}', 1000))).toBe('input/invalid');
    expect(codeOf(() => readJson(`["${'x'.repeat(1000)}"]`, 1000))).toBe('input/too_large');
  });
});

describe('fields of a message', () => {
  it('are own fields only', () => {
    expect(fieldOf({ file: 'x' }, 'file')).toBe('x');
    expect(fieldOf({}, 'toString')).toBeUndefined();
    expect(fieldOf(null, 'file')).toBeUndefined();
  });
});
