/** The dialog on documents that is open, if any. A further one is a line here and in `DocumentDialog`. */
import { lazy, Suspense } from 'react';
import { FillYearDialog } from '../boxes/fill-year-dialog.tsx';
import { BatchDialog } from './batch-dialog.tsx';
import { BoxDialog } from './box-dialog.tsx';
import type { Names } from './document-columns.tsx';
import { documentState, useDocumentState } from './document-state.ts';
import { DropDialog } from './drop-dialog.tsx';
import { FileDialog } from './file-dialog.tsx';
import { LinkPlanDialog } from './link-plan-dialog.tsx';
import { NumberingDialog } from './numbering-dialog.tsx';
import { RelateDialog } from './relate-dialog.tsx';
import { RenumberDialog } from './renumber-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

const PreviewDialog = lazy(() =>
  import('../objects/preview-dialog.tsx').then((module) => ({ default: module.PreviewDialog })),
);

export function DocumentDialogs({ names }: { names: Names }) {
  const dialog = useDocumentState((state) => state.dialog);
  const close = (): void => documentState.set({ dialog: null });
  switch (dialog?.name) {
    case undefined:
      return null;
    case 'file':
      return <FileDialog ids={dialog.ids} onClose={close} />;
    case 'withdraw':
      return <WithdrawDialog ids={dialog.ids} onClose={close} />;
    case 'batch':
      return <BatchDialog ids={dialog.ids} names={names} onClose={close} />;
    case 'box':
      return <BoxDialog ids={dialog.ids} onClose={close} />;
    case 'linkPlan':
      return <LinkPlanDialog ids={dialog.ids} onClose={close} />;
    case 'renumber':
      return <RenumberDialog id={dialog.id} names={names} onClose={close} />;
    case 'relate':
      return <RelateDialog id={dialog.id} onClose={close} />;
    case 'preview':
      return (
        <Suspense>
          <PreviewDialog id={dialog.id} sha256={dialog.sha256} onClose={close} />
        </Suspense>
      );
    case 'dropped':
      return <DropDialog dropped={dialog.dropped} id={dialog.id} onClose={close} />;
    case 'numbering':
      return <NumberingDialog names={names} onClose={close} />;
    case 'fillYear':
      return <FillYearDialog year={dialog.year} onClose={close} />;
  }
}
