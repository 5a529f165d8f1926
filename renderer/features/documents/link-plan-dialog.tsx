/** Links documents with the rows of a year's plan, as the plan's paper. */
import { App, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../app/api.ts';
import { useYear, useYears } from '../../app/archive-state.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { documentsById } from './use-document-rows.ts';

export function LinkPlanDialog({ ids, onClose }: { ids: readonly number[]; onClose: () => void }) {
  const { t } = useT();
  const { message } = App.useApp();
  const years = (useYears().data ?? []).filter(({ rows }) => rows > 0);
  const current = useYear();
  const [year, setYear] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const chosen = year ?? (years.some((one) => one.year === current) ? current : (years[0]?.year ?? null));

  const link = async (): Promise<void> => {
    if (chosen === null) return;
    setBusy(true);
    setError(null);
    try {
      const documents = (await documentsById(ids)).map(({ id, version }) => ({ id, version }));
      const { linked } = await call('documents.linkPlan', { documents, year: chosen });
      message.success(
        linked === 0
          ? t('documentScreen.linkPlan.already', { year: chosen })
          : t('documentScreen.linkPlan.done', { year: chosen, count: linked }),
      );
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Dialog
      width={440}
      focusField={false}
      title={t('documentScreen.linkPlan.title')}
      okText={t('documentScreen.linkPlan.do')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: chosen === null, loading: busy, autoFocus: true }}
      onOk={() => void link()}
      onCancel={onClose}
    >
      {years.length === 0 ? (
        <p>{t('documentScreen.linkPlan.none')}</p>
      ) : (
        <div className="field">
          <label htmlFor="link-plan-year">{t('documentScreen.linkPlan.text', { count: ids.length })}</label>
          <Select
            id="link-plan-year"
            value={chosen}
            onChange={(value: number) => setYear(value)}
            options={years.map((one) => ({
              value: one.year,
              label: t('documentScreen.linkPlan.option', { year: one.year, count: one.rows }),
            }))}
          />
        </div>
      )}
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
