/** 盘点: stock-takes of the archive room, each with its labels and its report. */
import { PlusOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useAsked } from '../../app/api.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { WriteButton, Writing } from '../../app/read-only.tsx';
import { useToday } from '../../app/today.ts';
import { isoDay } from './day-text.ts';
import { LifePage } from './life-page.tsx';
import { showTab, useLifeState } from './life-state.ts';
import { SideList } from './side-list.tsx';
import { OpenStocktakeDialog } from './stocktake-dialogs.tsx';
import { StocktakeView } from './stocktake-view.tsx';

export function StocktakeTab() {
  const { t } = useT();
  const today = isoDay(useToday());
  const wanted = useLifeState((state) => state.opened.stocktake);
  const list = useAsked('stocktakes.list', {});
  const places = useAsked('boxes.places', {});
  const [opening, setOpening] = useState(false);
  const stocktakes = list.data ?? [];
  const opened = stocktakes.find(({ id }) => id === wanted) ?? stocktakes[0];
  const begin = (
    <WriteButton
      type={opened ? 'default' : 'primary'}
      icon={<PlusOutlined aria-hidden />}
      onClick={() => setOpening(true)}
    >
      {t('life.stocktake.open')}
    </WriteButton>
  );
  const side = (
    <SideList
      label={t('life.stocktake.lists')}
      opened={opened?.id ?? null}
      onOpen={(id) => showTab('stocktake', id)}
      entries={stocktakes.map((stocktake) => ({
        id: stocktake.id,
        name: stocktake.name,
        note:
          stocktake.closedOn === null
            ? t('life.stocktake.running', { count: stocktake.entryCount })
            : t('life.stocktake.closedOn', { date: stocktake.closedOn }),
      }))}
    />
  );
  const dialog = opening && (
    <OpenStocktakeDialog
      places={places.data ?? []}
      today={today}
      onOpened={(id) => showTab('stocktake', id)}
      onClose={() => setOpening(false)}
    />
  );
  if (opened) {
    return (
      <>
        <StocktakeView
          key={opened.id}
          stocktake={opened}
          places={places.data ?? []}
          today={today}
          side={side}
          begin={begin}
        />
        {dialog}
      </>
    );
  }
  return (
    <LifePage actions={begin}>
      {list.error !== null && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <div className="empty-year">
          <p>{t('life.stocktake.none')}</p>
          <Writing>
            <p className="muted">{t('life.stocktake.noneText')}</p>
          </Writing>
        </div>
      )}
      {dialog}
    </LifePage>
  );
}
