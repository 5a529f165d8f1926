/** The frame of every tab: the same title and tabs, its own actions. */
import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useT } from '../../app/i18n.tsx';
import { Page } from '../../app/page.tsx';
import { LIFE_TABS, type LifeTab, showTab, useLifeState } from './life-state.ts';

interface Props {
  actions?: ReactNode;
  status?: ReactNode;
  hints?: ReactNode;
  scroll?: boolean;
  children: ReactNode;
}

export function LifePage({ children, ...page }: Props) {
  const { t } = useT();
  const tab = useLifeState((state) => state.tab);
  return (
    <Page
      title={t('shell.nav.life')}
      note={
        <Segmented<LifeTab>
          aria-label={t('life.tabs')}
          value={tab}
          onChange={(next) => showTab(next)}
          options={LIFE_TABS.map((value) => ({ value, label: t(`life.tab.${value}`) }))}
        />
      }
      {...page}
    >
      {children}
    </Page>
  );
}
