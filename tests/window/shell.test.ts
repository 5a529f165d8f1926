import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/app.ts';
import { call, callRaw } from '../support/bridge.ts';

let running: RunningApp;

beforeAll(async () => {
  running = await launchApp();
  return () => running.close();
});

describe('the page', () => {
  it('loads without a single complaint', () => {
    expect(running.problems).toEqual([]);
  });

  it('is sandboxed, isolated and without Node', async () => {
    const preferences = await running.app.evaluate(({ BrowserWindow }) => {
      // Not in the typings: the preferences with which the page really runs.
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as
        | { getLastWebPreferences(): unknown }
        | undefined;
      return contents?.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    });
    const seen = await running.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        (name) => name in globalThis,
      ),
    );
    expect(seen).toEqual([]);
  });

  it('sees three functions of the bridge and nothing else', async () => {
    const members = await running.page.evaluate(() => {
      const bridge = Reflect.get(globalThis, 'archiveBridge') as Record<string, unknown>;
      return Object.entries(bridge).map(([name, value]) => `${name} ${typeof value}`);
    });
    expect(members.toSorted()).toEqual(['call function', 'cancel function', 'onNotice function']);
  });

  it('runs no script but its own', async () => {
    const outcome = await running.page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.injected = true';
      document.head.append(script);
      const image = document.createElement('img');
      image.setAttribute('onerror', 'globalThis.injected = true');
      image.src = '/none.png';
      document.body.append(image);
      await new Promise((done) => setTimeout(done, 100));
      image.remove();
      let evaluated = false;
      try {
        evaluated = Boolean((Reflect.get(globalThis, 'eval') as (code: string) => unknown)('true'));
      } catch {
        evaluated = false;
      }
      return { injected: 'injected' in globalThis, evaluated };
    });
    expect(outcome).toEqual({ injected: false, evaluated: false });
    expect(running.problems.splice(0).join('\n')).toMatch(/Content Security Policy/u);
  });

  it('reaches no file beside its bundle', async () => {
    const statuses = await running.page.evaluate(async () => {
      const get = async (path: string, method = 'GET'): Promise<number> => (await fetch(path, { method })).status;
      return [
        await get('/index.html'),
        await get('/..%2fmain%2findex.js'),
        await get('/%2e%2e/main/index.js'),
        await get('/../../package.json'),
        await get('/index.html?x'),
        await get('/index.html', 'POST'),
      ];
    });
    expect(statuses).toEqual([200, 404, 404, 404, 404, 405]);
    running.problems.length = 0;
  });

  it('reaches no network', async () => {
    const outcome = await running.page.evaluate(async () => {
      try {
        await fetch('https://example.org/');
        return 'reached';
      } catch {
        return 'refused';
      }
    });
    expect(outcome).toBe('refused');
    // The policy refuses the page; the session refuses whatever the policy does not see.
    const fromSession = await running.app.evaluate(async ({ session }) => {
      try {
        await session.defaultSession.fetch('https://example.org/');
        return 'reached';
      } catch (error) {
        return String(error);
      }
    });
    expect(fromSession).toContain('ERR_BLOCKED_BY_CLIENT');
    running.problems.length = 0;
  });

  it.each(['https://example.org/', 'file:///etc/passwd', 'app://elsewhere/index.html', 'data:text/html,x'])(
    'does not go to %s',
    async (address) => {
      const before = running.page.url();
      await running.page.evaluate((target) => {
        location.href = target;
      }, address);
      await running.page.waitForTimeout(150);
      expect(running.page.url()).toBe(before);
      expect(await running.page.evaluate((target) => window.open(target) === null, address)).toBe(true);
      expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
      running.problems.length = 0;
    },
  );

  it('gets no permission', async () => {
    const answers = await running.page.evaluate(async () => {
      const outcome: Record<string, string> = {};
      outcome['notifications'] = await Notification.requestPermission();
      outcome['query'] = (await navigator.permissions.query({ name: 'geolocation' })).state;
      outcome['position'] = await new Promise((done) => {
        navigator.geolocation.getCurrentPosition(
          () => done('given'),
          () => done('denied'),
        );
      });
      outcome['camera'] = await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'given',
        () => 'denied',
      );
      return outcome;
    });
    expect(answers).toEqual({ notifications: 'denied', query: 'denied', position: 'denied', camera: 'denied' });
    running.problems.length = 0;
  });
});

describe('the door', () => {
  it('answers the state', async () => {
    expect(await call(running.page, 'window.state', {})).toMatchObject({ platform: process.platform });
  });

  it('knows no name outside the contract, and no path without a dialog', async () => {
    expect(await callRaw(running.page, 'constructor.name', {})).toMatchObject({
      error: { code: 'input/unknown_procedure' },
    });
    expect(await callRaw(running.page, 'schedule.read', { file: '/etc/passwd' })).toMatchObject({
      error: { code: 'access/path' },
    });
    expect(await callRaw(running.page, 'window.openArchive', { directory: '/tmp' })).toMatchObject({
      error: { code: 'access/path' },
    });
  });

  it.each(['app://archive/index.html', 'data:text/html,<p>x</p>'])(
    'hears no second window, not even with %s',
    async (address) => {
      const preload = resolve(import.meta.dirname, '../../out/preload/index.cjs');
      const reply = await running.app.evaluate(
        async ({ BrowserWindow }, [target, script]) => {
          const other = new BrowserWindow({
            show: false,
            webPreferences: { preload: script, sandbox: true, contextIsolation: true },
          });
          try {
            await other.loadURL(target);
            const answer: unknown = await other.webContents.executeJavaScript(
              "archiveBridge.call('window.state', {}, 'x')",
            );
            return answer;
          } finally {
            other.destroy();
          }
        },
        [address, preload] as const,
      );
      expect(reply).toMatchObject({ ok: false, error: { code: 'window/refused' } });
    },
  );

  it('gives a grant for what was chosen in the dialog', async () => {
    await running.app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: ['/somewhere/计划.txt'] });
    });
    const grant = await call(running.page, 'window.chooseFile', { purpose: 'plan' });
    expect(grant).toMatchObject({ name: '计划.txt', display: '/somewhere/计划.txt' });
    expect(grant?.grant).not.toContain('计划');
    await running.app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
    });
    expect(await call(running.page, 'window.chooseFile', { purpose: 'plan' })).toBeNull();
  });

  it('completes the name in the save dialog, and asks again before it overwrites', async () => {
    const asked = await running.app.evaluate(({ dialog }) => {
      const paths: string[] = [];
      Reflect.set(globalThis, 'asked', paths);
      dialog.showSaveDialog = (...args: unknown[]) => {
        const options = args.at(-1) as { defaultPath: string };
        paths.push(options.defaultPath);
        return Promise.resolve({ canceled: false, filePath: options.defaultPath.replace(/\.pdf$/u, '') });
      };
      return paths.length;
    });
    expect(asked).toBe(0);
    const grant = await call(running.page, 'window.chooseSave', { suggestedName: '2021年：配档表?', format: 'pdf' });
    expect(grant?.name).toBe('2021年：配档表_.pdf');
  });
});

describe('the shell', () => {
  it('sends menu commands to the page', async () => {
    await running.page.evaluate(() => {
      const bridge = Reflect.get(globalThis, 'archiveBridge') as {
        onNotice(listener: (notice: unknown) => void): () => void;
      };
      const notices: unknown[] = [];
      Reflect.set(globalThis, 'notices', notices);
      const stop = bridge.onNotice((notice) => {
        notices.push(notice);
        if (notices.length === 2) stop();
      });
    });
    const click = (id: string): Promise<void> =>
      running.app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id);
    for (const id of ['help.about', 'go.home', 'help.about']) await click(id);
    await expect
      .poll(() => running.page.evaluate(() => Reflect.get(globalThis, 'notices')))
      .toEqual([
        { kind: 'command', command: 'help.about' },
        { kind: 'command', command: 'go.home' },
      ]);
  });

  it('greys out commands until an archive is open', async () => {
    const isEnabled = (): Promise<boolean | undefined> =>
      running.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('plan.exportPdf')?.enabled);
    expect(await isEnabled()).toBe(false);
    expect(await call(running.page, 'window.openExample', {})).toMatchObject({ isExample: true, years: [2021] });
    await expect.poll(isEnabled).toBe(true);
    expect((await call(running.page, 'schedule.list', { year: 2021 })).total).toBe(20);
    await call(running.page, 'window.closeArchive', {});
    await expect.poll(isEnabled).toBe(false);
  });

  it('hands a second start over to the open window, and the passed archive with it', async () => {
    const { userData } = running;
    const runtime = inject('electron');
    const second = spawn(
      runtime.executable,
      [
        resolve(import.meta.dirname, '../..'),
        join(userData, 'example'),
        `--user-data-dir=${userData}`,
        '--no-sandbox',
        '--disable-gpu',
      ],
      { stdio: 'ignore', env: { ...process.env, ...runtime.env } },
    );
    const code = await new Promise((done) => second.once('exit', done));
    expect(code).toBe(0);
    await expect
      .poll(async () => (await call(running.page, 'window.state', {})).archive?.isExample, { timeout: 10_000 })
      .toBe(true);
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('opens where it was closed, with the archive that was open', async () => {
    const { userData } = running;
    const bounds = { x: 120, y: 60, width: 1200, height: 760 };
    await running.app.evaluate(
      ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted),
      bounds,
    );
    await running.close({ keepData: true });
    running = await launchApp({ userData });
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(
      bounds,
    );
    expect((await call(running.page, 'window.state', {})).archive?.isExample).toBe(true);
  });

  it('writes a log without a word of what was entered', () => {
    const text = readFileSync(join(running.userData, 'logs/main.log'), 'utf8');
    const events = text
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { event: string }).event);
    expect(events).toEqual(
      expect.arrayContaining(['program.started', 'archive.opened', 'door.refused', 'program.ended']),
    );
    expect(text).not.toMatch(/齐陵|window-test-/u);
  });
});

describe('the network', () => {
  const log = join(import.meta.dirname, `../../out/net-log-${process.pid}.json`);
  afterAll(() => rmSync(log, { force: true }));

  it('is never asked for anything: no look-up, no connection', async () => {
    const quiet = await launchApp({ args: [`--log-net-log=${log}`, '--net-log-capture-mode=Everything'] });
    await call(quiet.page, 'window.openExample', {});
    await call(quiet.page, 'schedule.list', { year: 2021 });
    await quiet.page.waitForTimeout(1500);
    await quiet.close();
    const { constants, events } = JSON.parse(readFileSync(log, 'utf8')) as {
      constants: { logEventTypes: Record<string, number> };
      events: { type: number; params?: Record<string, unknown> }[];
    };
    const names = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
    const connecting = [
      'TCP_CONNECT',
      'UDP_CONNECT',
      'SOCKET_ALIVE',
      'SOCKET_CLOSED',
      'HOST_RESOLVER_MANAGER_REQUEST',
      'DNS_TRANSACTION',
    ];
    expect([...names.values()]).toEqual(expect.arrayContaining(connecting));
    const outward = events
      .map(({ type, params }) => ({ name: names.get(type) ?? '', params }))
      .filter(({ name, params }) => connecting.includes(name) || /^(?:https?|wss?):/u.test(String(params?.['url'])));
    expect(outward).toEqual([]);
  });
});
