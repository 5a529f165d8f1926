/**
 * The number of residents that a bulletin states for its whole area: exact, or in 万人 as rounded by the paper. Invariant: an exact figure goes
 * before a rounded one; 约42万人 and the figures of former censuses are none.
 */
export interface Residents {
  /** Persons. */
  value: number;
  /** Persons of the last printed digit; 0 where the figure is exact. */
  roundedTo: number;
  /** As printed: 42.35万人. */
  printed: string;
}

const RESIDENTS =
  /(?<!城镇|乡村|农村|男性|女性|外来|平均)常住(?:总)?人口(?:总数|总量|数)?(?:为|是|共有|共|有|达到|达|:)?(\d+)(?:\.(\d{1,4}))?(万)?人/gu;
const FORMER = /上年|去年|上次|上一次|[五六]普|第[四五六]次/u;

const units = (decimals: string): number => 10 ** (4 - decimals.length);

/** The first figure of the present, of a text without white space. */
export function residentsOf(text: string): Residents | null {
  const found = [...text.matchAll(RESIDENTS)].flatMap(
    ({ 0: whole, 1: digits = '', 2: decimals = '', 3: ten, index }) => {
      const clause =
        text
          .slice(0, index)
          .split(/[。;；,，]/u)
          .at(-1) ?? '';
      if (FORMER.test(clause) || (ten === undefined && decimals !== '')) return [];
      const printed = /\d.*$/u.exec(whole)?.[0] ?? '';
      if (ten === undefined) return [{ value: Number(digits), roundedTo: 0, printed }];
      const value = Number(digits + decimals.padEnd(4, '0'));
      return [{ value, roundedTo: decimals.length === 4 ? 0 : units(decimals), printed }];
    },
  );
  return found.find(({ roundedTo }) => roundedTo === 0) ?? found[0] ?? null;
}

/** Figures in 万 as persons and households, so that they can be reckoned with. */
export function withoutTenThousands(text: string): string {
  return text.replace(/(\d+)(?:\.(\d{1,4}))?万(?=[人户])/gu, (_all, digits: string, decimals = '') =>
    String(Number(digits + String(decimals).padEnd(4, '0'))),
  );
}

/** The largest unit, in persons, to which figures with decimals in 万 are rounded; 0 where there are none. */
export function coarsest(text: string): number {
  const decimals = [...text.matchAll(/\d\.(\d{1,4})万[人户]/gu)].map(([, digits = '']) => units(digits));
  return Math.max(0, ...decimals);
}
