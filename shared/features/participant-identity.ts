/**
 * ID-card numbers of persons (身份证号). None is collected unless a center switches it on (PIPL, art. 6 and 28): then they
 * are kept sealed, answered as their last two characters, and one is shown whole with passphrase and reason, into the log.
 */
import { z } from '../lib/zod.ts';
import { command, query } from '../procedure.ts';
import { Sex } from './sex.ts';

/** Fewer characters are guessed by a machine in days. */
export const LEAST_PASSPHRASE = 10;

const Passphrase = z.string().max(200);
const Reason = z.string().trim().min(1).max(500);

export const IdentitySetting = z.object({
  on: z.boolean(),
  /** Persons with a number, also withdrawn ones. */
  stored: z.int(),
  /** Switching on makes new keys and asks for a passphrase; otherwise those of the stored numbers are used on. */
  passphraseNeeded: z.boolean(),
});
export type IdentitySetting = z.infer<typeof IdentitySetting>;

export const identityProcedures = {
  identitySetting: query('Whether ID-card numbers are kept, and how many there are.', z.object({}), IdentitySetting),
  switchIdentityNumbers: command(
    'Begin or stop keeping ID-card numbers; what is stored stays sealed. Cannot be undone, only switched back.',
    z.object({ on: z.boolean(), reason: Reason, passphrase: Passphrase.optional() }),
    IdentitySetting,
    { touches: ['participants', 'history'] },
  ),
  setIdentityNumber: command(
    'Keep the ID-card number of one person, sealed; null takes it away.',
    z.object({ person: z.int(), number: z.string().max(100).nullable() }),
    z.object({
      mask: z.string().nullable(),
      /** What the number says of the person and their data do not yet; it is not filled in by itself. */
      says: z.object({ birthDate: z.iso.date().nullable(), sex: Sex.nullable() }),
      event: z.int(),
    }),
    { touches: ['participants', 'history'] },
  ),
  revealIdentityNumber: command(
    'Show the ID-card number of one person whole; who asked and why stands in the log.',
    z.object({ person: z.int(), passphrase: Passphrase, reason: Reason }),
    z.object({ number: z.string(), event: z.int() }),
    { touches: ['history'] },
  ),
  clearIdentityNumbers: command(
    'Take the ID-card numbers of all persons away. Cannot be undone.',
    z.object({ reason: Reason }),
    z.object({ cleared: z.int(), event: z.int() }),
    { touches: ['participants', 'history'] },
  ),
} as const;
