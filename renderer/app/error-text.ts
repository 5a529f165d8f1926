/** From anything that was thrown to the sentence that a person reads, and to the lines for technical staff. */
import { AppError } from '#shared/errors.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { stepText } from './i18n.tsx';

export function errorText(t: Translate, error: unknown): string {
  if (!(error instanceof AppError)) return t('shell.error.unknown');
  const params = { ...error.params };
  const label = params['label'];
  if (error.code === 'history/changed_since' && typeof label === 'string') {
    params['label'] = stepText(t, { code: label, params: {} });
  }
  if (error.code === 'access/role') {
    if (params['role'] === 'auditor') return t('auditScreen.refused');
    params['role'] = t(`auditScreen.roles.${String(params['role'])}` as 'auditScreen.roles.clerk');
  }
  // The parameters belong to the code, which is known only now.
  const key: string = `errors.${error.code}`;
  return t(key, { ...params, defaultValue: error.code });
}

/** Was the call given up by the person? Then there is nothing to say. */
export function isCancelled(error: unknown): boolean {
  return error instanceof AppError && error.code === 'program/cancelled';
}

/** What “copy technical information” puts on the clipboard: code, parameters, reference; nothing of the archive. */
export function technicalText(error: unknown, version: string): string {
  const lines = [`version ${version}`, `time ${new Date().toISOString()}`];
  if (error instanceof AppError) {
    lines.push(`code ${error.code}`, `params ${JSON.stringify(error.params)}`);
    if (error.ref) lines.push(`ref ${error.ref}`);
  } else if (error instanceof Error) {
    lines.push(error.stack ?? error.message);
  } else lines.push(String(error));
  return lines.join('\n');
}
