import { describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '#shared/commands.ts';
import { keysText, matchesKeys, typed } from '../../../renderer/app/keyboard.ts';

const key = (
  name: string,
  code: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', true>> = {},
) => ({
  key: name,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('keys', () => {
  it('fit their command and no other', () => {
    const presses = [
      [key('S', 'KeyS', { ctrlKey: true }), ['archive.save']],
      [key('ы', 'KeyS', { ctrlKey: true }), ['archive.save']],
      [key('+', 'Equal', { ctrlKey: true, shiftKey: true }), ['row.insert']],
      [key('ArrowUp', 'ArrowUp', { altKey: true }), ['row.moveUp']],
      [key('F1', 'F1'), ['help.keys']],
      [key('5', 'Digit5', { ctrlKey: true }), ['go.calendar']],
      [key('E', 'KeyE', { ctrlKey: true, shiftKey: true }), ['plan.exportPdf']],
      [key('s', 'KeyS'), []],
    ] as const;
    for (const [event, ids] of presses) {
      expect(COMMANDS.filter(({ keys }) => keys !== null && matchesKeys(keys, event)).map(({ id }) => id)).toEqual(ids);
    }
  });

  it('use the command key on a Mac', () => {
    expect(matchesKeys('CommandOrControl+S', key('s', 'KeyS', { metaKey: true }), true)).toBe(true);
    expect(matchesKeys('CommandOrControl+S', key('s', 'KeyS', { ctrlKey: true }), true)).toBe(false);
  });

  it('read as people write them', () => {
    expect([keysText('CommandOrControl+Shift+N'), keysText('Alt+Up'), keysText(null)]).toEqual([
      'Ctrl+Shift+N',
      'Alt+↑',
      '',
    ]);
  });

  it('of an input method reach no handler', () => {
    const handler = vi.fn<(event: unknown) => void>();
    typed(handler)({ nativeEvent: { isComposing: true, keyCode: 13 } });
    typed(handler)({ nativeEvent: { isComposing: false, keyCode: 229 } });
    expect(handler).not.toHaveBeenCalled();
    typed(handler)({ nativeEvent: { isComposing: false, keyCode: 13 } });
    expect(handler).toHaveBeenCalledOnce();
  });
});
