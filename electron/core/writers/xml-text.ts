/** XML as text: elements with escaped content, indented by two spaces. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters that XML 1.0 cannot hold (2.2); a sign stands in their place, so that the loss can be seen. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

export function xmlEscaped(text: string): string {
  return text
    .replaceAll(FORBIDDEN, '\uFFFD')
    .replaceAll(/[&<>"]/gu, (character) => ENTITIES[character] ?? character)
    .replaceAll('\r', '&#13;');
}

export interface XmlElement {
  name: string;
  attributes?: Readonly<Record<string, string>>;
  content: string | readonly XmlElement[];
}

function lines({ name, attributes = {}, content }: XmlElement, indent: string): string[] {
  const listed = Object.entries(attributes).map(([key, text]) => ` ${key}="${xmlEscaped(text)}"`);
  const open = `${indent}<${name}${listed.join('')}>`;
  if (typeof content === 'string') return [`${open}${xmlEscaped(content)}</${name}>`];
  return [open, ...content.flatMap((child) => lines(child, `${indent}  `)), `${indent}</${name}>`];
}

/** A whole file in UTF-8. */
export function xmlFile(root: XmlElement): string {
  return `${['<?xml version="1.0" encoding="UTF-8"?>', ...lines(root, '')].join('\n')}\n`;
}
