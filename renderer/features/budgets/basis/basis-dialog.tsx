/** Fixes the figure of population that a year is judged by; a change needs a reason, which stays in the log. */
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { floorVerdict } from '#shared/lib/funding/verdict.ts';
import { call, useAsked } from '../../../app/api.ts';
import { useT } from '../../../app/i18n.tsx';
import { ActionDialog } from '../../life/action-dialog.tsx';
import { Field } from '../../life/field.tsx';
import { VerdictChip } from '../check/verdict-chip.tsx';

export function BasisDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { t } = useT();
  const check = useAsked('budgets.check', { year }).data;
  const figures = (useAsked('budgets.population', {}).data ?? []).filter(
    ({ kind, referenceDate }) => kind === 'resident' && referenceDate <= `${year}-12-31`,
  );
  const [chosen, setChosen] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const fixed = check?.basis?.fixed === true ? check.basis.population.id : null;
  const id = chosen ?? check?.basis?.population.id ?? null;
  const changes = fixed !== null && id !== fixed;
  return (
    <ActionDialog
      width={680}
      title={t('budgetScreen.basis.title', { year })}
      text={t('budgetScreen.basis.text')}
      okText={t('budgetScreen.basis.fix')}
      ready={id !== null && id !== fixed && (!changes || reason.trim() !== '')}
      run={async () => void (await call('budgets.fixBasis', { year, populationId: id ?? 0, reason: reason.trim() }))}
      onClose={onClose}
    >
      {figures.length === 0 && <p>{t('budgetScreen.population.empty')}</p>}
      <Radio.Group
        className="basis-choices"
        aria-label={t('budgetScreen.basis.title', { year })}
        value={id}
        onChange={(event) => setChosen(Number(event.target.value))}
      >
        {figures.map((figure) => (
          <Radio key={figure.id} value={figure.id}>
            {t('budgetScreen.check.otherBasis', {
              place: figure.place,
              count: figure.value,
              date: figure.referenceDate,
              source: figure.source,
            })}{' '}
            {check && (
              <VerdictChip
                verdict={
                  floorVerdict(figure.value, check.rule?.rate ?? null, check.views[check.headline].countedFen).verdict
                }
              />
            )}
          </Radio>
        ))}
      </Radio.Group>
      <Field id="basis-reason" label={t('life.reason')} required={changes}>
        <Input.TextArea
          id="basis-reason"
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </ActionDialog>
  );
}
