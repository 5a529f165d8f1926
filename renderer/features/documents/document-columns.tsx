/** The columns of the list, in the order of the catalogue (DA/T 22-2015, 5.6): how they read, write and sort. */
import { useMemo } from 'react';
import type { Document, DocumentSort } from '#shared/features/documents.ts';
import type { GridColumn, GridSuggestion } from '#ui/grid/types.ts';
import { useT } from '../../app/i18n.tsx';
import type { DocumentLine } from './document-lines.ts';
import type { SectionName } from '#shared/features/document-texts.ts';
import { type CellField, cellText, checkCell } from './document-texts.ts';
import { StateChip } from './state-chip.tsx';

/** What the catalogue cannot do without. */
const NEEDED: readonly CellField[] = ['author', 'title', 'signedDate', 'term', 'pageCount'];

/** Columns that give the list an order. */
export const SORTS: Readonly<Record<string, DocumentSort>> = {
  referenceCode: 'code',
  documentNumber: 'documentNumber',
  author: 'author',
  title: 'title',
  signedDate: 'signedDate',
};

export interface Names {
  sections: readonly SectionName[];
  /** Number of a box by its id. */
  boxes: ReadonlyMap<number, number>;
  authors: readonly string[];
}

export function suggestNames(names: readonly string[], query: string): GridSuggestion[] {
  const wanted = query.trim();
  return names.filter((name) => wanted === '' || name.includes(wanted)).map((text) => ({ text }));
}

function CodeCell({ document }: { document: Document }) {
  const { t } = useT();
  if (document.state === 'draft') return <StateChip state="draft" />;
  return (
    <span className="code-cell">
      {document.referenceCode ?? t('documentScreen.noCode', { number: document.itemNumber ?? '' })}
      {document.state === 'filed' ? null : <StateChip state={document.state} />}
    </span>
  );
}

export function useDocumentColumns(names: Names): GridColumn<DocumentLine>[] {
  const { t, locale } = useT();
  return useMemo(() => {
    const { sections, boxes, authors } = names;
    const textOf = (line: DocumentLine, field: CellField): string =>
      line.document === null ? '' : cellText(line.document, field, t, sections);
    const column = (
      key: CellField,
      width: number,
      more: Partial<GridColumn<DocumentLine>> = {},
    ): GridColumn<DocumentLine> => ({
      key,
      heading: t(`documentScreen.column.${key}`),
      width,
      editable: true,
      sortable: SORTS[key] !== undefined,
      text: (line) => textOf(line, key),
      check: (text, line) => checkCell(t, key, text, line?.document ?? null, sections),
      renderCell: (line) => {
        const text = textOf(line, key);
        if (text !== '' || line.document === null || !NEEDED.includes(key)) return text;
        return <span className="lacking">{t('documentScreen.lacking')}</span>;
      },
      ...more,
    });
    const terms = ['Y', 'D30', 'D10'].map((term) =>
      term === 'Y' ? t('documents.term.Y') : t('documents.term.D', { years: term.slice(1) }),
    );
    return [
      {
        key: 'referenceCode',
        heading: t('documents.field.referenceCode'),
        width: 192,
        minWidth: 192,
        editable: false,
        sortable: true,
        text: ({ document }) => document?.referenceCode ?? '',
        renderCell: ({ document }) =>
          document === null ? (
            <span className="muted">{t('documentScreen.reading')}</span>
          ) : (
            <CodeCell document={document} />
          ),
      },
      column('documentNumber', 112, { minWidth: 80 }),
      column('author', 98, { minWidth: 80, suggestions: (query) => suggestNames(authors, query) }),
      column('title', 172, { minWidth: 160, grow: true }),
      column('signedDate', 102, { minWidth: 96 }),
      column('term', locale === 'en' ? 96 : 52, { minWidth: 52, suggestions: (query) => suggestNames(terms, query) }),
      ...(sections.length === 0
        ? []
        : [
            column('sectionId', 72, {
              minWidth: 60,
              suggestions: (query) =>
                sections
                  .filter(
                    ({ code, name }) => name.includes(query.trim()) || code.startsWith(query.trim().toUpperCase()),
                  )
                  .map(({ code, name }) => ({ text: name, hint: code })),
            }),
          ]),
      column('pageCount', 54, { minWidth: 48, align: 'right' }),
      {
        key: 'boxId',
        heading: t('documents.field.boxId'),
        width: 54,
        minWidth: 48,
        align: 'right',
        editable: false,
        text: ({ document }) => (document?.boxId ? String(boxes.get(document.boxId) ?? '') : ''),
      },
      column('remark', 70, { minWidth: 64, multiline: true }),
    ];
  }, [locale, names, t]);
}
