/** For auditors: the log with what each event changed, the evidence of a year as a package, and the check of both. */
import { resolve } from 'node:path';
import { checkPackage } from '../audit/check-package.ts';
import { head } from '../audit/event.ts';
import { auditLog } from '../audit/log.ts';
import { writePackage } from '../audit/package.ts';
import { verify } from '../audit/verify.ts';
import { archiveOf } from '../context.ts';
import type { HandlersOf } from '../dispatch.ts';

export const audit: HandlersOf<'audit'> = {
  log: ({ db }, input) => auditLog(db, input),

  package: (context, input) => writePackage(context, input),

  async verify(context, { directory }) {
    if (directory !== undefined) return checkPackage(context, resolve(directory));
    const db = archiveOf(context);
    const { ok, events, problems } = await verify(db, context.onProgress, context.signal);
    return { ok, files: 0, events, head: head(db), problems: problems.map((one) => ({ ...one, file: null })) };
  },
};
