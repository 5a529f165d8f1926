/** Above the review of a catalogue: which one, what becomes of its documents, and what holds where nothing is printed. */
import { Segmented, Select } from 'antd';
import type { CatalogueReading } from '#shared/features/catalogue.ts';
import { STANDARD_TERMS } from '#shared/lib/archives/retention.ts';
import { useT } from '../../app/i18n.tsx';
import { useToday } from '../../app/today.ts';
import { TableChoice } from './table-choice.tsx';
import type { Tables } from './use-tables.ts';

export interface CatalogueChoices {
  numbers: 'draft' | 'keep' | 'next';
  /** For documents that print none; null = by the signing date. */
  year: number | null;
  /** For documents that print none; null = left open. */
  term: string | null;
}

interface Props {
  readings: readonly CatalogueReading[];
  tables: Tables;
  choices: CatalogueChoices;
  onChoose: (choices: CatalogueChoices) => void;
}

const MODES = ['draft', 'keep', 'next'] as const;
const AUTO = 'auto';

export function CatalogueSettings({ readings, tables, choices, onChoose }: Props) {
  const { t } = useT();
  const thisYear = useToday().getFullYear();
  return (
    <>
      <TableChoice
        tables={tables}
        labels={readings.map((reading, index) =>
          t('catalogueImport.tableOption', {
            number: index + 1,
            title: reading.head.title ?? t('schedule.import.untitled'),
            count: reading.records.length,
          }),
        )}
      />
      <div className="field-inline">
        <span className="label">{t('catalogueImport.numbers')}</span>
        <Segmented<CatalogueChoices['numbers']>
          aria-label={t('catalogueImport.numbers')}
          value={choices.numbers}
          onChange={(numbers) => onChoose({ ...choices, numbers })}
          options={MODES.map((value) => ({
            value,
            label: t(`catalogueImport.mode.${value}`),
            tooltip: t(`catalogueImport.modeHint.${value}`),
          }))}
        />
      </div>
      <div className="field-inline">
        <label htmlFor="review-year">{t('catalogueImport.year')}</label>
        <Select<number | typeof AUTO>
          id="review-year"
          showSearch
          title={t('catalogueImport.defaultsHint')}
          value={choices.year ?? AUTO}
          popupMatchSelectWidth={160}
          onChange={(year) => onChoose({ ...choices, year: year === AUTO ? null : year })}
          options={[
            { value: AUTO, label: t('catalogueImport.yearAuto') },
            ...Array.from({ length: thisYear - 1948 }, (_, index) => thisYear - index).map((year) => ({
              value: year,
              label: t('shell.year.option', { year }),
            })),
          ]}
        />
      </div>
      <div className="field-inline">
        <label htmlFor="review-term">{t('catalogueImport.term')}</label>
        <Select<string>
          id="review-term"
          title={t('catalogueImport.defaultsHint')}
          value={choices.term ?? AUTO}
          popupMatchSelectWidth={false}
          onChange={(term) => onChoose({ ...choices, term: term === AUTO ? null : term })}
          options={[
            { value: AUTO, label: t('catalogueImport.termNone') },
            ...STANDARD_TERMS.map((term) => ({
              value: term,
              label: term === 'Y' ? t('documents.term.Y') : t('documents.term.D', { years: term.slice(1) }),
            })),
          ]}
        />
      </div>
    </>
  );
}
