/**
 * Object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8) for pdfkit, which writes neither. A tagged
 * table has an object a cell; packed and compressed they take a tenth of the room. Only what is handed to the packer is
 * packed, everything else stays as pdfkit writes it.
 */
import { deflateSync } from 'node:zlib';
import type { PdfDocument } from './pdfkit-internals.ts';

/** Objects in one stream: enough to compress well, few enough to open one quickly. */
const OBJECTS_A_STREAM = 400;

/** A reference to a packed object; pdfkit prints it by `toString` because it is no plain object. */
export class PackedReference {
  readonly id: number;

  constructor(id: number) {
    this.id = id;
  }

  get [Symbol.toStringTag](): string {
    return 'PackedReference';
  }

  toString(): string {
    return `${this.id} 0 R`;
  }
}

export class ObjectPacker {
  readonly #document: PdfDocument;
  /** Where packed objects lie: object number → stream and place in it. */
  readonly #places = new Map<number, { container: number; index: number }>();
  #waiting: { id: number; text: string }[] = [];

  /** The document gets a cross-reference stream in place of the table. Call before the first page. */
  constructor(document: PdfDocument) {
    this.#document = document;
    document._finalize = () => this.#writeCrossReference();
  }

  /** A number for an object that is written later. */
  reserve(): PackedReference {
    return new PackedReference(this.#document._offsets.push(null));
  }

  put(reference: PackedReference, text: string): void {
    this.#waiting.push({ id: reference.id, text });
    if (this.#waiting.length >= OBJECTS_A_STREAM) this.flush();
  }

  /** Writes what is waiting; call before the document ends. */
  flush(): void {
    if (this.#waiting.length === 0) return;
    let head = '';
    let body = '';
    for (const { id, text } of this.#waiting) {
      head += `${id} ${body.length} `;
      body += `${text}\n`;
    }
    const container = this.#document.ref({ Type: 'ObjStm', N: this.#waiting.length, First: head.length });
    this.#waiting.forEach(({ id }, index) => this.#places.set(id, { container: container.id, index }));
    this.#waiting = [];
    container.end(Buffer.from(head + body, 'latin1'));
  }

  #writeCrossReference(): void {
    const document = this.#document;
    const start = document._offset;
    const self = document._offsets.push(start);
    const table = Buffer.alloc((self + 1) * 7);
    table.writeUInt16BE(0xffff, 5);
    document._offsets.forEach((offset, index) => {
      const at = (index + 1) * 7;
      const place = this.#places.get(index + 1);
      if (place) {
        table.writeUInt8(2, at);
        table.writeUInt32BE(place.container, at + 1);
        table.writeUInt16BE(place.index, at + 5);
      } else if (offset !== null) {
        table.writeUInt8(1, at);
        table.writeUInt32BE(offset, at + 1);
      }
    });
    const data = deflateSync(table);
    const id = `<${Buffer.from(document._id).toString('hex')}>`;
    const entries = `/Type/XRef/Size ${self + 1}/W[1 4 2]/Root ${String(document._root)}/Info ${String(document._info)}`;
    document._write(`${self} 0 obj\n<<${entries}/ID[${id} ${id}]/Filter/FlateDecode/Length ${data.length}>>\nstream`);
    document._write(data);
    document._write(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF`);
    document.push(null);
  }
}
