/** 大写 amounts by 正确填写票据和结算凭证的基本规定 (支付结算办法, annex 1), written and read. */
const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['仟', '佰', '拾', ''] as const;
const D = '[壹贰叁肆伍陆柒捌玖]';
const SECTION = `(?:${D}仟)?(?:${D}佰)?(?:${D}拾)?${D}?`;
const PATTERN = new RegExp(`^(?:(?:(${SECTION})亿)?(?:(${SECTION})万)?(${SECTION})元)?(?:(${D})角)?(?:(${D})分)?$`);
/** One fen below a trillion yuan: four places each of 亿, 万 and 元. */
const LARGEST = 99_999_999_999_999;

/** Fen in words, or null outside 0 … 999,999,999,999.99 元 (a negative amount has no 大写). */
export function amountInWords(fen: number): string | null {
  if (!Number.isSafeInteger(fen) || fen < 0 || fen > LARGEST) return null;
  if (fen === 0) return '零元整';
  const yuan = Math.floor(fen / 100);
  const places = yuan.toString().padStart(12, '0');
  let words = '';
  let gap = false;
  for (const [index, digit] of places.split('').entries()) {
    if (digit === '0') gap = words !== '';
    else {
      words += `${gap ? '零' : ''}${DIGITS[Number(digit)] ?? ''}${PLACES[index % 4] ?? ''}`;
      gap = false;
    }
    const section = yuan
      .toString()
      .padStart(12, '0')
      .slice(index - 3, index + 1);
    if (index % 4 === 3 && index < 11 && section !== '0000') words += index === 3 ? '亿' : '万';
  }
  if (yuan > 0) words += '元';
  const jiao = Math.floor(fen / 10) % 10;
  const last = fen % 10;
  if (jiao === 0 && last === 0) return `${words}整`;
  if (jiao > 0) words += `${DIGITS[jiao] ?? ''}角`;
  else if (yuan > 0) words += '零';
  return last > 0 ? `${words}${DIGITS[last] ?? ''}分` : `${words}整`;
}

function sectionValue(text: string): number {
  return PLACES.reduce((sum, place, index) => {
    const found = place === '' ? new RegExp(`(${D})$`).exec(text) : new RegExp(`(${D})${place}`).exec(text);
    return sum + DIGITS.indexOf(found?.[1] ?? '零') * 10 ** (3 - index);
  }, 0);
}

/** Fen of an amount in words; null for anything out of order or not an amount. A missing or added 零 between places is no fault: forms differ there. */
export function readAmountInWords(text: string): number | null {
  const bare = text
    .replaceAll(/\s/g, '')
    .replace(/^人民币/, '')
    .replaceAll('圆', '元')
    .replace(/[整正]$/, '');
  if (bare === '零元') return 0;
  // 壹零元 may mean one or ten: a 零 stands only between a place and a digit (or 角, 分 that are none).
  if (/[壹贰叁肆伍陆柒捌玖]零|零(?![壹贰叁肆伍陆柒捌玖角分])/.test(bare)) return null;
  const compact = bare.replaceAll(/零[角分]?/g, '');
  const match = PATTERN.exec(compact);
  if (!match || compact === '' || compact.startsWith('元') || /^[亿万]|亿万/.test(compact)) return null;
  const [, high = '', middle = '', low = '', jiao = '零', fen = '零'] = match;
  const yuan = sectionValue(high) * 100_000_000 + sectionValue(middle) * 10_000 + sectionValue(low);
  return yuan * 100 + DIGITS.indexOf(jiao) * 10 + DIGITS.indexOf(fen);
}
