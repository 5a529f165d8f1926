/** The fonds and its rules of filing. */
import { AppError } from '#shared/errors.ts';
import { z } from '#shared/lib/zod.ts';
import type { WriteContext } from '../context.ts';
import { value } from '../db/sql.ts';
import type { HandlersOf } from '../dispatch.ts';
import { codeAll, numbersGiven } from '../documents/numbering.ts';
import { termRank } from '../entities/document.ts';
import { nextId } from '../entities/entity.ts';
import { codeSchemeEntity, fondsEntity, retentionRowEntity, sectionEntity } from '../entities/fonds.ts';
import { currentRecord } from '../records.ts';
import { fondsRules, schemesOf, sectionOf, theFonds } from '../fonds/rules.ts';

export const fonds: HandlersOf<'fonds'> = {
  get: ({ db }) => fondsRules(db),

  update(context, { id, version, code, name }) {
    const before = currentRecord(context.db, fondsEntity, { id, version });
    const after = {
      ...before,
      code: code === undefined ? before.code : code,
      name: name ?? before.name,
      version: version + 1,
    };
    if (before.code !== null && after.code !== before.code && givenIn(context, id) > 0) {
      throw new AppError('fonds/code_fixed', { code: before.code });
    }
    context.changes.update(fondsEntity, before, after);
    const coded = before.code === null && after.code !== null ? codeAll(context) : 0;
    context.describe({ label: { code: 'fondsUpdate', params: { name: after.name, code: after.code ?? '' } } });
    return { id, coded, event: context.eventNumber };
  },

  saveScheme(context, { id, version, ...fields }) {
    const { db, changes } = context;
    if (fields.form === 'A' && fields.itemDigits !== 4) throw new AppError('fonds/digits_form_a');
    if (fields.yearTo !== null && fields.yearTo < fields.yearFrom) throw new AppError('fonds/years_reversed');
    const columns = {
      category: fields.category,
      year_from: fields.yearFrom,
      year_to: fields.yearTo,
      form: fields.form,
      item_digits: fields.itemDigits,
      has_section: fields.hasSection ? 1 : 0,
    };
    const fondsId = theFonds(db).id;
    const overlap = schemesOf(db, fondsId).find(
      (other) =>
        other.id !== id &&
        other.category === columns.category &&
        other.year_from <= (columns.year_to ?? 9999) &&
        columns.year_from <= (other.year_to ?? 9999),
    );
    if (overlap) throw new AppError('fonds/scheme_overlap', { from: overlap.year_from, to: overlap.year_to ?? '—' });
    const before = id === undefined ? null : currentRecord(context.db, codeSchemeEntity, { id, version });
    const image = {
      id: before?.id ?? nextId(db, 'code_scheme'),
      uid: before?.uid ?? context.newUid(),
      fonds_id: fondsId,
      ...columns,
      withdrawn: 0,
      version: (before?.version ?? 0) + 1,
    };
    refuseChangedCodes(context, before, image);
    if (before) changes.update(codeSchemeEntity, before, image);
    else changes.insert(codeSchemeEntity, image);
    context.describe({
      label: { code: 'schemeSave', params: { from: image.year_from, to: image.year_to ?? '', form: image.form } },
    });
    return { id: image.id, event: context.eventNumber };
  },

  saveSection(context, { id, version, code, name }) {
    const { db, changes } = context;
    const before = id === undefined ? null : currentRecord(context.db, sectionEntity, { id, version });
    if (before && before.code !== code) {
      const used = value(db, z.int(), 'SELECT count(*) FROM filing_number WHERE section_id = ?', before.id);
      if (used > 0) throw new AppError('fonds/section_fixed', { code: before.code, count: used });
    }
    const taken = fondsRules(db).sections.find((other) => other.code === code && other.id !== id);
    if (taken) throw new AppError('fonds/section_taken', { code, name: taken.name });
    const image = {
      id: before?.id ?? nextId(db, 'section'),
      uid: before?.uid ?? context.newUid(),
      fonds_id: theFonds(db).id,
      code,
      name,
      withdrawn: 0,
      withdrawn_reason: null,
      version: (before?.version ?? 0) + 1,
    };
    if (before) changes.update(sectionEntity, before, image);
    else changes.insert(sectionEntity, image);
    context.describe({ label: { code: 'sectionSave', params: { name } } });
    return { id: image.id, event: context.eventNumber };
  },

  withdrawSection(context, { id, version, reason }) {
    const before = currentRecord(context.db, sectionEntity, { id, version });
    context.changes.update(sectionEntity, before, {
      ...before,
      withdrawn: 1,
      withdrawn_reason: reason,
      version: version + 1,
    });
    context.describe({ label: { code: 'sectionWithdraw', params: { name: sectionOf(context.db, id).name } }, reason });
    return { id, event: context.eventNumber };
  },

  saveRetentionRow(context, { id, version, words, terms, ...fields }) {
    const { db, changes } = context;
    const before = id === undefined ? null : currentRecord(context.db, retentionRowEntity, { id, version });
    const image = {
      id: before?.id ?? nextId(db, 'retention_row'),
      uid: before?.uid ?? context.newUid(),
      ...fields,
      // What a person has settled is the unit's own rule, whatever it was taken from.
      basis: 'own' as const,
      words: JSON.stringify(words),
      terms: JSON.stringify([...terms].sort((a, b) => termRank(a) - termRank(b))),
      withdrawn: 0,
      withdrawn_reason: null,
      version: (before?.version ?? 0) + 1,
    };
    if (before) changes.update(retentionRowEntity, before, image);
    else changes.insert(retentionRowEntity, image);
    context.describe({ label: { code: 'retentionSave', params: { number: image.number } } });
    return { id: image.id, event: context.eventNumber };
  },

  withdrawRetentionRow(context, { id, version, reason }) {
    const before = currentRecord(context.db, retentionRowEntity, { id, version });
    context.changes.update(retentionRowEntity, before, {
      ...before,
      withdrawn: 1,
      withdrawn_reason: reason,
      version: version + 1,
    });
    context.describe({ label: { code: 'retentionWithdraw', params: { number: before.number } }, reason });
    return { id, event: context.eventNumber };
  },
};

function givenIn(context: WriteContext, fondsId: number): number {
  return value(
    context.db,
    z.int(),
    'SELECT count(*) FROM document WHERE fonds_id = ? AND reference_code IS NOT NULL',
    fondsId,
  );
}

type Scheme = Parameters<typeof numbersGiven>[1] & { form: string; item_digits: number; has_section: number };

/** A code once given stays as it is (DA/T 13-2022, 4: 稳定性): neither the old nor the new span may hold numbers. */
function refuseChangedCodes(context: WriteContext, before: Scheme | null, after: Scheme): void {
  const same =
    before !== null &&
    before.form === after.form &&
    before.item_digits === after.item_digits &&
    before.has_section === after.has_section &&
    before.category === after.category;
  if (same) {
    // Only the years move: numbers in years that the scheme leaves or takes over must not exist.
    const span = (from: number, to: number | null): { year_from: number; year_to: number | null } => ({
      year_from: from,
      year_to: to,
    });
    const outside = [
      span(Math.min(before.year_from, after.year_from), Math.max(before.year_from, after.year_from) - 1),
      span(
        Math.min(before.year_to ?? 9999, after.year_to ?? 9999) + 1,
        Math.max(before.year_to ?? 9999, after.year_to ?? 9999),
      ),
    ].filter(({ year_from, year_to }) => year_from <= (year_to ?? 9999));
    const count = outside.reduce((sum, years) => sum + numbersGiven(context.db, { ...after, ...years }), 0);
    if (count > 0) throw new AppError('fonds/scheme_fixed', { count });
    return;
  }
  const count = (before ? numbersGiven(context.db, before) : 0) + numbersGiven(context.db, after);
  if (count > 0) throw new AppError('fonds/scheme_fixed', { count });
}
