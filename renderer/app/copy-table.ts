/** Puts a table on the clipboard as the grid does: text for spreadsheets, HTML for word processors. */
import { copyRange } from '#ui/grid/clipboard-table.ts';

/** Through the page's own copy event, which needs no permission. Throws where the page may not copy. */
export function copyTable(table: readonly (readonly string[])[]): void {
  const range = { top: 0, left: 0, bottom: table.length - 1, right: (table[0]?.length ?? 1) - 1 };
  const { text, html } = copyRange({
    range,
    text: (row, column) => table[row]?.[column] ?? '',
    groups: () => undefined,
  });
  const write = (event: ClipboardEvent): void => {
    event.preventDefault();
    // The grid's own field would put its selection over it.
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    event.clipboardData?.setData('text/html', html);
  };
  window.addEventListener('copy', write, { capture: true, once: true });
  const done = document.execCommand('copy');
  window.removeEventListener('copy', write, { capture: true });
  if (!done) throw new Error('the page may not copy');
}
