import type { Messages, SameKeys } from '../index.ts';

export const register: SameKeys<Messages['register']> = {
  find: { month: 'Month', allMonths: 'All months', monthOf: 'Month {{month}}', clear: 'Clear filter' },
  more: 'More',
  inspector: { close: 'Close the panel' },
  entry: {
    hints:
      'Enter next field · Shift+Enter back · ↓ choose · Alt+P keep · Ctrl+Enter enter · Esc close (nothing is lost)',
    close: 'Close the form',
    save: 'Enter and go on',
    pin: 'Keep {{field}} for the next one',
    pinned: 'Kept for the next one; click or Alt+P to release',
    pinHint: 'Click or Alt+P to keep it for the next one',
  },
  log: {
    set: '{{field}}: {{after}}',
    changed: '{{field}}: {{before}} → {{after}}',
    empty: 'empty',
    entries: '{{count}} entries',
  },
};
