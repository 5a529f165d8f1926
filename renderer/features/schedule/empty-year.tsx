/** A year without rows: one sentence, and the three ways to begin. */
import { CopyOutlined, ImportOutlined, SnippetsOutlined } from '@ant-design/icons';
import { useYears } from '../../app/archive-state.ts';
import { runCommand } from '../../app/commands.ts';
import { useT } from '../../app/i18n.tsx';
import { WriteButton } from '../../app/read-only.tsx';
import { ui } from '../../app/ui-state.ts';

export function EmptyYear({ year }: { year: number }) {
  const { t } = useT();
  const before = (useYears().data ?? []).find((entry) => entry.year < year && entry.rows > 0)?.year;
  return (
    <div className="empty-year">
      <p>{t('schedule.empty.title', { year })}</p>
      <div className="actions">
        {before !== undefined && (
          <WriteButton type="primary" icon={<CopyOutlined />} onClick={() => runCommand('plan.copyYear')}>
            {t('schedule.empty.copy', { year: before })}
          </WriteButton>
        )}
        <WriteButton
          type={before === undefined ? 'primary' : 'default'}
          icon={<ImportOutlined />}
          onClick={() => runCommand('plan.import')}
        >
          {t('schedule.empty.import')}
        </WriteButton>
        <WriteButton icon={<SnippetsOutlined />} onClick={() => ui.set({ dialog: 'paste' })}>
          {t('schedule.empty.paste')}
        </WriteButton>
      </div>
    </div>
  );
}
