/** The lists of a tab on the left: one is open; arrows go from one to the next. */
import type { ReactNode } from 'react';
import { typed } from '../../app/keyboard.ts';

export interface SideEntry {
  /** null = what is due. */
  id: number | null;
  name: string;
  note: ReactNode;
}

interface Props {
  label: string;
  entries: readonly SideEntry[];
  opened: number | null;
  onOpen: (id: number | null) => void;
}

export function SideList({ label, entries, opened, onOpen }: Props) {
  return (
    <nav
      className="side-list"
      aria-label={label}
      onKeyDown={typed((event) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (step === 0) return;
        event.preventDefault();
        const buttons = [...event.currentTarget.querySelectorAll('button')];
        const at = buttons.findIndex((button) => button === document.activeElement);
        buttons[at + step]?.focus();
      })}
    >
      {entries.map(({ id, name, note }) => (
        <button
          key={id ?? 'due'}
          type="button"
          className="side-entry"
          aria-current={opened === id ? 'true' : undefined}
          onClick={() => onOpen(id)}
        >
          <span className="side-entry-name">{name}</span>
          <span className="side-entry-note">{note}</span>
        </button>
      ))}
    </nav>
  );
}
