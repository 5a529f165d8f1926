/** A dialog whose first field has the focus when it opens (`focusField`), so that a person can type at once. */
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
        if (shown && focusField) body.current?.querySelector<HTMLElement>('input, textarea')?.focus();
      }}
    >
      <div ref={body}>{children}</div>
    </Modal>
  );
}
