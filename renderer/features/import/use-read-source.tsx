/**
 * Reads a plan, a catalogue, a sign-in sheet or a ledger from a dialog, a drop or a paste and opens its review. What was asked for,
 * or what the screen in view is about, is tried first; a text that reads as another kind alone is offered as that, one that
 * reads as several is a question to the person. Refusals show their sentence; nothing is kept.
 */
import { App, Button } from 'antd';
import { useCallback } from 'react';
import { AppError } from '#shared/errors.ts';
import { call, hasArchive } from '../../app/api.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { isReadOnly } from '../../app/read-only.tsx';
import { type ForeignSource, type Review, ui } from '../../app/ui-state.ts';
import { useLeaveReview } from './leave-review.ts';
import { KIND_OF_SCREEN, REVIEW_KINDS, REVIEW_SCREENS, type ReviewKind } from './review-kind.ts';

/** The reader understood the file, but found nothing of its kind in it. */
const REFUSALS: readonly string[] = [
  'schedule/unreadable',
  'documents/unreadable',
  'attendance/unreadable',
  'budgets/unreadable',
];

/** The kind that the screen in view is about. */
function kindInView(): ReviewKind | null {
  return KIND_OF_SCREEN[ui.get().screen] ?? null;
}

function isActivityList(review: Review): boolean {
  return review.kind === 'roster' && review.output.reading.kind === 'activities';
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
          switch (kind) {
            case 'plan':
              return { review: { kind, output: await call('schedule.read', input), from } };
            case 'catalogue':
              return { review: { kind, output: await call('documents.read', input), from, mapping: {} } };
            case 'roster':
              return { review: { kind, output: await call('attendance.plan', input), from, mapping: {} } };
            case 'funding':
              return { review: { kind, output: await call('budgets.read', input), from, mapping: {} } };
          }
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
      const offer = async (kind: ReviewKind, wanted: ReviewKind): Promise<boolean> =>
        modal.confirm({
          title: t('review.otherTitle', { kind: t(`review.kind.${kind}`) }),
          content: t('review.otherText', {
            name,
            asked: t(`review.kind.${wanted}`),
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
        const all: Review[] = 'review' in attempt ? [attempt.review] : [];
        for (const kind of REVIEW_KINDS) {
          if (kind === first) continue;
          const other = await read(kind);
          if ('review' in other) all.push(other.review);
        }
        hide();
        // Plans and catalogues name activities, too: what reads as one of them is no list of activities.
        const readable = all.length > 1 ? all.filter((review) => !isActivityList(review)) : all;
        const [only] = readable;
        if (!only) throw 'refusal' in attempt ? attempt.refusal : new AppError('attendance/unreadable', { reason: '' });
        if (readable.length === 1) {
          // Not what the person asked for or looks at: said before it is shown.
          if (only.kind !== first && certain && !(await offer(only.kind, first))) return false;
          return show(only);
        }
        const chosen = await choose(readable.map(({ kind }) => kind));
        const review = readable.find(({ kind }) => kind === chosen);
        return review ? show(review) : false;
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

/** Takes what was dropped or pasted: it is read now, or when an archive is open; while auditors look, nothing is taken. */
export function useTakeSource(): (source: ForeignSource) => void {
  const { t } = useT();
  const { message } = App.useApp();
  const read = useReadSource();
  return useCallback(
    (source) => {
      if (isReadOnly()) message.info(t('auditScreen.refused'));
      else if (hasArchive() && !ui.get().switching) void read(source);
      else ui.set({ waiting: source });
    },
    [message, read, t],
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
