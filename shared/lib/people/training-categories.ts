/**
 * The categories of training that the published plan of 2021 names (二、重点工作, 8; domain B1): fifteen leaves. They are the
 * beginning of an editable tree; what a center adds is its own.
 */
export const TRAINING_CATEGORIES = [
  '核心价值观',
  '企业岗位培训',
  '职业技能',
  '青少年公益与校外教育',
  '早教',
  '特教',
  '外来人口',
  '妇女',
  '医疗保健',
  '婚姻',
  '老龄',
  '农林牧业人员',
  '企业职工',
  '残障人生活辅导',
  '残障人职业技能',
] as const;
