/**
 * By what a voucher is known, however it is written: 记字第012号, 记-12 and 记12 are one. Letters and signs that only decorate go; leading
 * zeros of each run of digits go. Empty = no number, which is never the same as another.
 */
export function voucherKey(printed: string): string {
  return printed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s字第号#№:：._\-–—/\\()[\]〔〕【】]/gu, (_sign, offset: number, whole: string) =>
      // 2021-3 and 202-13 are two numbers: between digits a sign parts them.
      /\d/u.test(whole[offset - 1] ?? '') && /\d/u.test(whole.slice(offset + 1).trimStart()[0] ?? '') ? '-' : '',
    )
    .replaceAll(/(?<!\d)0+(?=\d)/gu, '');
}
