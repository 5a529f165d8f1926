/** The `app://` scheme: the window's bundle with its policy as a real response header, and compiled code cached. */
import { realpathSync } from 'node:fs';
import { protocol } from 'electron';
import { APP_SCHEME, serveBundle } from './bundle.ts';

/** Must run before the program is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

export function serveWindow(folder: string): void {
  const root = realpathSync(folder);
  protocol.handle(APP_SCHEME, (request) => serveBundle(root, request));
}
