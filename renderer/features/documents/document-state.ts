/** What the parts of the documents screen share: where the person is, what is selected, which dialog is open. */
import type { DocumentSort } from '#shared/features/documents.ts';
import type { GridSelection } from '#ui/grid/types.ts';
import type { Dropped } from '../../app/drop-target.ts';
import { createArchiveStore } from '../../app/archive-store.ts';
import { useStore } from '../../app/store.ts';
import { ui } from '../../app/ui-state.ts';
import type { Folder } from './folder.ts';

export type DocumentsView = 'documents' | 'boxes';

/** A dialog on documents; `ids` are those it works on. */
export type DocumentDialog =
  | { name: 'file' | 'withdraw' | 'batch' | 'box' | 'linkPlan'; ids: readonly number[] }
  | { name: 'renumber' | 'relate'; id: number }
  /** `sha256`: the file to begin with; null = the first. */
  | { name: 'preview'; id: number; sha256: string | null }
  | { name: 'dropped'; dropped: Dropped; id: number | null }
  | { name: 'numbering' }
  | { name: 'fillYear'; year: number | null };

export interface DocumentState {
  view: DocumentsView;
  folder: Folder;
  /** What the local filter looks for. */
  text: string;
  sort: DocumentSort;
  descending: boolean;
  selection: GridSelection | null;
  inspector: boolean;
  /** The form of rapid entry is open. */
  entering: boolean;
  dialog: DocumentDialog | null;
  show: { rowId: number; columnKey?: string } | null;
  /** Counts the wishes to see the list in its true order again (F5). */
  refreshed: number;
}

export const documentState = createArchiveStore<DocumentState>(
  {
    view: 'documents',
    folder: { kind: 'all' },
    text: '',
    sort: 'code',
    descending: false,
    selection: null,
    entering: false,
    dialog: null,
    show: null,
    refreshed: 0,
    // All columns of the catalogue need the room of a narrow window; F4 shows the panel.
    inspector: globalThis.innerWidth >= 1440,
  },
  ['inspector'],
);

export function useDocumentState<Part>(select: (state: DocumentState) => Part): Part {
  return useStore(documentState, select);
}

export function goDocuments(view: DocumentsView): void {
  documentState.set({ view });
  ui.set({ screen: 'documents' });
}

export function startEntering(): void {
  goDocuments('documents');
  documentState.set({ entering: true });
}

export function openFolder(folder: Folder): void {
  documentState.set({ folder, text: '', selection: null, show: null });
  goDocuments('documents');
}

/** Goes to a document, in the folder of everything unless it is known to be in the one that is open. */
export function showDocument(rowId: number, columnKey?: string): void {
  documentState.set({ show: { rowId, ...(columnKey === undefined ? {} : { columnKey }) } });
  goDocuments('documents');
}
