/** The fonds of the archive and the rules that hold for a document: which form its code has, which sections there are. */
import { AppError } from '#shared/errors.ts';
import type { FondsRules } from '#shared/features/fonds.ts';
import { z } from '#shared/lib/zod.ts';
import { all, one, type ReadDb } from '../db/sql.ts';
import {
  CodeSchemeImage,
  FondsImage,
  RetentionRowImage,
  SectionImage,
  type CodeSchemeImage as Scheme,
} from '../entities/fonds.ts';

/** The archive's fonds. Throws archive/damaged where an archive has none (it is made when the archive is). */
export function theFonds(db: ReadDb): FondsImage {
  const fonds = one(
    db,
    FondsImage,
    'SELECT id, uid, code, name, withdrawn, version FROM fonds WHERE withdrawn = 0 ORDER BY id LIMIT 1',
  );
  if (!fonds) throw new AppError('archive/damaged', { detail: 'fonds' });
  return fonds;
}

export function schemesOf(db: ReadDb, fondsId: number): Scheme[] {
  return all(
    db,
    CodeSchemeImage,
    `SELECT ${Object.keys(CodeSchemeImage.shape).join(', ')} FROM code_scheme
     WHERE fonds_id = ? AND withdrawn = 0 ORDER BY category, year_from`,
    fondsId,
  );
}

/** What a code looks like where nobody has settled it: form A up to 2021, form B since DA/T 13-2022 is in force. */
export const DEFAULT_SCHEMES = [
  { category: 'WS', year_from: 1949, year_to: 2021, form: 'A', item_digits: 4, has_section: 0 },
  { category: 'WS', year_from: 2022, year_to: null, form: 'B', item_digits: 4, has_section: 0 },
] as const;

export type SchemeRule = Pick<Scheme, 'category' | 'form' | 'item_digits' | 'has_section'>;

/** The rule for a category and year: the fonds' own, else that of 文书 for the year. */
export function schemeFor(schemes: readonly Scheme[], category: string, year: number): SchemeRule {
  const covers = (scheme: { category: string; year_from: number; year_to: number | null }, wanted: string): boolean =>
    scheme.category === wanted && scheme.year_from <= year && (scheme.year_to === null || year <= scheme.year_to);
  const own = schemes.find((scheme) => covers(scheme, category));
  if (own) return own;
  const general =
    schemes.find((scheme) => covers(scheme, 'WS')) ?? DEFAULT_SCHEMES.find((scheme) => covers(scheme, 'WS'));
  return { form: 'B', item_digits: 4, has_section: 0, ...general, category };
}

/** Section by id, also a withdrawn one: documents keep it. */
export function sectionOf(db: ReadDb, id: number): SectionImage {
  const section = one(
    db,
    SectionImage,
    `SELECT ${Object.keys(SectionImage.shape).join(', ')} FROM section WHERE id = ?`,
    id,
  );
  if (!section) throw new AppError('record/not_found', { id });
  return section;
}

/** The fonds with its rules as people see them. */
export function fondsRules(db: ReadDb): FondsRules {
  const fonds = theFonds(db);
  const sections = all(
    db,
    SectionImage,
    `SELECT ${Object.keys(SectionImage.shape).join(', ')} FROM section WHERE fonds_id = ? AND withdrawn = 0 ORDER BY id`,
    fonds.id,
  );
  const retention = all(
    db,
    RetentionRowImage,
    `SELECT ${Object.keys(RetentionRowImage.shape).join(', ')} FROM retention_row WHERE withdrawn = 0 ORDER BY id`,
  );
  const Words = z.array(z.string());
  return {
    fonds: { id: fonds.id, uid: fonds.uid, code: fonds.code, name: fonds.name, version: fonds.version },
    schemes: schemesOf(db, fonds.id).map((scheme) => ({
      id: scheme.id,
      fondsId: scheme.fonds_id,
      category: scheme.category as FondsRules['schemes'][number]['category'],
      yearFrom: scheme.year_from,
      yearTo: scheme.year_to,
      form: scheme.form,
      itemDigits: scheme.item_digits,
      hasSection: scheme.has_section === 1,
      version: scheme.version,
    })),
    sections: sections.map(({ id, fonds_id, code, name, version }) => ({ id, fondsId: fonds_id, code, name, version })),
    retention: retention.map((row) => ({
      id: row.id,
      number: row.number,
      scope: row.scope,
      terms: Words.parse(JSON.parse(row.terms)),
      origin: row.origin,
      category: row.category as FondsRules['retention'][number]['category'],
      basis: row.basis,
      words: Words.parse(JSON.parse(row.words)),
      version: row.version,
    })),
  };
}
