/** A thread that speaks the protocol and then does what the text of the call says: hang, fill the memory, die. */
import { parentPort } from 'node:worker_threads';
import type { Answer, FromThread, ToThread } from '../../../electron/worker/messages.ts';

const port = parentPort;
if (!port) throw new Error('This file is the entry of a thread.');
const tell = (message: FromThread): void => port.postMessage(message);
const cancelled: Answer = { reply: { ok: false, error: { code: 'program/cancelled', params: {} } }, touched: [] };

port.on('message', (message: ToThread) => {
  if (message.kind === 'close') return port.close();
  if (message.kind === 'cancel') return tell({ kind: 'answer', id: message.id, answer: cancelled });
  if (message.kind !== 'call') return undefined;
  const { id, request } = message;
  if (request.name === 'archive.verify')
    return tell({ kind: 'progress', id, progress: { stage: 'x', done: 1, total: 2 } });
  if (request.name.startsWith('plans.')) return process.exit(1);
  const { text } = request.input as { text: string };
  switch (text) {
    case 'hang':
      for (;;) Math.random();
    case 'fill': {
      const kept: unknown[] = [];
      for (;;) kept.push({ row: kept.length, cells: Array.from({ length: 100 }, (_, index) => `${index}`) });
    }
    case 'die':
      throw new Error('died');
    default:
      return tell({ kind: 'answer', id, answer: { reply: { ok: true, value: text }, touched: [] } });
  }
});
tell({ kind: 'ready' });
