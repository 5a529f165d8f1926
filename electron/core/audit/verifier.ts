/**
 * The shipped verifier run inside the program. There is one implementation, `resources/verifier/verify.mjs`, which must need
 * nothing of the program; so it is loaded from its place beside the fonts, and what it answers is checked.
 */
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '#shared/errors.ts';
import { PackageProblem } from '#shared/features/audit.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { z } from '#shared/lib/zod.ts';

/** What goes along in every package, made of the same modules: a program for Node and a page for any browser. */
export const VERIFIERS = ['verify.mjs', 'verify.html'] as const;

const Result = z.object({
  ok: z.boolean(),
  files: z.int(),
  events: z.int(),
  /** uid of the archive that the package says it comes from. */
  archive: z.string().nullable(),
  head: z.object({ sequence: z.int(), hash: z.string() }).nullable(),
  seal: z.string(),
  /** Numbers of the events whose content the package does not show. */
  withheld: z.array(z.int()),
  problems: z.array(PackageProblem),
});
export type PackageResult = z.infer<typeof Result>;

type Verify = (directory: string, seal: null, language: Locale) => Promise<unknown>;
const Module = z.object({ verifyPackage: z.custom<Verify>((given) => typeof given === 'function') });

export function verifierFile(fontsFolder: string, name: (typeof VERIFIERS)[number]): string {
  return join(fontsFolder, '..', 'verifier', name);
}

/** @throws AppError audit/not_a_package */
export async function runVerifier(fontsFolder: string, directory: string, locale: Locale): Promise<PackageResult> {
  const loaded: unknown = await import(/* @vite-ignore */ pathToFileURL(verifierFile(fontsFolder, 'verify.mjs')).href);
  const answer = await Module.parse(loaded)
    .verifyPackage(directory, null, locale)
    .catch((error: unknown) => {
      const detail = error instanceof Error ? error.message.slice(0, 200) : '';
      throw new AppError('audit/not_a_package', { folder: basename(directory), detail }, { cause: error });
    });
  return Result.parse(answer);
}
