/** 档案: the register of documents in three panes, and the boxes they stand in. Staff file here all day. */
import { CheckSquareOutlined, InboxOutlined, PlusOutlined, PrinterOutlined, SearchOutlined } from '@ant-design/icons';
import { Segmented } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ArchiveInfo } from '#shared/features/archive.ts';
import type { CommandId } from '#shared/commands.ts';
import type { GridSelection } from '#ui/grid/types.ts';
import { useAsked } from '../../app/api.ts';
import { runCommand, useCommand } from '../../app/commands.ts';
import { useT } from '../../app/i18n.tsx';
import { Page } from '../../app/page.tsx';
import { WriteButton } from '../../app/read-only.tsx';
import { CommandButton, MoreCommands } from '../../app/register/command-button.tsx';
import { NothingYet, RegisterList } from '../../app/register/register-list.tsx';
import { ui, useUi } from '../../app/ui-state.ts';
import { BoxesView } from '../boxes/boxes-view.tsx';
import { DocumentDialogs } from './dialogs.tsx';
import { type Names, useDocumentColumns } from './document-columns.tsx';
import { DocumentGrid } from './document-grid.tsx';
import { documentState, type DocumentsView, openFolder, useDocumentState } from './document-state.ts';
import { FindBar } from './find-bar.tsx';
import { FolderTree, folderPath } from './folder-tree.tsx';
import { Inspector } from './inspector.tsx';
import { RapidEntry } from './rapid-entry.tsx';
import { useDocumentCommands } from './use-document-commands.ts';
import { useDocumentDrop } from './use-document-drop.ts';
import { type DocumentList, useDocumentRows } from './use-document-rows.ts';

/** What the menu “more” of the page's head offers, where it can run; menus of other features add their commands here. */
const MORE: readonly CommandId[] = [
  'documents.batch',
  'documents.renumber',
  'boxes.fill',
  'boxes.fillYear',
  'documents.attach',
  'documents.preview',
  'documents.linkPlan',
  'documents.copy',
  'row.withdraw',
  'documents.restore',
  'documents.numbering',
  'documents.checks',
];

/** `shown`: the list is there; what only serves typing waits for it. */
function useNames(shown: boolean): Names {
  const sections = useAsked('fonds.get', {}).data?.sections;
  const boxes = useAsked('boxes.list', {}).data;
  const authors = useAsked('documents.authors', {}, { enabled: shown }).data;
  const units = useAsked('organisations.list', {}).data;
  return useMemo(
    () => ({
      sections: sections ?? [],
      boxes: new Map((boxes ?? []).map(({ id, number }) => [id, number])),
      authors: [
        ...new Set([...(authors ?? []).map(({ author }) => author), ...(units ?? []).map(({ fullName }) => fullName)]),
      ],
    }),
    [authors, boxes, sections, units],
  );
}

export function DocumentsScreen({ archive }: { archive: ArchiveInfo }) {
  const { t } = useT();
  const view = useDocumentState((state) => state.view);
  const year = useUi((state) => state.year);
  const [boxSelection, setBoxSelection] = useState<GridSelection | null>(null);
  const list = useDocumentRows();
  const names = useNames(!list.pending);
  const columns = useDocumentColumns(names);
  useDocumentCommands(list.lines, columns, names.sections, view === 'documents');
  useCommand('documents.numbering', () => documentState.set({ dialog: { name: 'numbering' } }));
  useCommand('boxes.fillYear', () => documentState.set({ dialog: { name: 'fillYear', year: yearOfFolder() ?? year } }));
  useDocumentDrop(list.lines, view === 'documents');
  useFollowedYear(year);

  return (
    <>
      <Page
        title={view === 'boxes' ? t('documentScreen.view.boxes') : <Title names={names} />}
        status={view === 'documents' ? <Status list={list} /> : <BoxStatus />}
        hints={t(`documentScreen.hints.${view}`)}
        actions={
          <>
            <Segmented<DocumentsView>
              aria-label={t('documentScreen.views')}
              value={view}
              onChange={(next) => documentState.set({ view: next })}
              options={[
                { value: 'documents', label: t('documentScreen.view.documents') },
                { value: 'boxes', label: t('documentScreen.view.boxes') },
              ]}
            />
            {view === 'documents' ? <DocumentActions /> : <BoxActions />}
          </>
        }
      >
        {view === 'documents' ? (
          <DocumentsView archive={archive.uid} list={list} names={names} />
        ) : (
          <BoxesView sections={names.sections} selection={boxSelection} onSelect={setBoxSelection} />
        )}
      </Page>
      <DocumentDialogs names={names} />
    </>
  );
}

function yearOfFolder(): number | null {
  const { folder } = documentState.get();
  return folder.kind === 'class' ? folder.year : null;
}

/** Another year in the bar on top opens that year's folder. */
function useFollowedYear(year: number | null): void {
  const nodes = useAsked('documents.tree', {}).data?.nodes;
  const seen = useRef(year);
  useEffect(() => {
    const before = seen.current;
    if (year === before || nodes === undefined) return;
    seen.current = year;
    if (year !== null && before !== null && nodes.some((node) => node.year === year))
      openFolder({ kind: 'class', year });
  }, [nodes, year]);
}

function Title({ names }: { names: Names }) {
  const { t } = useT();
  const folder = useDocumentState((state) => state.folder);
  return folder.kind === 'all' ? t('shell.nav.documents') : folderPath(t, folder, names.sections);
}

/** Further actions of the screen (papers, import) stand here. */
function DocumentActions() {
  const { t } = useT();
  return (
    <>
      <CommandButton command="view.find" label={t('documentScreen.find.button')} icon={<SearchOutlined />} />
      <CommandButton command="paper.catalogue" label={t('papers.dialog.title')} icon={<PrinterOutlined />} />
      <MoreCommands commands={MORE} labels={{ 'row.withdraw': t('documentScreen.withdraw.command') }} />
      <CommandButton command="documents.file" label={t('documentScreen.file.button')} icon={<CheckSquareOutlined />} />
      <CommandButton
        command="documents.create"
        label={t('documentScreen.rapid.button')}
        icon={<PlusOutlined />}
        primary
      />
    </>
  );
}

function BoxActions() {
  const { t } = useT();
  return (
    <>
      <CommandButton command="paper.catalogue" label={t('papers.dialog.title')} icon={<PrinterOutlined />} />
      <CommandButton command="boxes.fillYear" label={t('boxScreen.fillYear.button')} icon={<InboxOutlined />} primary />
    </>
  );
}

function DocumentsView({ archive, list, names }: { archive: string; list: DocumentList; names: Names }) {
  const { t } = useT();
  const tree = useAsked('documents.tree', {});
  const filterBar = useUi((state) => state.filterBar);
  const inspector = useDocumentState((state) => state.inspector);
  const entering = useDocumentState((state) => state.entering);
  const activeId = useDocumentState((state) => state.selection?.activeRowId ?? null);
  const folder = useDocumentState((state) => state.folder);
  useCommand('view.find', () => ui.set({ filterBar: true }));
  const active = activeId === null ? null : (list.lines.find(({ id }) => id === activeId)?.document ?? null);
  const empty = tree.data !== undefined && tree.data.total === 0 && tree.data.withdrawn === 0;
  return (
    <RegisterList
      main="documents-main"
      list={list}
      side={
        <nav className="folder-pane" aria-label={t('documentScreen.folders')}>
          {tree.data && <FolderTree tree={tree.data} sections={names.sections} />}
        </nav>
      }
      entry={entering ? <RapidEntry archive={archive} sections={names.sections} authors={names.authors} /> : null}
      find={filterBar && <FindBar shown={list.total} />}
      empty={empty && <NoDocuments />}
      grid={<DocumentGrid label={folderPath(t, folder, names.sections)} lines={list.lines} names={names} />}
      inspector={inspector && <Inspector document={active} names={names} />}
    />
  );
}

function NoDocuments() {
  const { t } = useT();
  return (
    <NothingYet title={t('documentScreen.empty.title')} text={t('documentScreen.empty.text')}>
      <WriteButton type="primary" icon={<PlusOutlined />} onClick={() => runCommand('documents.create')}>
        {t('documentScreen.rapid.button')}
      </WriteButton>
      <WriteButton onClick={() => ui.set({ screen: 'settings', settings: 'fonds' })}>
        {t('documentScreen.empty.rules')}
      </WriteButton>
    </NothingYet>
  );
}

function Status({ list }: { list: DocumentList }) {
  const { t } = useT();
  const selection = useDocumentState((state) => state.selection);
  const chosen = new Set(selection?.rowIds);
  const selected = list.lines.filter(({ id }) => chosen.has(id));
  // Of lines that are not read yet the pages are not known, and no sum is shown.
  const known = selected.every(({ document }) => document !== null);
  const pages = selected.reduce((sum, { document }) => sum + (document?.pageCount ?? 0), 0);
  return [
    t('documentScreen.status.count', { count: list.total }),
    ...(chosen.size > 1 ? [t('documentScreen.status.selected', { count: chosen.size })] : []),
    ...(chosen.size > 1 && known ? [t('documentScreen.status.pages', { pages })] : []),
    ...(list.complete ? [] : [t('documentScreen.reading')]),
  ].join(' · ');
}

function BoxStatus() {
  const { t } = useT();
  const boxes = useAsked('boxes.list', {}).data ?? [];
  return t('boxScreen.status', {
    boxes: boxes.length,
    count: boxes.reduce((sum, { count }) => sum + count, 0),
  });
}
