/** Characters that sound alike, among the 3755 most usual ones (GB/T 2312, level 1). Built at first use. */
import iconv from 'iconv-lite';
import { soundsOfCharacter } from './pinyin.ts';

let bySound: Map<string, string[]> | null = null;

function usualCharacters(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    // The last row of level 1 ends with five empty places.
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) bytes.push(row, cell);
  }
  return iconv.decode(Buffer.from(bytes), 'gb2312');
}

/** Other usual characters that can sound like this one. */
export function homophonesOf(character: string): string[] {
  if (!bySound) {
    bySound = new Map();
    for (const usual of usualCharacters()) {
      for (const sound of soundsOfCharacter(usual)) {
        const known = bySound.get(sound);
        if (known) known.push(usual);
        else bySound.set(sound, [usual]);
      }
    }
  }
  const table = bySound;
  const alike = new Set(soundsOfCharacter(character).flatMap((sound) => table.get(sound) ?? []));
  alike.delete(character);
  return [...alike];
}
