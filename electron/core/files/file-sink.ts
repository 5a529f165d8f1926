/**
 * A file to stream into, for writers that produce while they go. The stream's failure (a full disk in the middle) and
 * the writer's end are joined into one promise, because neither library that writes through it would notice alone.
 */
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** Runs `produce` with a stream into the existing file `path`; resolves when every byte has reached the system. */
export async function writeThroughSink(path: string, produce: (sink: Writable) => Promise<void>): Promise<void> {
  const sink = createWriteStream(path, { flags: 'r+' });
  const closed = finished(sink, { readable: false });
  try {
    await Promise.race([
      produce(sink),
      // A writer that only waits for its stream would wait for ever after an error, so the error decides.
      closed.then(() => new Promise<never>(() => undefined)),
    ]);
    if (!sink.writableEnded) sink.end();
    await closed;
  } catch (error) {
    sink.destroy();
    await closed.catch(() => undefined);
    throw error;
  }
}
