/** One line of the settings: what it is, and its value or control. */
import type { ReactNode } from 'react';

export function Setting({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className="setting">
      <div>
        <span className="setting-label">{label}</span>
        {hint !== undefined && <span className="muted">{hint}</span>}
      </div>
      <div className="setting-value">{children}</div>
    </div>
  );
}
