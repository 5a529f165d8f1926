/**
 * The catalogue: every word a person reads, in the window, in menus, in errors, in Excel and in PDF.
 * zh-CN is the original; a key missing or too many in another language is a type error.
 */
import i18next, { type i18n, type TFunction } from 'i18next';
import { en } from './en/index.ts';
import { zhCN } from './zh-CN/index.ts';

export type Messages = typeof zhCN;
export type Locale = 'zh-CN' | 'en';

/** `errors.schedule/unreadable` → `schedule/unreadable`. */
export type ErrorCode = keyof Messages['errors'];
export type WarningCode = keyof Messages['warnings'];

/** All texts as strings with the same keys; languages other than the original must satisfy it. */
export type SameKeys<T> = { [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Messages };
    returnNull: false;
    keySeparator: '.';
    nsSeparator: false;
  }
}

/** Builds an i18next instance with both languages loaded; nothing is fetched. */
export function createI18n(locale: Locale): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: 'zh-CN',
    initAsync: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
  });
  return instance;
}

export type Translate = TFunction;

const translators = new Map<Locale, Translate>();

/** The translation function of a language, made once. */
export function translator(locale: Locale): Translate {
  let translate = translators.get(locale);
  if (!translate) {
    translate = createI18n(locale).t;
    translators.set(locale, translate);
  }
  return translate;
}
