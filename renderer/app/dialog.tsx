/**
 * A dialog whose first field, or first button where there is none, has the focus when it opens, so that a person can
 * type at once. With `focusField={false}`, and where there is nothing to type or press, its main button has it.
 */
import { Modal, type ModalProps } from 'antd';
import { useEffect, useRef } from 'react';
import { useForgetError } from './error-view.tsx';

export function Dialog({ children, focusField = true, ...props }: Omit<ModalProps, 'open'> & { focusField?: boolean }) {
  const body = useRef<HTMLDivElement>(null);
  const forgetError = useForgetError();
  useEffect(forgetError, [forgetError]);
  return (
    <Modal
      open
      centered
      {...props}
      afterOpenChange={(shown) => {
        if (!shown) return;
        const dialog = body.current?.closest('.ant-modal');
        const first = focusField
          ? (body.current?.querySelector<HTMLElement>('input, textarea') ??
            body.current?.querySelector<HTMLElement>('button, [tabindex="0"]'))
          : null;
        (first ?? dialog?.querySelector<HTMLElement>('.ant-modal-footer .ant-btn-primary'))?.focus();
      }}
    >
      <div ref={body}>{children}</div>
    </Modal>
  );
}
