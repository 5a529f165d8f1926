/**
 * The archive is open for an audit: nothing of it can be changed, so nothing is offered that would. What writes is hidden;
 * fields and grids show what they hold and take nothing. The main process refuses writes in any case.
 */
import { Button, type ButtonProps } from 'antd';
import type { ReactNode } from 'react';
import { useT } from './i18n.tsx';
import { ui, useUi } from './ui-state.ts';

export function useReadOnly(): boolean {
  return useUi(({ audit }) => audit !== null);
}

/** The same for what comes from outside React: drops, pastes. */
export function isReadOnly(): boolean {
  return ui.get().audit !== null;
}

/** What leads to a change; not there while the archive is read only. */
export function Writing({ children }: { children: ReactNode }) {
  return useReadOnly() ? null : children;
}

/** A button that leads to a change; not there while the archive is read only. */
export function WriteButton(props: ButtonProps) {
  return useReadOnly() ? null : <Button {...props} />;
}

/** What an empty place says: the invitation to fill it, or to auditors only that nothing is recorded. */
export function useEmptyWords(): (invitation: string) => string {
  const { t } = useT();
  const readOnly = useReadOnly();
  return (invitation) => (readOnly ? t('auditScreen.mode.nothing') : invitation);
}
