/** The dialog on persons that is open, if any. A further one is a case here and a line in `PersonDialog`. */
import type { Organisation } from '#shared/features/organisations.ts';
import { useT } from '../../app/i18n.tsx';
import { ReasonDialog } from '../life/reason-dialog.tsx';
import { CertificateDialog } from './certificate-dialog.tsx';
import { ConsentDocumentDialog } from './consent-document-dialog.tsx';
import { IdentityEnterDialog } from './identity-enter-dialog.tsx';
import { IdentityRevealDialog } from './identity-reveal-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { personState, usePersonState } from './person-state.ts';
import { RevealDialog } from './reveal-dialog.tsx';
import { RoleDialog } from './role-dialog.tsx';
import { withdrawPersons } from './use-person-edits.ts';
import type { PersonLine } from './use-person-rows.ts';

interface Props {
  lines: readonly PersonLine[];
  units: readonly Organisation[];
  /** ISO day. */
  today: string;
}

export function PersonDialogs({ lines, units, today }: Props) {
  const { t } = useT();
  const dialog = usePersonState((state) => state.dialog);
  const close = (): void => personState.set({ dialog: null });
  switch (dialog?.name) {
    case undefined:
      return null;
    case 'withdraw':
      return (
        <ReasonDialog
          title={t('participantScreen.withdraw.title', { count: dialog.ids.length })}
          text={t('participantScreen.withdraw.text')}
          okText={t('participantScreen.withdraw.do')}
          run={(reason) => withdrawPersons(dialog.ids, reason)}
          onClose={close}
        />
      );
    case 'merge':
      return <MergeDialog ids={dialog.ids} today={today} onClose={close} />;
    case 'reveal':
      return <RevealDialog id={dialog.id} field={dialog.field} onClose={close} />;
    case 'consentDocument':
      return <ConsentDocumentDialog id={dialog.id} onClose={close} />;
    case 'identityReveal':
      return <IdentityRevealDialog id={dialog.id} onClose={close} />;
    case 'identityEnter':
    case 'role':
    case 'certificate': {
      const person = lines.find(({ id }) => id === dialog.id);
      if (!person) return null;
      if (dialog.name === 'identityEnter') return <IdentityEnterDialog person={person} today={today} onClose={close} />;
      const common = { person, index: dialog.index, today, onClose: close };
      return dialog.name === 'role' ? <RoleDialog {...common} units={units} /> : <CertificateDialog {...common} />;
    }
  }
}
