/** The three ways to an archive: the example, a new one, one that there is. `first` stands on top, marked. */
import { FolderAddOutlined, FolderOpenOutlined, ReadOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { runCommand } from '../../app/commands.ts';
import { useT } from '../../app/i18n.tsx';
import { useUi } from '../../app/ui-state.ts';
import { useOpenArchive } from './use-open-archive.ts';

function Choice({
  icon,
  title,
  text,
  primary,
  onClick,
}: {
  icon: ReactNode;
  title: string;
  text: string;
  primary: boolean;
  onClick: () => void;
}) {
  const switching = useUi((state) => state.switching);
  return (
    <button
      type="button"
      className={primary ? 'choice choice-primary' : 'choice'}
      disabled={switching}
      onClick={onClick}
    >
      <span className="choice-icon">{icon}</span>
      <span>
        <strong>{title}</strong>
        <span className="choice-text">{text}</span>
      </span>
    </button>
  );
}

type Way = 'example' | 'create' | 'open';

export function ArchiveChoices({ first }: { first: 'example' | 'create' }) {
  const { t } = useT();
  const { chooseAndOpen, openExample } = useOpenArchive();
  const ways: Readonly<Record<Way, { icon: ReactNode; go: () => void }>> = {
    example: { icon: <ReadOutlined />, go: () => openExample(false) },
    create: { icon: <FolderAddOutlined />, go: () => runCommand('archive.create') },
    open: { icon: <FolderOpenOutlined />, go: chooseAndOpen },
  };
  const order: readonly Way[] = first === 'example' ? ['example', 'create', 'open'] : ['create', 'open', 'example'];
  return (
    <div className="choices">
      {order.map((way) => (
        <Choice
          key={way}
          primary={way === first}
          icon={ways[way].icon}
          title={t(`shell.welcome.${way}`)}
          text={t(`shell.welcome.${way}Text`)}
          onClick={ways[way].go}
        />
      ))}
    </div>
  );
}
