/** The catalogue for React: one instance for the window, its language taken from the preferences. */
import type { ReactNode } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import type { StepLabel } from '#shared/features/schedule.ts';
import { createI18n, type Locale, type Messages, type Translate } from '#shared/i18n/index.ts';
import { zhCN } from '#shared/i18n/zh-CN/index.ts';

const instance = createI18n('zh-CN');

export function setLocale(locale: Locale): void {
  if (instance.language !== locale) void instance.changeLanguage(locale);
  document.title = instance.t('shell.name');
}

export function Texts({ children }: { children: ReactNode }) {
  return <I18nextProvider i18n={instance}>{children}</I18nextProvider>;
}

export function useT(): { t: Translate; locale: Locale } {
  const { t, i18n } = useTranslation();
  return { t, locale: i18n.language === 'en' ? 'en' : 'zh-CN' };
}

function isStepCode(code: string): code is keyof Messages['history'] {
  return Object.hasOwn(zhCN.history, code);
}

/** The name of a step in the person's language; a code of a newer program shows as it is. */
export function stepText(t: Translate, label: StepLabel): string {
  if (!isStepCode(label.code)) return label.code;
  const key: string = `history.${label.code}`;
  const params = label.code === 'auditRead' ? readParams(t, label.params) : label.params;
  return t(key, { ...params, defaultValue: label.code }).trim();
}

/** What an auditor read comes as names of the program: procedure, and paper or kind of record. */
function readParams(t: Translate, { what = '', kind = '', of = '' }: StepLabel['params']): StepLabel['params'] {
  const word = (section: string, name: string | number): string =>
    name === '' ? '' : t(`${section}.${name}`, { defaultValue: String(name) });
  const paper = String(what).startsWith('papers.');
  return {
    what: word('auditScreen.reads', what),
    kind:
      kind === ''
        ? ''
        : t(`auditScreen.${paper ? 'ofPaper' : 'ofKind'}`, {
            name: word(paper ? 'papers.name' : 'auditScreen.entity', kind),
          }),
    of,
  };
}
