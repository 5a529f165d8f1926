/**
 * Gives documents out: as a table to be edited, or as folders with checksums. Which ones, progress with cancel, and where
 * they are.
 */
import { App, Button, Progress as ProgressBar, Select } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { DocumentFilter } from '#shared/features/documents.ts';
import type { Grant } from '#shared/features/window.ts';
import type { Progress } from '#shared/procedure.ts';
import { call, useAsked } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { isCancelled } from '../../app/error-text.ts';
import { ErrorView, useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { ui, useUi } from '../../app/ui-state.ts';
import { useDocumentState } from './document-state.ts';
import { folderFilter } from './folder.ts';
import { folderPath } from './folder-tree.tsx';

const NONE: readonly number[] = [];

type Kind = 'exportTable' | 'exportFolders';

export function GiveOutDialog() {
  const dialog = useUi((state) => state.dialog);
  return dialog === 'exportTable' || dialog === 'exportFolders' ? <GiveOut key={dialog} kind={dialog} /> : null;
}

/** Which documents: all, those chosen or shown on the screen, those of a year or of none, or those of a hand-over. */
type Range = 'all' | 'chosen' | 'folder' | 'none' | `year:${number}` | `transfer:${number}`;

interface Options {
  onProgress: (progress: Progress) => void;
  signal: AbortSignal;
}

function GiveOut({ kind }: { kind: Kind }) {
  const { t } = useT();
  const { notification } = App.useApp();
  const showError = useShowError();
  const tree = useAsked('documents.tree', {}).data;
  const transfers = useAsked('transfers.list', {}, { enabled: kind === 'exportFolders' }).data ?? [];
  const sections = useAsked('fonds.get', {}).data?.sections ?? [];
  const folder = useDocumentState((state) => state.folder);
  const text = useDocumentState((state) => state.text.trim());
  const chosen = useDocumentState((state) => state.selection?.rowIds ?? NONE);
  const listed = useDocumentState((state) => state.view === 'documents');
  const onScreen = useUi((state) => state.screen === 'documents') && listed;
  const gone = folder.kind === 'withdrawn';
  // What the list shows is meant where it shows a part.
  const part = onScreen && !gone && (folder.kind !== 'all' || text !== '');
  const [range, setRange] = useState<Range>(part ? 'folder' : 'all');
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [working, setWorking] = useState(false);
  const cancel = useRef<AbortController | null>(null);
  const counts = useMemo(() => {
    const years = new Map<number | null, number>();
    for (const { year, count } of tree?.nodes ?? []) years.set(year, (years.get(year) ?? 0) + count);
    return [...years].toSorted(([one], [other]) => (other ?? 0) - (one ?? 0));
  }, [tree]);

  const [sort, number = ''] = range.split(':');
  const filter: DocumentFilter =
    sort === 'none'
      ? { year: null }
      : sort === 'year'
        ? { year: Number(number) }
        : sort === 'folder'
          ? folderFilter(folder, text)
          : sort === 'chosen'
            ? { ids: [...chosen] }
            : {};

  const choose = (): Promise<Grant | null> =>
    kind === 'exportTable'
      ? call('window.chooseSave', { suggestedName: t('documentTable.fileName'), format: 'xlsx' })
      : call('window.chooseFolder', { purpose: 'exportFolders' });
  /** Writes, and answers what the notice says. */
  const write = async (grant: Grant, options: Options): Promise<{ title: string; more: string }> => {
    if (kind === 'exportTable') {
      const { rows } = await call('documents.exportTable', { filter, file: grant.grant }, options);
      return { title: t('documentTable.exported', { count: rows }), more: '' };
    }
    const which = sort === 'transfer' ? { transferId: Number(number) } : { filter };
    const written = await call('documents.exportFolders', { ...which, directory: grant.grant }, options);
    const { documents, originals, manifestSha256 } = written;
    return {
      title: t('documentFolders.done', { documents, originals }),
      more: t('documentFolders.digest', { sha256: manifestSha256 }),
    };
  };

  const close = (): void => (working ? cancel.current?.abort() : ui.set({ dialog: null }));
  const start = async (): Promise<void> => {
    setError(null);
    const grant = await choose();
    if (!grant) return;
    cancel.current = new AbortController();
    setWorking(true);
    setProgress(null);
    try {
      const { title, more } = await write(grant, { onProgress: setProgress, signal: cancel.current.signal });
      ui.set({ dialog: null });
      const open = kind === 'exportTable' ? 'window.openOutside' : 'window.reveal';
      notification.success({
        title,
        description: (
          <>
            <p className="break">{grant.display}</p>
            {more !== '' && <p className="muted break">{more}</p>}
          </>
        ),
        placement: 'bottomRight',
        duration: more === '' ? 4.5 : 0,
        actions: (
          <Button size="small" onClick={() => void call(open, { file: grant.grant }).catch(showError)}>
            {t(kind === 'exportTable' ? 'schedule.export.open' : 'schedule.export.reveal')}
          </Button>
        ),
      });
    } finally {
      setWorking(false);
      cancel.current = null;
    }
  };

  const options: { value: Range; label: string }[] = [
    {
      value: 'all',
      label: t('documentTable.withCount', { label: t('documentTable.allYears'), count: tree?.total ?? 0 }),
    },
    ...(part
      ? [
          {
            value: 'folder' as const,
            label: t(text === '' ? 'documentTable.folder' : 'documentTable.found', {
              folder: folderPath(t, folder, sections),
              text,
            }),
          },
        ]
      : []),
    ...(onScreen && !gone && chosen.length > 1
      ? [{ value: 'chosen' as const, label: t('documentTable.chosen', { count: chosen.length }) }]
      : []),
    ...counts.map(([year, count]) => ({
      value: year === null ? ('none' as const) : (`year:${year}` as const),
      label: t('documentTable.withCount', {
        label: year === null ? t('documentTable.noYear') : t('shell.year.option', { year }),
        count,
      }),
    })),
    ...transfers.map(({ id, number: name, items }) => ({
      value: `transfer:${id}` as const,
      label: t('documentFolders.transfer', { number: name, count: items.length }),
    })),
  ];

  return (
    <Dialog
      width={560}
      title={t(kind === 'exportTable' ? 'documentTable.exportTitle' : 'documentFolders.title')}
      onCancel={close}
      focusField={false}
      mask={{ closable: false }}
      footer={
        <div className="actions actions-end">
          <Button onClick={close}>{t('shell.cancel')}</Button>
          <Button
            type="primary"
            loading={working}
            onClick={() =>
              void start().catch((failure: unknown) => {
                if (!isCancelled(failure)) setError(failure);
              })
            }
          >
            {t(kind === 'exportTable' ? 'documentTable.exportStart' : 'documentFolders.start')}
          </Button>
        </div>
      }
    >
      <p>{t(kind === 'exportTable' ? 'documentTable.exportText' : 'documentFolders.text')}</p>
      <div className="field">
        <label htmlFor="give-out-range">{t('documentTable.which')}</label>
        <Select<Range> id="give-out-range" disabled={working} value={range} onChange={setRange} options={options} />
      </div>
      {working && (
        <ProgressBar
          aria-label={t('documentTable.exporting')}
          percent={progress && progress.total > 0 ? Math.round((progress.done / progress.total) * 100) : 0}
          status="active"
        />
      )}
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
