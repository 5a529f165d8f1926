/** Small pictures of first pages, drawn one after the other and kept in memory for the latest files. */
import { openPdf } from '../papers/pdf-pages.ts';
import { readContent, type ShownFile } from './file-content.ts';

/** Longer side, in CSS pixels. */
export const THUMBNAIL = 56;
/** Larger files would hold up the list for a picture the size of a stamp; the preview shows them. Bytes. */
const LARGEST = 30 * 1024 * 1024;
const KEPT = 300;

const kept = new Map<string, string>();
let queue: Promise<unknown> = Promise.resolve();

function scaleFor(width: number, height: number): number {
  return (THUMBNAIL * Math.max(1, window.devicePixelRatio)) / Math.max(width, height, 1);
}

async function pdfPicture(bytes: Uint8Array): Promise<HTMLCanvasElement> {
  const opened = openPdf(bytes);
  try {
    const page = await (await opened.document).getPage(1);
    const { width, height } = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: scaleFor(width, height) });
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.floor(viewport.width));
    canvas.height = Math.max(1, Math.floor(viewport.height));
    await page.render({ canvas, viewport }).promise;
    return canvas;
  } finally {
    opened.close();
  }
}

async function smallPicture(picture: Blob): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(picture);
  try {
    const scale = Math.min(1, scaleFor(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return canvas;
  } finally {
    bitmap.close();
  }
}

async function draw(file: ShownFile): Promise<string | null> {
  const content = await readContent(file);
  if (content.kind !== 'pdf' && content.kind !== 'picture') return null;
  const canvas = await (content.kind === 'pdf' ? pdfPicture(content.bytes) : smallPicture(content.picture));
  return canvas.toDataURL('image/png');
}

/** The picture as an address, or null where none can be drawn; the preview then says why. */
export function thumbnailOf(file: ShownFile, wanted: () => boolean): Promise<string | null> {
  const known = kept.get(file.sha256);
  if (known !== undefined) return Promise.resolve(known);
  if (file.size > LARGEST) return Promise.resolve(null);
  const drawn = queue.then(async () => {
    if (!wanted()) return null;
    const picture = kept.get(file.sha256) ?? (await draw(file));
    if (picture !== null) {
      kept.set(file.sha256, picture);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    }
    return picture;
  });
  queue = drawn.catch(() => undefined);
  return drawn;
}
