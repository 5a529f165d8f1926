/** README.txt of an evidence package: what each file is, how to check it, and what the check cannot prove. */
import { translator } from '#shared/i18n/index.ts';
import { localMinute } from '../local-day.ts';
import type { PackageContent } from './package-content.ts';

// For the auditor at another place: does not follow the language of the window.
const t = translator('zh-CN');

export interface Counts {
  entries: number;
  vouchers: number;
  madeAt: string;
  appVersion: string;
}

export function readmeText({ unitName, uid, year, head }: PackageContent, counts: Counts): string {
  const { entries, vouchers, madeAt, appVersion } = counts;
  const text = t('auditPackage.readme', {
    unit: unitName,
    uid,
    year,
    sequence: head.sequence,
    hash: head.hash,
    at: localMinute(madeAt),
    entries,
    vouchers,
    program: `${t('shell.name')} ${appVersion}`,
    interpolation: { escapeValue: false },
  });
  return `${text.replaceAll('\n', '\r\n')}\r\n`;
}
