/**
 * The text of a value as the paper prints it. One function for layout, PDF, Excel's row heights and the comparison after
 * writing, so that they cannot differ.
 */
import type { ReportDocument, ReportField, ReportValue } from './model.ts';

/** Text without characters that cannot be printed: line ends become \n, tabs a space, other controls vanish. */
export function printableText(text: string): string {
  const lines = text
    .replaceAll('\r\n', '\n')
    .replace(/[\r\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ');
  // \p{Cc} = control characters; U+FEFF is a byte order mark that came along with a file.
  return lines.replace(/\p{Cc}|\ufeff/gu, (character) => (character === '\n' ? character : ''));
}

/**
 * Text, integer, money (fen → yuan with two decimals and thousands separators) or date (2021年3月1日, GB/T 9704-2012,
 * 7.3.5.4) as printed. A date that is no ISO date is printed as it stands.
 */
export function printedText(value: ReportValue, locale: ReportDocument['locale']): string {
  switch (value.kind) {
    case 'text':
      return printableText(value.text);
    case 'integer':
      return String(value.value);
    case 'fen':
      return yuan(value.value);
    case 'date':
      return printedDate(value.value, locale);
  }
}

function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}

function printedDate(date: string, locale: ReportDocument['locale']): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!parts || locale === 'en') return date;
  return `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日`;
}

/** A field as printed: `label：value`, or the value alone. */
export function fieldText(field: ReportField, locale: ReportDocument['locale']): string {
  const value = printedText(field.value, locale);
  const label = printableText(field.label);
  if (label === '') return value;
  return locale === 'en' ? `${label}: ${value}`.trimEnd() : `${label}：${value}`;
}
