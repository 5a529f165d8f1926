/**
 * The log as an evidence package carries it, a line an event. Events of money stand there whole; of all others only what the
 * chain needs, because their images show persons. Whoever has the line can recompute the chain either way.
 */
import { AppError } from '#shared/errors.ts';
import { z } from '#shared/lib/zod.ts';
import { all, type ReadDb } from '../db/sql.ts';
import { canonicalJson, type Canonical } from './canonical.ts';
import { eventLeaf, eventText } from './event.ts';

/** Records that the figures stand on. */
const MONEY: ReadonlySet<string> = new Set([
  'fund_entry',
  'fund_rule',
  'fund_year',
  'fund_import',
  'training_base',
  'population',
]);
/** What may stand beside them in an event that is shown whole: files of vouchers, and what a new archive begins with. */
const BESIDE: ReadonlySet<string> = new Set([
  'object',
  'archive',
  'fonds',
  'code_scheme',
  'section',
  'retention_row',
  'activity_category',
]);

const Row = z.object({
  sequence: z.int(),
  at: z.string(),
  actor: z.string(),
  role: z.string(),
  action: z.string(),
  label: z.string().nullable(),
  reason: z.string().nullable(),
  before: z.string(),
  after: z.string(),
  app_version: z.string(),
  previous: z.string(),
});
const Named = z.array(z.object({ entity: z.string() }));

const PAGE = 200;

/** Do the images concern money and nothing that could show a person? */
export function mayBeShown(images: string): boolean {
  const names = Named.parse(JSON.parse(images)).map(({ entity }) => entity);
  return names.some((name) => MONEY.has(name)) && names.every((name) => MONEY.has(name) || BESIDE.has(name));
}

/** @throws AppError archive/damaged where the log cannot be read */
function lineOf(row: z.infer<typeof Row>): string {
  try {
    return textOf(row);
  } catch (error) {
    throw new AppError('archive/damaged', { detail: `event ${row.sequence}` }, { cause: error });
  }
}

function textOf({ app_version, label, before, after, previous, ...row }: z.infer<typeof Row>): string {
  const text = eventText({
    ...row,
    label: label === null ? null : (JSON.parse(label) as Canonical),
    appVersion: app_version,
    beforeText: before,
    afterText: after,
  });
  // Keys in canonical order. The images after a change name every record that the images before it name.
  const rest = `"previous":${canonicalJson(previous)},"sequence":${row.sequence}`;
  return mayBeShown(after) ? `{"event":${text},${rest}}\n` : `{"leaf":"${eventLeaf(text).toString('hex')}",${rest}}\n`;
}

/** The lines from the first event to `last`, in pieces of some hundred. */
export function* logLines(db: ReadDb, last: number): Generator<{ lines: string; done: number }> {
  for (let done = 0; done < last; ) {
    const rows = all(
      db,
      Row,
      `SELECT sequence, at, actor, role, action, label, reason, before, after, app_version, previous FROM event
       WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ${PAGE}`,
      done,
      last,
    );
    const newest = rows.at(-1);
    if (!newest) return;
    done = newest.sequence;
    yield { lines: rows.map(lineOf).join(''), done };
  }
}
