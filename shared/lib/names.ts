/**
 * The name of a person as it is compared: rosters stretch names over their cell, type them in full width or with another
 * middle dot. Only such variants fall together; every character stays what it is, so rare ones (𬱖) and look-alikes
 * (閆, 阎) remain apart.
 */

/** Invisible signs and selectors of a glyph's variant; they come along when names are copied out of other programs. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;
const MIDDLE_DOTS = /[·•‧∙⋅・･●．]/gu;

/** What a name is found by; equal for the same name however it was spaced. Empty where nothing of it can be seen. */
export function nameKey(name: string): string {
  return name
    .replaceAll(MIDDLE_DOTS, '·')
    .normalize('NFKC')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/\s/gu, '')
    .toLowerCase();
}
