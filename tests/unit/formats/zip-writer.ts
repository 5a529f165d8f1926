/** A small ZIP writer for tests: whole files, and hostile ones that no library would write. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  name: string;
  content: string | Uint8Array;
  /** Claimed instead of the true unpacked size. */
  claimedSize?: number;
  /** General purpose flags; bit 0 = encrypted. */
  flags?: number;
}

function header(part: { name: Buffer; packed: Buffer; size: number; checksum: number; flags: number }): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(part.flags, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(part.checksum, 10);
  fields.writeUInt32LE(part.packed.length, 14);
  fields.writeUInt32LE(part.size, 18);
  fields.writeUInt16LE(part.name.length, 22);
  return fields;
}

export function zip(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimedSize, flags = 0x0800 } of parts) {
    const bytes = Buffer.from(content);
    const part = {
      name: Buffer.from(name),
      packed: deflateRawSync(bytes),
      size: claimedSize ?? bytes.length,
      checksum: crc32(bytes),
      flags,
    };
    const fields = header(part);
    const written = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, part.name, part.packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const made = Buffer.from([20, 0]);
    // The directory repeats the fields, with a comment length, a disk number, attributes and the offset behind them.
    central.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), made, fields, tail, part.name]));
    local.push(written);
    offset += written.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relationships(list: readonly [string, string][]): string {
  const items = list.map(
    ([type, target], at) => `<Relationship Id="r${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><Relationships>${items.join('')}</Relationships>`;
}

/** A package with one main part, its relations and further parts beside it. */
export function officePackage(main: string, content: string, beside: Record<string, string> = {}): ZipPart[] {
  const folder = main.slice(0, main.lastIndexOf('/'));
  return [
    { name: '_rels/.rels', content: relationships([['officeDocument', main]]) },
    { name: main, content },
    {
      name: `${folder}/_rels/${main.slice(folder.length + 1)}.rels`,
      content: relationships(Object.keys(beside).map((name) => [name.replace(/^.*\/|\d*\.xml$/gu, ''), name])),
    },
    ...Object.entries(beside).map(([name, text]) => ({ name: `${folder}/${name}`, content: text })),
  ];
}

/** The smallest workbook around one `worksheet` part. */
export function sheetPackage(worksheet: string, workbook = ''): ZipPart[] {
  return officePackage(
    'xl/workbook.xml',
    `<workbook xmlns:r="x"><sheets><sheet name="计划" sheetId="1" r:id="r1"/></sheets>${workbook}</workbook>`,
    { 'worksheets/worksheet1.xml': `<worksheet>${worksheet}</worksheet>` },
  );
}
