/** What nobody foresaw in the main process: into the log with a number, and said once, politely. */
import { randomBytes } from 'node:crypto';
import { app, dialog } from 'electron';
import type { Log } from '#core/log.ts';
import { translator, type Locale } from '#shared/i18n/index.ts';

export function watchFaults(log: () => Log, locale: () => Locale): void {
  let said = false;
  const report = (event: string, error: unknown): void => {
    const ref = randomBytes(4).toString('hex');
    log().error(event, { ref, stack: error instanceof Error ? error.stack : String(error) });
    if (said || !app.isReady()) return;
    said = true;
    const t = translator(locale());
    void dialog.showMessageBox({
      type: 'warning',
      title: app.name,
      message: t('menu.dialogs.fault', { ref }),
      buttons: [t('menu.dialogs.close')],
    });
  };
  process.on('uncaughtException', (error) => report('main.uncaught', error));
  process.on('unhandledRejection', (error) => report('main.unhandled', error));
}
