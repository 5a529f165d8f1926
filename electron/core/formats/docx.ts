/**
 * Word papers in .docx (ISO/IEC 29500-1, 17) → lines and tables. Invariant: the text is the one that is printed once all
 * revisions are accepted: deleted text is left out, inserted text is in, automatic numbers are written out.
 */
import { AppError } from '#shared/errors.ts';
import type { SourceDocument } from '../reading/source.ts';
import { DocxReader } from './docx-reader.ts';
import { Numbering } from './docx-numbering.ts';
import { flowDocument } from './flow.ts';
import { importLimits } from './limits.ts';
import { openPackage, relationshipsOf, targetOf } from './office-package.ts';
import { parseXml } from './xml.ts';

/**
 * Throws format/empty, format/damaged, format/unsafe, format/password, format/inflates, format/too_large,
 * format/too_complex, format/table_rows, format/table_columns, format/cells.
 */
export async function docxDocument(bytes: Uint8Array, name: string | null): Promise<SourceDocument> {
  const { zip, mainPart } = await openPackage(bytes, importLimits);
  const relationships = await relationshipsOf(zip, mainPart, importLimits);
  const numbering = new Numbering();
  const lists = targetOf(relationships, 'numbering');
  const styles = targetOf(relationships, 'styles');
  if (lists !== null && zip.has(lists)) await numbering.readNumbering(zip, lists, importLimits);
  if (styles !== null && zip.has(styles)) await numbering.readStyles(zip, styles, importLimits);
  const reader = new DocxReader(numbering);
  await parseXml(zip.read(mainPart), reader, importLimits.depth * 4);
  const flow = flowDocument(reader.nodes);
  if (flow.lines.every((line) => line.trim() === '')) throw new AppError('format/empty');
  if (reader.revisions > 0) {
    flow.notes.push({ code: 'source/revisions', line: null, params: { count: reader.revisions } });
  }
  return { format: 'docx', name, encoding: null, ...flow };
}
