/** The papers of the archive room: built from the register, written or shown by the one pipeline. */
import { translator } from '#shared/i18n/index.ts';
import type { HandlersOf } from '../dispatch.ts';
import { exportReport, previewPdf } from '../export/index.ts';
import { paperReport } from '../papers/index.ts';

export const papers: HandlersOf<'papers'> = {
  async export(context, input) {
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
    context.record({
      action: 'papers.export',
      label: { code: 'paperExport', params: { paper, format: input.format, sha256: written.sha256 } },
    });
    return written;
  },

  async preview(context, input) {
    return previewPdf({
      report: paperReport(context, input),
      fontsFolder: context.fontsFolder,
      fontScheme: input.fontScheme,
      onProgress: context.onProgress,
      signal: context.signal,
    });
  },
};
