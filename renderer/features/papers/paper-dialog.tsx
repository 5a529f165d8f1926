/** 打印与导出 of the archive room's papers: which paper, of which year and term; then Excel, PDF, or the printer. */
import { CheckCircleFilled, FileExcelOutlined, FilePdfOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Progress as ProgressBar, Select } from 'antd';
import { useRef, useState } from 'react';
import type { ExportOutput } from '#shared/features/schedule.ts';
import type { PaperName } from '#shared/features/papers.ts';
import type { Grant } from '#shared/features/window.ts';
import type { Progress } from '#shared/procedure.ts';
import { call, useAsked } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { isCancelled } from '../../app/error-text.ts';
import { ErrorView, useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { ui, useUi } from '../../app/ui-state.ts';
import { documentState } from '../documents/document-state.ts';
import { termText } from '../search/hit-words.ts';
import { sizeText } from '../schedule/export-dialog.tsx';

/** Papers of documents and boxes; registers of what comes after filing are printed where they are kept. */
const PAPERS = [
  'catalogue',
  'catalogueCover',
  'boxNote',
  'spine',
  'stamp',
  'stampSheet',
] as const satisfies PaperName[];
type Paper = (typeof PAPERS)[number];

export function PaperDialog() {
  const open = useUi((state) => state.dialog === 'papers');
  return open ? <Papers /> : null;
}

function close(): void {
  if (ui.get().dialog === 'papers') ui.set({ dialog: null });
}

/** Years that have filed documents, newest first, and the terms of each. */
function useYears(): ReadonlyMap<number, string[]> {
  const tree = useAsked('documents.tree', {}).data;
  const years = new Map<number, string[]>();
  for (const { year, term, state } of tree?.nodes ?? []) {
    if (year === null || term === null || state === 'draft') continue;
    const terms = years.get(year) ?? [];
    if (!terms.includes(term)) years.set(year, [...terms, term]);
  }
  return years;
}

function Papers() {
  const { t } = useT();
  const showError = useShowError();
  const years = useYears();
  const selected = documentState.get().selection?.rowIds ?? [];
  const [paper, setPaper] = useState<Paper>('catalogue');
  const [chosenYear, setYear] = useState<number | null>(ui.get().year);
  const [term, setTerm] = useState<string | null>(null);
  const [onlySelected, setOnlySelected] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [result, setResult] = useState<{ output: ExportOutput; grant: Grant } | null>(null);
  const cancel = useRef<AbortController | null>(null);

  const [newest] = years.keys();
  const year = chosenYear !== null && years.has(chosenYear) ? chosenYear : (newest ?? null);
  const hasTerm = paper === 'catalogue' || paper === 'catalogueCover' || paper === 'stamp' || paper === 'stampSheet';
  const ofDocuments = paper === 'stamp' || paper === 'stampSheet';
  const terms = year === null ? [] : (years.get(year) ?? []);

  const scope = () => {
    const chosenTerm = term !== null && terms.includes(term) && hasTerm ? { term } : {};
    const ids = ofDocuments && onlySelected ? { documentIds: [...selected] } : {};
    return { paper, year: year ?? 0, ...chosenTerm, ...ids };
  };

  const write = async (format: 'xlsx' | 'pdf'): Promise<void> => {
    const suggestedName = t('paperDialog.fileName', { year: year ?? '', name: t(`papers.name.${paper}`) });
    try {
      const grant = await call('window.chooseSave', { suggestedName, format });
      if (!grant) return;
      cancel.current = new AbortController();
      setWorking(true);
      setError(null);
      setProgress(null);
      const output = await call(
        'papers.export',
        { ...scope(), format, file: grant.grant },
        { onProgress: setProgress, signal: cancel.current.signal },
      );
      setResult({ output, grant });
    } catch (failure) {
      if (!isCancelled(failure)) setError(failure);
    } finally {
      setWorking(false);
      cancel.current = null;
    }
  };

  const print = async (): Promise<void> => {
    setWorking(true);
    setError(null);
    try {
      const { bytes } = await call(
        'papers.preview',
        { ...scope(), allowMissingGlyphs: true },
        { onProgress: setProgress },
      );
      await call('window.print', { name: t(`papers.name.${paper}`), bytes });
    } catch (failure) {
      setError(failure);
    } finally {
      setWorking(false);
    }
  };

  const leave = (): void => (working ? cancel.current?.abort() : close());

  return (
    <Dialog
      width={560}
      title={t('paperDialog.title')}
      onCancel={leave}
      mask={{ closable: false }}
      footer={
        <div className="actions actions-end">
          <Button onClick={leave}>{result ? t('shell.close') : t('shell.cancel')}</Button>
          <Button icon={<PrinterOutlined />} disabled={year === null || working} onClick={() => void print()}>
            {t('paperDialog.print')}
          </Button>
          <Button icon={<FileExcelOutlined />} disabled={year === null || working} onClick={() => void write('xlsx')}>
            Excel
          </Button>
          <Button
            type="primary"
            icon={<FilePdfOutlined />}
            disabled={year === null}
            loading={working}
            onClick={() => void write('pdf')}
          >
            PDF
          </Button>
        </div>
      }
    >
      <div className="field">
        <label htmlFor="paper-name">{t('paperDialog.paper')}</label>
        <Select<Paper>
          id="paper-name"
          value={paper}
          disabled={working}
          onChange={setPaper}
          options={PAPERS.map((value) => ({ value, label: t(`papers.name.${value}`) }))}
        />
      </div>
      <div className="pair">
        <div className="field">
          <label htmlFor="paper-year">{t('papers.field.year')}</label>
          <Select
            id="paper-year"
            value={year}
            disabled={working}
            placeholder={t('paperDialog.nothingFiled')}
            onChange={setYear}
            options={[...years.keys()].map((value) => ({ value, label: t('shell.year.option', { year: value }) }))}
          />
        </div>
        {hasTerm && (
          <div className="field">
            <label htmlFor="paper-term">{t('papers.field.term')}</label>
            <Select<string>
              id="paper-term"
              value={term ?? ''}
              disabled={working}
              onChange={(value) => setTerm(value === '' ? null : value)}
              options={[
                { value: '', label: t('paperDialog.allTerms') },
                ...terms.map((value) => ({ value, label: termText(t, value) })),
              ]}
            />
          </div>
        )}
      </div>
      {ofDocuments && selected.length > 0 && (
        <div className="field">
          <label htmlFor="paper-which">{t('paperDialog.which')}</label>
          <Select<'all' | 'selected'>
            id="paper-which"
            value={onlySelected ? 'selected' : 'all'}
            disabled={working}
            onChange={(value) => setOnlySelected(value === 'selected')}
            options={[
              { value: 'all', label: t('paperDialog.all') },
              { value: 'selected', label: t('paperDialog.selected', { count: selected.length }) },
            ]}
          />
        </div>
      )}
      <p className="muted">{t(`paperDialog.about.${paper}`)}</p>
      {working && (
        <ProgressBar
          aria-label={t('schedule.export.working')}
          percent={progress && progress.total > 0 ? Math.round((progress.done / progress.total) * 100) : 0}
          status="active"
        />
      )}
      {error !== null && <ErrorView error={error} />}
      {result && (
        <div className="export-result">
          <CheckCircleFilled className="good-sign" aria-hidden />
          <div>
            <p className="file-name">{result.grant.name}</p>
            <p className="muted">
              {t('paperDialog.facts', { pages: result.output.pages, size: sizeText(result.output.bytes) })}
            </p>
            <div className="actions">
              <Button
                size="small"
                onClick={() => void call('window.openOutside', { file: result.grant.grant }).catch(showError)}
              >
                {t('schedule.export.open')}
              </Button>
              <Button
                size="small"
                onClick={() => void call('window.reveal', { file: result.grant.grant }).catch(showError)}
              >
                {t('schedule.export.reveal')}
              </Button>
            </div>
          </div>
        </div>
      )}
    </Dialog>
  );
}
