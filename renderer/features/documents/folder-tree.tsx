/** The tree on the left: folders by what is to be done, then year, term and section, each with its count. */
import { CaretRightFilled, DeleteOutlined, EditOutlined, FolderOpenOutlined, FormOutlined } from '@ant-design/icons';
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import type { Output } from '#shared/contract.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import { openFolder, useDocumentState } from './document-state.ts';
import { sectionText, type SectionName, termText } from '#shared/features/document-texts.ts';
import { countOf, type Folder, folderKey, type FolderNode, folderTree, visibleNodes } from './folder.ts';

const ICONS: Readonly<Record<string, ReactNode>> = {
  all: <FolderOpenOutlined aria-hidden />,
  draft: <FormOutlined aria-hidden />,
  incomplete: <EditOutlined aria-hidden />,
  withdrawn: <DeleteOutlined aria-hidden />,
};

export function folderName(t: Translate, folder: Folder, sections: readonly SectionName[]): string {
  if (folder.kind !== 'class') return t(`documentScreen.folder.${folder.kind}`);
  if (folder.sectionId !== undefined)
    return folder.sectionId === null ? t('documentScreen.folder.noSection') : sectionText(sections, folder.sectionId);
  if (folder.term !== undefined)
    return folder.term === null ? t('documentScreen.folder.noTerm') : termText(t, folder.term);
  return folder.year === null ? t('documentScreen.folder.noYear') : t('shell.year.option', { year: folder.year });
}

/** The way to a folder in words: 2021年度 / 30年 / 办公室. */
export function folderPath(t: Translate, folder: Folder, sections: readonly SectionName[]): string {
  if (folder.kind !== 'class') return folderName(t, folder, sections);
  const { year, term, sectionId } = folder;
  const steps: Folder[] = [{ kind: 'class', year }];
  if (term !== undefined) steps.push({ kind: 'class', year, term });
  if (term !== undefined && sectionId !== undefined) steps.push({ kind: 'class', year, term, sectionId });
  return steps.map((step) => folderName(t, step, sections)).join(' / ');
}

function smartFolders(tree: Output<'documents.tree'>): FolderNode[] {
  const smart = (kind: 'all' | 'draft' | 'incomplete' | 'withdrawn', count: number): FolderNode => ({
    key: kind,
    folder: { kind },
    count,
    children: [],
  });
  return [
    smart('all', tree.total),
    smart('draft', countOf(tree.nodes, { state: 'draft' })),
    smart('incomplete', tree.incomplete),
    smart('withdrawn', tree.withdrawn),
  ];
}

export function FolderTree({ tree, sections }: { tree: Output<'documents.tree'>; sections: readonly SectionName[] }) {
  const { t } = useT();
  const folder = useDocumentState((state) => state.folder);
  const hasSections = sections.length > 0;
  const nodes = useMemo(() => [...smartFolders(tree), ...folderTree(tree.nodes, hasSections)], [tree, hasSections]);
  const chosen = folderKey(folder);
  // The newest year lies open at first; the folder that is open keeps those above it open.
  const newest = nodes.find((node) => node.folder.kind === 'class' && node.folder.year !== null)?.key;
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const open = useMemo(() => {
    const keys = new Set<string>();
    const visit = (node: FolderNode): void => {
      const above = chosen.startsWith(`${node.key}/`);
      if (toggled.get(node.key) ?? (node.key === newest || above)) keys.add(node.key);
      node.children.forEach(visit);
    };
    nodes.forEach(visit);
    return keys;
  }, [chosen, newest, nodes, toggled]);
  const shown = visibleNodes(nodes, open);
  const focusKey = shown.some(({ node }) => node.key === chosen) ? chosen : shown[0]?.node.key;

  const toggle = (key: string, to: boolean): void => setToggled((old) => new Map(old).set(key, to));
  const onKeyDown = typed((event: KeyboardEvent<HTMLElement>) => {
    const key = event.target instanceof HTMLElement ? event.target.dataset['key'] : undefined;
    const root = event.currentTarget;
    const focus = (wanted: string | undefined): void => {
      if (wanted !== undefined) root.querySelector<HTMLElement>(`[data-key="${wanted}"]`)?.focus();
    };
    const place = shown.findIndex(({ node }) => node.key === key);
    const here = shown[place];
    if (!here || event.ctrlKey || event.altKey) return;
    const parent = shown.slice(0, place).findLast(({ level }) => level < here.level);
    const children = here.node.children.length > 0;
    switch (event.key) {
      case 'ArrowDown':
        focus(shown[place + 1]?.node.key);
        break;
      case 'ArrowUp':
        focus(shown[place - 1]?.node.key);
        break;
      case 'Home':
        focus(shown[0]?.node.key);
        break;
      case 'End':
        focus(shown.at(-1)?.node.key);
        break;
      case 'ArrowRight':
        if (children && !open.has(here.node.key)) toggle(here.node.key, true);
        else if (children) focus(shown[place + 1]?.node.key);
        break;
      case 'ArrowLeft':
        if (children && open.has(here.node.key)) toggle(here.node.key, false);
        else focus(parent?.node.key);
        break;
      case 'Enter':
      case ' ':
        openFolder(here.node.folder);
        break;
      default:
        return;
    }
    event.preventDefault();
  });

  return (
    <div className="folder-tree" role="tree" aria-label={t('documentScreen.folders')} onKeyDown={onKeyDown}>
      {shown.map(({ node, level }, index) => (
        <div
          key={node.key}
          role="treeitem"
          data-key={node.key}
          aria-level={level}
          aria-selected={node.key === chosen}
          aria-expanded={node.children.length > 0 ? open.has(node.key) : undefined}
          tabIndex={node.key === focusKey ? 0 : -1}
          className={`folder folder-${level}${index === 4 ? ' folder-first' : ''}`}
          onClick={() => openFolder(node.folder)}
        >
          {node.folder.kind === 'class' ? (
            <span
              className={`folder-caret${open.has(node.key) ? ' folder-caret-open' : ''}`}
              aria-hidden="true"
              onClick={(event) => {
                event.stopPropagation();
                if (node.children.length > 0) toggle(node.key, !open.has(node.key));
              }}
            >
              {node.children.length > 0 && <CaretRightFilled />}
            </span>
          ) : (
            ICONS[node.key]
          )}
          <span className="folder-name">{folderName(t, node.folder, sections)}</span>
          <span className="folder-count">{node.count}</span>
        </div>
      ))}
    </div>
  );
}
