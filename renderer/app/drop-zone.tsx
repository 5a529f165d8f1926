/**
 * Files dragged anywhere onto the window go to what the shown screen takes (drop-target.ts), else to the import of plans.
 * While a file hovers, a sheet says what will happen.
 */
import { App } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { droppedOf, dropTarget, useShownDropTarget } from './drop-target.ts';
import { useT } from './i18n.tsx';
import { isReadOnly } from './read-only.tsx';
import { useTakeSource } from '../features/import/use-read-source.tsx';

/** Beyond this the reader refuses anyway; better said before the bytes are copied. */
const LARGEST_BYTES = 50 * 1024 * 1024;

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

export function DropZone({ children }: { children: ReactNode }) {
  const { t } = useT();
  const { message } = App.useApp();
  const [hovering, setHovering] = useState(false);
  const take = useTakeSource();
  const shown = useShownDropTarget();

  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth += 1;
      // Nothing is taken while auditors look: no sheet says that it would be.
      setHovering(!isReadOnly());
    };
    const over = (event: DragEvent): void => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const leave = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setHovering(false);
    };
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setHovering(false);
      if (isReadOnly()) {
        message.info(t('auditScreen.refused'));
        return;
      }
      const dropped = droppedOf(event);
      const target = dropTarget();
      if (target) {
        if (dropped.files.length + dropped.folders.length > 0) target.take(dropped);
        return;
      }
      const [file] = dropped.files;
      if (dropped.files.length > 1) message.warning(t('shell.drop.one'));
      else if (dropped.folders.length > 0) message.warning(t('shell.drop.folder'));
      else if (!file) return;
      else if (file.size > LARGEST_BYTES) {
        message.warning(t('shell.drop.tooLarge', { size: `${Math.round(file.size / 1024 / 1024)} MB` }));
      } else {
        void file.arrayBuffer().then(
          (bytes) => take({ name: file.name, bytes: new Uint8Array(bytes) }),
          () => message.warning(t('shell.drop.unreadable', { name: file.name })),
        );
      }
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [message, t, take]);

  return (
    <>
      {children}
      {hovering && (
        <div className="drop-sheet" aria-hidden="true">
          <div>
            <strong>{shown?.title ?? t('shell.drop.title')}</strong>
            <span>{shown?.text ?? t('shell.drop.text')}</span>
          </div>
        </div>
      )}
    </>
  );
}
