/** What can be done with a year as a whole: its papers, its basis, its lock. */
import { DownOutlined, LockOutlined, PrinterOutlined, UnlockOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useAsked } from '../../../app/api.ts';
import { useT } from '../../../app/i18n.tsx';
import { WriteButton } from '../../../app/read-only.tsx';
import { ui } from '../../../app/ui-state.ts';
import { openDialog } from '../budget-state.ts';

const PAPERS = [
  'fundingCheck',
  'fundingLedger',
  'unitTrainingCheck',
  'auditMaterials',
  'commitmentLetter',
  'changeLog',
] as const;

export function YearMenu({ year }: { year: number }) {
  const { t } = useT();
  const years = useAsked('budgets.years', {}).data ?? [];
  const closed = years.find((one) => one.year === year)?.closed === true;
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: PAPERS.map((paper) => ({ key: paper, label: t(`papers.name.${paper}`) })),
          onClick: ({ key }) => {
            const paper = PAPERS.find((one) => one === key);
            if (paper) ui.set({ paper: { paper, year } });
          },
        }}
      >
        <Button icon={<PrinterOutlined />}>
          {t('budgetScreen.papers')} <DownOutlined />
        </Button>
      </Dropdown>
      <WriteButton onClick={() => openDialog({ name: 'basis', year })} disabled={closed}>
        {t('budgetScreen.basis.button')}
      </WriteButton>
      <WriteButton
        icon={closed ? <UnlockOutlined /> : <LockOutlined />}
        onClick={() => openDialog({ name: closed ? 'reopen' : 'close', year })}
      >
        {t(closed ? 'budgetScreen.lock.reopen' : 'budgetScreen.lock.close')}
      </WriteButton>
    </>
  );
}
