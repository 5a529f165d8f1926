/** How the lists of this screen name a document. */
import type { DocumentBrief } from '#shared/features/document-brief.ts';
import type { Translate } from '#shared/i18n/index.ts';
import type { GridColumn } from '#ui/grid/types.ts';

/** 永久, 30年, in the language of the window; a term of an old file stands as it is. */
export function termText(t: Translate, term: string | null): string {
  if (term === null) return '';
  if (term === 'Y') return t('documents.term.Y');
  const years = /^D(\d+)$/u.exec(term)?.[1];
  return years === undefined ? term : t('documents.term.D', { years });
}

type BriefColumn = 'code' | 'title' | 'year' | 'term' | 'author' | 'number' | 'date' | 'pages';

/** Columns over rows that hold a document. */
export function documentColumns<Row>(
  t: Translate,
  of: (row: Row) => DocumentBrief,
  wanted: readonly BriefColumn[],
): GridColumn<Row>[] {
  const columns: Record<BriefColumn, Omit<GridColumn<Row>, 'key' | 'editable'>> = {
    code: {
      heading: t('documents.field.referenceCode'),
      width: 204,
      minWidth: 192,
      text: (row) => of(row).referenceCode ?? '',
    },
    title: { heading: t('documents.field.title'), width: 190, minWidth: 130, grow: true, text: (row) => of(row).title },
    year: {
      heading: t('documents.field.filingYear'),
      width: 84,
      align: 'center',
      text: (row) => String(of(row).filingYear ?? ''),
    },
    term: {
      heading: t('documents.field.term'),
      width: 92,
      align: 'center',
      text: (row) => termText(t, of(row).term),
    },
    author: { heading: t('documents.field.author'), width: 128, text: (row) => of(row).author ?? '' },
    number: { heading: t('documents.field.documentNumber'), width: 136, text: (row) => of(row).documentNumber ?? '' },
    date: {
      heading: t('documents.field.signedDate'),
      width: 104,
      minWidth: 96,
      align: 'center',
      text: (row) => of(row).signedDate ?? '',
    },
    pages: {
      heading: t('documents.field.pageCount'),
      width: 64,
      align: 'right',
      text: (row) => String(of(row).pageCount ?? ''),
    },
  };
  return wanted.map((key) => ({ key, editable: false, ...columns[key] }));
}
