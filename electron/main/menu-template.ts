/** The native menu as plain data, made from the table of commands; no Electron here. */
import type { MenuItemConstructorOptions } from 'electron';
import { COMMANDS, type CommandEntry, type MenuId } from '#shared/commands.ts';
import type { RecentArchive } from '#shared/features/window.ts';
import { translator, type Locale } from '#shared/i18n/index.ts';

export interface MenuState {
  locale: Locale;
  hasArchive: boolean;
  /** The archive is open for an audit: what writes is greyed out. */
  audit: boolean;
  recent: readonly Pick<RecentArchive, 'id' | 'unitName' | 'display' | 'available'>[];
  platform: NodeJS.Platform;
  name: string;
}

export interface MenuActions {
  run: (command: string) => void;
  openRecent: (id: string) => void;
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };
const ORDER: readonly MenuId[] = ['file', 'edit', 'view', 'documents', 'data', 'tools', 'window', 'help'];

export function menuTemplate(state: MenuState, actions: MenuActions): MenuItemConstructorOptions[] {
  const t = translator(state.locale);
  const role = (
    name: MenuItemConstructorOptions['role'] & {},
    label: string,
    more: MenuItemConstructorOptions = {},
  ): MenuItemConstructorOptions => ({ role: name, label, ...more });
  const quit = role('quit', t('menu.roles.quit'), { accelerator: 'CommandOrControl+Q' });

  const isOffered = ({ id, needsArchive, writes }: CommandEntry): boolean => {
    if (needsArchive && !state.hasArchive) return false;
    if (id === 'audit.leave') return state.audit;
    return !state.audit || (writes !== true && id !== 'audit.enter');
  };
  const commandItem = (entry: CommandEntry): MenuItemConstructorOptions => ({
    id: entry.id,
    label: t(`menu.commands.${entry.id}`),
    enabled: isOffered(entry),
    ...(entry.keys === null ? {} : { accelerator: entry.keys }),
    click: () => actions.run(entry.id),
  });
  const commandsOf = (menu: MenuId): MenuItemConstructorOptions[] =>
    COMMANDS.filter((entry) => entry.menu === menu).flatMap((entry) =>
      entry.group ? [SEPARATOR, commandItem(entry)] : [commandItem(entry)],
    );
  const recent: MenuItemConstructorOptions = {
    label: t('menu.recent'),
    enabled: state.recent.length > 0,
    submenu: state.recent.map((entry) => ({
      // An `&` of a name is no mnemonic.
      label: `${entry.unitName} — ${entry.display}`.replaceAll('&', '&&'),
      enabled: entry.available,
      click: () => actions.openRecent(entry.id),
    })),
  };

  /** What a menu holds besides the commands. */
  const additions: Record<MenuId, MenuItemConstructorOptions[]> = {
    file: [SEPARATOR, recent, ...(state.platform === 'darwin' ? [] : [SEPARATOR, quit])],
    edit: [
      SEPARATOR,
      role('cut', t('menu.roles.cut')),
      role('copy', t('menu.roles.copy')),
      role('paste', t('menu.roles.paste')),
      role('selectAll', t('menu.roles.selectAll')),
    ],
    view: [SEPARATOR, role('togglefullscreen', t('menu.roles.fullScreen'))],
    documents: [],
    data: [],
    tools: [],
    window: [role('minimize', t('menu.roles.minimize'))],
    help: [],
  };
  const menus = ORDER.map((menu) => ({
    id: menu,
    label: t(`menu.menus.${menu}`),
    submenu: [...commandsOf(menu), ...additions[menu]],
  }));
  if (state.platform !== 'darwin') return menus;
  const { name } = state;
  const program: MenuItemConstructorOptions = {
    label: name,
    submenu: [
      role('about', t('menu.roles.about', { name })),
      SEPARATOR,
      role('hide', t('menu.roles.hide', { name })),
      role('hideOthers', t('menu.roles.hideOthers')),
      role('unhide', t('menu.roles.showAll')),
      SEPARATOR,
      quit,
    ],
  };
  return [program, ...menus.map((menu) => ({ ...menu, label: menu.label.replace(/\(&\w\)|&/u, '') }))];
}
