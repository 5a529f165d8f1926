/** 利用与鉴定: what happens to documents after they are filed, one tab each. */
import './life.css';
import { AppraisalTab } from './appraisal-tab.tsx';
import { DisposalTab } from './disposal-tab.tsx';
import { useLifeState } from './life-state.ts';
import { StocktakeTab } from './stocktake-tab.tsx';
import { TransferTab } from './transfer-tab.tsx';
import { UseTab } from './use-tab.tsx';

const TABS = {
  use: UseTab,
  appraisal: AppraisalTab,
  disposal: DisposalTab,
  transfer: TransferTab,
  stocktake: StocktakeTab,
};

export function LifeScreen() {
  const Tab = TABS[useLifeState((state) => state.tab)];
  return <Tab />;
}
