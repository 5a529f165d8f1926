/** The 176 px column on the left: which archive, which screen. */
import { Tooltip } from 'antd';
import type { ArchiveInfo } from '#shared/features/archive.ts';
import { screens } from '../features/index.ts';
import { isMac, runCommand } from './commands.ts';
import { COMMANDS } from '#shared/commands.ts';
import { useT } from './i18n.tsx';
import { keysText } from './keyboard.ts';
import { useUi } from './ui-state.ts';

export function SideNav({ archive }: { archive: ArchiveInfo }) {
  const { t } = useT();
  const screen = useUi((state) => state.screen);
  return (
    <nav className="side" aria-label={t('shell.navigation')}>
      <div className="side-head">
        <strong>{t('shell.name')}</strong>
        <span>{archive.unitName}</span>
        {archive.isExample && (
          <Tooltip title={t('shell.exampleHint')} placement="right">
            <span className="badge-example">{t('shell.example')}</span>
          </Tooltip>
        )}
      </div>
      <div className="side-items">
        {screens.map((item) => {
          const keys = COMMANDS.find(({ id }) => id === item.command)?.keys ?? null;
          return (
            <button
              key={item.name}
              type="button"
              className={item.name === 'settings' ? 'side-item side-last' : 'side-item'}
              aria-current={screen === item.name ? 'page' : undefined}
              title={keysText(keys, isMac())}
              onClick={() => runCommand(item.command)}
            >
              <item.Icon aria-hidden />
              <span>{t(`shell.nav.${item.name}`)}</span>
            </button>
          );
        })}
      </div>
    </nav>
  );
}
