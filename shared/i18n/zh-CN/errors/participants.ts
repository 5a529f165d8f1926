/** Errors of persons and organisations that are joined. */
export const participantErrors = {
  'participants/name_empty': '姓名里没有可以看见的字，请填写姓名。',
  'participants/masked':
    '号码中有星号，是隐去一部分后显示的样子。为免覆盖原号码，未保存；请填写完整号码，或先“查看完整号码”。',
  'participants/signed':
    '“{{name}}”名下还有 {{count}} 条签到，不能撤下。如果和别人是同一人，请用“合并”；如果签到录错，请先撤下签到。',
  'participants/apart_self': '请选择两个不同的人，再确认不是同一人。',
  'participants/merge_self': '请选择两个不同的人再合并。',
  'participants/apart_merge': '“{{name}}”已确认不是同一人，不能合并。如确是同一人，请先在“可能重复”中收回确认。',
  'participants/identity_off': '本档案没有打开身份证号登记。如确需登记，请先在“设置”的“身份证号登记”中打开。',
  'participants/identity_empty': '身份证号是空的。请按证件填写 18 位号码。',
  'participants/identity_old_form': '这是 15 位的旧号码，已停止使用。请按现用身份证填写 18 位号码。',
  'participants/identity_length': '身份证号应为 18 位，填写的位数不对。请对照证件检查有无多写或漏写。',
  'participants/identity_signs': '身份证号应为 17 位数字加 1 位数字或 X，其中有别的字。请对照证件修改。',
  'participants/identity_checksum': '身份证号的校验码不符，有一位写错或两位写颠倒了。请对照证件逐位核对。',
  'participants/identity_birth': '身份证号第 7 至 14 位不是有效的出生日期。请对照证件核对。',
  'participants/identity_future': '身份证号中的出生日期晚于今天。请对照证件核对。',
  'participants/identity_birth_differs':
    '号码中的出生日期与“{{name}}”资料中的出生日期（{{birthDate}}）不同，未保存。请对照证件，先改正写错的一处。',
  'participants/identity_sex_differs':
    '号码中的性别与“{{name}}”资料中的性别不同，未保存。请对照证件，先改正写错的一处。',
  'participants/identity_passphrase_short': '口令至少要 {{least}} 个字符，现在是 {{count}} 个。请再写长一些。',
  'participants/identity_passphrase_wrong': '口令不对。请检查大小写和输入法后重新输入。',
  'participants/identity_in_reason': '原因会长期留在修改日志里，其中不能有身份证号或口令。请删去后再试。',
  'participants/identity_none': '“{{name}}”没有登记身份证号，请先按证件登记。',
  'participants/identity_other_keys': '“{{name}}”的号码是更换口令以前登记的，现在的口令打不开。请按证件重新登记。',
  'participants/identity_damaged':
    '“{{name}}”的号码已损坏或不属于此人，无法显示。请按证件重新登记，并检查档案是否完好。',
  'organisation/merge_self': '请选择两个不同的单位再合并。',
} as const;
