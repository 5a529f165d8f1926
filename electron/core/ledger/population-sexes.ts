/** Men and women of a line against the people beside them: a paper that contradicts itself is told, whichever of its numbers is wrong. */
import type { GridRow } from '../reading/grid.ts';
import { aboutLine, type Finding } from './draft.ts';
import { readPersons } from './persons.ts';
import type { PopulationHeading } from './population-headings.ts';

interface Column {
  printed: string;
  heading: PopulationHeading | null;
}

const isPeople = ({ heading }: Column): boolean =>
  heading?.field === 'resident' || heading?.field === 'registered' || heading?.field === 'neither';
const says = (column: Column | undefined, sex: '男' | '女'): boolean =>
  new RegExp(`(?:^|[:：/、（(中])${sex}(?:性|性?人口|性?人数)?(?:[(（]人[)）])?$`, 'u').test(
    column?.printed.trim() ?? '',
  );

/** Each 男 with 女 beside it makes the people to its left, or those right behind. */
export function sexesOf(row: GridRow, columns: readonly Column[], place: string): Finding[] {
  const value = (index: number): number | null => {
    const cell = row.cells[index];
    const reading = cell?.state === 'printed' ? readPersons(cell.number ?? cell.text) : null;
    return reading?.ok ? reading.value : null;
  };
  return columns.flatMap((column, index): Finding[] => {
    if (!says(column, '男') || !says(columns[index + 1], '女')) return [];
    const men = value(index);
    const women = value(index + 1);
    if (men === null || women === null) return [];
    const left = columns.findLastIndex((one, at) => at < index && isPeople(one));
    const right = columns[index + 2] !== undefined && isPeople(columns[index + 2] as Column) ? index + 2 : -1;
    const wholes = [left, right].flatMap((at) => (at < 0 ? [] : (value(at) ?? [])));
    const [stated] = wholes;
    if (stated === undefined || wholes.includes(men + women)) return [];
    return [aboutLine(row.line, 'population/sexes_differ', { place, stated, sum: men + women }, 'doubt')];
  });
}
