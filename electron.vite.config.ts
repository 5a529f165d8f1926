/**
 * Three bundles: main process with its worker thread, preload script, window. Targets are pinned below what the
 * installed Electron offers, because the window tests may run on an older runtime (Node 20.18, Chromium 130).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { zhCN } from './shared/i18n/zh-CN/index.ts';

const root = import.meta.dirname;
const NODE_TARGET = 'node20.18';
const CHROME_TARGET = 'chrome130';

/**
 * What pdf.js asks for by name when a PDF needs it, under `pdfjs/` of the window's bundle: character maps and fonts for
 * text whose font is not embedded, and the decoders of scans (JBIG2, CCITT, JPEG 2000) without WebAssembly, which the
 * content security policy does not allow. Without them such pages stay blank.
 */
function pdfResources(): Plugin {
  const home = resolve(root, 'node_modules/pdfjs-dist');
  const files = new Map<string, string>();
  for (const folder of ['cmaps', 'standard_fonts'])
    for (const name of readdirSync(join(home, folder)))
      if (/\.(?:bcmap|pfb|ttf)$|^LICENSE/u.test(name)) files.set(`pdfjs/${folder}/${name}`, join(home, folder, name));
  for (const name of [
    'jbig2_nowasm_fallback.js',
    'openjpeg_nowasm_fallback.js',
    'LICENSE_JBIG2',
    'LICENSE_PDFJS_JBIG2',
    'LICENSE_OPENJPEG',
    'LICENSE_PDFJS_OPENJPEG',
  ])
    files.set(`pdfjs/${name}`, join(home, 'wasm', name));
  return {
    name: 'pdf-resources',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = files.get((request.url ?? '').split('?')[0]?.slice(1) ?? '');
        if (file === undefined) return next();
        response.setHeader('content-type', file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
        response.end(readFileSync(file));
      });
    },
    generateBundle() {
      for (const [fileName, file] of files) this.emitFile({ type: 'asset', fileName, source: readFileSync(file) });
    },
  };
}

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
      pdfResources(),
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
