/**
 * The only way from the window to the archive: the typed caller over the bridge, and TanStack Query on top of it.
 * A query's key is [family, procedure, input]; a `touched` notice makes the queries of its families ask again.
 */
import { notifyManager, QueryClient, queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { BRIDGE_NAME, type Bridge, packInput } from '#shared/bridge.ts';
import { type Call, type CallOptions, createCall } from '#shared/client.ts';
import { findProcedure, type Input, type NamesOfKind, type Output } from '#shared/contract.ts';
import type { Family, Progress } from '#shared/procedure.ts';
import { ui } from './ui-state.ts';

declare global {
  interface Window {
    readonly [BRIDGE_NAME]: Bridge;
  }
}

const progressListeners = new Map<string, (progress: Progress) => void>();
let lastCall = 0;

/** Rows that a call of this window is changing are merged by that call; a notice about them needs no new reading. */
const ownEdits = new Map<string, number>();
export function whileEditing<T>(family: Family, work: () => Promise<T>): Promise<T> {
  ownEdits.set(family, (ownEdits.get(family) ?? 0) + 1);
  return work().finally(() => {
    ownEdits.set(family, (ownEdits.get(family) ?? 0) - 1);
  });
}

function transport(name: string, input: unknown, options: CallOptions) {
  lastCall += 1;
  const id = `w${lastCall}`;
  const bridge = window[BRIDGE_NAME];
  if (options.onProgress) progressListeners.set(id, options.onProgress);
  if (options.signal?.aborted) bridge.cancel(id);
  options.signal?.addEventListener('abort', () => bridge.cancel(id));
  return bridge.call(name, packInput(input), id).finally(() => progressListeners.delete(id));
}

const rawCall: Call = createCall(transport);

/** Calls a procedure; writes are counted for the “saved” note of the top bar. */
export const call: Call = async (name, input, options) => {
  const writes = findProcedure(name)?.kind === 'command';
  if (!writes) {
    const output = await rawCall(name, input, options);
    if (name === 'window.state') ui.set({ audit: (output as Output<'window.state'>).audit });
    return output;
  }
  ui.set({ saving: ui.get().saving + 1 });
  try {
    const output = await rawCall(name, input, options);
    ui.set({ savedAt: new Date() });
    return output;
  } finally {
    ui.set({ saving: ui.get().saving - 1 });
  }
};

// An answer shows before the next edit begins, not one timer later.
notifyManager.setScheduler(queueMicrotask);

export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false } },
});

type Asked = NamesOfKind<'query'> | 'window.state';

export function asked<Name extends Asked>(name: Name, input: Input<Name>) {
  return queryOptions({
    queryKey: [name.slice(0, name.indexOf('.')), name, input] as const,
    queryFn: (): Promise<Output<Name>> => call(name, input),
  });
}

/** The answer of a query procedure, kept until its family is touched. */
export function useAsked<Name extends Asked>(
  name: Name,
  input: Input<Name>,
  options: { enabled?: boolean } = {},
): UseQueryResult<Output<Name>> {
  return useQuery({ ...asked(name, input), enabled: options.enabled ?? true });
}

/** Registers whose answers tell of records of another family: counts of a unit, documents of a loan, boxes on a shelf. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  // Every event of the log.
  history: ['audit', 'archive'],
  // A place that comes into the list of units is found by its figures.
  organisations: ['budgets'],
  // The list of years holds those that have only money or activities.
  budgets: ['plans'],
  activities: ['plans'],
  // What proves a row of the plan follows from the row, its documents, its activities and their signatures.
  schedule: ['organisations', 'activities'],
  attendance: ['activities'],
  participants: ['activities', 'attendance', 'organisations'],
  documents: ['activities', 'loans', 'appraisals', 'disposals', 'transfers', 'stocktakes'],
  boxes: ['transfers', 'stocktakes'],
  loans: ['stocktakes'],
  appraisals: ['disposals'],
  disposals: ['appraisals'],
};

/**
 * Makes the queries of a family ask again, and those of the registers that tell of it. `keepRows`: the rows of its table
 * (key [family, 'rows', …]) are up to date already.
 */
export function refresh(family: string, { keepRows = false } = {}): void {
  void queryClient.invalidateQueries({
    queryKey: [family],
    predicate: ({ queryKey }) => !(keepRows && queryKey[1] === 'rows'),
  });
  for (const told of TELLING[family] ?? []) void queryClient.invalidateQueries({ queryKey: [told] });
}

/** Listens to the bridge; `onCommand` gets the native menu's commands. Returns the function that stops. */
export function listen(onCommand: (command: string) => void): () => void {
  return window[BRIDGE_NAME].onNotice((notice) => {
    switch (notice.kind) {
      case 'touched':
        for (const family of notice.families) {
          refresh(family, { keepRows: (ownEdits.get(family) ?? 0) > 0 });
        }
        if (notice.families.includes('plans')) void queryClient.invalidateQueries({ queryKey: ['archive'] });
        break;
      case 'progress':
        progressListeners.get(notice.call)?.(notice.progress);
        break;
      case 'command':
        onCommand(notice.command);
        break;
      case 'openRecent':
        ui.set({ toOpen: notice.id });
        break;
      case 'archive':
        void archiveChanged();
        break;
    }
  });
}

let knownArchive: string | null | undefined;

const WINDOW_STATE = asked('window.state', {}).queryKey;

/** Is an archive open now? For what comes from outside React: drops, pastes. */
export function hasArchive(): boolean {
  return Boolean(queryClient.getQueryData(WINDOW_STATE)?.archive);
}

/** The archive behind the window changed: nothing that was read from the one before may stay on screen. */
export async function archiveChanged(): Promise<void> {
  let state: Output<'window.state'>;
  try {
    state = await call('window.state', {});
  } catch {
    // Asked again by the query, which shows why it fails.
    refresh('window');
    return;
  }
  const uid = state.archive?.uid ?? null;
  // Before the rest, in one breath with it: a dialog goes in the same moment in which the archive shows.
  queryClient.setQueryData(WINDOW_STATE, state);
  if (uid !== knownArchive) {
    knownArchive = uid;
    ui.set({
      year: null,
      review: null,
      comparison: null,
      exporting: null,
      paper: null,
      dialog: null,
      savedAt: null,
      showRow: null,
      screen: 'home',
    });
  }
  void queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'window' });
}

/**
 * Opens, creates or closes an archive. Invariant: when the promise settles, the window shows what is open now, so that
 * whatever is clicked or dropped next meets that archive.
 */
export async function switchArchive(work: () => Promise<unknown>): Promise<void> {
  ui.set({ switching: true });
  try {
    await work();
  } finally {
    // After a failure too: the list of recent archives may have lost one.
    await archiveChanged();
    ui.set({ switching: false });
  }
}
