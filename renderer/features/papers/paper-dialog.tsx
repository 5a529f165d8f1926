/**
 * The papers of the archive room, of activities and of funding: choose one, see its pages, print or export it. Any screen opens it with what it knows,
 * `ui.set({ paper: { paper: 'stamp', documentIds } })`; the rest can be chosen here.
 */
import { FileExcelOutlined, FilePdfOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Select, Spin } from 'antd';
import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import type { PaperName, PaperScope } from '#shared/features/papers.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { call, useAsked } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useToday } from '../../app/today.ts';
import { type PaperRequest, ui, useUi } from '../../app/ui-state.ts';
import { usePaperChoice } from '../schedule/paper-options.ts';
import { ExportDone, ExportProgress } from './export-done.tsx';
import { EXACT_PAPERS, papersFor, scopeOf, shownScope, wantsReason, withUsualScope } from './paper-request.ts';
import { ScopeForm } from './scope-form.tsx';
import { type PaperFormat, usePaperExport } from './use-export.ts';

// pdf.js is loaded when a paper is looked at, not when the window opens.
const PdfView = lazy(() => import('./pdf-view.tsx').then(({ PdfView }) => ({ default: PdfView })));

export function PaperDialog() {
  const request = useUi((state) => state.paper);
  return request ? <Paper asked={request} /> : null;
}

function close(): void {
  ui.set({ paper: null });
}

function Paper({ asked }: { asked: PaperRequest }) {
  const { t } = useT();
  const id = useId();
  const today = useToday();
  const { fontScheme } = usePaperChoice();
  const [set, setRequest] = useState(asked);
  const tree = useAsked('documents.tree', {});
  const newest = tree.data?.nodes.find(({ year, state }) => year !== null && state !== 'draft')?.year ?? null;
  const request = withUsualScope(set, today, newest);
  // Until the years are known, a paper of the newest one cannot be asked for.
  const scope = tree.data || tree.error ? scopeOf(request) : null;
  const shown = shownScope(scope);
  const paper = useQuery({
    queryKey: ['papers', 'preview', shown, fontScheme],
    queryFn: () => call('papers.preview', { ...(shown as PaperScope), fontScheme, allowMissingGlyphs: true }),
    enabled: scope !== null,
    gcTime: 0,
  });
  const writing = usePaperExport((target, options) =>
    call('papers.export', { ...(scope as PaperScope), fontScheme, ...target }, options),
  );

  if (writing.result) return <ExportDone {...writing.result} onClose={close} />;

  const leave = (): void => (writing.working ? writing.cancel() : close());
  const fileName = scope ? fileNameOf(t, scope) : '';
  const exportButton = (format: PaperFormat, icon: ReactNode, text: string) => (
    <Button
      type="primary"
      icon={icon}
      loading={writing.working}
      disabled={scope === null || wantsReason(scope) || paper.error !== null}
      onClick={() => writing.start(format, fileName)}
    >
      {text}
    </Button>
  );
  return (
    <Dialog
      className="paper-dialog"
      width="min(1280px, 96vw)"
      title={t('papers.dialog.title')}
      onCancel={leave}
      focusField={false}
      mask={{ closable: false }}
      footer={
        <div className="actions actions-end">
          <Button onClick={leave}>{writing.working ? t('shell.cancel') : t('papers.dialog.close')}</Button>
          {writing.anyway ? (
            <Button type="primary" onClick={writing.anyway}>
              {t('schedule.export.anyway')}
            </Button>
          ) : (
            <>
              {exportButton('xlsx', <FileExcelOutlined />, t('papers.dialog.exportXlsx'))}
              {exportButton('pdf', <FilePdfOutlined />, t('papers.dialog.exportPdf'))}
            </>
          )}
        </div>
      }
    >
      <div className="paper-parts">
        <div className="paper-scope">
          <div className="field">
            <label htmlFor={`${id}-paper`}>{t('papers.dialog.paper')}</label>
            <Select<PaperName>
              id={`${id}-paper`}
              disabled={writing.working}
              value={request.paper}
              listHeight={400}
              onChange={(name) => setRequest({ ...set, paper: name })}
              options={papersFor(request).map((name) => ({ value: name, label: t(`papers.name.${name}`) }))}
            />
          </div>
          <ScopeForm
            request={request}
            chosen={asked}
            tree={tree.data}
            disabled={writing.working}
            onChange={setRequest}
          />
          {EXACT_PAPERS.has(request.paper) && <Alert type="info" showIcon title={t('papers.dialog.exact')} />}
          {writing.working && <ExportProgress progress={writing.progress} />}
          {writing.error !== null && <ErrorView error={writing.error} />}
        </div>
        <Suspense fallback={<Spin className="centre" />}>
          <PdfView
            paper={paper.data}
            error={paper.error ?? tree.error}
            onRetry={() => void paper.refetch()}
            fileName={fileName}
          >
            {paper.data && <span className="muted">{t('papers.dialog.pages', { count: paper.data.pages })}</span>}
          </PdfView>
        </Suspense>
      </div>
    </Dialog>
  );
}

/** Name of the paper, with the year and term where it is of a whole class. */
function fileNameOf(t: Translate, scope: PaperScope): string {
  const chosen = ('documentIds' in scope && scope.documentIds) || ('boxIds' in scope && scope.boxIds);
  const year = !chosen && 'year' in scope ? scope.year : undefined;
  const term = !chosen && 'term' in scope ? scope.term : undefined;
  const detail = [year === undefined ? '' : String(year), term ?? ''].filter((part) => part !== '').join('-');
  return t('papers.dialog.fileName', { paper: t(`papers.name.${scope.paper}`), detail });
}
