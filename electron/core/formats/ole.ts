/**
 * Streams of an OLE compound file ([MS-CFB]), the container of old Office files. Invariant: every chain of sectors is
 * followed no further than the file is long, so loops and false sizes end as a damaged file.
 */
import { AppError } from '#shared/errors.ts';

const HEADER = 512;
const LAST_REGULAR = 0xfffffffa;
const ENTRY = 128;
const NONE = 0xffffffff;

function damaged(): AppError {
  return new AppError('format/damaged');
}

interface Container {
  file: Buffer;
  sectorSize: number;
  /** Next sector of each sector. */
  table: number[];
}

function sector({ file, sectorSize }: Container, number: number): Buffer {
  const start = (number + 1) * sectorSize;
  if (number > LAST_REGULAR || start >= file.length) throw damaged();
  return file.subarray(start, start + sectorSize);
}

/** Numbers of the sectors of a chain. */
function chain(table: readonly number[], first: number): number[] {
  const numbers: number[] = [];
  for (let number = first; number <= LAST_REGULAR; ) {
    const next = table[number];
    if (next === undefined || numbers.length >= table.length) throw damaged();
    numbers.push(number);
    number = next;
  }
  return numbers;
}

function words(bytes: Buffer): number[] {
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readUInt32LE(at * 4));
}

function openContainer(file: Buffer): Container {
  const shift = file.length < HEADER ? 0 : file.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw damaged();
  const container: Container = { file, sectorSize: 1 << shift, table: [] };
  const most = Math.ceil(file.length / container.sectorSize);
  const parts = words(file.subarray(76, HEADER));
  let next = file.readUInt32LE(68);
  for (let steps = 0; next <= LAST_REGULAR; steps += 1) {
    if (steps > most) throw damaged();
    const more = words(sector(container, next));
    next = more.pop() ?? NONE;
    parts.push(...more);
  }
  const used = parts.filter((number) => number <= LAST_REGULAR);
  if (used.length > most) throw damaged();
  container.table = used.flatMap((number) => words(sector(container, number)));
  return container;
}

function readChain(container: Container, first: number): Buffer {
  return Buffer.concat(chain(container.table, first).map((number) => sector(container, number)));
}

interface Entry {
  name: string;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

function readEntry(directory: Buffer, number: number): Entry {
  const bytes = directory.subarray(number * ENTRY, (number + 1) * ENTRY);
  if (bytes.length < ENTRY) throw damaged();
  return {
    name: bytes.subarray(0, Math.max(Math.min(bytes.readUInt16LE(64), 64) - 2, 0)).toString('utf16le'),
    left: bytes.readUInt32LE(68),
    right: bytes.readUInt32LE(72),
    child: bytes.readUInt32LE(76),
    start: bytes.readUInt32LE(116),
    size: bytes.readUInt32LE(120),
  };
}

/** Entries that lie directly in the root: embedded objects have folders of their own. */
function rootEntries(directory: Buffer, root: Entry): Entry[] {
  const found: Entry[] = [];
  const seen = new Set<number>();
  const open = [root.child];
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    if (number === NONE || seen.has(number)) continue;
    seen.add(number);
    const entry = readEntry(directory, number);
    found.push(entry);
    open.push(entry.left, entry.right);
  }
  return found;
}

/** The first of the named streams that the file has. Throws format/damaged. */
export function readOleStream(bytes: Uint8Array, names: readonly string[]): Buffer {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const container = openContainer(file);
  const directory = readChain(container, file.readUInt32LE(48));
  const root = readEntry(directory, 0);
  const entries = rootEntries(directory, root);
  const entry = names.flatMap((name) => entries.filter((one) => one.name === name))[0];
  if (!entry || entry.size > file.length) throw damaged();
  let content: Buffer;
  if (entry.size >= file.readUInt32LE(56)) {
    content = readChain(container, entry.start);
  } else {
    // Short streams share the root's sectors, cut into pieces of 64 bytes.
    const pieces = readChain(container, root.start);
    const table = words(readChain(container, file.readUInt32LE(60)));
    content = Buffer.concat(chain(table, entry.start).map((number) => pieces.subarray(number * 64, number * 64 + 64)));
  }
  if (content.length < entry.size) throw damaged();
  return content.subarray(0, entry.size);
}
