/**
 * Columns of a table by their headings, and by their content where a heading may mean two things.
 * Invariant: no field is read from two columns; what the reviewer says of a heading is followed.
 */
import type { CatalogueField, CatalogueMapping } from '#shared/features/catalogue.ts';
import { aboutLine, type CatalogueColumn, type Finding } from './draft.ts';
import { misfit } from './fits.ts';
import { formOf } from './forms.ts';
import { damagedHeadingOf, headingOf, mapped, printedHeading, standardName } from './headings.ts';

export interface Columns {
  columns: CatalogueColumn[];
  findings: Finding[];
}

/** Mean misfit of a column's texts with a field. */
function fit(field: CatalogueField, texts: readonly string[]): number {
  const sample = texts.filter((text) => text.trim() !== '').slice(0, 40);
  if (sample.length === 0) return 0;
  return sample.reduce((sum, text) => sum + Math.min(3, misfit(field, formOf(text))), 0) / sample.length;
}

/**
 * Gives each heading its field.
 * @param contentOf the texts of a column; empty where the columns are what is looked for
 */
export function columnsOf(
  headings: readonly string[],
  contentOf: (column: number) => readonly string[],
  mapping: CatalogueMapping,
  line: number,
): Columns {
  const findings: Finding[] = [];
  const present = new Set<CatalogueField>();
  for (const heading of headings) {
    const field = mapped(mapping, printedHeading(heading)) ?? headingOf(heading)?.field;
    if (field) present.add(field);
  }
  const claims = headings.map((heading, index) => {
    const printed = printedHeading(heading);
    const said = mapped(mapping, printed);
    if (said !== undefined) return { printed, field: said, rank: -1, loose: false };
    const known = headingOf(heading);
    const damaged = known || printed === '' ? null : damagedHeadingOf(heading, present);
    if (damaged) {
      findings.push(aboutLine(line, 'header_damaged', { printed, column: damaged.name }, 'doubt'));
      present.add(damaged.field);
      return { printed, field: damaged.field, rank: damaged.rank, loose: false };
    }
    if (!known) return { printed, field: null, rank: 0, loose: false };
    const others = known.candidates.filter(
      (field) => !headings.some((other, place) => place !== index && isExactly(other, field)),
    );
    const texts = contentOf(index);
    const best = others.toSorted((one, two) => fit(one, texts) - fit(two, texts))[0] ?? null;
    if (known.candidates.length > 1 && best !== null)
      findings.push(
        aboutLine(line, 'catalogue/heading_ambiguous', { column: printed, field: standardName(best) }, 'doubt'),
      );
    return { printed, field: best ?? known.field, rank: known.rank, loose: known.loose };
  });
  const columns = claims.map(({ printed, field, rank }, index): CatalogueColumn => {
    const better = claims.some(
      (other, place) =>
        place !== index && other.field === field && (other.rank < rank || (other.rank === rank && place < index)),
    );
    return { printed, field: field !== null && better ? null : field };
  });
  for (const [index, { printed, field }] of columns.entries()) {
    if (field === null && printed !== '') findings.push(aboutLine(line, 'column_left_out', { column: printed }));
    if (field === 'date' && claims[index]?.loose)
      findings.push(aboutLine(line, 'catalogue/date_heading_loose', { column: printed }, 'doubt'));
  }
  if (
    !columns.some(({ field }) => field === 'date' || field === 'date_month') &&
    columns.some(({ field }) => field === 'received')
  )
    findings.push(aboutLine(line, 'catalogue/date_only_received', {}, 'doubt'));
  return { columns, findings };
}

function isExactly(heading: string, field: CatalogueField): boolean {
  const known = headingOf(heading);
  return known?.field === field && known.candidates.length === 1;
}

/** Orders of columns that the standards print; a table without a header is read by one of them or not at all. */
const STANDARD: readonly (readonly CatalogueField[])[] = [
  ['no', 'author', 'doc_no', 'title', 'date', 'pages', 'remark'],
  ['no', 'author', 'doc_no', 'title', 'date', 'pages'],
  ['no', 'code', 'doc_no', 'author', 'title', 'date', 'secrecy', 'pages', 'remark'],
  ['no', 'doc_no', 'author', 'title', 'date', 'page_range', 'remark'],
];

export function standardOrders(width: number | null): CatalogueColumn[][] {
  return STANDARD.filter((order) => width === null || order.length === width).map((order) =>
    order.map((field) => ({ printed: '', field })),
  );
}
