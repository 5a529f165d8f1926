/**
 * Who gives the money, from the words that a ledger prints. Only 街道 money counts in the per-capita test, so a name that
 * may mean two givers is null: told, never guessed. The giver counts, not the place: 临淄区齐陵街道财政所 is the
 * subdistrict's, 区财政拨付街道 the district's.
 */
import type { FundKind, FundSource } from '../../features/funding.ts';
import { canonical, withoutSpace } from '../chinese-numerals.ts';

/** Words that hold 区, 市, 乡, 镇 or 省 and name no authority. */
const NO_AUTHORITY =
  /社区|小区|园区|辖区|校区|片区|景区|灾区|区域|市民|市场|城市|超市|节省|乡村|村镇|城镇|乡镇企业|家乡|返乡|老乡|乡亲|乡贤/gu;

/** A giver that is neither: a village, a school, the center's own account. */
const OTHERS =
  /(?:[村居]民?(?:委会?|委员会)|村集体|[^乡镇]村)$|(?:小学|中学|中心校|学校|学院|幼儿园|(?:教育|学习|培训|活动)中心)$|自筹|自有/u;
const OFFICE = /办事处|财政|党工委/u;

const SOCIETY =
  /公司|集团|[^工]厂$|工厂|企业(?!服务|办|管理|发展)|商会|基金会|慈善|红十字|合作社|协会|工商联|捐|赞助|个人|先生|女士|爱心人士|社会各界/u;
const LEARNER = /学员|学费|收费|学习者|报名费|学生|家长|缴费/u;
const SUBDISTRICT =
  /街道|办事处|乡镇|[镇乡](?:人民)?政府|[镇乡](?:财政|级|本级|党委|机关)|[^\s]{2}[镇乡](?=$|[（(])|镇财政所/u;
const OWN_LEVEL = /(?<![省市区县])本级/u;
const HIGHER =
  /上级|中央|国家|教育部|财政部|[省市区县](?:人民)?政府|[省市区县]·?(?:本?级|财|教|补|专项|拨|民政|妇联|文|体|委|人社|科协|总工会|农业|卫|转移)|[财教]育?[^\s]{0,6}[局厅](?![^\s]*街道)|教[育体]局|教委|财政[局厅]/u;

/** Names beyond this are no names. */
const LONGEST = 200;

/** A chain of places down to a subdistrict or town: 山东省淄博市临淄区齐陵街道…; the last one speaks. */
const PLACES_ABOVE =
  /^(?:[^\s省市区县财教局厅委级府]{1,6}[省市区县]){1,3}(?=[^\s省市区县财教局厅委级府拨补]{1,6}(?:街道|镇|乡))/u;

const RECEIVED = /(?:收到|来自|申请|争取|取得)(?=.)/u;
const HANDS_ON = /转拨|代拨|代付|转付|经.{1,12}转|通过.{1,12}拨/u;
const GIVES = /拨付|拨给|下拨|划拨|拨入|拨款|拨|转移支付|下达|补助给|资助给|支付给|→|->/u;
const TO_RECEIVER = /(?:对|给|向|补助|补贴|支持|至)[^\s,，、;；()（）]{0,8}(?:街道|镇|乡)[^\s,，、;；()（）]*/u;

/** The part of a text that names the giver. */
function giverOf(text: string): string {
  const received = RECEIVED.exec(text);
  const whole = (received ? text.slice(received.index + received[0].length) : text).replace(/^由/u, '');
  const gives = GIVES.exec(whole);
  const before = gives ? whole.slice(0, gives.index) : '';
  if (before.length >= 1) return before;
  const after = whole.replace(TO_RECEIVER, '');
  return after === '' ? whole : after;
}

/** What the words alone say; `several` where they name two givers. */
function namedGiver(text: string): FundSource | 'several' | null {
  const plain = withoutSpace(canonical(text.slice(0, LONGEST))).replace(NO_AUTHORITY, '·');
  if (plain === '') return null;
  const all = (whole: string): FundSource[] => {
    const chained = whole.replace(PLACES_ABOVE, '');
    const found: FundSource[] = [];
    // A company, a chamber or a donor is none of an authority, in whatever place it lies.
    if (SOCIETY.test(chained)) {
      found.push('society');
      return LEARNER.test(chained) && !/捐|赞助/u.test(chained) ? [...found, 'learner'] : found;
    }
    if (LEARNER.test(chained)) found.push('learner');
    if (SUBDISTRICT.test(chained) || OWN_LEVEL.test(chained)) found.push('subdistrict');
    if (HIGHER.test(chained.replace(/(?:街道|[镇乡])(?:办事处)?财政所?/gu, ''))) found.push('higher');
    return found;
  };
  // 区街道 may be one or both of them.
  if (/[省市区县]街道/u.test(plain) || (HANDS_ON.test(plain) && all(plain).length > 1)) return 'several';
  const giver = giverOf(plain);
  const found = all(giver.length === 1 && /[省市区县]/u.test(giver) ? `${giver}级` : giver);
  if (found.length > 1) return 'several';
  const [only] = found;
  if (only === 'subdistrict' && OTHERS.test(giver.replaceAll('·', '社区')) && !OFFICE.test(giver)) return null;
  return only ?? null;
}

/**
 * Whose money an entry is. A gift without a named authority is society's and a fee the learners', by their kind alone;
 * where kind and words contradict, nobody can say.
 */
export function sourceKindOf(text: string, kind: FundKind): FundSource | null {
  const named = namedGiver(text);
  const byKind = kind === 'donation' ? 'society' : kind === 'fee' ? 'learner' : null;
  if (byKind === null) return named === 'several' ? null : named;
  if (named === null || named === byKind) return byKind;
  return kind === 'donation' && named === 'learner' ? 'society' : null;
}
