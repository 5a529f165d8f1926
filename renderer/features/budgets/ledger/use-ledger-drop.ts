/**
 * Files dropped onto the ledger. A picture or PDF proves the entry under the pointer, else the selected one; a table or
 * text is a ledger to be imported, unless it is dropped onto the panel of an entry.
 */
import { App } from 'antd';
import type { FundEntry } from '#shared/features/funding.ts';
import { type Dropped, useDropTarget } from '../../../app/drop-target.ts';
import { useShowError } from '../../../app/error-view.tsx';
import { useT } from '../../../app/i18n.tsx';
import { bytesOf } from '../../documents/take-files.ts';
import { useTakeSource } from '../../import/use-read-source.tsx';
import { ledgerState } from './ledger-state.ts';

/** What the readers of ledgers can read. */
const READABLE = /\.(?:csv|tsv|txt|xlsx|xls|et|docx|html?)$/iu;

export function useLedgerDrop(rows: readonly FundEntry[]): void {
  const { t } = useT();
  const { message } = App.useApp();
  const showError = useShowError();
  const takeSource = useTakeSource();

  const importFile = async (file: File): Promise<void> => takeSource({ name: file.name, bytes: await bytesOf(file) });

  const take = ({ files, folders, target }: Dropped): void => {
    const { dialog, selection } = ledgerState.get();
    if (dialog) {
      message.warning(t('ledgerScreen.drop.busy'));
      return;
    }
    if (folders.length > 0) message.warning(t('ledgerScreen.drop.folders'), 8);
    const [first] = files;
    if (!first) return;
    const onPanel = Boolean(target?.closest('.ledger-inspector'));
    if (!onPanel && files.some(({ name }) => READABLE.test(name))) {
      if (files.length > 1) message.warning(t('ledgerScreen.drop.one'));
      else void importFile(first).catch(showError);
      return;
    }
    const place = onPanel ? undefined : target?.closest<HTMLElement>('.ledger-main tr[data-row]')?.dataset['row'];
    const id = (place === undefined ? undefined : rows[Number(place)]?.id) ?? selection?.activeRowId ?? null;
    const entry = rows.find((one) => one.id === id);
    if (!entry) message.warning(t('ledgerScreen.drop.noEntry'));
    else if (entry.closed) message.warning(t('ledgerScreen.drop.locked'));
    else {
      ledgerState.set({
        dialog: { name: 'take', id: entry.id, sources: files.map((file) => ({ name: file.name, source: file })) },
      });
    }
  };
  useDropTarget({ title: t('ledgerScreen.drop.title'), text: t('ledgerScreen.drop.text'), take });
}
