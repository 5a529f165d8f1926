/**
 * Automatic numbering of Word papers (ISO/IEC 29500-1, 17.9): the numbers that are printed but not typed. Invariant: a
 * number is shown as Word counts it, or not at all with a note; the formats known here are those of Chinese papers.
 */
import type { ReadLimits } from './limits.ts';
import { parseXml } from './xml.ts';
import type { ZipDirectory } from './zip.ts';

export interface NumberingReference {
  list: string;
  level: number;
}

interface Level {
  start: number;
  format: string;
  /** `%1.%2` with the counters of the levels. */
  text: string;
  suffix: string;
}

interface List {
  definition: string;
  /** Starts that differ from the definition's, by level. */
  starts: Map<number, number>;
}

const MOST_LEVELS = 9;
const CHINESE = '〇一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';

function counted(value: number, digits: string, ten: string): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return digits[ones] ?? '';
  const bare = tens === 1 && ten === '十';
  return `${bare ? '' : (digits[tens] ?? '')}${ten}${ones > 0 ? (digits[ones] ?? '') : ''}`;
}

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [sign, size] of [
    ['x', 10],
    ['ix', 9],
    ['v', 5],
    ['iv', 4],
    ['i', 1],
  ] as const) {
    for (; rest >= size; rest -= size) text += sign;
  }
  return text;
}

function letters(value: number): string {
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

/** ST_NumberFormat for 1 to 99; null where the format or the number is not known here. */
function formatNumber(value: number, format: string): string | null {
  if (format === 'decimal') return String(value);
  if (value < 1 || value > 99) return null;
  switch (format) {
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/gu, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return counted(value, CHINESE, '十');
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return String(value).replace(/\d/gu, (digit) => CHINESE[Number(digit)] ?? digit);
    case 'chineseLegalSimplified':
      return counted(value, LEGAL, '拾');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value <= 20 ? String.fromCharCode(0x2460 + value - 1) : null;
    case 'decimalEnclosedParen':
      return `(${value})`;
    case 'lowerLetter':
      return letters(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerRoman':
      return value < 40 ? roman(value) : null;
    case 'upperRoman':
      return value < 40 ? roman(value).toUpperCase() : null;
    default:
      return null;
  }
}

export class Numbering {
  readonly #definitions = new Map<string, Map<number, Level>>();
  readonly #lists = new Map<string, List>();
  readonly #styles = new Map<string, { basedOn: string | null; list: string | null; level: number | null }>();
  /** Counters by definition: lists of one definition go on counting. */
  readonly #counters = new Map<string, number[]>();
  readonly #started = new Set<string>();

  async readNumbering(zip: ZipDirectory, part: string, limits: ReadLimits): Promise<void> {
    let levels: Map<number, Level> | null = null;
    let level: Level | null = null;
    let list: List | null = null;
    let overridden = 0;
    await parseXml(
      zip.read(part),
      {
        open: (element, { abstractNumId, numId, ilvl, val = '' }) => {
          if (element === 'abstractNum') this.#definitions.set(abstractNumId ?? '', (levels = new Map()));
          else if (element === 'num') this.#lists.set(numId ?? '', (list = { definition: '', starts: new Map() }));
          else if (element === 'abstractNumId' && list) list.definition = val;
          else if (element === 'lvlOverride') overridden = Number(ilvl);
          else if (element === 'startOverride') list?.starts.set(overridden, Number(val));
          else if (element === 'lvl' && levels && !list) {
            level = { start: 1, format: 'decimal', text: '', suffix: 'tab' };
            levels.set(Number(ilvl), level);
          } else if (level) {
            if (element === 'start') level.start = Number(val);
            if (element === 'numFmt') level.format = val;
            if (element === 'lvlText') level.text = val;
            if (element === 'suff') level.suffix = val;
          }
        },
        close: (element) => {
          if (element === 'lvl') level = null;
          if (element === 'num') list = null;
          if (element === 'abstractNum') levels = null;
        },
      },
      limits.depth,
    );
  }

  async readStyles(zip: ZipDirectory, part: string, limits: ReadLimits): Promise<void> {
    let style: { basedOn: string | null; list: string | null; level: number | null } | null = null;
    await parseXml(
      zip.read(part),
      {
        open: (element, { styleId, val = '' }) => {
          if (element === 'style') {
            style = { basedOn: null, list: null, level: null };
            this.#styles.set(styleId ?? '', style);
          } else if (style) {
            if (element === 'basedOn') style.basedOn = val;
            if (element === 'numId') style.list = val;
            if (element === 'ilvl') style.level = Number(val);
          }
        },
        close: (element) => {
          if (element === 'style') style = null;
        },
      },
      limits.depth,
    );
  }

  /** The list that a paragraph belongs to by its style, or null. */
  ofStyle(name: string): NumberingReference | null {
    let level: number | null = null;
    let style = this.#styles.get(name);
    for (let steps = 0; style && steps < 20; steps += 1) {
      level ??= style.level;
      if (style.list !== null) return { list: style.list, level: level ?? 0 };
      style = style.basedOn === null ? undefined : this.#styles.get(style.basedOn);
    }
    return null;
  }

  /** Counts on and answers the printed number; '' for bullets and no number, null where it is not known. */
  next({ list: name, level }: NumberingReference): string | null {
    if (name === '0') return '';
    const list = this.#lists.get(name);
    const levels = this.#definitions.get(list?.definition ?? '');
    const own = levels?.get(level);
    if (!list || !levels || !own || level >= MOST_LEVELS) return null;
    const counters = this.#counters.get(list.definition) ?? [];
    this.#counters.set(list.definition, counters);
    const override = this.#started.has(`${name}/${level}`) ? undefined : list.starts.get(level);
    this.#started.add(`${name}/${level}`);
    counters[level] = override ?? (counters[level] ?? own.start - 1) + 1;
    counters.length = level + 1;
    if (own.format === 'bullet' || own.format === 'none') return '';
    let known = true;
    const text = own.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const other = Number(digit) - 1;
      const definition = levels.get(other);
      const shown = definition ? formatNumber(counters[other] ?? definition.start, definition.format) : null;
      known &&= shown !== null;
      return shown ?? '';
    });
    if (!known) return null;
    if (own.suffix === 'nothing' || /[、．）】〕：]$/u.test(text)) return text;
    return text === '' ? '' : `${text} `;
  }
}
