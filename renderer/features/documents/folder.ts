/** The tree beside the list: folders by year, term and section, and those by what is still to be done. Pure. */
import type { Output } from '#shared/contract.ts';
import type { DocumentFields, DocumentFilter } from '#shared/features/documents.ts';
import { compareTerms, isTermCode } from '#shared/lib/archives/retention.ts';

/** `null` = documents in which that part is not set; absent = whatever it is. */
export type Folder =
  | { kind: 'all' | 'draft' | 'incomplete' | 'withdrawn' }
  | { kind: 'class'; year: number | null; term?: string | null; sectionId?: number | null };

export interface FolderNode {
  key: string;
  folder: Folder;
  count: number;
  children: FolderNode[];
}

type Tree = Output<'documents.tree'>;

export function folderKey(folder: Folder): string {
  if (folder.kind !== 'class') return folder.kind;
  const part = (value: string | number | null | undefined): string => (value === undefined ? '' : `/${value ?? '-'}`);
  return `class${part(folder.year)}${part(folder.term)}${part(folder.sectionId)}`;
}

export function folderFilter(folder: Folder, text = ''): DocumentFilter {
  const found = text.trim() === '' ? {} : { text: text.trim() };
  switch (folder.kind) {
    case 'all':
      return found;
    case 'draft':
      return { state: 'draft', ...found };
    case 'incomplete':
      return { incomplete: true, ...found };
    case 'withdrawn':
      return { withdrawn: true, ...found };
    case 'class': {
      const { kind: _kind, ...parts } = folder;
      return { ...parts, ...found };
    }
  }
}

/** What a new document takes over from the folder it is entered in. */
export function folderFields(folder: Folder): Partial<DocumentFields> {
  if (folder.kind !== 'class') return {};
  return {
    ...(folder.year === null ? {} : { filingYear: folder.year }),
    ...(typeof folder.term === 'string' ? { term: folder.term } : {}),
    ...(typeof folder.sectionId === 'number' ? { sectionId: folder.sectionId } : {}),
  };
}

/** Newest year first, those without one on top; 永久 before 定期, the longer before the shorter. */
export function folderTree(nodes: Tree['nodes'], hasSections: boolean): FolderNode[] {
  const years: FolderNode[] = [];
  const child = (list: FolderNode[], folder: Folder, count: number): FolderNode => {
    const key = folderKey(folder);
    let node = list.find((one) => one.key === key);
    if (!node) {
      node = { key, folder, count: 0, children: [] };
      list.push(node);
    }
    node.count += count;
    return node;
  };
  for (const { year, term, sectionId, count } of nodes) {
    const byYear = child(years, { kind: 'class', year }, count);
    const byTerm = child(byYear.children, { kind: 'class', year, term }, count);
    if (hasSections) child(byTerm.children, { kind: 'class', year, term, sectionId }, count);
  }
  const rank = (value: number | null): number => (value === null ? Number.POSITIVE_INFINITY : value);
  const of = (node: FolderNode): Extract<Folder, { kind: 'class' }> | null =>
    node.folder.kind === 'class' ? node.folder : null;
  years.sort((a, b) => rank(of(b)?.year ?? null) - rank(of(a)?.year ?? null));
  for (const { children } of years) {
    children.sort((a, b) => termOrder(of(a)?.term ?? null, of(b)?.term ?? null));
    for (const term of children) {
      term.children.sort((a, b) => (of(a)?.sectionId ?? 0) - (of(b)?.sectionId ?? 0));
    }
  }
  return years;
}

function termOrder(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  return isTermCode(one) && isTermCode(other) ? compareTerms(one, other) : one < other ? -1 : 1;
}

/** Drafts of the whole register, and what is filed under a year. */
export function countOf(nodes: Tree['nodes'], wanted: { state: 'draft' | 'filed'; year?: number }): number {
  return nodes
    .filter(({ state, year }) => state === wanted.state && (wanted.year === undefined || year === wanted.year))
    .reduce((sum, { count }) => sum + count, 0);
}

/** The rows of a tree that are on screen, from top to bottom, with how deep each lies. */
export function visibleNodes(
  nodes: readonly FolderNode[],
  open: ReadonlySet<string>,
  level = 1,
): { node: FolderNode; level: number }[] {
  return nodes.flatMap((node) => [
    { node, level },
    ...(open.has(node.key) ? visibleNodes(node.children, open, level + 1) : []),
  ]);
}
