/** The figures of population of one place, each with its day and the paper that says so. */
import { Button, Table } from 'antd';
import type { Population } from '#shared/features/population.ts';
import { useT } from '../../app/i18n.tsx';

interface Props {
  figures: readonly Population[];
  onWithdraw: (figure: Population) => void;
}

export function PopulationFigures({ figures, onWithdraw }: Props) {
  const { t } = useT();
  if (figures.length === 0) return null;
  return (
    <Table<Population>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={figures}
      scroll={{ y: 220 }}
      columns={[
        {
          title: t('organisationScreen.population.kindColumn'),
          key: 'kind',
          width: 96,
          render: (_, figure) => t(`organisationScreen.population.kind.${figure.kind}`),
        },
        {
          title: t('organisationScreen.population.count'),
          dataIndex: 'value',
          width: 104,
          align: 'right',
          className: 'digits',
        },
        {
          title: t('organisationScreen.population.day'),
          dataIndex: 'referenceDate',
          width: 120,
          className: 'digits',
        },
        { title: t('organisationScreen.population.source'), dataIndex: 'source' },
        {
          title: '',
          key: 'actions',
          width: 88,
          render: (_, figure) => (
            <Button size="small" onClick={() => onWithdraw(figure)}>
              {t('organisationScreen.population.withdraw')}
            </Button>
          ),
        },
      ]}
    />
  );
}
