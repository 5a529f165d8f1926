/** What a file may be evidence of, by its name. Pure. */
import type { EvidenceKind } from '#shared/features/activities.ts';

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
