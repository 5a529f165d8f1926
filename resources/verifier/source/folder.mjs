/** The files of a folder that was chosen or dropped, as the check wants them; read in slices, so that size does not matter. */
import { newSha256 } from './sha256.mjs';

const SLICE_BYTES = 4 << 20;

/** From `<input webkitdirectory>`: paths begin with the folder's own name. */
export function chosenFolder(fileList) {
  const files = [...fileList];
  const [name = ''] = (files[0]?.webkitRelativePath ?? '').split('/');
  return { name, files: files.map((file) => ({ path: file.webkitRelativePath.slice(name.length + 1), file })) };
}

/** Every entry of a directory; the browser gives them by the hundred. */
async function entriesOf(directory) {
  const reader = directory.createReader();
  const all = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function filesBelow(directory, below) {
  const files = [];
  for (const entry of await entriesOf(directory)) {
    const path = `${below}${entry.name}`;
    if (entry.isDirectory) files.push(...(await filesBelow(entry, `${path}/`)));
    else files.push({ path, file: await new Promise((resolve, reject) => entry.file(resolve, reject)) });
  }
  return files;
}

/** What lay in the hand at a drop. Must be asked within the event; null where it was no folder. */
export function droppedDirectory(transfer) {
  const [entry] = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  return entry?.isDirectory ? entry : null;
}

export async function droppedFolder(directory) {
  return { name: directory.name, files: await filesBelow(directory, '') };
}

/** As `check` of core.mjs wants it. */
export function browserHost({ files }) {
  return {
    list: async () => files.map(({ path, file }) => ({ path, size: file.size, file })),
    async *read({ file }) {
      for (let at = 0; at < file.size; at += SLICE_BYTES) {
        yield new Uint8Array(await file.slice(at, at + SLICE_BYTES).arrayBuffer());
      }
    },
    newHash: newSha256,
  };
}
