/** A line without a kind whose source and purpose say what it is; only where they say one thing, and always for review. */
import type { LedgerRecord } from '#shared/features/funding-reading.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';

export type WordKind = 'donation' | 'fee' | 'payment' | 'expense';

const WORDS: readonly (readonly [WordKind, RegExp])[] = [
  ['donation', /捐赠|捐款|赞助/u],
  ['fee', /学费|报名费|学员缴费|收取/u],
  ['payment', /拨款|拨付|拨入|经费到账|下拨/u],
  ['expense', /支付|报销|购买|购置|采购|付.{0,8}(?:费|款)/u],
];
/** Words with which a line may mean the opposite. */
const TURNED = /退|收回|缴回|上缴|冲|红字|追减|结转|批复|预算|更正|调整|实物|物资/u;

export function kindFromWords(printed: LedgerRecord['printed'], side: 'income' | 'expense' | null): WordKind | null {
  const text = withoutSpace(canonical(`${printed.source ?? ''} ${printed.purpose ?? ''}`));
  if (TURNED.test(text)) return null;
  const found = WORDS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  return side === 'income' && only === 'expense' ? null : only;
}
