/** Buttons of a page's head that run commands, and can be pressed while the command can run; their keys are shown. */
import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { COMMANDS, type CommandId } from '#shared/commands.ts';
import { isMac, runCommand, useOfferedCommands, useShownCommands } from '../commands.ts';
import { useT } from '../i18n.tsx';
import { keysText } from '../keyboard.ts';

function keysOf(command: CommandId): string {
  return keysText(COMMANDS.find(({ id }) => id === command)?.keys ?? null, isMac());
}

interface ButtonProps {
  command: CommandId;
  label: string;
  icon: ReactNode;
  primary?: boolean;
}

export function CommandButton({ command, label, icon, primary = false }: ButtonProps) {
  const offered = useOfferedCommands().some(({ id }) => id === command);
  const shown = useShownCommands([command]).length > 0;
  if (!shown) return null;
  return (
    <Tooltip title={keysOf(command)}>
      <Button
        type={primary ? 'primary' : 'default'}
        icon={icon}
        disabled={!offered}
        onClick={() => runCommand(command)}
      >
        {label}
      </Button>
    </Tooltip>
  );
}

interface MenuProps {
  commands: readonly CommandId[];
  /** In the register's own words what the menu calls otherwise. */
  labels?: Readonly<Partial<Record<CommandId, string>>>;
}

/** The menu “more”. */
export function MoreCommands({ commands, labels = {} }: MenuProps) {
  const { t } = useT();
  const offered = useOfferedCommands();
  const shown = useShownCommands(commands);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: shown.map((id) => ({
          key: id,
          label: labels[id] ?? t(`menu.commands.${id}`),
          extra: keysOf(id),
          disabled: !offered.some((one) => one.id === id),
        })),
        onClick: ({ key }) => runCommand(key),
      }}
    >
      <Button icon={<DownOutlined />} iconPlacement="end">
        {t('register.more')}
      </Button>
    </Dropdown>
  );
}
