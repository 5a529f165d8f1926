/** Evidence as the window sees it. Pure. */
import type { ActivityFile, EvidenceKind } from '#shared/features/activities.ts';
import type { ShownFile } from '../objects/file-content.ts';

/** Words in a file's name that say what it is. The person sees the guess in the dialog and decides. */
const WORDS: readonly (readonly [RegExp, EvidenceKind])[] = [
  [/同意书|知情同意/u, 'consent'],
  [/签到|报名|花名册/u, 'sign_in'],
  [/小结|总结|简报|汇报/u, 'summary'],
  [/发票|收据|凭证|报销|经费|票据/u, 'money'],
  [/方案|计划|通知/u, 'plan'],
];
const PICTURE = /\.(?:jpe?g|png|gif|bmp|webp|tiff?|heic)$/iu;

/** What a file of that name may be evidence of. */
export function guessKind(name: string): EvidenceKind {
  const byWord = WORDS.find(([words]) => words.test(name))?.[1];
  if (byWord) return byWord;
  return PICTURE.test(name) ? 'photo' : 'other';
}

/** The one kind that all names speak for; else 'other'. */
export function guessKinds(names: readonly string[]): EvidenceKind {
  const kinds = new Set(names.map(guessKind));
  return kinds.size === 1 ? ([...kinds][0] ?? 'other') : 'other';
}

/** The content of a piece of evidence that can be shown; null = it is a document of the archive. */
export function shownFile({ sha256, name, format, size }: ActivityFile): ShownFile | null {
  return sha256 === null || format === null || size === null ? null : { sha256, name, format, size };
}
