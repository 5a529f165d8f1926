/**
 * The part of exceljs that the Excel writer loads: its streaming writer alone, which costs half the start-up time of
 * the whole library. `styles` is the table of styles behind `addStyles`; its first font becomes the workbook's default.
 */
declare module 'exceljs/lib/stream/xlsx/workbook-writer.js' {
  import { type Font, stream } from 'exceljs';

  export default class WorkbookWriter extends stream.xlsx.WorkbookWriter {
    readonly styles: { _addFont(font: Partial<Font>): number };
  }
}
