/**
 * A dialog whose first field, or first button where there is none, has the focus when it opens (`focusField`), so that
 * a person can type at once.
 */
import { Modal, type ModalProps } from 'antd';
import { useRef } from 'react';

export function Dialog({ children, focusField = true, ...props }: Omit<ModalProps, 'open'> & { focusField?: boolean }) {
  const body = useRef<HTMLDivElement>(null);
  return (
    <Modal
      open
      centered
      {...props}
      afterOpenChange={(shown) => {
        if (!shown || !focusField) return;
        const field = body.current?.querySelector<HTMLElement>('input, textarea');
        (field ?? body.current?.querySelector<HTMLElement>('button'))?.focus();
      }}
    >
      <div ref={body}>{children}</div>
    </Modal>
  );
}
