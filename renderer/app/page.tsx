/** The frame of every screen: title, actions, work area, status bar. */
import type { ReactNode } from 'react';
import { useReadOnly } from './read-only.tsx';

interface PageProps {
  title: ReactNode;
  /** Stands beside the title, smaller. */
  note?: ReactNode;
  actions?: ReactNode;
  status?: ReactNode;
  /** Keys of the screen. Most of them write, so they are not there while auditors look. */
  hints?: ReactNode;
  /** The work area scrolls as a whole; otherwise its parts do. */
  scroll?: boolean;
  children: ReactNode;
}

export function Page({ title, note, actions, status, hints, scroll = false, children }: PageProps) {
  const readOnly = useReadOnly();
  return (
    <>
      <main className="page" id="work" tabIndex={-1}>
        <div className="page-head">
          <h1>{title}</h1>
          {note}
          <span className="spring" />
          <div className="actions">{actions}</div>
        </div>
        {scroll ? (
          // A long list without a button in it must scroll by keyboard too.
          <div className="work work-scroll" tabIndex={0}>
            {children}
          </div>
        ) : (
          <div className="work">{children}</div>
        )}
      </main>
      <footer className="status">
        <span>{status}</span>
        <span className="spring" />
        <span>{!readOnly && hints}</span>
      </footer>
    </>
  );
}
