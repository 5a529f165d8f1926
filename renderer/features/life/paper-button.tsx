/** The way from a list to its paper. */
import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useT } from '../../app/i18n.tsx';
import { type PaperRequest, ui } from '../../app/ui-state.ts';

export function PaperButton({ request }: { request: PaperRequest }) {
  const { t } = useT();
  return (
    <Button icon={<PrinterOutlined />} onClick={() => ui.set({ paper: request })}>
      {t(`papers.name.${request.paper}`)}
    </Button>
  );
}
