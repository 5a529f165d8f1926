/**
 * A person's cells as text and back. Invariant: the text that a cell shows, typed back unchanged, sets what is set
 * already; a masked number never takes the place of the number itself. A text that cannot be read is refused with the
 * rule it breaks. Pure.
 */
import { AppError } from '#shared/errors.ts';
import { type Person, type PersonFields, type PersonRole, PersonRoleName } from '#shared/features/participants.ts';
import type { Sex } from '#shared/features/sex.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { parseArchivalDate } from '#shared/lib/archives/archival-date.ts';
import type { RuleParams } from '#shared/lib/archives/rules.ts';
import { isMaskedPhone } from '#shared/lib/phones.ts';

export const CELL_FIELDS = ['name', 'sex', 'birthDate', 'village', 'phone', 'roles', 'note'] as const;
export type CellField = (typeof CELL_FIELDS)[number];
/** Fields of the form of rapid entry besides those of the list. */
export type TextField = CellField | 'guardianName' | 'guardianPhone' | 'consentOn';

export function isCellField(key: string): key is CellField {
  return (CELL_FIELDS as readonly string[]).includes(key);
}

export type TextReading =
  | { ok: true; fields: Partial<PersonFields> }
  /** Key of `participantScreen.cell`, or of `archives.rule`. */
  | { ok: false; rule: string; params: RuleParams };

const LIMITS = { name: 50, village: 100, phone: 50, guardianName: 50, guardianPhone: 50, note: 2000 } as const;

export function sexText(t: Translate, sex: Sex | null): string {
  return sex === null ? '' : t(`participants.sex.${sex}`);
}

export function roleText(t: Translate, role: PersonRoleName): string {
  return t(`participants.role.${role}`);
}

/** Is the role held on that day, as far as is known? */
export function isCurrent({ to }: Pick<PersonRole, 'to'>, today: string): boolean {
  return to === null || to >= today;
}

function currentNames(roles: readonly PersonRole[], today: string): PersonRoleName[] {
  return [...new Set(roles.filter((role) => isCurrent(role, today)).map(({ role }) => role))];
}

export function cellText(person: Person, field: CellField, t: Translate, today: string): string {
  switch (field) {
    case 'sex':
      return sexText(t, person.sex);
    case 'roles':
      return currentNames(person.roles, today)
        .map((role) => roleText(t, role))
        .join(t('paper.unitSeparator'));
    case 'name':
    case 'note':
      return person[field];
    case 'birthDate':
    case 'village':
    case 'phone':
      return person[field] ?? '';
  }
}

function refuse(rule: string, params: RuleParams = {}): TextReading {
  return { ok: false, rule, params };
}

const SEXES: Readonly<Record<string, Sex>> = {
  女: 'female',
  女性: 'female',
  f: 'female',
  female: 'female',
  男: 'male',
  男性: 'male',
  m: 'male',
  male: 'male',
};

function readSex(text: string): TextReading {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (plain === '') return { ok: true, fields: { sex: null } };
  const sex = SEXES[plain];
  return sex === undefined ? refuse('sex', { text: text.trim() }) : { ok: true, fields: { sex } };
}

/** 20100501, 2010.5, 2010年: as much as is known. */
function readBirth(text: string): TextReading {
  if (text.trim() === '') return { ok: true, fields: { birthDate: null } };
  const reading = parseArchivalDate(text);
  if (!reading.ok) return refuse(reading.rule, reading.params);
  return reading.bracketed
    ? refuse('unreadable', { text: text.trim() })
    : { ok: true, fields: { birthDate: reading.date } };
}

function readDay(text: string): TextReading {
  if (text.trim() === '') return { ok: true, fields: { consentOn: null } };
  const reading = parseArchivalDate(text);
  if (!reading.ok) return refuse(reading.rule, reading.params);
  if (reading.precision !== 'day' || reading.bracketed) return refuse('wholeDay', { text: text.trim() });
  return { ok: true, fields: { consentOn: reading.date } };
}

/** Roles by their names, between 、，,； or line breaks. Roles that have ended stay as they are. */
function readRoles(text: string, t: Translate, known: readonly PersonRole[], today: string): TextReading {
  const names = text
    .split(/[、，,；;\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const wanted: PersonRoleName[] = [];
  for (const name of names) {
    const role = PersonRoleName.options.find((one) => roleText(t, one).toLowerCase() === name.toLowerCase());
    if (role === undefined) {
      const all = PersonRoleName.options.map((one) => roleText(t, one)).join(t('paper.unitSeparator'));
      return refuse('role', { text: name, names: all });
    }
    if (!wanted.includes(role)) wanted.push(role);
  }
  const kept = known.filter((role) => !isCurrent(role, today) || wanted.includes(role.role));
  const lost = known.find((role) => !kept.includes(role) && hasFacts(role));
  // What is known of it would go without a word; the panel on the right ends a role with its day.
  if (lost) return refuse('roleWithFacts', { name: roleText(t, lost.role) });
  const held = new Set(kept.filter((role) => isCurrent(role, today)).map(({ role }) => role));
  const added = wanted
    .filter((role) => !held.has(role))
    .map((role): PersonRole => ({ role, organisationId: null, subject: '', from: null, to: null }));
  return { ok: true, fields: { roles: [...kept, ...added] } };
}

function hasFacts({ organisationId, subject, from, to }: PersonRole): boolean {
  return organisationId !== null || subject !== '' || from !== null || to !== null;
}

export interface ReadingContext {
  t: Translate;
  /** ISO day. */
  today: string;
  /** The person whose cell it is; null = a new one. */
  person: Person | null;
}

/** What a typed or pasted text says. A masked number as shown says nothing: the number stays. */
export function readText(field: TextField, text: string, { t, today, person }: ReadingContext): TextReading {
  const plain = text.trim();
  switch (field) {
    case 'sex':
      return readSex(text);
    case 'birthDate':
      return readBirth(text);
    case 'consentOn':
      return readDay(text);
    case 'roles':
      return readRoles(text, t, person?.roles ?? [], today);
    case 'phone':
    case 'guardianPhone':
      if (plain.length > LIMITS[field]) return refuse('long', { limit: LIMITS[field] });
      if (plain !== '' && plain === person?.[field]) return { ok: true, fields: {} };
      if (isMaskedPhone(plain)) return refuse('masked', { text: plain });
      return { ok: true, fields: { [field]: plain === '' ? null : plain } };
    case 'name':
      if (plain === '') return refuse('noName');
      return plain.length > LIMITS.name
        ? refuse('long', { limit: LIMITS.name })
        : { ok: true, fields: { name: plain } };
    case 'note':
      return text.length > LIMITS.note ? refuse('long', { limit: LIMITS.note }) : { ok: true, fields: { note: plain } };
    case 'village':
    case 'guardianName':
      if (plain.length > LIMITS[field]) return refuse('long', { limit: LIMITS[field] });
      return { ok: true, fields: { [field]: plain === '' ? null : plain } };
  }
}

const OWN_RULES = ['sex', 'wholeDay', 'role', 'roleWithFacts', 'masked', 'long', 'noName'];

/** The sentence for a text that cannot be taken. */
export function textProblem(t: Translate, { rule, params }: { rule: string; params: RuleParams }): string {
  // The rule is known only now; a test looks each one up in the catalogue.
  const key: string = OWN_RULES.includes(rule) ? `participantScreen.cell.${rule}` : `archives.rule.${rule}`;
  return t(key, { ...params, defaultValue: rule });
}

/** Null = the cell may take the text, else why not. */
export function checkCell(field: CellField, text: string, context: ReadingContext): string | null {
  const reading = readText(field, text, context);
  return reading.ok ? null : textProblem(context.t, reading);
}

/** Cells of one person as fields. Throws input/invalid where one cannot be read. */
export function fieldsFromTexts(
  texts: Readonly<Record<string, string>>,
  context: ReadingContext,
): Partial<PersonFields> {
  let fields: Partial<PersonFields> = {};
  for (const [key, text] of Object.entries(texts)) {
    if (!isCellField(key)) continue;
    if (context.person === null && text.trim() === '') continue;
    const reading = readText(key, text, context);
    if (!reading.ok) throw new AppError('input/invalid', { field: key, detail: text });
    fields = { ...fields, ...reading.fields };
  }
  return fields;
}
