/** The 176 px column on the left: which archive, which screen. */
import { BankOutlined, CalendarOutlined, HistoryOutlined, HomeOutlined, SettingOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { ArchiveInfo } from '#shared/features/archive.ts';
import type { CommandId } from '#shared/commands.ts';
import { isMac, runCommand } from './commands.ts';
import { COMMANDS } from '#shared/commands.ts';
import { useT } from './i18n.tsx';
import { keysText } from './keyboard.ts';
import { type Screen, useUi } from './ui-state.ts';

const ITEMS: readonly { screen: Screen; command: CommandId; icon: ReactNode }[] = [
  { screen: 'home', command: 'go.home', icon: <HomeOutlined /> },
  { screen: 'schedule', command: 'go.schedule', icon: <CalendarOutlined /> },
  { screen: 'organisations', command: 'go.organisations', icon: <BankOutlined /> },
  { screen: 'history', command: 'go.history', icon: <HistoryOutlined /> },
  { screen: 'settings', command: 'go.settings', icon: <SettingOutlined /> },
];

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
        {ITEMS.map((item) => {
          const keys = COMMANDS.find(({ id }) => id === item.command)?.keys ?? null;
          return (
            <button
              key={item.screen}
              type="button"
              className={item.screen === 'settings' ? 'side-item side-last' : 'side-item'}
              aria-current={screen === item.screen ? 'page' : undefined}
              title={keysText(keys, isMac())}
              onClick={() => runCommand(item.command)}
            >
              {item.icon}
              <span>{t(`shell.nav.${item.screen}`)}</span>
            </button>
          );
        })}
      </div>
    </nav>
  );
}
