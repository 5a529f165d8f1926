/**
 * Reads a plan or a catalogue from a dialog, a drop or a paste and opens its review. What was asked for, or what the
 * screen in view is about, is tried first; a text that reads as the other kind alone is offered as that, one that reads
 * as both is a question to the person. Refusals show their sentence; nothing is kept.
 */
import { App, Button } from 'antd';
import { useCallback } from 'react';
import { AppError } from '#shared/errors.ts';
import { call, hasArchive } from '../../app/api.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { type ForeignSource, type Review, ui } from '../../app/ui-state.ts';
import { useLeaveReview } from './leave-review.ts';
import { REVIEW_SCREENS, type ReviewKind } from './review-kind.ts';

const OTHER: Readonly<Record<ReviewKind, ReviewKind>> = { plan: 'catalogue', catalogue: 'plan' };
/** The reader understood the file, but found nothing of its kind in it. */
const REFUSALS: readonly string[] = ['schedule/unreadable', 'documents/unreadable'];

/** The kind that the screen in view is about. */
function kindInView(): ReviewKind | null {
  const { screen } = ui.get();
  if (screen === 'schedule') return 'plan';
  return screen === 'documents' ? 'catalogue' : null;
}

type Attempt = { review: Review } | { refusal: AppError };

/** Answers whether the source was read. */
export function useReadSource(): (source: ForeignSource, asked?: ReviewKind) => Promise<boolean> {
  const { t, locale } = useT();
  const { message, modal } = App.useApp();
  const showError = useShowError();
  const leave = useLeaveReview();
  return useCallback(
    async (from, asked) => {
      if (!(await leave())) return false;
      const input = { ...from, locale, withLines: true };
      const read = async (kind: ReviewKind): Promise<Attempt> => {
        try {
          return kind === 'plan'
            ? { review: { kind, output: await call('schedule.read', input), from } }
            : { review: { kind, output: await call('documents.read', input), from, mapping: {} } };
        } catch (error) {
          if (error instanceof AppError && REFUSALS.includes(error.code)) return { refusal: error };
          throw error;
        }
      };
      const name = from.name ?? t('review.pasted');
      const choose = (kinds: readonly ReviewKind[]): Promise<ReviewKind | null> =>
        new Promise((resolve) => {
          const question = modal.confirm({
            title: t('review.chooseTitle'),
            content: t('review.chooseText', { name }),
            centered: true,
            onCancel: () => resolve(null),
            footer: (
              <div className="actions actions-end">
                <Button onClick={() => answer(null)}>{t('shell.cancel')}</Button>
                {kinds.map((kind) => (
                  <Button key={kind} onClick={() => answer(kind)}>
                    {t(`review.kind.${kind}`)}
                  </Button>
                ))}
              </div>
            ),
          });
          const answer = (kind: ReviewKind | null): void => {
            question.destroy();
            resolve(kind);
          };
        });
      const offer = async (kind: ReviewKind): Promise<boolean> =>
        modal.confirm({
          title: t('review.otherTitle', { kind: t(`review.kind.${kind}`) }),
          content: t('review.otherText', {
            name,
            asked: t(`review.kind.${OTHER[kind]}`),
            kind: t(`review.kind.${kind}`),
          }),
          okText: t('review.otherRead', { kind: t(`review.kind.${kind}`) }),
          cancelText: t('shell.cancel'),
          centered: true,
        });

      const hide = message.loading(t('review.reading'), 0);
      try {
        const first = asked ?? kindInView() ?? 'plan';
        const certain = asked !== undefined || kindInView() !== null;
        const attempt = await read(first);
        const show = (review: Review): boolean => {
          ui.set({ review, dialog: null, screen: REVIEW_SCREENS[review.kind] });
          return true;
        };
        if ('review' in attempt && certain) return show(attempt.review);
        const other = await read(OTHER[first]);
        hide();
        if ('refusal' in attempt) {
          if ('refusal' in other) throw attempt.refusal;
          // Not what the person asked for or looks at: said before it is shown.
          return !certain || (await offer(OTHER[first])) ? show(other.review) : false;
        }
        if ('refusal' in other) return show(attempt.review);
        const chosen = await choose([first, OTHER[first]]);
        return chosen === null ? false : show(chosen === first ? attempt.review : other.review);
      } catch (error) {
        showError(error);
        return false;
      } finally {
        hide();
      }
    },
    [leave, locale, message, modal, showError, t],
  );
}

/** Takes what was dropped or pasted: it is read now, or when an archive is open. */
export function useTakeSource(): (source: ForeignSource) => void {
  const read = useReadSource();
  return useCallback(
    (source) => {
      if (hasArchive() && !ui.get().switching) void read(source);
      else ui.set({ waiting: source });
    },
    [read],
  );
}

/** The open dialog of the system, then the reading. */
export function useChooseSource(): (kind: ReviewKind) => void {
  const read = useReadSource();
  const showError = useShowError();
  return useCallback(
    (kind) => {
      void call('window.chooseFile', { purpose: kind }).then(async (grant) => {
        if (grant) await read({ file: grant.grant, name: grant.name }, kind);
      }, showError);
    },
    [read, showError],
  );
}
