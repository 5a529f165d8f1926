/** Made-up ID-card numbers for tests: the check character is right, the place 999999 does not exist. */

/** The check character by the table of GB 11643-1999, worked out by its weights and not as the program does it. */
function checkCharacter(seventeen: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(seventeen[place]), 0);
  return '10X98765432'[sum % 11] ?? '';
}

/** `birthDate`: ISO day; `order`: three figures, odd for men. */
export function identityNumber(birthDate: string, order: string, place = '999999'): string {
  const seventeen = `${place}${birthDate.replaceAll('-', '')}${order}`;
  return seventeen + checkCharacter(seventeen);
}
