/** The papers of the archive room and of activities: built from the register, written or shown by the one pipeline. */
import { AppError } from '#shared/errors.ts';
import type { PaperScope } from '#shared/features/papers.ts';
import { translator } from '#shared/i18n/index.ts';
import type { HandlersOf } from '../dispatch.ts';
import { exportReport, previewPdf } from '../export/index.ts';
import { paperReport } from '../papers/index.ts';

/** Why phones are printed whole, or null where they are masked. @throws AppError papers/reason_missing */
function reasonForPhones(scope: PaperScope): string | null {
  if (!('phones' in scope) || scope.phones === 'masked') return null;
  if (scope.reason === '') throw new AppError('papers/reason_missing');
  return scope.reason;
}

export const papers: HandlersOf<'papers'> = {
  async export(context, input) {
    const phonesFor = reasonForPhones(input);
    const written = await exportReport({
      report: paperReport(context, input),
      format: input.format,
      file: input.file,
      fontsFolder: context.fontsFolder,
      fontScheme: input.fontScheme,
      allowMissingGlyphs: input.allowMissingGlyphs,
      onProgress: context.onProgress,
      signal: context.signal,
    });
    const paper = translator(context.locale)(`papers.name.${input.paper}`);
    const params = { paper, format: input.format, sha256: written.sha256 };
    context.record({
      action: 'papers.export',
      label:
        phonesFor === null
          ? { code: 'paperExport', params }
          : { code: 'paperExportPhones', params: { ...params, reason: phonesFor } },
    });
    return written;
  },

  async preview(context, input) {
    // What is only looked at leaves no event, so it never shows a whole phone.
    const shown = 'phones' in input ? { ...input, phones: 'masked' as const } : input;
    return previewPdf({
      report: paperReport(context, shown),
      fontsFolder: context.fontsFolder,
      fontScheme: input.fontScheme,
      onProgress: context.onProgress,
      signal: context.signal,
    });
  },
};
