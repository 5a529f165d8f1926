/** What needs a look in the data of a person; the words of its screens lie beside the screens. */
export const personFindings = {
  rule: {
    name_signs: '姓名里有“{{signs}}”，不像姓名用字，请核对后改正。',
    name_private: '姓名里有自造字，换一台电脑会显示成别的字，请改用标准字。',
    name_mixed: '姓名里汉字和字母混在一起，请核对。',
    name_short: '姓名只有一个字，请核对是否漏字。',
    birth_future: '出生日期 {{date}} 晚于今天，请核对。',
    birth_impossible: '按出生日期 {{date}} 已超过 {{limit}} 岁，请核对。',
    phone_digits: '电话位数不对（{{count}} 位），请核对。',
    phone_masked: '电话隐去了一部分，无法拨打，请补齐完整号码。',
    consent_missing: '不满 {{age}} 周岁，缺监护人同意，请取得同意书后填写同意日期。',
    consent_maybe: '按出生年月可能不满 {{age}} 周岁，缺监护人同意，请核对生日或取得同意书。',
    consent_late: '监护人 {{date}} 才同意，此前已参加 {{count}} 天（最早 {{first}}），请核对。',
    consent_future: '监护人同意日期 {{date}} 晚于今天，请核对。',
    guardian_missing: '不满 {{age}} 周岁，缺监护人姓名，请填写。',
  },
} as const;
