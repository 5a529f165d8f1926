/** The papers of a year's numbers, shown, printed and exported by the dialog of papers. */
import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useT } from '../../app/i18n.tsx';
import { ui } from '../../app/ui-state.ts';

const PAPERS = ['trainingStatistics', 'statisticsReport'] as const;

export function StatisticsPapers({ year }: { year: number }) {
  const { t } = useT();
  return PAPERS.map((paper) => (
    <Button key={paper} icon={<PrinterOutlined />} onClick={() => ui.set({ paper: { paper, year } })}>
      {t(`papers.name.${paper}`)}
    </Button>
  ));
}
