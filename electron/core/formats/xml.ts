/**
 * Streaming XML with bounds, for the parts of Office files. Invariant: no document type, so no entities of the file's own;
 * nesting is limited; names come without their prefix; of alternative contents only the first choice is seen.
 */
import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { AppError } from '#shared/errors.ts';

export type XmlAttributes = Readonly<Record<string, string | undefined>>;

export interface XmlHandler {
  open?: (name: string, attributes: XmlAttributes) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localAttributes(attributes: Readonly<Record<string, string>>): XmlAttributes {
  const local: Record<string, string> = Object.create(null);
  for (const name in attributes) local[localName(name)] = attributes[name] ?? '';
  return local;
}

/** Throws format/damaged for what is no XML, format/unsafe for a document type, format/too_complex. */
export async function parseXml(
  chunks: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  depthLimit: number,
): Promise<void> {
  // Not TextDecoder: in Electron's own process `fatal` may be missing, and the checksum already tells of damage.
  const decoder = new StringDecoder('utf8');
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let depth = 0;
  /** Depth at which an ignored alternative began. */
  let ignoredFrom = Infinity;
  parser.on('doctype', () => {
    throw new AppError('format/unsafe');
  });
  parser.on('error', (error) => {
    throw new AppError('format/damaged', {}, { cause: error });
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > depthLimit) throw new AppError('format/too_complex');
    const local = localName(name);
    if (local === 'Fallback' && depth < ignoredFrom) ignoredFrom = depth;
    if (depth < ignoredFrom) handler.open?.(local, localAttributes(attributes));
  });
  parser.on('closetag', ({ name }) => {
    if (depth < ignoredFrom) handler.close?.(localName(name));
    if (depth === ignoredFrom) ignoredFrom = Infinity;
    depth -= 1;
  });
  const text = (content: string): void => {
    if (depth < ignoredFrom) handler.text?.(content);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  for await (const chunk of chunks)
    parser.write(decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)));
  parser.write(decoder.end());
  parser.close();
}

/** ST_OnOff (ISO/IEC 29500-1): present without a value means on. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || value === '1' || value === 'true' || value === 'on';
}
