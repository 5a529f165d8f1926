/** The one window: sandboxed, isolated, without Node; it opens where it was last closed. */
import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import { jsonFile } from './json-file.ts';
import { FIRST_STATE, fitToScreens, SMALLEST, WindowState } from './window-bounds.ts';

export interface WindowOptions {
  profile: string;
  preload: string;
  icon: string | null;
  address: string;
  dark: boolean;
  /** Developer tools: never in a packaged program. */
  devTools: boolean;
}

export function openWindow({ profile, preload, icon, address, dark, devTools }: WindowOptions): BrowserWindow {
  const stateFile = jsonFile(join(profile, 'window.json'), WindowState, FIRST_STATE);
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const state = fitToScreens(stateFile.read(), areas);
  const window = new BrowserWindow({
    width: state.width,
    height: state.height,
    minWidth: Math.min(SMALLEST.width, state.width),
    minHeight: Math.min(SMALLEST.height, state.height),
    ...(state.x !== null && state.y !== null ? { x: state.x, y: state.y } : {}),
    show: false,
    backgroundColor: dark ? '#141414' : '#ffffff',
    ...(icon === null ? {} : { icon }),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools,
    },
  });
  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize();
    window.show();
  });
  window.on('close', () => {
    const { x, y, width, height } = window.getNormalBounds();
    stateFile.write({ x, y, width, height, maximized: window.isMaximized() });
  });
  void window.loadURL(address);
  return window;
}
