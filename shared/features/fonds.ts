/**
 * The fonds (全宗) and the rules that its documents are filed by: forms of the reference code (档号), sections
 * (机构或问题) and the retention table (归档范围和保管期限表). Rules are data: the archive authority's word prevails over
 * any standard, so each can be changed, except where a number was already given by it.
 */
import { command, query } from '../procedure.ts';
import { z } from '../lib/zod.ts';
import { Category, TermCode } from './archival-terms.ts';

const year = z.int().min(1949).max(2999);

export const Fonds = z.object({
  id: z.int(),
  uid: z.string(),
  /** 全宗号, four capitals or digits; null until the archive has given one. */
  code: z.string().nullable(),
  name: z.string(),
  version: z.int(),
});
export type Fonds = z.infer<typeof Fonds>;

export const FondsCode = z
  .string()
  .trim()
  .regex(/^[A-Z0-9]{4}$/u);

/** How reference codes of a category are written in a span of years. */
export const CodeSchemeFields = z.object({
  category: Category,
  yearFrom: year,
  /** null = until further notice. */
  yearTo: year.nullable(),
  /** A: DA/T 22-2015, 5.4; B: DA/T 13-2022, 5. */
  form: z.enum(['A', 'B']),
  /** Digits of the 件号; form A has four. */
  itemDigits: z.int().min(3).max(5),
  hasSection: z.boolean(),
});
export type CodeSchemeFields = z.infer<typeof CodeSchemeFields>;
export const CodeScheme = CodeSchemeFields.extend({ id: z.int(), fondsId: z.int(), version: z.int() });
export type CodeScheme = z.infer<typeof CodeScheme>;

export const SectionFields = z.object({
  /** As it stands in the code: three capitals or digits in form A, also Chinese in form B. */
  code: z
    .string()
    .trim()
    .regex(/^(?:[A-Z0-9]{1,6}|[\u4E00-\u9FFF]{2,10})$/u),
  name: z.string().trim().min(1).max(50),
});
export const Section = SectionFields.extend({ id: z.int(), fondsId: z.int(), version: z.int() });
export type Section = z.infer<typeof Section>;

export const RetentionRowFields = z.object({
  number: z.string().trim().min(1).max(20),
  /** 归档范围 */
  scope: z.string().trim().min(1).max(500),
  /** The term, or several to choose from by the record's importance, the longest first. */
  terms: z.array(TermCode).min(1).max(5),
  category: Category,
  /** Whose papers: the unit's own, those of others, or both. */
  origin: z.enum(['own', 'received', 'any']),
  /** Words of a title that point to this row. */
  words: z.array(z.string().trim().min(1).max(50)).max(100),
});
export const RetentionRow = RetentionRowFields.extend({
  id: z.int(),
  /** `proposal`: not found in a published table; shown as such until the unit has settled it. */
  basis: z.enum(['township_2021', 'organ_2006', 'proposal', 'own']),
  version: z.int(),
});
export type RetentionRow = z.infer<typeof RetentionRow>;

export const FondsRules = z.object({
  fonds: Fonds,
  schemes: z.array(CodeScheme),
  sections: z.array(Section),
  retention: z.array(RetentionRow),
});
export type FondsRules = z.infer<typeof FondsRules>;

const touches = ['fonds', 'documents', 'boxes', 'search', 'history'] as const;
const Changed = z.object({ id: z.int(), event: z.int() });
const identified = z.object({ id: z.int(), version: z.int() });
const reason = z.string().trim().min(1).max(2000);

export const fonds = {
  get: query('The fonds with its rules of filing.', z.object({}), FondsRules),
  update: command(
    'Change the fonds. The first code gives every filed document its reference code; a code in use stays.',
    identified.extend({ code: FondsCode.nullable().optional(), name: z.string().trim().min(1).max(100).optional() }),
    Changed.extend({ coded: z.int() }),
    { touches },
  ),
  saveScheme: command(
    'Add or change a form of the reference code; refused where numbers were given by it.',
    CodeSchemeFields.extend({ id: z.int().optional(), version: z.int().optional() }),
    Changed,
    { touches },
  ),
  saveSection: command(
    'Add or change a section; its code stays where numbers were given by it.',
    SectionFields.extend({ id: z.int().optional(), version: z.int().optional() }),
    Changed,
    { touches },
  ),
  withdrawSection: command(
    'Take a section off the list; its documents keep it.',
    identified.extend({ reason }),
    Changed,
    {
      touches,
    },
  ),
  saveRetentionRow: command(
    'Add or change a row of the retention table.',
    RetentionRowFields.extend({ id: z.int().optional(), version: z.int().optional() }),
    Changed,
    { touches },
  ),
  withdrawRetentionRow: command(
    'Take a row off the retention table; documents filed by it keep it.',
    identified.extend({ reason }),
    Changed,
    { touches },
  ),
} as const;
