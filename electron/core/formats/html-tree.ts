/**
 * HTML text → element tree (parse5), leniently but bounded: clipboard headers are cut off, the markup that WPS leaves
 * without its first `<` is mended, and depth and number of elements are limited while the tree grows.
 */
import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { AppError } from '#shared/errors.ts';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

const LONGEST = 32_000_000;
const MOST_ELEMENTS = 1_500_000;
const DEEPEST = 300;

/** `Version:0.9 StartHTML:00000097 …` before the markup, as Windows keeps HTML on the clipboard. */
function withoutClipboardHeader(html: string): string {
  return /^\s*Version:\d/iu.test(html) ? html.slice(Math.max(html.indexOf('<'), 0)) : html;
}

/** `>td class=x>` and a leading `html …>`: tags that lost their `<` on the way through the clipboard. */
function mendTags(html: string): string {
  return html.replace(
    /(^|>)(\s*)(\/?(?:html|body|table|thead|tbody|tr|td|th|colgroup|col)(?:\s[^<>]*)?>)/giu,
    '$1$2<$3',
  );
}

/** Throws format/too_complex where the markup is too long, too deep or has too many elements. */
export function parseHtml(html: string): HtmlParent {
  if (html.length > LONGEST) throw new AppError('format/too_complex');
  let depth = 0;
  let elements = 0;
  return parse<DefaultTreeAdapterMap>(mendTags(withoutClipboardHeader(html)), {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...parameters: Parameters<typeof defaultTreeAdapter.createElement>): HtmlElement {
        elements += 1;
        if (elements > MOST_ELEMENTS) throw new AppError('format/too_complex');
        return defaultTreeAdapter.createElement(...parameters);
      },
      onItemPush(): void {
        depth += 1;
        if (depth > DEEPEST) throw new AppError('format/too_complex');
      },
      onItemPop(): void {
        depth -= 1;
      },
    },
  });
}

export function attribute(element: HtmlElement, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

/** Text that was struck through: <del>, <s>, or by its style. */
export function isStruck(element: HtmlElement): boolean {
  if (['del', 's', 'strike'].includes(element.tagName)) return true;
  return /text-decoration(?:-line)?\s*:[^;]*line-through/iu.test(attribute(element, 'style') ?? '');
}

/** Elements and text that the page's author or the office program hid. */
export function isHidden(element: HtmlElement): boolean {
  if (element.attrs.some(({ name }) => name === 'hidden')) return true;
  const style = attribute(element, 'style');
  return style !== null && /(?:^|[;\s])(?:display\s*:\s*none|mso-hide\s*:\s*all)/iu.test(style);
}
