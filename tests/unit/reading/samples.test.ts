/**
 * The published and constructed samples of the shelf: rows exact, doubtful places reported.
 * The decoders have tests of their own; here the text formats are brought into blocks as plainly as possible.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlan, sourceFromText } from '#core/reading/index.ts';
import { inputsFolder } from '#tests/support/inputs.ts';
import { csvSource } from './csv-source.ts';

const folder = inputsFolder();
const schedules = folder === null ? null : join(folder, 'schedule');
const names = schedules === null ? [] : readdirSync(schedules).filter((name) => !name.endsWith('.json'));
const UNITS = ['齐陵街道社区教育中心', '齐陵街道办事处', '齐陵街道中心校'].map((name) => ({ name, shortNames: [] }));

/** Warnings that each sample must raise: code and line. */
const MUST_WARN: Record<string, [string, number | null][]> = {
  '00-seed-qiling-2021.txt': [
    ['header_damaged', 105],
    ['header_damaged', 107],
    ['doc_no_empty', 3],
    ['index_damaged', 3],
    ['signed_after_months', 23],
    ['published_late', 4],
    ['misprint', 49],
    ['title_repeated', 71],
  ],
  '01-school-moral-2col.txt': [
    ['no_unit_column', 7],
    ['years_disagree', 6],
    ['cut_off', 36],
    ['month_noise', 11],
    ['list_sign_kept', 9],
  ],
  '03-weekly-pipe-merged.txt': [
    ['units_none', 8],
    ['festival_word', 11],
    ['block_without_rows', 128],
    ['week_outside_month', 38],
    ['weeks_overlap', 56],
  ],
  '05-union-range-7-8.txt': [
    ['range_heading', 27],
    ['section_heading', 3],
    ['text_above', 2],
  ],
  '07-community-mixed-dates.txt': [
    ['not_a_range', 2],
    ['deadline_read', 1],
    ['noise_skipped', 20],
    ['noise_skipped', 21],
    ['noise_skipped', 22],

    ['no_month', 18],
  ],
  '13-vertical-text-merged.txt': [
    ['vertical_text', 12],
    ['festival_word', 39],
    ['cut_off', 53],
    ['noise_skipped', 55],
  ],
  '21-excel-tsv-paste.tsv': [
    ['full_width', 3],
    ['units_split', 5],
    ['list_sign_kept', 4],
    ['unit_alias', 3],
  ],
  '24-csv-quoted.csv': [
    ['month_inherited', 7],
    ['month_rejected', 8],
  ],
  '25-quarters-prose.txt': [
    ['chinese_year', 1],
    ['units_for_group', 3],
  ],
};

/** Facts of the expected files that the samples' text does not hold: a title left out with the paper's head. */
const NOT_IN_THE_TEXT = new Set([
  'layout',
  'warnings',
  'derived_text',
  'skipped',
  'weeks',
  'unit_occurrences',
  'year_evidence',
  'rejected',
]);
const TITLE_NOT_PRINTED = new Set(['03-weekly-pipe-merged.txt', '07-community-mixed-dates.txt']);

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'activity' && typeof inner === 'string'
        ? inner.replace(/\s+/gu, '').replace(/[。；;，,.]$/u, '')
        : plain(inner),
    ]),
  );
}

describe.skipIf(schedules === null)('samples of the shelf', () => {
  it.each(names)('%s reads to its expected answer', (name) => {
    const path = join(schedules ?? '', name);
    const text = readFileSync(path, 'utf8');
    const expected: Record<string, unknown> = JSON.parse(
      readFileSync(path.replace(/\.[a-z]+$/u, '.expected.json'), 'utf8'),
    );
    const source = name.endsWith('.csv') ? csvSource(text) : sourceFromText(text, name);
    const readings = readPlan(source, { locale: 'zh-CN', units: name.startsWith('21') ? UNITS : [] });
    expect(readings).toHaveLength(1);
    const answer: Record<string, unknown> = { ...readings[0] };
    expect(plain(answer['rows'])).toEqual(plain(expected['rows']));
    for (const key of Object.keys(expected)) {
      if (NOT_IN_THE_TEXT.has(key) || (key === 'title' && TITLE_NOT_PRINTED.has(name))) continue;
      expect({ [key]: plain(answer[key]) }).toEqual({ [key]: plain(expected[key]) });
    }
    const raised = readings[0]?.warnings.map((warning) => `${warning.code}@${warning.line}`);
    for (const [code, line] of MUST_WARN[name] ?? []) expect(raised).toContain(`${code}@${line}`);
    for (const warning of readings[0]?.warnings ?? []) expect(warning.message).not.toMatch(/\{\{|warnings\./u);
  });

  it('sample 24 names the record that it rejects', () => {
    const text = readFileSync(join(schedules ?? '', '24-csv-quoted.csv'), 'utf8');
    const [reading] = readPlan(csvSource(text), { locale: 'zh-CN', units: [] });
    expect(reading?.rejected.map(({ line, source_line }) => [line, source_line])).toEqual([[5, 8]]);
    expect(reading?.skipped.map(({ line }) => line)).toEqual([9]);
  });
});
