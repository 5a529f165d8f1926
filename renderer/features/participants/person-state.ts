/** What the parts of the screen of persons share: which list, what is selected, which dialog is open. */
import type { GridSelection } from '#ui/grid/types.ts';
import { createArchiveStore } from '../../app/archive-store.ts';
import { useStore } from '../../app/store.ts';
import { ui } from '../../app/ui-state.ts';
import { EVERYBODY, type PersonChoice } from './person-filter.ts';

export const PEOPLE_VIEWS = ['register', 'twins'] as const;
export type PeopleView = (typeof PEOPLE_VIEWS)[number];
export const PERSON_SORTS = ['name', 'birthDate', 'village', 'entered', 'personTimes'] as const;
export type PersonSort = (typeof PERSON_SORTS)[number];
export type SecretField = 'phone' | 'guardianPhone';

export type PersonDialog =
  | { name: 'withdraw' | 'merge'; ids: readonly number[] }
  | { name: 'reveal'; id: number; field: SecretField }
  /** `index`: the entry to change; null = a new one. */
  | { name: 'role' | 'certificate'; id: number; index: number | null }
  | { name: 'consentDocument' | 'identityReveal'; id: number }
  | { name: 'identityEnter'; id: number };

interface PersonState {
  view: PeopleView;
  choice: PersonChoice;
  sort: PersonSort;
  descending: boolean;
  selection: GridSelection | null;
  inspector: boolean;
  /** The form of rapid entry is open. */
  entering: boolean;
  dialog: PersonDialog | null;
  show: { rowId: number; columnKey?: string } | null;
}

export const personState = createArchiveStore<PersonState>(
  {
    view: 'register',
    choice: EVERYBODY,
    sort: 'name',
    descending: false,
    selection: null,
    entering: false,
    dialog: null,
    show: null,
    // All columns need the room of a narrow window; F4 shows the panel.
    inspector: globalThis.innerWidth >= 1440,
  },
  ['inspector'],
);

export function usePersonState<Part>(select: (state: PersonState) => Part): Part {
  return useStore(personState, select);
}

export function choose(part: Partial<PersonChoice>): void {
  personState.set({ choice: { ...personState.get().choice, ...part }, selection: null, show: null });
}

/** Goes to the list of persons that such a filter lets through. */
export function showPersons(part: Partial<PersonChoice>): void {
  personState.set({ choice: { ...EVERYBODY, ...part }, view: 'register', selection: null, show: null });
  ui.set({ screen: 'participants' });
}

/** Opens the form of rapid entry. */
export function startEntering(): void {
  personState.set({ view: 'register', entering: true });
  ui.set({ screen: 'participants' });
}

/** Goes to those who may stand in the register twice. */
export function showTwins(): void {
  personState.set({ view: 'twins' });
  ui.set({ screen: 'participants' });
}

/** Goes to one person, in the whole register. */
export function showPerson(rowId: number, columnKey?: string): void {
  showPersons({});
  personState.set({ show: { rowId, ...(columnKey === undefined ? {} : { columnKey }) }, inspector: true });
}
