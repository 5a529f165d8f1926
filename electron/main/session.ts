/** Shuts what a page could reach beyond the bundle: permissions, the network, navigation, other windows, downloads. */
import { app, type Session, type WebContents } from 'electron';
import { APP_ORIGIN } from './bundle.ts';

/** Schemes without a way out of this machine. */
const LOCAL = ['app:', 'blob:', 'data:', 'devtools:'];

function isOwnPage(address: string, origin: string): boolean {
  return address === `${origin}/` || address === `${origin}/index.html` || address.startsWith(`${origin}/index.html#`);
}

/** `development`: origin of the development server, which is then allowed beside the own scheme. */
export function closeSession(session: Session, development: string | null): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // A new session at once asks for its language's dictionary over the network, past `onBeforeRequest`; an address
  // without a network, set before that request is made, ends it here.
  session.setSpellCheckerDictionaryDownloadURL(`${APP_ORIGIN}/none/`);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    const { protocol, host } = new URL(url);
    const isDevelopment = development !== null && host === new URL(development).host;
    decide({ cancel: !LOCAL.includes(protocol) && !isDevelopment });
  });
}

function closeContents(contents: WebContents, origin: string): void {
  const stayHome = (event: { preventDefault(): void }, address: string): void => {
    if (!isOwnPage(address, origin)) event.preventDefault();
  };
  contents.on('will-navigate', (event) => stayHome(event, event.url));
  contents.on('will-frame-navigate', (event) => stayHome(event, event.url));
  contents.on('will-redirect', (event) => stayHome(event, event.url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Every page that ever comes to be, whichever way, is shut from its first moment. */
export function closeAllContents(origin: string = APP_ORIGIN): void {
  app.on('web-contents-created', (_event, contents) => closeContents(contents, origin));
}
