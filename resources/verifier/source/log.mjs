/** The chain of the log, and the records of money as its events leave them. */
import { bytesOf, canonical, differing, fromHex, HEX, linesOf, Unreadable } from './texts.mjs';

/**
 * Follows the chain from its beginning; its events of money are folded into the records as they stand at the end.
 * @param hashOf SHA-256 of bytes one after the other, hexadecimal
 */
export async function checkLog(pieces, head, hashOf, tell) {
  const log = 'log.jsonl';
  const [records, withheld] = [new Map(), []];
  let previous = hashOf(bytesOf('community-education-archive\n'), bytesOf(head.archive));
  if (head.genesis !== previous) tell('head', 'head.json', 'genesis');
  let sequence = 0;
  for await (const line of linesOf(pieces)) {
    sequence += 1;
    const entry = JSON.parse(line);
    const { event } = entry;
    if (canonical(entry) !== line || !HEX.test(entry.previous) || !(event || HEX.test(entry.leaf))) {
      throw new Unreadable('logLine', { sequence });
    }
    if (entry.sequence !== sequence) {
      tell('sequence', log, 'sequence', { expected: sequence, found: entry.sequence }, sequence);
      sequence = entry.sequence;
    }
    if (entry.previous !== previous) tell('chain', log, 'chain', { sequence }, sequence);
    if (event && event.sequence !== sequence) tell('sequence', log, 'eventSequence', { sequence }, sequence);
    const leaf = event ? hashOf(bytesOf('\0'), bytesOf(canonical(event))) : entry.leaf;
    previous = hashOf(bytesOf('\u0001'), fromHex(entry.previous), fromHex(leaf));
    if (event) fold(event, records, (entity, key) => tell('fold', log, 'fold', { entity, key }, sequence));
    else withheld.push(sequence);
  }
  if (sequence !== head.sequence) tell('head', log, 'headSequence', { found: sequence, expected: head.sequence });
  if (previous !== head.hash) tell('head', log, 'headHash');
  return { records, withheld, events: sequence };
}

function fold(event, records, tell) {
  for (const { entity, key, image } of event.before) {
    const known = records.get(`${entity}/${key}`) ?? null;
    // Units that are merged change what names them in an event with persons, which is not shown; entries never are.
    if (entity !== 'fund_entry' && image && image.version > (known?.version ?? 0)) continue;
    const same = known === null || image === null ? known === image : differing(known, image).length === 0;
    if (!same) tell(entity, key);
  }
  for (const { entity, key, image } of event.after) if (image) records.set(`${entity}/${key}`, image);
}
