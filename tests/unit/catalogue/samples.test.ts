/** The samples of the shelf: records exact, doubtful places reported. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readForeignCatalogue } from '#core/read-foreign-catalogue.ts';
import { inputsFolder } from '#tests/support/inputs.ts';

const shelf = inputsFolder();
const folder = shelf === null ? null : join(shelf, 'archive');
const names = folder === null ? [] : readdirSync(folder).filter((name) => !name.endsWith('.json'));

/** Warnings that each sample must raise: code and line of the entry. */
const MUST_WARN: Record<string, string[]> = { '05-filing-list-flat.txt': ['catalogue/date_unreadable@55'] };

describe.skipIf(folder === null)('samples of the shelf', () => {
  it.each(names)('%s reads to its expected answer', async (name) => {
    const file = join(folder ?? '', name);
    const expected: { columns: string[]; records: Record<string, unknown>[]; pages_total: number } = JSON.parse(
      readFileSync(file.replace(/\.[a-z]+$/u, '.expected.json'), 'utf8'),
    );
    const found = await readForeignCatalogue({ file, locale: 'zh-CN', withLines: false }, new AbortController().signal);
    expect(found.columns).toEqual(expected.columns);
    expect(found.pages_total).toBe(expected.pages_total);
    expect(found.records.map(({ line: _line, end_line: _end, needs_review: _review, ...record }) => record)).toEqual(
      expected.records,
    );
    const raised = found.warnings
      .filter(({ severity }) => severity !== 'note')
      .map(({ code, line }) => `${code}@${line}`);
    expect(raised).toEqual(MUST_WARN[name] ?? []);
  });
});
