/** Gives the focus to the grid that stands in a part of the screen, so that arrows walk through its rows. */

/** `within`: a selector of that part, e.g. `.ledger-main`. Nothing happens where it shows no grid. */
export function focusGrid(within: string): void {
  document.querySelector<HTMLElement>(`${within} .grid-editor`)?.focus();
}
