/** Files dropped onto the register: one goes to the document under the pointer, else to the selected one. */
import { App } from 'antd';
import { useDropTarget } from '../../app/drop-target.ts';
import { useT } from '../../app/i18n.tsx';
import type { DocumentLine } from './document-lines.ts';
import { documentState } from './document-state.ts';
import { bytesOf, LARGEST_DROP } from './take-files.ts';
import { useAttach } from './use-attach.ts';

export function useDocumentDrop(lines: readonly DocumentLine[], enabled: boolean): void {
  const { t } = useT();
  const { message } = App.useApp();
  const attach = useAttach();
  useDropTarget(
    {
      title: t('objectScreen.dropTitle'),
      text: t('objectScreen.dropText'),
      take: (dropped) => {
        const { dialog, selection, folder } = documentState.get();
        if (dialog) {
          message.warning(t('objectScreen.dropBusy'));
          return;
        }
        const row = dropped.target?.closest<HTMLElement>('.documents-main tr[data-row]')?.dataset['row'];
        const id = (row === undefined ? undefined : lines[Number(row)]?.id) ?? selection?.activeRowId ?? null;
        const document = lines.find((line) => line.id === id)?.document ?? null;
        const gone =
          folder.kind === 'withdrawn' || document?.state === 'destroyed' || document?.state === 'transferred';
        if (gone) {
          message.warning(t('objectScreen.dropReadOnly'));
          return;
        }
        const [file] = dropped.files;
        const single = dropped.files.length === 1 && dropped.folders.length === 0;
        if (!document || !file || !single) {
          documentState.set({ dialog: { name: 'dropped', dropped, id: document?.id ?? null } });
        } else if (file.size > LARGEST_DROP) {
          const size = `${Math.round(file.size / 1024 / 1024)} MB`;
          message.warning(t('objectScreen.drop.tooLarge', { name: file.name, size }), 8);
        } else void attach(document.id, file.name, async () => ({ bytes: await bytesOf(file), name: file.name }));
      },
    },
    enabled,
  );
}
