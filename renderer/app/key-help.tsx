/** F1: the keys that work, made from the command table and the grid's own keys. */

import { Dialog } from './dialog.tsx';
import { COMMANDS } from '#shared/commands.ts';
import { isMac } from './commands.ts';
import { useT } from './i18n.tsx';
import { keysText } from './keyboard.ts';
import { ui, useUi } from './ui-state.ts';

const GRID_KEYS = [
  ['edit', 'F2'],
  ['commit', 'Enter · Shift+Enter'],
  ['tab', 'Tab · Shift+Tab'],
  ['newline', 'Alt+Enter'],
  ['escape', 'Esc'],
  ['whole', 'Shift+Space · Ctrl+Space'],
  ['clipboard', 'Ctrl+C · Ctrl+X · Ctrl+V'],
  ['fill', 'Ctrl+D · Ctrl+R'],
  ['clear', 'Delete'],
  ['today', 'Ctrl+;'],
] as const;

const CALENDAR_KEYS = [
  ['shift', 'Alt+← · Alt+→'],
  ['extend', 'Alt+Shift+← · Alt+Shift+→'],
  ['open', 'Enter'],
] as const;

function Keys({ title, entries }: { title: string; entries: readonly (readonly [text: string, keys: string])[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <dl className="key-list">
        {entries.map(([text, keys]) => (
          <div key={text}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function KeyHelp() {
  const { t } = useT();
  const open = useUi((state) => state.dialog === 'keys');
  if (!open) return null;
  const close = (): void => ui.set({ dialog: null });
  return (
    <Dialog title={t('shell.keys.title')} footer={null} onCancel={close} width={860}>
      <div className="key-help" tabIndex={0} role="group" aria-label={t('shell.keys.title')}>
        <Keys
          title={t('shell.keys.groupGlobal')}
          entries={COMMANDS.filter(({ keys }) => keys !== null).map(
            ({ id, keys }) => [t(`menu.commands.${id}`), keysText(keys, isMac())] as const,
          )}
        />
        <div>
          <Keys
            title={t('shell.keys.groupGrid')}
            entries={[
              [t('shell.keys.grid.type'), t('shell.keys.typing')],
              [t('shell.keys.grid.range'), `Shift+${t('shell.keys.arrows')}`],
              ...GRID_KEYS.map(([id, keys]) => [t(`shell.keys.grid.${id}`), keys] as const),
            ]}
          />
          <Keys
            title={t('shell.keys.groupCalendar')}
            entries={[
              [t('shell.keys.calendar.move'), t('shell.keys.arrows')],
              ...CALENDAR_KEYS.map(([id, keys]) => [t(`shell.keys.calendar.${id}`), keys] as const),
            ]}
          />
        </div>
      </div>
    </Dialog>
  );
}
