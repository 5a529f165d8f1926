/** One line of a file of cases: its cells by their meaning, with the flags that they earn. */
import type { CheckedCase } from '#shared/features/funding-check.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { fundingCaseText } from '#shared/i18n/messages.ts';
import type { fundingFlags } from '#shared/i18n/zh-CN/funding-flags.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';
import { readMoney } from '#shared/lib/funding/money.ts';
import type { GridRow } from '../reading/grid.ts';
import { type AmountReading, isBlankAmount, isCut, readAmountCell } from './amounts.ts';
import type { CaseField, CaseHeading } from './case-headings.ts';
import { readShare, type Share } from './case-share.ts';
import type { Params } from './draft.ts';
import { readPersons } from './persons.ts';
import type { PrintedUnit } from './units.ts';

type Flag = CheckedCase['flags'][number];
type FlagCode = keyof typeof fundingFlags;
type Level = Flag['level'];

const KINDS: readonly (readonly [CheckedCase['kind'], RegExp])[] = [
  ['enterprise', /企业|公司|工厂|集团|厂$|^(?:ENTERPRISE|COMPANY)$/iu],
  ['school', /学校|小学|中学|中心校|幼儿园|学院|职校|职中|^SCHOOL$/iu],
  ['floor', /街道|镇|乡|人均|办事处|^(?:STREET|SUBDISTRICT|FLOOR|TOWN)$/iu],
];

export interface CaseColumn {
  printed: string;
  heading: CaseHeading | null;
  unit: PrintedUnit;
}

export class CaseLine {
  readonly flags: Flag[] = [];
  readonly #row: GridRow;
  readonly #columns: readonly CaseColumn[];
  readonly #locale: Locale;

  constructor(row: GridRow, columns: readonly CaseColumn[], locale: Locale) {
    this.#row = row;
    this.#columns = columns;
    this.#locale = locale;
  }

  flag(code: FlagCode, level: Level, params: Params = {}): void {
    // Which placeholders a sentence has is known only by its code; a test looks every code up.
    const message = fundingCaseText(this.#locale, code, params);
    this.flags.push({ code, level, params, message });
  }

  has(field: CaseField): boolean {
    return this.#columns.some(({ heading }) => heading?.field === field);
  }

  text(field: CaseField): string {
    const index = this.#columns.findIndex(({ heading }) => heading?.field === field);
    const cell = this.#row.cells[index];
    return cell?.state === 'printed' ? cell.text.trim() : '';
  }

  /** Fen of a cell, or null with a flag of the field. A field of several columns is read where it is filled. */
  amount(fields: readonly CaseField[], missing: FlagCode, unreadable: FlagCode): number | null {
    const filled = this.#columns.flatMap((column, index) => {
      const cell = this.#row.cells[index];
      const asked = column.heading !== null && fields.includes(column.heading.field);
      return asked && cell?.state === 'printed' && !isBlankAmount(cell.text) ? [{ column, cell, index }] : [];
    });
    const [one, another] = filled;
    if (!one) {
      this.flag(missing, 'error');
      return null;
    }
    const { column, cell, index } = one;
    const text = cell.text.trim();
    const beside = this.#columns[index + 1]?.heading?.field;
    const cut = isCut(text, this.#row.cells[index + 1]?.text ?? '', beside !== undefined && beside !== 'remark');
    const reading: AmountReading =
      another || cut || column.unit === 'unknown' ? { ok: false, rule: 'form' } : readAmountCell(cell, column.unit);
    if (!reading.ok) {
      this.flag(unreadable, 'error', {
        column: column.printed,
        text: another ? `${text} / ${another.cell.text.trim()}` : text,
      });
      return null;
    }
    if (reading.hidden || reading.ownUnit) this.flag('amount_doubtful', 'warning', { column: column.printed, text });
    return reading.fen;
  }

  /** Residents of the line, or null with a flag. */
  residents(inTenThousands: boolean): number | null {
    const index = this.#columns.findIndex(
      ({ heading }) => heading?.field === 'resident' || heading?.field === 'residentOrBase',
    );
    const filled = this.#columns.flatMap(({ heading }, at) => {
      const cell = this.#row.cells[at];
      return heading?.field === 'resident' && cell?.state === 'printed' && cell.text.trim() !== ''
        ? [cell.text.trim()]
        : [];
    });
    if (filled.length > 1) {
      this.flag('population_several', 'error', { text: filled.join(' / ') });
      return null;
    }
    const column = this.#columns[index];
    if (!column) {
      const other = this.#columns.find(({ heading }) => heading?.field === 'otherPeople');
      if (other) this.flag('population_not_resident', 'error', { column: other.printed });
      else this.flag('population_missing', 'error');
      return null;
    }
    const cell = this.#row.cells[index];
    const text = cell?.state === 'printed' ? cell.text.trim() : '';
    const reading = readPersons(cell?.number ?? text, column.heading?.inTenThousands === true || inTenThousands);
    if (!reading.ok) {
      const code: FlagCode = reading.rule === 'empty' ? 'population_missing' : `population_${reading.rule}`;
      this.flag(code, 'error', { text });
      return null;
    }
    if (reading.value === 0) this.flag('population_zero', 'error');
    if (reading.coarse) this.flag('population_coarse', 'warning', { text, value: reading.value });
    return reading.value;
  }

  /** Fen a head: the line's own, else the one given; null with a flag where its own cannot be read. */
  rate(given: number): number | null {
    const text = this.text('rate');
    if (isBlankAmount(text)) return given;
    const reading = readMoney(
      withoutSpace(canonical(text))
        .replace(/^(?:不低于)?每人(?:每年)?/u, '')
        .replace(/(?:\/|每)?人(?:年|\/年)?$|\/$/u, ''),
    );
    if (reading.ok && reading.fen > 0) return reading.fen;
    this.flag('rate_unreadable', 'error', { text });
    return null;
  }

  /** Fen that were taken back, whatever their sign; 0 where nothing is written, null with a flag where it cannot be read. */
  returned(): number | null {
    if (isBlankAmount(this.text('returned'))) return 0;
    const fen = this.amount(['returned'], 'amount_missing', 'amount_unreadable');
    return fen === null ? null : Math.abs(fen);
  }

  /** The share of the base that the line itself asks for; else the one given, null with a flag where its own cannot be read. */
  share(given: Share | null): Share | null {
    const of = (field: CaseField): number => this.#columns.findIndex(({ heading }) => heading?.field === field);
    const index = this.has('share') ? of('share') : /[%％‰]/u.test(this.text('rate')) ? of('rate') : -1;
    const column = this.#columns[index];
    const cell = this.#row.cells[index];
    if (!column || cell?.state !== 'printed' || isBlankAmount(cell.text)) return given;
    const own = readShare(cell, column.printed);
    if (own === null) {
      this.flag('share_unreadable', 'error', { text: cell.text.trim() });
      return null;
    }
    if (own.doubtful) this.flag('share_doubtful', 'warning', { text: cell.text.trim() });
    // Below the legal floor a line's own share lets too little pass.
    const above = given === null ? 0 : own.parts * given.whole - given.parts * own.whole;
    if (above !== 0) this.flag('share_own', above < 0 ? 'warning' : 'hint', { text: cell.text.trim() });
    return own;
  }

  kind(): CheckedCase['kind'] {
    const text = withoutSpace(canonical(this.text('kind')));
    const named = KINDS.find(([, pattern]) => pattern.test(text))?.[0];
    const ofShares =
      this.has('base') ||
      this.has('residentOrBase') ||
      this.has('wages') ||
      this.has('schoolBudget') ||
      this.has('spent');
    if (named) return named;
    if (!ofShares) return 'floor';
    if (text === '') {
      const ofHeads = this.text('resident') !== '' || this.text('otherPeople') !== '' || this.text('counted') !== '';
      if (ofHeads && this.text('base') === '' && this.text('spent') === '') return 'floor';
      const both = this.has('wages') && this.has('schoolBudget');
      const wages = both ? this.text('wages') !== '' : this.has('wages');
      const budget = both ? this.text('schoolBudget') !== '' : this.has('schoolBudget');
      if (wages !== budget && !ofHeads) return wages ? 'enterprise' : 'school';
    }
    this.flag('kind_unknown', 'error', { text });
    return 'unknown';
  }
}
