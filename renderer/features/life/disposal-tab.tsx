/** 销毁: lists of destruction, each readable for ever, with what they still wait for. */
import { Button } from 'antd';
import { useState } from 'react';
import type { Appraisal } from '#shared/features/appraisals.ts';
import { useAsked } from '../../app/api.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { WriteButton } from '../../app/read-only.tsx';
import { useToday } from '../../app/today.ts';
import { isoDay } from './day-text.ts';
import { countsOf, waitingForList } from './disposal-rows.ts';
import { DisposalView } from './disposal-view.tsx';
import { DraftDisposalDialog } from './draft-disposal-dialog.tsx';
import { LifePage } from './life-page.tsx';
import { showTab, useLifeState } from './life-state.ts';
import { SideList } from './side-list.tsx';

export function DisposalTab() {
  const { t } = useT();
  const today = isoDay(useToday());
  const wanted = useLifeState((state) => state.opened.disposal);
  const list = useAsked('disposals.list', {});
  const appraisals = useAsked('appraisals.list', {});
  const [drafting, setDrafting] = useState<Appraisal | null>(null);
  const disposals = list.data ?? [];
  const waiting = list.data
    ? (appraisals.data ?? []).filter((appraisal) => waitingForList(appraisal, disposals) > 0)
    : [];
  const opened = disposals.find(({ id }) => id === wanted) ?? (waiting.length === 0 ? disposals[0] : undefined);
  const waitingDocuments = waiting.reduce((sum, appraisal) => sum + waitingForList(appraisal, disposals), 0);
  const side = (
    <SideList
      label={t('life.disposal.lists')}
      opened={opened?.id ?? null}
      onOpen={(id) => showTab('disposal', id)}
      entries={[
        { id: null, name: t('life.disposal.waiting'), note: t('life.documents', { count: waitingDocuments }) },
        ...disposals.map((disposal) => ({
          id: disposal.id,
          name: disposal.number,
          note: `${t(`life.disposal.state.${disposal.state}`)} · ${t('life.documents', { count: countsOf(disposal).listed })}`,
        })),
      ]}
    />
  );
  if (opened) return <DisposalView key={opened.id} disposal={opened} today={today} side={side} />;
  const error = list.error ?? appraisals.error;
  return (
    <LifePage status={t('life.disposal.count', { count: disposals.length })}>
      <div className="split">
        {side}
        <div className="split-main">
          {error !== null && (
            <ErrorView error={error} onRetry={() => void Promise.all([list.refetch(), appraisals.refetch()])} />
          )}
          <p className="muted">{t('life.disposal.waitingText')}</p>
          {waiting.length === 0 && list.data !== undefined && (
            <div className="empty-year">
              <p>{t('life.disposal.noneWaiting')}</p>
              <Button onClick={() => showTab('appraisal', null)}>{t('life.disposal.toAppraisal')}</Button>
            </div>
          )}
          {waiting.length > 0 && (
            <ul className="todo waiting-lists">
              {waiting.map((appraisal) => (
                <li key={appraisal.id}>
                  {t('life.disposal.waitingOf', {
                    name: appraisal.name,
                    count: waitingForList(appraisal, disposals),
                  })}{' '}
                  <WriteButton size="small" type="primary" onClick={() => setDrafting(appraisal)}>
                    {t('life.disposal.draft')}
                  </WriteButton>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
      {drafting && (
        <DraftDisposalDialog
          appraisal={drafting}
          today={today}
          onDrafted={(id) => showTab('disposal', id)}
          onClose={() => setDrafting(null)}
        />
      )}
    </LifePage>
  );
}
