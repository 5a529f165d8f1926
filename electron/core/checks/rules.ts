/**
 * The table of checks (DA/T 70-2018; numbers as far as they are known, spec/archives 5.2). Each rule looks at documents or
 * at the store and names what fails; a rule without `look` needs a person. Codes get the stage's letters in front.
 */
import type { CheckStage } from '#shared/features/checks.ts';
import type { Translate } from '#shared/i18n/index.ts';
import type { Document, DocumentFinding } from '#shared/features/documents.ts';
import type { Finding as StoreFinding } from '#shared/features/objects.ts';
import { leakedWord } from '#shared/lib/archives/empty-words.ts';
import { parseReferenceCode } from '#shared/lib/archives/reference-code.ts';
import type { NumberSeries } from '#shared/features/documents.ts';

/** Raised with every change of the table; kept with each report. */
export const RULES_VERSION = 'DA/T 70-2018 · 1';

export interface Looked {
  documents: readonly { document: Document; findings: readonly DocumentFinding[] }[];
  series: readonly NumberSeries[];
  store: { objects: number; bytes: number; findings: readonly StoreFinding[] };
  /** Sizes and formats as the store's rows say, by checksum. */
  rows: ReadonlyMap<string, { size: number; format: string }>;
  /** Documents whose filing stands in the log. */
  logged: ReadonlySet<number>;
  /** Files that open only with a password, by checksum. */
  encrypted: ReadonlySet<string>;
  /** Answer of SQLite's own check; 'ok' or what is wrong. */
  database: string;
  t: Translate;
}

export interface Failure {
  documentId: number | null;
  name: string;
  detail: string;
}

export interface Rule {
  code: string;
  stages: readonly CheckStage[];
  /** Answers how many things were looked at and what failed. */
  look?: (looked: Looked) => { looked: number; failures: Failure[] };
}

const ALL: readonly CheckStage[] = ['filing', 'transfer', 'storage'];

function nameOf(document: Document): string {
  return document.referenceCode ?? document.title;
}

/** One failure for each document in which `fault` finds one. */
function each(looked: Looked, fault: (document: Document) => string | null): { looked: number; failures: Failure[] } {
  const failures = looked.documents.flatMap(({ document }) => {
    const detail = fault(document);
    return detail === null ? [] : [{ documentId: document.id, name: nameOf(document), detail }];
  });
  return { looked: looked.documents.length, failures };
}

/** Failures of the findings with these rules. */
function findings(looked: Looked, rules: RegExp): { looked: number; failures: Failure[] } {
  const failures = looked.documents.flatMap((entry) =>
    entry.findings
      .filter(({ rule }) => rules.test(rule))
      .map(({ message }) => ({ documentId: entry.document.id, name: nameOf(entry.document), detail: message })),
  );
  return { looked: looked.documents.length, failures };
}

/** Failures of the store for the files of the documents looked at. */
function files(looked: Looked, kinds: readonly StoreFinding['kind'][]): { looked: number; failures: Failure[] } {
  const faults = new Map(
    looked.store.findings.flatMap((fault) =>
      fault.sha256 !== null && kinds.includes(fault.kind) ? [[fault.sha256, fault] as const] : [],
    ),
  );
  let count = 0;
  const failures = looked.documents.flatMap(({ document }) =>
    document.files.flatMap((file) => {
      count += 1;
      const fault = faults.get(file.sha256);
      if (!fault) return [];
      const detail = looked.t('checks.store', { file: file.name, fault: looked.t(`checks.fault.${fault.kind}`) });
      return [{ documentId: document.id, name: nameOf(document), detail }];
    }),
  );
  return { looked: count, failures };
}

/** Formats that DA/T 46 practice and GB/T 18894 take in (spec/archives 5.5). */
const KEPT_FORMATS = new Set(
  'pdf ofd rtf docx xlsx pptx doc xls ppt jpeg tiff png gif bmp wav mp3 mp4 avi text csv xml html'.split(' '),
);

const LONGEST: Partial<Record<keyof Document, number>> = {
  title: 500,
  author: 200,
  documentNumber: 100,
  indexNumber: 200,
};

export const RULES: readonly Rule[] = [
  {
    code: '1-1',
    stages: ALL,
    look: (looked) => files(looked, ['changed', 'truncated', 'grown', 'swapped', 'missing', 'unreadable']),
  },
  {
    code: '1-2',
    stages: ALL,
    look: (looked) =>
      each(looked, (document) => {
        const field = (Object.keys(LONGEST) as (keyof Document)[]).find((key) => {
          const text = document[key];
          return typeof text === 'string' && text.length > (LONGEST[key] ?? Number.POSITIVE_INFINITY);
        });
        return field === undefined ? null : looked.t(`documents.field.${field}` as 'documents.field.title');
      }),
  },
  {
    code: '1-3',
    stages: ALL,
    look: (looked) => findings(looked, /^(?:date_unreadable|date_reduced|document_number_form)$/u),
  },
  { code: '1-4', stages: ALL, look: (looked) => findings(looked, /^term_shorter$/u) },
  {
    code: '1-5',
    stages: ALL,
    look: (looked) =>
      findings(
        looked,
        /^(?:date_in_future|year_differs|received_before_signed|published_before_signed|document_number_year)$/u,
      ),
  },
  {
    code: '1-6',
    stages: ALL,
    look: (looked) =>
      each(looked, (document) => {
        const texts = [document.title, document.author, document.documentNumber, document.remark, document.abstract];
        const bad = texts.find(
          (text) =>
            text !== null &&
            (/[\p{Cc}\p{Co}\uFFFD]/u.test(text.replaceAll(/[\n\t]/gu, '')) || leakedWord(text) !== null),
        );
        return bad === undefined || bad === null ? null : bad.slice(0, 40);
      }),
  },
  {
    code: '1-7',
    stages: ALL,
    look: (looked) =>
      each(looked, (document) => {
        if (document.referenceCode === null) return looked.t('checks.noCode');
        const parsed = parseReferenceCode(document.referenceCode);
        return parsed.ok ? null : looked.t(`archives.rule.${parsed.rule}`, parsed.params);
      }),
  },
  { code: '1-8', stages: ALL, look: (looked) => findings(looked, /^same_/u) },
  {
    code: '1-10',
    stages: ALL,
    look: (looked) => {
      let count = 0;
      const failures = looked.documents.flatMap(({ document }) =>
        document.files.flatMap((file): Failure[] => {
          count += 1;
          const row = looked.rows.get(file.sha256);
          if (row && row.size === file.size && row.format === file.format) return [];
          return [{ documentId: document.id, name: nameOf(document), detail: file.name }];
        }),
      );
      return { looked: count, failures };
    },
  },
  {
    code: '1-11',
    stages: ALL,
    look: (looked) =>
      each(looked, (document) =>
        document.medium !== 'paper' && document.files.length === 0 ? looked.t('checks.noFile') : null,
      ),
  },
  { code: '2-3', stages: ALL, look: (looked) => findings(looked, /^(?:missing|section_missing)$/u) },
  {
    code: '2-5',
    stages: ALL,
    look: (looked) =>
      each(looked, (document) => (looked.logged.has(document.id) ? null : looked.t('checks.noProcess'))),
  },
  {
    code: '2-6',
    stages: ALL,
    look: (looked) => ({
      looked: looked.series.length,
      failures: looked.series.flatMap((series) =>
        series.gaps
          .filter(({ reason }) => reason === 'unknown')
          .map(({ from, to }) => ({
            documentId: null,
            name: `${series.year}-${series.term}`,
            detail: from === to ? String(from) : `${from}–${to}`,
          })),
      ),
    }),
  },
  { code: '2-7', stages: ALL, look: (looked) => files(looked, ['truncated', 'missing', 'unreadable']) },
  {
    code: '2-8',
    stages: ALL,
    look: (looked) =>
      each(looked, (document) => {
        if (document.medium === 'paper') return null;
        const held = document.files.filter(({ role }) => role === 'annex').length;
        // A single file may hold the main text and its annexes.
        if (document.files.length <= 1 || held >= document.annexes.length) return null;
        return looked.t('checks.annexes', { declared: document.annexes.length, held });
      }),
  },
  {
    code: '3-2',
    stages: ALL,
    look: ({ database }) => ({
      looked: 1,
      failures: database === 'ok' ? [] : [{ documentId: null, name: 'archive.sqlite', detail: database }],
    }),
  },
  {
    code: '3-3',
    stages: ALL,
    look: (looked) => {
      let count = 0;
      const failures = looked.documents.flatMap(({ document }) =>
        document.files.flatMap((file): Failure[] => {
          count += 1;
          return KEPT_FORMATS.has(file.format)
            ? []
            : [{ documentId: document.id, name: nameOf(document), detail: `${file.name} (${file.format})` }];
        }),
      );
      return { looked: count, failures };
    },
  },
  { code: '3-4', stages: ALL },
  {
    code: '3-8',
    stages: ALL,
    look: (looked) => {
      let count = 0;
      const failures = looked.documents.flatMap(({ document }) =>
        document.files.flatMap((file): Failure[] => {
          count += 1;
          return looked.encrypted.has(file.sha256)
            ? [{ documentId: document.id, name: nameOf(document), detail: file.name }]
            : [];
        }),
      );
      return { looked: count, failures };
    },
  },
  { code: '4-1', stages: ALL },
  { code: '4-2', stages: ALL },
  {
    code: '4-3',
    stages: ALL,
    look: (looked) => ({
      looked: looked.store.objects,
      failures: looked.store.findings
        .filter(({ kind }) => kind === 'extra')
        .map(({ file }) => ({ documentId: null, name: file, detail: looked.t('checks.fault.extra') })),
    }),
  },
  { code: '4-4', stages: ['transfer', 'storage'] },
  { code: '4-7', stages: ['filing', 'transfer'] },
];
