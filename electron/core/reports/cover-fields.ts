/** Labels with underlined values below each other, as covers have them. */
import { boxGrid, type FormBox, type ReportValue, textValue } from '#shared/report/model.ts';

export interface CoverField {
  label: string;
  /** Empty = room to write. */
  value: ReportValue | string;
}

/**
 * @param place mm: left and upper edge, widths of label and value, height of a line.
 * @param fontSize pt; a value that is too long is set smaller.
 */
export function coverFields(
  place: { x: number; y: number; label: number; value: number; height: number },
  fields: readonly CoverField[],
  fontSize = 18,
): FormBox[] {
  const grid = { ...place, columns: [place.label, place.value], rows: fields.map(() => place.height) };
  return boxGrid(grid, (row, column) => {
    const field = fields[row];
    if (!field) return null;
    const value = typeof field.value === 'string' ? textValue(field.value) : field.value;
    return column === 0
      ? {
          name: field.label,
          value: textValue(field.label),
          font: 'label',
          fontSize,
          frame: 'none',
          align: 'right',
          verticalAlign: 'bottom',
        }
      : { name: field.label, value, fontSize, leastFontSize: 7, frame: 'under', verticalAlign: 'bottom' };
  });
}
