/**
 * A dialog whose first field, or first button where there is none, has the focus when it opens, so that a person can
 * type at once. With `focusField={false}`, and where there is nothing to type or press, its main button has it. When it goes, the focus returns
 * to where it was: the table goes on at its cell.
 */
import { Modal, type ModalProps } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useForgetError } from './error-view.tsx';

export function Dialog({ children, focusField = true, ...props }: Omit<ModalProps, 'open'> & { focusField?: boolean }) {
  const body = useRef<HTMLDivElement>(null);
  const forgetError = useForgetError();
  useEffect(forgetError, [forgetError]);
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // Once the dialog is out of the document; whoever took the focus meanwhile keeps it.
      queueMicrotask(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      });
    },
    [before],
  );
  const takeFocus = (): void => {
    // Somebody is quicker than the opening dialog: what they are typing into keeps the focus.
    if (body.current === null || body.current.contains(document.activeElement)) return;
    const first = focusField
      ? (body.current.querySelector<HTMLElement>('input, textarea') ??
        body.current.querySelector<HTMLElement>('button, [tabindex="0"]'))
      : null;
    const main = body.current.closest('.ant-modal')?.querySelector<HTMLElement>('.ant-modal-footer .ant-btn-primary');
    (first ?? main)?.focus();
  };
  return (
    <Modal
      open
      centered
      {...props}
      afterOpenChange={(shown) => {
        if (shown) takeFocus();
      }}
    >
      <div ref={body}>{children}</div>
    </Modal>
  );
}
