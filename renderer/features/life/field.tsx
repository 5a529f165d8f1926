/** A labelled field of the dialogs and forms, with what is wrong in it below. */
import type { ReactNode } from 'react';

interface Props {
  id: string;
  label: string;
  hint?: ReactNode;
  /** The sentence to show in red, or null. */
  problem?: string | null;
  required?: boolean;
  children: ReactNode;
}

export function Field({ id, label, hint, problem = null, required = false, children }: Props) {
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required && (
          <span className="required" aria-hidden>
            {' '}
            *
          </span>
        )}
      </label>
      {children}
      {hint !== undefined && hint !== null && <span className="field-hint">{hint}</span>}
      {problem !== null && (
        <span className="field-problem" role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}
