/** The sex of a person, as identity papers know it. */
import { z } from '../lib/zod.ts';

export const Sex = z.enum(['female', 'male']);
export type Sex = z.infer<typeof Sex>;
