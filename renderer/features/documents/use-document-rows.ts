/**
 * The list in the window, for 100,000 documents too: the order comes as ids alone, content for what is on screen. The
 * first page shows before the order is known. Changes of others are merged without moving what is there
 * (document-lines.ts); asking anew (F5, another folder or order) begins again.
 */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { AppError } from '#shared/errors.ts';
import type { Output } from '#shared/contract.ts';
import type { Document, DocumentChange } from '#shared/features/documents.ts';
import type { StepLabel } from '#shared/features/schedule.ts';
import { call, queryClient, whileEditing } from '../../app/api.ts';
import { type DocumentLine, editedLines, linesOf, mergedOrder, withDocuments } from './document-lines.ts';
import { documentState, useDocumentState } from './document-state.ts';
import { folderFilter, folderKey, type Folder } from './folder.ts';

/** Documents of the first page: a screen of 1440 pixels, and no more, for a short table is drawn row by row. */
const FIRST = 48;
/** Lines read beyond those on screen. */
const SPARE = 60;
/** Documents that one call reads; more would hold up the bridge. */
const CHUNK = 2000;

interface DocumentRows {
  lines: readonly DocumentLine[];
  /** The order of all documents is known, not only the first page. */
  complete: boolean;
  total: number;
}

interface View {
  folder: Folder;
  text: string;
  sort: ReturnType<typeof documentState.get>['sort'];
  descending: boolean;
  refreshed: number;
}

// Comparing 100,000 lines with those before costs more than drawing the few on screen.
queryClient.setQueryDefaults(['documents', 'rows'], { structuralSharing: false });

function keyOf({ folder, text, sort, descending, refreshed }: View) {
  return ['documents', 'rows', folderKey(folder), text.trim(), sort, descending, refreshed] as const;
}

function currentKey() {
  return keyOf(documentState.get());
}

function currentData(): DocumentRows | undefined {
  return queryClient.getQueryData<DocumentRows>(currentKey());
}

/** Lines on screen, by place, `to` exclusive. */
let onScreen = { from: 0, to: FIRST };

async function readDocuments(ids: readonly number[], withdrawn: boolean): Promise<Document[]> {
  const documents: Document[] = [];
  for (let start = 0; start < ids.length; start += CHUNK) {
    const chunk = ids.slice(start, start + CHUNK);
    const filter = { ids: chunk, ...(withdrawn ? { withdrawn } : {}) };
    documents.push(...(await call('documents.list', { filter, limit: CHUNK })).rows);
  }
  return documents;
}

/** Resolves behind the next frame; at once where the window is hidden and draws none. */
function painted(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

async function readFirst(view: View): Promise<DocumentRows> {
  const { sort, descending } = view;
  const request = { filter: folderFilter(view.folder, view.text), sort, descending };
  onScreen = { from: 0, to: FIRST };
  const first = await call('documents.list', { ...request, limit: FIRST });
  const lines = first.rows.map((document): DocumentLine => ({ id: document.id, document }));
  if (first.rows.length === first.total) return { lines, complete: true, total: first.total };
  queryClient.setQueryData<DocumentRows>(keyOf(view), (old) => old ?? { lines, complete: false, total: first.total });
  // The whole order is long to read and to hand over; it must not hold up the rows that are to be drawn.
  await painted();
  const { ids } = await call('documents.ids', request);
  return { lines: linesOf(ids, first.rows), complete: true, total: ids.length };
}

async function readAgain(view: View, old: DocumentRows): Promise<DocumentRows> {
  const { folder, text, sort, descending } = view;
  const { ids } = await call('documents.ids', { filter: folderFilter(folder, text), sort, descending });
  const order = mergedOrder(old.lines, ids);
  const from = Math.max(0, onScreen.from - SPARE);
  const to = Math.min(onScreen.to, from + CHUNK) + SPARE;
  const near = order.slice(from, to).map(({ id }) => id);
  const documents = await readDocuments(near, folder.kind === 'withdrawn');
  const blank = order.map(({ id }): DocumentLine => ({ id, document: null }));
  return { lines: withDocuments(blank, documents), complete: true, total: ids.length };
}

/** Content on its way; what is wanted meanwhile is read next, and of several wishes only the last. */
let reading = false;
let wanted: { from: number; to: number } | null = null;

async function readLines(): Promise<void> {
  if (reading) return;
  reading = true;
  try {
    while (wanted) {
      const { from, to } = wanted;
      wanted = null;
      const key = currentKey();
      const withdrawn = documentState.get().folder.kind === 'withdrawn';
      const lines = queryClient.getQueryData<DocumentRows>(key)?.lines ?? [];
      const missing = lines.slice(Math.max(0, from - SPARE), to + SPARE).filter(({ document }) => document === null);
      if (missing.length === 0) continue;
      const documents = await readDocuments(
        missing.map(({ id }) => id),
        withdrawn,
      );
      queryClient.setQueryData<DocumentRows>(
        key,
        (old) => old && { ...old, lines: withDocuments(old.lines, documents) },
      );
    }
  } finally {
    reading = false;
  }
}

export function needLines(from: number, to: number): void {
  onScreen = { from, to };
  wanted = { from, to };
  // A failure shows as lines that stay empty; the next look reads them again.
  void readLines().catch(() => undefined);
}

export interface DocumentList {
  lines: readonly DocumentLine[];
  total: number;
  complete: boolean;
  pending: boolean;
  error: unknown;
  retry: () => void;
}

const NOTHING: readonly DocumentLine[] = [];

export function useDocumentRows(): DocumentList {
  const folder = useDocumentState((state) => state.folder);
  const text = useDocumentState((state) => state.text);
  const sort = useDocumentState((state) => state.sort);
  const descending = useDocumentState((state) => state.descending);
  const refreshed = useDocumentState((state) => state.refreshed);
  const view = useMemo<View>(
    () => ({ folder, text, sort, descending, refreshed }),
    [folder, text, sort, descending, refreshed],
  );
  const query = useQuery({
    queryKey: keyOf(view),
    queryFn: async () => {
      const old = queryClient.getQueryData<DocumentRows>(keyOf(view));
      return old?.complete ? readAgain(view, old) : readFirst(view);
    },
    // Another folder begins anew: lines that were left behind are not kept up to date.
    gcTime: 0,
  });
  const { refetch } = query;
  return {
    lines: query.data?.lines ?? NOTHING,
    total: query.data?.total ?? 0,
    complete: query.data?.complete ?? false,
    pending: query.isPending,
    error: query.error,
    retry: useCallback(() => void refetch(), [refetch]),
  };
}

/** Documents by id as they stand, in the order asked for; what the list holds is not read again. */
export async function documentsById(ids: readonly number[]): Promise<Document[]> {
  const found = new Map<number, Document>();
  for (const { id, document } of currentData()?.lines ?? []) if (document) found.set(id, document);
  const missing = ids.filter((id) => !found.has(id));
  const withdrawn = documentState.get().folder.kind === 'withdrawn';
  for (const document of await readDocuments(missing, withdrawn)) found.set(document.id, document);
  return ids.map((id) => {
    const document = found.get(id);
    if (!document) throw new AppError('record/not_found', { id });
    return document;
  });
}

/** One edit: one transaction, one undo step. Resolves when the list shows it. */
export async function editDocuments(step: StepLabel, changes: DocumentChange[]): Promise<Output<'documents.edit'>> {
  return whileEditing('documents', async () => {
    try {
      const output = await call('documents.edit', { step, changes });
      showEdit(output);
      return output;
    } catch (error) {
      // Perhaps the lines at hand are old (record/conflict): show what the archive holds.
      await queryClient.invalidateQueries({ queryKey: ['documents', 'rows'] });
      throw error;
    }
  });
}

/** Puts what an edit made of documents into the list that is shown. */
export function showEdit(output: { documents: readonly Document[]; withdrawn: readonly number[] }): void {
  queryClient.setQueryData<DocumentRows>(currentKey(), (old) => {
    if (!old) return old;
    const lines = editedLines(old.lines, output);
    return { ...old, lines, total: old.total + lines.length - old.lines.length };
  });
}
