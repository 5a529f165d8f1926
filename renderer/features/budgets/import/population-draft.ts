/**
 * Figures of population under review, from a table by village or a census bulletin. Invariant: the sum of the others that
 * a paper prints, and a figure that it rounds to 万人, are left out until a person takes them. Pure.
 */
import type { Input } from '#shared/contract.ts';
import type { FundingReading } from '#shared/features/funding-reading.ts';
import { PopulationKind } from '#shared/features/population.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { type Doubts, type Draft, newDraft, OF_NO_LINE, type ReviewRow } from '../../import/review-draft.ts';
import { readDay } from '../../life/day-text.ts';

export const POPULATION_FIELDS = ['place', 'kind', 'value', 'referenceDate', 'source'] as const;
export type PopulationField = (typeof POPULATION_FIELDS)[number];
export type PopulationTexts = Readonly<Record<PopulationField, string>>;

export const EMPTY_POPULATION: PopulationTexts = { place: '', kind: '', value: '', referenceDate: '', source: '' };

export interface PopulationRow extends ReviewRow {
  texts: PopulationTexts;
  take: boolean;
  /** The paper prints it as the sum of the others. */
  total: boolean;
}

const EMPTY_ROW: Omit<PopulationRow, 'id'> = {
  ...OF_NO_LINE,
  texts: EMPTY_POPULATION,
  take: true,
  total: false,
};

export function populationDoubts({ warnings }: FundingReading): Doubts {
  // What was left out of a table of figures is shown beside it; it holds no figure.
  return { warnings, rejected: [] };
}

export function populationDraft(reading: FundingReading, t: Translate): Draft<PopulationRow> {
  const { population, source } = reading;
  const rows = population.map((read): Partial<PopulationRow> => {
    const { line, place, kind, value, referenceDate, total, exact } = read;
    return {
      texts: {
        place,
        kind: t(`ledgerScreen.import.population.${kind}`),
        value: String(value),
        referenceDate: referenceDate ?? '',
        source: read.source === '' ? (source.name ?? '') : read.source,
      },
      take: !total && exact,
      total,
      sourceLine: line,
      sourceEndLine: line,
      sourceText: source.lines?.[line - 1] ?? null,
    };
  });
  return newDraft<PopulationRow>(rows, EMPTY_ROW, populationDoubts(reading));
}

type NewPopulation = NonNullable<Input<'budgets.accept'>['population']>[number];
const LARGEST = 2_000_000_000;
const LIMITS = { place: 100, source: 200 } as const;

export interface PopulationReading {
  /** Null where something is missing or cannot be read. */
  figure: NewPopulation | null;
  /** Sentences by cell. */
  problems: ReadonlyMap<PopulationField, string>;
}

export function readPopulation(texts: PopulationTexts, t: Translate): PopulationReading {
  const problems = new Map<PopulationField, string>();
  const line = (field: 'place' | 'source'): string => {
    const text = texts[field].trim();
    const most = LIMITS[field];
    if (text === '') problems.set(field, t(`ledgerScreen.import.population.${field}Empty`));
    else if (text.length > most) problems.set(field, t('ledgerScreen.import.population.tooLong', { most }));
    return text;
  };
  const place = line('place');
  const source = line('source');
  const kind = PopulationKind.options.find((one) => t(`ledgerScreen.import.population.${one}`) === texts.kind.trim());
  if (kind === undefined) problems.set('kind', t('ledgerScreen.import.population.kindBad'));
  const plain = texts.value.normalize('NFKC').trim();
  const value = /^(?:\d+|\d{1,3}(?:,\d{3})+)$/u.test(plain) ? Number(plain.replaceAll(',', '')) : Number.NaN;
  const counted = value <= LARGEST;
  if (!counted) problems.set('value', t('ledgerScreen.import.population.valueBad', { text: plain }));
  const referenceDate = readDay(texts.referenceDate);
  if (referenceDate === null) {
    problems.set('referenceDate', t('ledgerScreen.import.population.dateBad', { text: texts.referenceDate.trim() }));
  }
  return {
    figure:
      problems.size > 0 || kind === undefined || referenceDate === null
        ? null
        : { place, kind, value, referenceDate, source },
    problems,
  };
}

export function figuresToAccept(draft: Draft<PopulationRow>, t: Translate): NewPopulation[] {
  return draft.rows.flatMap(({ take, texts }) => {
    const { figure } = readPopulation(texts, t);
    return take && figure !== null ? [figure] : [];
  });
}
