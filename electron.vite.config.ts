/**
 * Three bundles: main process with its worker thread, preload script, window. Targets are pinned below what the
 * installed Electron offers, because the window tests may run on an older runtime (Node 20.18, Chromium 130).
 */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { zhCN } from './shared/i18n/zh-CN/index.ts';

const root = import.meta.dirname;
const NODE_TARGET = 'node20.18';
const CHROME_TARGET = 'chrome130';

export default defineConfig({
  main: {
    build: {
      outDir: resolve(root, 'out/main'),
      target: NODE_TARGET,
      sourcemap: true,
      // What package.json lists as `dependencies` stays a package (better-sqlite3's binary, pdfkit's data files).
      externalizeDeps: true,
      rolldownOptions: { input: { index: resolve(root, 'electron/main/index.ts') } },
    },
  },
  preload: {
    build: {
      outDir: resolve(root, 'out/preload'),
      target: NODE_TARGET,
      sourcemap: true,
      // A sandboxed preload script must be one CommonJS file without packages.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(root, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [
      react(),
      {
        // The page shows its name before a script has run; the words come from the catalogue here too.
        name: 'first-paint',
        transformIndexHtml: (html) =>
          html
            .replace('<title></title>', `<title>${zhCN.shell.name}</title>`)
            .replace('<div id="root"></div>', `<div id="root"><p class="first-paint">${zhCN.shell.name}</p></div>`),
      },
    ],
    build: {
      outDir: resolve(root, 'out/renderer'),
      target: CHROME_TARGET,
      sourcemap: true,
      minify: true,
      // Read from the disk beside the program, and loaded in parts where a screen needs them.
      chunkSizeWarningLimit: 2000,
      reportCompressedSize: false,
      // Small files become data: addresses otherwise, which the content security policy refuses for scripts and fonts.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: resolve(root, 'renderer/index.html') } },
    },
  },
});
