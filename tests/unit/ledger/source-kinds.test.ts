/** Whose money: names as ledgers print them, and properties of the rule. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FundKind } from '#shared/features/funding.ts';
import { fundKindOf } from '#shared/lib/funding/kind-words.ts';
import { sourceKindOf } from '#shared/lib/funding/source-kinds.ts';

const SUBDISTRICT = `齐陵街道办事处 临淄区齐陵街道办事处 淄博市临淄区齐陵街道办事处 山东省淄博市临淄区齐陵街道财政所 临淄区齐陵街道财政所
街道财政 街道本级 本级财政 街道办 街道 齐陵街道 办事处 街道拨款 凤凰镇人民政府 凤凰镇政府 镇财政所 镇政府 乡政府 临淄区凤凰镇财政所
街道财政拨入 由街道拨付 拨款(街道) 街道配套 街道经费 街道社区教育专项经费 街道社区教育经费 街道财政所拨付社区教育中心 街道党工委 齐陵街道财政所拨款`;
const HIGHER = `区财政 区财政局 临淄区财政局 临淄区教育和体育局 区教体局 区教育局 区教体局补助 市教育局 市财政局 省财政厅 省教育厅 省级补助 中央财政 国家专项 国家
教育部 上级 上级拨款 上级专项 区级财政 区本级财政 市级专项资金 区拨街道 区财政拨付街道 区财政下达街道 收到区财政拨款 区级专项 上级补助街道 街道收到区财政补助 街道申请区级专项
县财政局 县教育局 区财政局拨入齐陵街道 区政府 临淄区人民政府 淄博市财政局 区社区教育专项补助 区财政局转移支付`;
const SOCIETY = `齐陵某某有限公司 淄博市临淄区某某化工有限公司 某某集团 临淄区慈善总会 齐陵街道商会 某某基金会 企业捐赠 个人捐赠 爱心企业 热心企业 企业
王先生 社会捐赠 个人 淄博某机械厂`;
const LEARNER = `学员 学员缴费 学费 学员学费 培训收费 学习者 报名费 家长缴费`;
const UNCLEAR = `财政拨款 财政 专项资金 专项 教育中心 齐陵街道社区教育中心 王齐村村委会 淄水社区居委会 淄水社区 齐陵街道中心小学 区街道 区财政、街道财政 街道转拨区财政专项
自筹 街道自筹 上年结转 其他 利息 银行 社区 小区业主 市民 区街共建 街道代付区级补助 经街道转拨区财政补助`;

const words = (text: string): string[] => text.split(/\s+/u);

describe('the giver', () => {
  test.each(words(SUBDISTRICT))('%s is the subdistrict', (text) => {
    expect(sourceKindOf(text, 'payment')).toBe('subdistrict');
  });
  test.each(words(HIGHER))('%s is a higher level', (text) => {
    expect(sourceKindOf(text, 'payment')).toBe('higher');
  });
  test.each(words(SOCIETY))('%s is society', (text) => {
    expect(sourceKindOf(text, 'payment')).toBe('society');
  });
  test.each(words(LEARNER))('%s is the learners', (text) => {
    expect(sourceKindOf(text, 'payment')).toBe('learner');
  });
  test.each(words(UNCLEAR))('%s is not said', (text) => {
    expect(sourceKindOf(text, 'payment')).toBeNull();
  });

  test('a silent gift or fee is told by its kind, a contradiction by nobody', () => {
    expect(sourceKindOf('', 'donation')).toBe('society');
    expect(sourceKindOf('某村民', 'donation')).toBe('society');
    expect(sourceKindOf('', 'fee')).toBe('learner');
    expect(sourceKindOf('剪纸班', 'fee')).toBe('learner');
    expect(sourceKindOf('', 'payment')).toBeNull();
    expect(sourceKindOf('区财政局', 'donation')).toBeNull();
    expect(sourceKindOf('街道', 'fee')).toBeNull();
  });

  test('nothing but the words of an authority makes money count', () => {
    const letters = fc.string({
      unit: fc.constantFrom('甲', '乙', '丙', '小', '大', '书', '画', '班', '1', ' '),
      maxLength: 30,
    });
    fc.assert(
      fc.property(letters, fc.constantFrom(...FundKind.options), (text, kind) => {
        const source = sourceKindOf(text, kind);
        expect(source).toBe(kind === 'donation' ? 'society' : kind === 'fee' ? 'learner' : null);
      }),
    );
  });

  test('white space and width do not count, and long texts are quick', () => {
    fc.assert(
      fc.property(fc.constantFrom(...words(`${SUBDISTRICT} ${HIGHER} ${UNCLEAR}`)), fc.nat(), (text, place) => {
        const at = place % (text.length + 1);
        expect(sourceKindOf(`${text.slice(0, at)}　${text.slice(at)}`, 'payment')).toBe(sourceKindOf(text, 'payment'));
      }),
    );
    const start = performance.now();
    sourceKindOf('区市县'.repeat(20_000), 'payment');
    sourceKindOf('对街道经'.repeat(20_000), 'payment');
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('类型', () => {
  test.each([
    ['预算批复', 'approval'],
    ['年初预算', 'approval'],
    ['预算下达', 'approval'],
    ['拨款', 'payment'],
    ['拨入', 'payment'],
    ['收入-拨款', 'payment'],
    ['收入（财政拨款）', 'payment'],
    ['街道拨款', 'payment'],
    ['拨款（一季度）', 'payment'],
    ['拨款收回', 'payment_return'],
    ['缴 回', 'payment_return'],
    ['上年结转', 'carry_over'],
    ['捐赠', 'donation'],
    ['收入-捐赠', 'donation'],
    ['报名费', 'fee'],
    ['实物', 'in_kind'],
    ['支出', 'expense'],
    ['报销', 'expense'],
    ['支出-讲师费', 'expense'],
    ['培训支出', 'expense'],
    ['支出退回', 'expense_return'],
    ['支出/退款', 'expense_return'],
    ['收入', null],
    ['收入-支出', null],
    ['支出-拨款', null],
    ['预算追减', null],
    ['', null],
    ['其他', null],
    ['转账', null],
    ['退回拨款支出', null],
    ['支出(冲回)', null],
  ])('%s means %s', (text, kind) => {
    expect(fundKindOf(text)).toBe(kind);
  });
});
