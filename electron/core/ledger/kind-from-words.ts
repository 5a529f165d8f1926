/** A line without a kind whose source and purpose say what it is; only where they say one thing, and always for review. */
import type { LedgerRecord } from '#shared/features/funding-reading.ts';
import { canonical, withoutSpace } from '#shared/lib/chinese-numerals.ts';

export type WordKind = 'donation' | 'fee' | 'payment' | 'expense';

const WORDS: readonly (readonly [WordKind, RegExp])[] = [
  ['donation', /捐赠|捐款|赞助/u],
  ['fee', /学费|报名费|学员缴费|收取/u],
  ['payment', /拨款|拨付|拨入|经费到账|下拨/u],
  ['expense', /支付|报销|购买|购置|采购|(?<!拨)付.{0,8}(?:费|款)/u],
];
/** Words with which a line may mean the opposite. */
const TURNED = /退|收回|缴回|上缴|冲|红字|追减|结转|批复|预算|更正|调整|实物|物资/u;

/** What a category of spending may end in: 办公费, 打印耗材, 讲师劳务. */
const SPENDING = /[\p{Script=Han}]费(?:用)?$|用品$|耗材$|材料$|劳务$|购置$|印刷$|办公$|差旅$|奖品$|采购$|维修$/u;

/** Whether a word that names no kind names what money was spent on; only a column of spending makes it an expense. */
export function isSpending(printed: string): boolean {
  const text = withoutSpace(canonical(printed));
  return (
    text.length <= 12 && SPENDING.test(text) && !TURNED.test(text) && !/收入|拨|捐|缴|学费|报名费|收费/u.test(text)
  );
}

/** Whether a line's words may mean the opposite of what its table holds. */
export const isTurned = (text: string): boolean => TURNED.test(withoutSpace(canonical(text)));

export function kindFromWords(printed: LedgerRecord['printed'], side: 'income' | 'expense' | null): WordKind | null {
  const text = withoutSpace(canonical(`${printed.source ?? ''} ${printed.purpose ?? ''}`));
  if (TURNED.test(text)) return null;
  const found = WORDS.filter(([kind, pattern]) => pattern.test(text) && !(side === 'income' && kind === 'expense')).map(
    ([kind]) => kind,
  );
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  return only;
}
