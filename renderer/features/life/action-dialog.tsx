/**
 * A step with its consequences said plainly: what it does, and whether it can be undone. The step runs once; a refusal is
 * shown in the dialog, with all that was typed.
 */
import { WarningFilled } from '@ant-design/icons';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import './life.css';

interface Props {
  title: string;
  /** What the step does, where its title does not say it all. */
  text?: string;
  /** What cannot be undone, in words; absent = the step can be undone. */
  forGood?: string;
  okText: string;
  /** All that the step needs is there. */
  ready: boolean;
  run: () => Promise<void>;
  onClose: () => void;
  width?: number;
  children?: ReactNode;
}

export function ActionDialog({ title, text, forGood, okText, ready, run, onClose, width = 560, children }: Props) {
  const { t } = useT();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const start = async (): Promise<void> => {
    if (!ready || busy) return;
    setBusy(true);
    setError(null);
    try {
      await run();
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      width={width}
      title={title}
      okText={okText}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: !ready, loading: busy, danger: forGood !== undefined, title: 'Ctrl+Enter' }}
      onOk={() => void start()}
      onCancel={onClose}
    >
      {text !== undefined && <p className="muted">{text}</p>}
      {forGood !== undefined && (
        <p className="for-good">
          <WarningFilled aria-hidden /> {forGood}
        </p>
      )}
      <form
        className="action-form"
        onKeyDown={typed((event) => {
          if (event.key !== 'Enter' || !event.ctrlKey || event.defaultPrevented) return;
          event.preventDefault();
          void start();
        })}
        onSubmit={(event) => {
          event.preventDefault();
          // What cannot be undone takes the button, not a stray Enter.
          if (forGood === undefined) void start();
        }}
      >
        {children}
        {/* Enter in a field of one line is the step itself. */}
        <button type="submit" hidden tabIndex={-1} />
      </form>
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
