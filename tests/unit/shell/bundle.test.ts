import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_ORIGIN, bundleFile, CONTENT_SECURITY_POLICY, serveBundle } from '../../../electron/main/bundle.ts';

let folder = '';
let root = '';

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'bundle-')));
  root = join(folder, 'bundle');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'assets/计划.js'), 'x');
  writeFileSync(join(root, 'assets/odd.exe'), 'x');
  writeFileSync(join(folder, 'secret.js'), 'secret');
  mkdirSync(join(folder, 'bundle-two'));
  writeFileSync(join(folder, 'bundle-two/index.html'), 'other');
  symlinkSync(join(folder, 'secret.js'), join(root, 'assets/link.js'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what app:// serves', () => {
  it('finds files of the bundle, names in Chinese among them', () => {
    expect(bundleFile(root, `${APP_ORIGIN}/`)).toBe(join(root, 'index.html'));
    expect(bundleFile(root, `${APP_ORIGIN}/assets/${encodeURIComponent('计划.js')}`)).toBe(
      join(root, 'assets/计划.js'),
    );
  });

  it.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.js',
    '/..%5csecret.js',
    '/../bundle-two/index.html',
    '/..%2fbundle-two/index.html',
    '/assets/link.js',
    '/%00index.html',
    '/%zz',
    '/index.html?x=1',
    '/assets',
    '/none.js',
  ])('gives nothing for %s', async (path) => {
    const response = await serveBundle(root, { method: 'GET', url: `${APP_ORIGIN}${path}` });
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it('refuses other hosts, other schemes and unknown types', () => {
    expect(bundleFile(root, 'app://elsewhere/index.html')).toBeNull();
    expect(bundleFile(root, 'file:///etc/passwd')).toBeNull();
    expect(bundleFile(root, 'no address')).toBeNull();
  });

  it('serves only known types', async () => {
    expect((await serveBundle(root, { method: 'GET', url: `${APP_ORIGIN}/assets/odd.exe` })).status).toBe(404);
  });

  it.each(['POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    expect((await serveBundle(root, { method, url: `${APP_ORIGIN}/index.html` })).status).toBe(405);
  });

  it('answers with the policy and the type', async () => {
    const response = await serveBundle(root, { method: 'GET', url: `${APP_ORIGIN}/index.html` });
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('lets scripts run only from the bundle', () => {
    const scripts = CONTENT_SECURITY_POLICY.split('; ').find((part) => part.startsWith('script-src'));
    expect(scripts).toBe("script-src 'self'");
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-eval|\*|https?:/u);
  });
});
