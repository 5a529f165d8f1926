/** 审计资料清单 (R14): what can be shown of a year's money, numbered, each with where it lies and whether it is there. */
import { translator } from '#shared/i18n/index.ts';
import type { TableReport } from '#shared/report/model.ts';
import { auditFields, auditHead, type AuditPaper, indexNumber } from './audit-paper.ts';
import { listColumn, listField, listRow, tablePaper } from './paper-parts.ts';

/** In the order of the list. */
export const MATERIAL_CATEGORIES = [
  'rule',
  'population',
  'approval',
  'payment',
  'income',
  'expense',
  'base',
  'activity',
  'yearly',
  'paper',
] as const;
export type MaterialCategory = (typeof MATERIAL_CATEGORIES)[number];

export interface Material {
  category: MaterialCategory;
  name: string;
  /** 档号 or 凭证号. */
  code: string;
  pages: number | null;
  /** SHA-256 of the files, in their order. */
  sha256: readonly string[];
  /** Files; may be more than the checksums where one is a document of the archive. */
  files: number;
  /** Box and place. */
  place: string;
  state: 'present' | 'missing' | 'printable';
}

export interface AuditMaterialsPaper extends AuditPaper {
  materials: readonly Material[];
  /** The newest evidence package of the year: its seal, and when it was made by the clock of this machine; null = none yet. */
  package: { seal: string; at: string } | null;
}

/** Characters of a checksum that are printed. */
const SHA_SHOWN = 16;

export interface MaterialCounts {
  count: number;
  present: number;
  missing: number;
  files: number;
  pages: number;
}

/** What the list adds up to; what the program itself can print is counted as there. */
export function materialCounts(materials: readonly Material[]): MaterialCounts {
  const missing = materials.filter(({ state }) => state === 'missing').length;
  return {
    count: materials.length,
    present: materials.length - missing,
    missing,
    files: materials.reduce((sum, { files }) => sum + files, 0),
    pages: materials.reduce((sum, { pages }) => sum + (pages ?? 0), 0),
  };
}

/** A checksum to be compared by eye: groups of four digits, as the page that checks a package shows it. */
const grouped = (checksum: string): string => checksum.replaceAll(/.{4}(?=.)/gu, '$& ');

/** Builds the list; pure. */
export function auditMaterialsReport(paper: AuditMaterialsPaper): TableReport {
  const { materials, year } = paper;
  const t = translator(paper.locale);
  const ordered = MATERIAL_CATEGORIES.flatMap((category) => materials.filter((one) => one.category === category));
  return tablePaper(paper, {
    id: 'audit-materials',
    title: t('fundingPapers.title.auditMaterials', { year }),
    keywords: [String(year), indexNumber(paper, 'auditMaterials')],
    runningHead: auditHead(paper, 'auditMaterials'),
    textSize: 'dense',
    headLines: [
      auditFields(paper, 'auditMaterials'),
      [
        listField(
          t('fundingPapers.field.present'),
          t('fundingPapers.materials.counts', { ...materialCounts(materials) }),
        ),
      ],
      [
        listField(
          t('fundingPapers.field.packageSeal'),
          paper.package === null
            ? t('fundingPapers.materials.noPackage')
            : t('fundingPapers.materials.package', { seal: grouped(paper.package.seal), at: paper.package.at }),
        ),
      ],
    ],
    columns: [
      listColumn('category', t('fundingPapers.column.kind'), 20, { align: 'center', minimumEm: 4.2, merge: true }),
      listColumn('index', t('fundingPapers.column.index'), 30, { align: 'center', minimumEm: 8 }),
      listColumn('name', t('fundingPapers.column.name'), 62, { minimumEm: 12 }),
      listColumn('code', t('fundingPapers.column.code'), 42, { breaking: 'list', minimumEm: 12.6 }),
      listColumn('pages', t('fundingPapers.column.pages'), 10, { align: 'right', minimumEm: 2.2 }),
      listColumn('files', t('fundingPapers.column.files'), 11, { align: 'right', minimumEm: 2.2 }),
      listColumn('sha256', t('fundingPapers.column.sha'), 36, { align: 'center', minimumEm: 10.4 }),
      listColumn('place', t('fundingPapers.column.place'), 26, { minimumEm: 4.4 }),
      listColumn('state', t('fundingPapers.column.present'), 12, { align: 'center', minimumEm: 3.2 }),
    ],
    rows: ordered.map((material, index) => {
      const category = t(`fundingPapers.materials.${material.category}`);
      return listRow(
        [
          category,
          indexNumber(paper, 'auditMaterials', String(index + 1).padStart(3, '0')),
          material.name,
          material.code,
          material.pages,
          material.state === 'printable' ? null : material.files,
          material.sha256.map((sha) => sha.slice(0, SHA_SHOWN)).join('\n'),
          material.place,
          t(`fundingPapers.materials.${material.state}`),
        ],
        category,
      );
    }),
    notes: [t('fundingPapers.note.files')],
    closingLines: [
      [
        listField(t('fundingPapers.field.giver'), null),
        listField(t('fundingPapers.field.receiver'), null),
        listField(t('papers.sign.head'), null),
        listField(t('papers.sign.date'), null),
      ],
    ],
  });
}
