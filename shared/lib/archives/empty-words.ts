/**
 * Words that stand for nothing: what clerks write where nothing is printed (无, —) and what broken systems leak
 * (None, null, undefined, NaN). Empty is a value of its own and is stored as empty, never as such a word
 * (DA/T 22-2015: 文号 and 密级 stay blank where the paper has none).
 */

const CLERKS = /^(?:无|暂无|空|没有|不详|[-—–―─_/\\]+|n[./\\]?a\.?)$/iu;
const LEAKED = /(?<![A-Za-z])(?:none|null|undefined|nan)(?![A-Za-z])/iu;

/** Whether the whole text says “nothing”: blank, 无, —, N/A, None, null, undefined, NaN in any width. */
export function isEmptyWord(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/[\s\u200B-\u200D\uFEFF]+/gu, '');
  return plain === '' || CLERKS.test(plain) || LEAKED.exec(plain)?.[0] === plain;
}

/** The leaked word inside a text (None, null, undefined, NaN), as written; null where there is none. */
export function leakedWord(text: string): string | null {
  return LEAKED.exec(text.normalize('NFKC'))?.[0] ?? null;
}
