/** 打印预览 of the year's plan. */
import { useQuery } from '@tanstack/react-query';
import { call } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { PdfView } from '../papers/pdf-view.tsx';
import { PaperForm } from './paper-form.tsx';
import { usePaperChoice } from './paper-options.ts';

export function PreviewView({ year }: { year: number }) {
  const { t } = useT();
  const choice = usePaperChoice();
  const paper = useQuery({
    queryKey: ['schedule', 'preview', year, choice],
    queryFn: () => call('schedule.preview', { year, ...choice, allowMissingGlyphs: true }),
    gcTime: 0,
  });
  return (
    <PdfView
      paper={paper.data}
      error={paper.error}
      onRetry={() => void paper.refetch()}
      fileName={t('paper.fileName', { year })}
    >
      <PaperForm compact />
    </PdfView>
  );
}
