/** Boot, top to bottom: switches → lock → log → archives → door → window. */
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { app, dialog, ipcMain, Menu, nativeTheme, type BrowserWindow } from 'electron';
import { silentLog, type Log } from '#core/log.ts';
import { CHANNELS, type Notice } from '#shared/bridge.ts';
import { AppError } from '#shared/errors.ts';
import { translator, type Locale } from '#shared/i18n/index.ts';
import { errorText } from '#shared/i18n/messages.ts';
import threadEntry from '../worker/index.ts?modulePath';
import { createArchives } from './archives.ts';
import { APP_ORIGIN } from './bundle.ts';
import { createDesktop } from './desktop.ts';
import { isTrusted } from './door.ts';
import { watchFaults } from './faults.ts';
import { createGrants } from './grants.ts';
import { createDoor } from './ipc.ts';
import { logFile } from './log-file.ts';
import { menuTemplate } from './menu-template.ts';
import { createNativeHandlers } from './native.ts';
import { archiveInArguments, places, choosePortableProfile } from './places.ts';
import { createPreferences } from './preferences.ts';
import { registerScheme, serveWindow } from './protocol.ts';
import { closeAllContents, closeSession } from './session.ts';
import { openWindow } from './window.ts';

const development = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);
const origin = development === null ? APP_ORIGIN : new URL(development).origin;

let log: Log = silentLog;
let locale: () => Locale = () => 'zh-CN';
watchFaults(
  () => log,
  () => locale(),
);
choosePortableProfile();
registerScheme();
// Chromium has no sandbox for root, and would not start with it; the window asks for its own in any case.
if (process.getuid?.() !== 0) app.enableSandbox();
closeAllContents(origin);
app.on('session-created', (created) => closeSession(created, development));
// Chinese input methods of UOS and Kylin work under X11; with Wayland alone there is nothing to choose.
if (process.platform === 'linux' && process.env['DISPLAY'] && !app.commandLine.hasSwitch('ozone-platform')) {
  app.commandLine.appendSwitch('ozone-platform', 'x11');
}

function actorName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'local';
  }
}

function start(): void {
  const profile = places.profile();
  log = logFile({ folder: join(profile, 'logs') });
  log.info('program.started', { version: app.getVersion(), electron: process.versions.electron });
  const preferences = createPreferences(profile);
  locale = () => preferences.get().locale;
  nativeTheme.themeSource = preferences.get().theme;

  let window: BrowserWindow | null = null;
  const notify = (notice: Notice): void => {
    if (window && !window.isDestroyed()) window.webContents.send(CHANNELS.notice, notice);
  };
  const needWindow = (): BrowserWindow => {
    if (!window) throw new AppError('window/refused');
    return window;
  };
  const sayFailure = (error: unknown): void => {
    const t = translator(locale());
    const known = error instanceof AppError ? error : new AppError('program/internal', { ref: '-' });
    void dialog.showMessageBox(needWindow(), {
      type: 'warning',
      message: t('menu.dialogs.cannotOpen'),
      detail: errorText(locale(), known),
      buttons: [t('menu.dialogs.close')],
    });
  };

  const archives = createArchives({
    profile,
    fontsFolder: places.fonts(),
    exampleFolder: places.example(),
    appVersion: app.getVersion(),
    actor: actorName(),
    locale: () => locale(),
    log,
    entry: threadEntry,
    onChange: () => {
      notify({ kind: 'archive' });
      void showMenu();
    },
  });

  const showMenu = async (): Promise<void> => {
    const current = await archives.current();
    const template = menuTemplate(
      {
        locale: locale(),
        hasArchive: current !== null,
        audit: (current?.audit ?? null) !== null,
        recent: archives.recent(),
        platform: process.platform,
        name: app.name,
      },
      {
        run: (command) => notify({ kind: 'command', command }),
        openRecent: (id) => notify({ kind: 'openRecent', id }),
      },
    );
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };

  const grants = createGrants();
  const native = createNativeHandlers({
    archives,
    grants,
    preferences,
    desktop: createDesktop(needWindow, locale),
    profile,
    version: app.getVersion(),
    platform: process.platform,
    onPreferences: ({ theme }) => {
      nativeTheme.themeSource = theme;
      void showMenu();
    },
  });
  const door = createDoor({ native, grants, call: archives.call, log, notify });
  ipcMain.handle(CHANNELS.call, (event, name: unknown, input: unknown, call: unknown) => {
    if (isTrusted(event, window?.webContents.id, origin)) return door.call(name, input, call);
    log.warn('door.refused', { sender: event.sender.id });
    return { ok: false, error: new AppError('window/refused').toWire() };
  });
  ipcMain.on(CHANNELS.cancel, (event, call: unknown) => {
    if (isTrusted(event, window?.webContents.id, origin)) door.cancel(call);
  });

  serveWindow(places.bundle());
  // The archive opens while the window does; the page's first question waits for it.
  void archives.begin(archiveInArguments(process.argv, process.cwd()));
  window = openWindow({
    profile,
    preload: places.preload(),
    icon: process.platform === 'linux' ? places.icon() : null,
    address: development ?? `${APP_ORIGIN}/index.html`,
    dark: preferences.get().theme === 'dark',
    devTools: !app.isPackaged,
  });
  window.on('closed', () => {
    window = null;
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || !window) return;
    log.error('window.gone', { reason });
    const t = translator(locale());
    void dialog
      .showMessageBox(window, {
        message: t('menu.dialogs.windowGone', { ref: reason }),
        buttons: [t('menu.dialogs.reload')],
      })
      .then(() => window?.webContents.reload());
  });
  void showMenu();

  app.on('second-instance', (_event, args, workingDirectory) => {
    if (!window) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    const directory = archiveInArguments(args, workingDirectory);
    if (directory !== null) archives.open(directory).catch(sayFailure);
  });
  app.on('window-all-closed', () => app.quit());
  let ended = false;
  app.on('before-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    // The window goes first, while the archive can still take what is being typed; its end leads back here.
    if (window) {
      window.close();
      return;
    }
    void archives
      .end()
      .catch((error: unknown) => log.error('archive.not_closed', { stack: String(error) }))
      .then(() => {
        ended = true;
        log.info('program.ended');
        app.quit();
      });
  });
}

if (app.requestSingleInstanceLock()) {
  // Not awaited: an ES module that waits for `ready` at its top level is waited for itself.
  void app.whenReady().then(start);
} else {
  app.quit();
}
