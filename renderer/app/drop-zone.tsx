/** Files dragged anywhere onto the window go to the import. While a file hovers, a sheet says what will happen. */
import { App } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useT } from './i18n.tsx';
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

  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth += 1;
      setHovering(true);
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
      const files = [...(event.dataTransfer?.files ?? [])];
      const [file] = files;
      if (!file) return;
      const entry = event.dataTransfer?.items[0]?.webkitGetAsEntry();
      if (files.length > 1) message.warning(t('shell.drop.one'));
      else if (entry?.isDirectory) message.warning(t('shell.drop.folder'));
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
            <strong>{t('shell.drop.title')}</strong>
            <span>{t('shell.drop.text')}</span>
          </div>
        </div>
      )}
    </>
  );
}
