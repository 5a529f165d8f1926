/**
 * What a census bulletin's own figures must satisfy: differences and parts that add up, shares, households, classes of towns.
 * Invariant: integers alone; a printed quotient holds where it lies within half a unit of its last printed digit.
 */
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';

export type Check = [equation: string, holds: boolean];

/** A text without white space and without marks of thousands; half-width signs. */
export function bare(text: string): string {
  return withoutSpace(canonical(text)).replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '');
}

/**
 * Whether numerator × scale ÷ denominator, rounded to as many digits as are printed, is the printed number.
 * @param slack unit to which both numbers are rounded themselves; 0 where they are exact
 */
export function quotientHolds(
  numerator: number,
  denominator: number,
  printed: string,
  scale: number,
  slack = 0,
): boolean {
  const [whole = '', fraction = ''] = printed.split('.');
  if (denominator === 0) return false;
  const places = 10n ** BigInt(fraction.length);
  const stated = BigInt(whole + fraction);
  const difference = BigInt(numerator) * BigInt(scale) * places - stated * BigInt(denominator);
  const rounding = BigInt(slack) * (BigInt(scale) * places + stated);
  return (difference < 0n ? -difference : difference) * 2n <= BigInt(denominator) + rounding;
}

const IS = '(?:为|是|共有|共计|共|有|达到|达|:)?';
const SHARE = String.raw`(?:,?(?:占|比重为|占比)[^\d;。]{0,16}?(\d+(?:\.\d+)?)%)?`;

interface Part {
  at: number;
  persons: number;
  share: string | null;
}

function partOf(text: string, label: string): Part | null {
  const found = new RegExp(`${label}${IS}(\\d+)人${SHARE}`, 'u').exec(text);
  return found ? { at: found.index, persons: Number(found[1]), share: found[2] ?? null } : null;
}

const share = ({ persons }: Part, whole: number, printed: string, slack: number): Check => [
  `${persons}/${whole}=${printed}%`,
  quotientHolds(persons, whole, printed, 100, slack),
];

/** Whether numbers add up; each may be half a unit of rounding off. */
function addsUp(numbers: readonly number[], whole: number, slack: number): boolean {
  const off = Math.abs(numbers.reduce((sum, one) => sum + one, 0) - whole);
  return off * 2 <= slack * (numbers.length + 1);
}

/** Parts that make the whole, whoever prints them. */
const PARTITIONS: readonly (readonly string[])[] = [
  ['家庭户(?:的)?人口', '集体户(?:的)?人口'],
  ['城镇(?:的|常住)?人口', '乡村(?:的|常住)?人口'],
  ['男性(?:人口)?', '女性(?:人口)?'],
  ['汉族(?:人口)?', '少数民族(?:人口)?'],
];

/** Shares as printed, without the point, in units of their last digit. */
function sharesAddUp(shares: readonly string[]): boolean {
  const places = Math.max(...shares.map((text) => text.split('.')[1]?.length ?? 0));
  const units = shares.map((text) => {
    const [whole = '', fraction = ''] = text.split('.');
    return Number(whole + fraction.padEnd(places, '0'));
  });
  const off = Math.abs(units.reduce((sum, unit) => sum + unit, 0) - 100 * 10 ** places);
  return off * 2 <= shares.length;
}

interface Ages extends Part {
  from: number;
  /** null = and above. */
  to: number | null;
  within: boolean;
}

function agesOf(text: string): Ages[] {
  const pattern = new RegExp(
    `(其中:?,?)?(?<!\\d)(\\d{1,2})岁?(?:[-至到](\\d{1,3})岁|(?:及|以)?以?上)(?:的|老年)*(?:人口)?${IS}(\\d+)人${SHARE}`,
    'gu',
  );
  return [...text.matchAll(pattern)].map((found) => ({
    at: found.index,
    within: found[1] !== undefined,
    from: Number(found[2]),
    to: found[3] === undefined ? null : Number(found[3]),
    persons: Number(found[4]),
    share: found[5] ?? null,
  }));
}

/** Groups of ages that go on from 0 without gap to the last, open one. */
function tiles(ages: readonly Ages[]): boolean {
  return (
    ages.length > 1 &&
    ages[0]?.from === 0 &&
    ages.every(({ to }, index) =>
      index === ages.length - 1 ? to === null : to !== null && ages[index + 1]?.from === to + 1,
    )
  );
}

/** How many lived here before, how many more or fewer now, and by what share. */
function change(text: string, residents: number, slack: number): { sums: Check[]; shares: Check[] } {
  const sentence = text.split('。').find((one) => new RegExp(`常住人口[^\\d]{0,8}${residents}人`, 'u').test(one)) ?? '';
  const behind = sentence.slice(sentence.indexOf(`${residents}人`) + `${residents}人`.length);
  const [, before] =
    /(?:第[一二三四五六七八]次(?:全国)?人口普查|[一二三四五六七八]普|\d{4}年)[^\d;。]{0,20}?(\d{3,})人/u.exec(behind) ??
    [];
  const [, word, by] = /(增加|净增|多|减少|净减|少)了?(\d+)人/u.exec(behind) ?? [];
  const [, percent] = /(?:增长|上升|增加|提高|下降|减少|降低)了?(\d+(?:\.\d+)?)%/u.exec(behind) ?? [];
  const sums: Check[] = [];
  const shares: Check[] = [];
  if (by === undefined) return { sums, shares };
  const grown = word === '增加' || word === '净增' || word === '多';
  const former = before === undefined ? residents + (grown ? -Number(by) : Number(by)) : Number(before);
  if (before !== undefined) {
    const holds = addsUp([former, grown ? Number(by) : -Number(by)], residents, slack);
    sums.push([`${former}${grown ? '+' : '-'}${by}=${residents}`, holds]);
  }
  if (percent !== undefined)
    shares.push([`${by}/${former}=${percent}%`, quotientHolds(Number(by), former, percent, 100, slack)]);
  return { sums, shares };
}

/** Parts that add up, and their shares. */
function parts(text: string, residents: number, slack: number): { sums: Check[]; shares: Check[] } {
  const sums: Check[] = [];
  const shares: Check[] = [];
  const groups = PARTITIONS.map((labels) => labels.map((label) => partOf(text, label)))
    .filter((group): group is Part[] => group.every((part) => part !== null))
    .toSorted((one, two) => (one[0]?.at ?? 0) - (two[0]?.at ?? 0));
  const ages = agesOf(text);
  const ofAges = ages.filter(({ within }) => !within).toSorted((one, two) => one.from - two.from);
  if (tiles(ofAges)) groups.push(ofAges);
  for (const group of groups) {
    const persons = group.map((part) => part.persons);
    sums.push([`${persons.join('+')}=${residents}`, addsUp(persons, residents, slack)]);
    const printed = group.flatMap((part) => part.share ?? []);
    const all = printed.length === group.length;
    const adds = all && sharesAddUp(printed);
    // Of two shares that make a hundred the second says nothing new.
    const told = group.length === 2 && adds ? group.slice(0, 1) : group;
    for (const part of told) if (part.share !== null) shares.push(share(part, residents, part.share, slack));
    if (all && (group.length > 2 || !adds)) shares.push([`${printed.join('+')}=100%`, adds]);
  }
  for (const part of ages)
    if (part.within && part.share !== null) shares.push(share(part, residents, part.share, slack));
  return { sums, shares };
}

/** Persons a household, and men to a hundred women. */
function ratios(text: string, slack: number): Check[] {
  const checks: Check[] = [];
  const inHouseholds = partOf(text, '家庭户(?:的)?人口');
  const [, households] = new RegExp(`家庭户${IS}(\\d+)户`, 'u').exec(text) ?? [];
  const [, size] = /平均每个?(?:家庭)?户(?:的)?(?:人口)?(?:为|是|:)?(\d+(?:\.\d+)?)人/u.exec(text) ?? [];
  if (inHouseholds && households !== undefined && size !== undefined)
    checks.push([
      `${inHouseholds.persons}/${households}=${size}`,
      quotientHolds(inHouseholds.persons, Number(households), size, 1, slack),
    ]);
  const [, ratio] = /性别比(?:\([^()]*\))?(?:为|是|:)?(\d+(?:\.\d+)?)/u.exec(text) ?? [];
  const men = partOf(text, '男性(?:人口)?');
  const women = partOf(text, '女性(?:人口)?');
  if (men && women && ratio !== undefined)
    checks.push([
      `${men.persons}*100/${women.persons}=${ratio}`,
      quotientHolds(men.persons, women.persons, ratio, 100, slack),
    ]);
  return checks;
}

export interface Classes {
  checks: Check[];
  /** Classes whose names in brackets are not as many as stated. */
  named: { stated: number; names: number }[];
}

/** Towns by classes of size: their numbers make the number of towns. */
export function classesOf(text: string): Classes {
  const checks: Check[] = [];
  const named: Classes['named'] = [];
  for (const sentence of text.split('。')) {
    const [whole, count] =
      /(\d+)个(?:乡镇|镇|乡|街道|区|县|市|地区|村)(?:\([^()]*\))?(?:中|[:,])/u.exec(sentence) ?? [];
    if (whole === undefined || count === undefined) continue;
    const behind = sentence.slice(sentence.indexOf(whole) + whole.length);
    const classes = [
      ...behind.matchAll(/人(?:以上|以下|之间)?的?(?:[^\d,;。()]|\([^\d()]{1,8}\)){0,6}?(\d+)个(?:\(([^()]*)\))?/gu),
    ];
    if (classes.length < 2) continue;
    const counts = classes.map(([, number]) => Number(number));
    checks.push([`${counts.join('+')}=${count}`, counts.reduce((sum, one) => sum + one, 0) === Number(count)]);
    for (const [, number, names] of classes) {
      const found = names?.split(/[、,]/u).length ?? Number(number);
      if (found !== Number(number)) named.push({ stated: Number(number), names: found });
    }
  }
  return { checks, named };
}

/**
 * Every check that a bulletin's text allows: sums, shares, ratios, classes.
 * @param slack persons to which the bulletin rounds its figures; 0 where they are exact
 */
export function checksOf(text: string, residents: number, slack = 0): Check[] {
  const changed = change(text, residents, slack);
  const parted = parts(text, residents, slack);
  return [
    ...changed.sums,
    ...parted.sums,
    ...changed.shares,
    ...parted.shares,
    ...ratios(text, slack),
    ...classesOf(text).checks,
  ];
}
