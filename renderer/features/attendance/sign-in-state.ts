/** Which activity is open for 签到登记; any screen opens it by `openSignIn`. */
import { createArchiveStore } from '../../app/archive-store.ts';
import { useStore } from '../../app/store.ts';
import { ui } from '../../app/ui-state.ts';

interface SignInState {
  activityId: number | null;
  /** What activities are looked for by. */
  text: string;
  dialog: 'create' | null;
}

export const signInState = createArchiveStore<SignInState>({ activityId: null, text: '', dialog: null });

export function useSignInState<Part>(select: (state: SignInState) => Part): Part {
  return useStore(signInState, select);
}

/** Shows the sign-in list of an activity, ready for entering; null = choose one there. */
export function openSignIn(activityId: number | null): void {
  signInState.set(activityId === null ? {} : { activityId });
  ui.set({ screen: 'signIn' });
}
