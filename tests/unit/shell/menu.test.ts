import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#shared/commands.ts';
import { menuTemplate, type MenuState } from '../../../electron/main/menu-template.ts';

const state: MenuState = {
  locale: 'zh-CN',
  hasArchive: true,
  audit: false,
  recent: [{ id: 'r1', unitName: '甲 & 乙', display: '/d', available: true }],
  platform: 'linux',
  name: '社区教育档案',
};

function items(template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
}

function build(changes: Partial<MenuState> = {}): { all: MenuItemConstructorOptions[]; ran: string[] } {
  const ran: string[] = [];
  const template = menuTemplate(
    { ...state, ...changes },
    { run: (command) => ran.push(command), openRecent: (id) => ran.push(`recent ${id}`) },
  );
  return { all: items(template), ran };
}

function click(item: MenuItemConstructorOptions | undefined): void {
  // Electron passes the item, the window and the event; none of them is used.
  (item?.click as (() => void) | undefined)?.();
}

describe('the native menu', () => {
  it.each(['zh-CN', 'en'] as const)('names every command and every entry in %s', (locale) => {
    const { all } = build({ locale });
    for (const { id } of COMMANDS) expect(all.filter((item) => item.id === id)).toHaveLength(1);
    for (const item of all) {
      if (item.type === 'separator') continue;
      expect(item.label).toBeTruthy();
      expect(item.label).not.toMatch(/^menu\.|\{\{/u);
    }
  });

  it('sends the command that was chosen', () => {
    const { all, ran } = build();
    click(all.find((item) => item.id === 'plan.import'));
    click(all.find((item) => item.label?.startsWith('甲')));
    expect(ran).toEqual(['plan.import', 'recent r1']);
  });

  it('gives each key to one command', () => {
    const keys = build()
      .all.map((item) => item.accelerator)
      .filter((key) => key !== undefined);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('greys out what needs an archive while none is open', () => {
    const { all } = build({ hasArchive: false });
    expect(all.find((item) => item.id === 'plan.exportPdf')?.enabled).toBe(false);
    expect(all.find((item) => item.id === 'archive.open')?.enabled).toBe(true);
  });

  it('greys out what writes while auditors look, and offers the way out alone', () => {
    const enabled = (changes: Partial<MenuState>, id: string): boolean | undefined =>
      build(changes).all.find((item) => item.id === id)?.enabled;
    for (const { id, writes } of COMMANDS) {
      if (id.startsWith('audit.')) continue;
      expect([id, enabled({ audit: true }, id)]).toEqual([id, writes !== true]);
    }
    expect(COMMANDS.filter(({ menu }) => menu === 'edit').every(({ writes }) => writes)).toBe(true);
    expect([enabled({ audit: true }, 'audit.enter'), enabled({ audit: true }, 'audit.leave')]).toEqual([false, true]);
    expect([enabled({}, 'audit.enter'), enabled({}, 'audit.leave')]).toEqual([true, false]);
  });

  it('shows an ampersand of a name as one', () => {
    expect(build().all.some((item) => item.label === '甲 && 乙 — /d')).toBe(true);
  });

  it('gives every menu its own Alt letter, and macOS none', () => {
    const letters = build()
      .all.map((item) => /\(&(\w)\)/u.exec(item.label ?? '')?.[1])
      .filter(Boolean);
    expect(letters).toEqual(['F', 'E', 'V', 'R', 'D', 'T', 'W', 'H']);
    for (const item of build({ platform: 'darwin' }).all) expect(item.label ?? '').not.toMatch(/\(&\w\)/u);
  });
});
