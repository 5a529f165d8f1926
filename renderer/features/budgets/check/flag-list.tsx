/** What needs a look: errors and warnings touch the figure, hints never do. Each opens the entries it speaks of. */
import { ExclamationCircleOutlined, InfoCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { FundingFlag } from '#shared/features/funding-check.ts';
import { useT } from '../../../app/i18n.tsx';
import { openDialog } from '../budget-state.ts';

const SIGNS: Record<FundingFlag['level'], typeof WarningOutlined> = {
  error: ExclamationCircleOutlined,
  warning: WarningOutlined,
  hint: InfoCircleOutlined,
};
const LEVELS = ['error', 'warning', 'hint'] as const;

export function FlagList({ flags }: { flags: readonly FundingFlag[] }) {
  const { t } = useT();
  return (
    <section className="panel flags" aria-label={t('budgetScreen.check.flags')}>
      <h2>{t('budgetScreen.check.flags')}</h2>
      {flags.length === 0 && <p className="muted">{t('budgetScreen.check.noFlags')}</p>}
      {LEVELS.map((level) => {
        const own = flags.filter((flag) => flag.level === level);
        if (own.length === 0) return null;
        const Sign = SIGNS[level];
        return (
          <div key={level} className={`flag-group flag-${level}`}>
            <h3>{t(`budgetScreen.check.level.${level}`)}</h3>
            <ul>
              {own.map(({ code, message, entryIds }) => (
                <li key={code}>
                  <Sign aria-hidden />
                  <span>
                    {message}
                    {entryIds.length > 0 && (
                      <button
                        type="button"
                        className="text-link"
                        onClick={() => openDialog({ name: 'entries', title: message, ids: entryIds })}
                      >
                        {t('budgetScreen.check.showEntries')}
                      </button>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
