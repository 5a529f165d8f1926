/** Form, paper direction, annex label and fonts: the same fields in preview and export. */
import { Input, Segmented, Select } from 'antd';
import { useId } from 'react';
import type { PaperOptions } from '#shared/features/schedule.ts';
import { useT } from '../../app/i18n.tsx';
import { paperChoice, usePaperChoice } from './paper-options.ts';

export function PaperForm({ compact = false, disabled = false }: { compact?: boolean; disabled?: boolean }) {
  const { t } = useT();
  const choice = usePaperChoice();
  const id = useId();
  return (
    <div className={compact ? 'paper-form paper-form-compact' : 'paper-form'}>
      <div className="field">
        <label htmlFor={`${id}-form`}>{t('schedule.paper.form')}</label>
        <Select<PaperOptions['form']>
          id={`${id}-form`}
          disabled={disabled}
          value={choice.form}
          onChange={(form) => paperChoice.set({ form })}
          options={[
            { value: 'official', label: t('schedule.paper.official') },
            { value: 'progress', label: t('schedule.paper.progress') },
          ]}
        />
      </div>
      <div className="field">
        <span className="label">{t('schedule.paper.orientation')}</span>
        <Segmented<PaperOptions['orientation']>
          aria-label={t('schedule.paper.orientation')}
          disabled={disabled}
          value={choice.orientation}
          onChange={(orientation) => paperChoice.set({ orientation })}
          options={[
            { value: 'portrait', label: t('schedule.paper.portrait') },
            { value: 'landscape', label: t('schedule.paper.landscape') },
          ]}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-annex`}>{t('schedule.paper.annex')}</label>
        <Input
          id={`${id}-annex`}
          disabled={disabled}
          value={choice.annexLabel}
          maxLength={20}
          placeholder={t('schedule.paper.annexNone')}
          onChange={(event) => paperChoice.set({ annexLabel: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-fonts`}>{t('schedule.paper.fonts')}</label>
        <Select<PaperOptions['fontScheme']>
          id={`${id}-fonts`}
          disabled={disabled}
          value={choice.fontScheme}
          onChange={(fontScheme) => paperChoice.set({ fontScheme })}
          options={[
            { value: 'official', label: t('schedule.paper.fontsOfficial') },
            { value: 'shipped', label: t('schedule.paper.fontsShipped') },
          ]}
        />
      </div>
    </div>
  );
}
