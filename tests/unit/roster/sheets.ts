/** Sheets as centers keep them, with what a person reads in them. Persons are invented for the tests. */

/** name | sex f/m | birth | village | phone | activity | date | signed y/n | role; `-` = not said. */
type Row = string;

export interface Sheet {
  what: string;
  text: string;
  kind: 'attendance' | 'persons' | 'activities';
  rows: Row[];
  /** title | first day | last day | place | head count | mark */
  activities?: string[];
  /** Codes of errors and doubts, without `roster/`, sorted. */
  told: string[];
}

const HEAD =
  '剪纸培训签到表\n活动名称：剪纸培训　　时间：2021年6月12日上午9:00　　地点：淄水社区\n主办单位：街道办事处、教育中心\n';

export const SHEETS: Sheet[] = [
  {
    what: 'head of the sheet belongs to every row',
    text: `${HEAD}序号,姓名,联系电话,签名\n1,甲秀英,139 0000 0001,甲秀英\n2,乙玉兰,+86 13900000002,`,
    kind: 'attendance',
    rows: ['甲秀英|-|-|-|13900000001|剪纸培训|2021-06-12|y|-', '乙玉兰|-|-|-|13900000002|剪纸培训|2021-06-12|n|-'],
    activities: ['剪纸培训|2021-06-12|-|淄水社区|-|-'],
    told: [],
  },
  {
    what: 'two blocks side by side with a total',
    text: `${HEAD}序号,姓名,电话,签名,序号,姓名,电话,签名\n1,甲秀英,13900000001,√,3,丙建国,0533-7081234,√\n2,乙玉兰,13900000002,请假,4,丁志强,13900000004/13900000005,缺席\n合计,4,,,,,,`,
    kind: 'attendance',
    rows: [
      '甲秀英|-|-|-|13900000001|剪纸培训|2021-06-12|y|-',
      '乙玉兰|-|-|-|13900000002|剪纸培训|2021-06-12|n|-',
      '丙建国|-|-|-|0533-7081234|剪纸培训|2021-06-12|y|-',
      '丁志强|-|-|-|13900000004、13900000005|剪纸培训|2021-06-12|n|-',
    ],
    told: [],
  },
  {
    what: 'a class of a school is no activity',
    text: `${HEAD}姓名,班级,签到\n甲秀英,三年级1班,√\n乙玉兰,初二(3)班,√`,
    kind: 'attendance',
    rows: ['甲秀英|-|-|-|-|剪纸培训|2021-06-12|y|-', '乙玉兰|-|-|-|-|剪纸培训|2021-06-12|y|-'],
    told: [],
  },
  {
    what: 'hours of volunteers on their days',
    text: '2021年度志愿者服务时长统计表\n序号,志愿者姓名,服务时间,服务项目,服务时长（小时）\n1,孙志远,2021.5.4,五四志愿服务,3\n2,李爱华,5月4日,五四志愿服务,2.5\n3,李爱华,2021年10月18日,学习活动周,半天\n合计,,,,5.5',
    kind: 'attendance',
    rows: [
      '孙志远|-|-|-|-|五四志愿服务|2021-05-04|-|volunteer',
      '李爱华|-|-|-|-|五四志愿服务|2021-05-04|-|volunteer',
      '李爱华|-|-|-|-|学习活动周|2021-10-18|-|volunteer',
    ],
    told: ['hours_doubtful', 'signed_absent'],
  },
  {
    what: 'a total that differs is told',
    text: `${HEAD}序号,姓名,签名\n1,甲秀英,√\n2,乙玉兰,√\n合计,5人,`,
    kind: 'attendance',
    rows: ['甲秀英|-|-|-|-|剪纸培训|2021-06-12|y|-', '乙玉兰|-|-|-|-|剪纸培训|2021-06-12|y|-'],
    told: ['total_differs'],
  },
  {
    what: 'every way to sign or not to sign',
    text: `${HEAD}姓名,签到情况\n甲秀英,√\n乙玉兰,✓\n丙建国,是\n丁志强,已签\n戊小英,8:25\n己大勇,否\n庚美丽,×\n辛志明,病假\n壬文华,迟到`,
    kind: 'attendance',
    rows: ['甲秀英', '乙玉兰', '丙建国', '丁志强', '戊小英', '己大勇', '庚美丽', '辛志明', '壬文华'].map(
      (name, index) => `${name}|-|-|-|-|剪纸培训|2021-06-12|${[5, 6, 7].includes(index) ? 'n' : 'y'}|-`,
    ),
    told: [],
  },
  {
    what: 'a proxy and another hand are doubts',
    text: `${HEAD}姓名,签名\n甲秀英,代签\n乙玉兰,丙建国\n丁志强,丁志强`,
    kind: 'attendance',
    rows: [
      '甲秀英|-|-|-|-|剪纸培训|2021-06-12|n|-',
      '乙玉兰|-|-|-|-|剪纸培训|2021-06-12|y|-',
      '丁志强|-|-|-|-|剪纸培训|2021-06-12|y|-',
    ],
    told: ['signature_differs', 'signed_by_proxy'],
  },
  {
    what: 'a matrix of days without years under a title with one',
    text: '2021年书画班考勤表\n序号\t姓名\t7月5日\t7月6日\n1\t甲秀英\t√\t\n2\t乙玉兰\t请假\t√',
    kind: 'attendance',
    rows: [
      '甲秀英|-|-|-|-|书画班|2021-07-05|y|-',
      '甲秀英|-|-|-|-|书画班|2021-07-06|n|-',
      '乙玉兰|-|-|-|-|书画班|2021-07-05|n|-',
      '乙玉兰|-|-|-|-|书画班|2021-07-06|y|-',
    ],
    told: ['activity_implied'],
  },
  {
    what: 'a matrix of the days of a month; a day that nobody signed was not held',
    text: '2021年6月合唱队签到表\n姓名\t1\t2\t3\t4\t5\n甲秀英\t√\t\t\t√\t\n乙玉兰\t√\t\t\t\t',
    kind: 'attendance',
    rows: [
      '甲秀英|-|-|-|-|合唱队|2021-06-01|y|-',
      '甲秀英|-|-|-|-|合唱队|2021-06-04|y|-',
      '乙玉兰|-|-|-|-|合唱队|2021-06-01|y|-',
      '乙玉兰|-|-|-|-|合唱队|2021-06-04|n|-',
    ],
    told: ['activity_implied'],
  },
  {
    what: 'sections with a header each',
    text: '一、剪纸培训（2021年6月12日）\n序号,姓名,电话,签到\n1,甲秀英,13900000001,√\n二、版画体验（2021年6月19日）\n序号,姓名,电话,签到\n1,甲秀英,13900000001,√\n2,丙建国,,',
    kind: 'attendance',
    rows: [
      '甲秀英|-|-|-|13900000001|剪纸培训|2021-06-12|y|-',
      '甲秀英|-|-|-|13900000001|版画体验|2021-06-19|y|-',
      '丙建国|-|-|-|-|版画体验|2021-06-19|n|-',
    ],
    told: [],
  },
  {
    what: 'sections between the rows of one table',
    text: '签到表\n序号,姓名,签到\n剪纸培训 2021年6月12日,,\n1,甲秀英,√\n版画体验,2021年6月19日,\n1,乙玉兰,√',
    kind: 'attendance',
    rows: ['甲秀英|-|-|-|-|剪纸培训|2021-06-12|y|-', '乙玉兰|-|-|-|-|版画体验|2021-06-19|y|-'],
    told: [],
  },
  {
    what: 'activity and day printed once for their rows are doubts on the others',
    text: '姓名,活动,日期,签到\n甲秀英,剪纸培训,2021-06-12,√\n乙玉兰,,,√',
    kind: 'attendance',
    rows: ['甲秀英|-|-|-|-|剪纸培训|2021-06-12|y|-', '乙玉兰|-|-|-|-|剪纸培训|2021-06-12|y|-'],
    told: ['activity_inherited', 'date_inherited'],
  },
  {
    what: 'roles and hours',
    text: '姓名,身份,服务时长,活动名称,日期,签到\n甲秀英,志愿者,2小时,五四志愿服务,2021-05-04,√\n乙玉兰,教师,90分钟,五四志愿服务,2021-05-04,√\n丙建国,学员,半天,五四志愿服务,2021-05-04,√',
    kind: 'attendance',
    rows: [
      '甲秀英|-|-|-|-|五四志愿服务|2021-05-04|y|volunteer',
      '乙玉兰|-|-|-|-|五四志愿服务|2021-05-04|y|teacher',
      '丙建国|-|-|-|-|五四志愿服务|2021-05-04|y|learner',
    ],
    told: ['hours_doubtful'],
  },
  {
    what: 'a volunteers’ roster: part of a birth date, two figures of a year, an identity number',
    text: '志愿者名册\n序号,姓名,性别,出生年月,身份证号码,所在村居,联系电话\n1,甲秀英,女,1952.3,370305195203080025,淄水社区,13900000001\n2,乙玉兰,女,52年3月,370305195203080033,〃,13900000002',
    kind: 'persons',
    rows: ['甲秀英|f|1952-03|淄水社区|13900000001|-|-|-|-', '乙玉兰|f|1952-03|淄水社区|13900000002|-|-|-|-'],
    told: ['birth_doubtful', 'identity_differs', 'identity_dropped'],
  },
  {
    what: 'ages instead of birth dates',
    text: `${HEAD}姓名,性别,年龄,签到\n甲秀英,女,69,√\n乙小兰,女,9岁,√`,
    kind: 'attendance',
    rows: ['甲秀英|f|-|-|-|剪纸培训|2021-06-12|y|-', '乙小兰|f|-|-|-|剪纸培训|2021-06-12|y|-'],
    told: ['age_only'],
  },
  {
    what: 'an age in the column of birth dates, a month and a day that do not exist',
    text: `${HEAD}姓名,出生日期,签到\n甲秀英,69岁,√\n乙玉兰,1950-13-01,√\n丙建国,1951年2月30日,√\n丁志强,不知道,√`,
    kind: 'attendance',
    rows: ['甲秀英', '乙玉兰', '丙建国', '丁志强'].map((name) => `${name}|-|-|-|-|剪纸培训|2021-06-12|y|-`),
    told: ['age_only', 'birth_is_age', 'birth_no_such_day', 'birth_no_such_month', 'birth_unreadable'],
  },
  {
    what: 'phones: too short, masked, no number at all',
    text: `${HEAD}姓名,电话,签到\n甲秀英,1390000001,√\n乙玉兰,139****0002,√\n丙建国,问邻居,√\n丁志强,7081234,√`,
    kind: 'attendance',
    rows: [
      '甲秀英|-|-|-|1390000001|剪纸培训|2021-06-12|y|-',
      '乙玉兰|-|-|-|-|剪纸培训|2021-06-12|y|-',
      '丙建国|-|-|-|-|剪纸培训|2021-06-12|y|-',
      '丁志强|-|-|-|7081234|剪纸培训|2021-06-12|y|-',
    ],
    told: ['cell_unlikely', 'phone_digits', 'phone_masked'],
  },
  {
    what: 'part-time teachers',
    text: '兼职教师名册\n序号,姓名,性别,任教科目,资格证书,联系电话,工作单位\n1,甲秀英,女,剪纸,传承人证,13900000001,某中心校',
    kind: 'persons',
    rows: ['甲秀英|f|-|-|13900000001|-|-|-|-'],
    told: [],
  },
  {
    what: 'a roster of children with guardians',
    text: '学员花名册\n编号,姓名,性别,出生日期,家长姓名,家长电话\n1,甲小英,女,20140901,甲大英,13900000001',
    kind: 'persons',
    rows: ['甲小英|f|2014-09-01|-|-|-|-|-|-'],
    told: [],
  },
  {
    what: 'text set in columns by spaces; a name with a space inside cannot be placed',
    text: '活动名称：剪纸培训\n时间：2021年6月12日\n姓名 电话 签名\n甲秀英 13900000001 甲秀英\n李 明 13900000002 李明\n',
    kind: 'attendance',
    rows: ['甲秀英|-|-|-|13900000001|剪纸培训|2021-06-12|y|-'],
    told: ['row_unplaced'],
  },
  {
    what: 'a markdown table',
    text: '| 姓名 | 活动 | 日期 | 签到 |\n|---|---|---|---|\n| 甲秀英 | 剪纸培训 | 2021/6/12 | √ |\n| 𠮷丽娜 | 剪纸培训 | 2021.6.12 | |',
    kind: 'attendance',
    rows: ['甲秀英|-|-|-|-|剪纸培训|2021-06-12|y|-', '𠮷丽娜|-|-|-|-|剪纸培训|2021-06-12|n|-'],
    told: [],
  },
  {
    what: 'cells one a line',
    text: '活动名称：剪纸培训\n时间：2021年6月12日\n序号\n姓名\n签到\n1\n甲秀英\n√\n2\n乙玉兰\n√',
    kind: 'attendance',
    rows: ['甲秀英|-|-|-|-|剪纸培训|2021-06-12|y|-', '乙玉兰|-|-|-|-|剪纸培训|2021-06-12|y|-'],
    told: ['alignment'],
  },
  {
    what: 'a list without signatures',
    text: `${HEAD}序号,姓名,村居\n1,甲秀英,淄水社区\n2,,王齐村\n3,丙建国,`,
    kind: 'attendance',
    rows: ['甲秀英|-|-|淄水社区|-|剪纸培训|2021-06-12|-|-', '丙建国|-|-|-|-|剪纸培训|2021-06-12|-|-'],
    told: ['number_gap', 'row_without_name', 'signed_absent'],
  },
  {
    what: 'a list of activities with head counts as printed',
    text: '2021年活动一览表\n序号\t时间\t活动名称\t地点\t参加人数\t主办单位\n1\t3月8日\t庆三八剪纸活动\t淄水社区\t约200人\t街道办事处、教育中心\n2\t2021.5.4\t五四志愿服务\t王齐村\t近百人\t教育中心\n3\t6月12日-14日\t家庭教育培训\t中心校\t300余人\t中心校\n4\t2021-07-01\t暑期安全培训\t中心校\t120人次\t中心校\n5\t2021-10-01\t国庆演出\t广场\t百余人\t办事处\n合计\t\t\t\t820\t',
    kind: 'activities',
    rows: [],
    activities: [
      '庆三八剪纸活动|2021-03-08|-|淄水社区|200|about',
      '五四志愿服务|2021-05-04|-|王齐村|100|nearly',
      '家庭教育培训|2021-06-12|2021-06-14|中心校|300|over',
      '暑期安全培训|2021-07-01|-|中心校|120|exact',
      '国庆演出|2021-10-01|-|广场|100|over',
    ],
    told: [],
  },
  {
    what: 'a list of activities with damaged cells',
    text: '活动名称\t日期\t参加人数\t地点\n读书会\t2021-04-31\t五十余人\t淄水社区\n消防演练\t6月\t40-50人\t广场\n\t2021-05-01\t30\t广场',
    kind: 'activities',
    rows: [],
    activities: ['读书会|-|-|淄水社区|50|over', '消防演练|-|-|广场|-|-'],
    told: ['date_no_such_day', 'date_unreadable', 'head_count_unreadable', 'row_without_title'],
  },
  {
    what: 'a report in prose',
    text: '2021年工作总结\n3月8日，中心在王齐村举办“庆三八”剪纸比赛，30余名妇女参加。\n2021年6月12日，在淄水社区举办剪纸培训，参加居民约50人。\n全年共举办活动40场次。',
    kind: 'activities',
    rows: [],
    activities: ['庆三八剪纸比赛|2021-03-08|-|王齐村|30|over', '剪纸培训|2021-06-12|-|淄水社区|50|about'],
    told: ['prose_activity'],
  },
  {
    what: 'numbers used twice and a gap',
    text: `${HEAD}序号,姓名,签到\n1,甲秀英,√\n2,乙玉兰,√\n2,丙建国,√\n3,丁志强,√\n5,戊小英,√`,
    kind: 'attendance',
    rows: ['甲秀英', '乙玉兰', '丙建国', '丁志强', '戊小英'].map((name) => `${name}|-|-|-|-|剪纸培训|2021-06-12|y|-`),
    told: ['number_gap', 'number_twice'],
  },
  {
    what: 'a sheet without activity or day says so',
    text: '签到表\n姓名,电话,签到\n甲秀英,13900000001,√',
    kind: 'attendance',
    rows: ['甲秀英|-|-|-|13900000001|-|-|y|-'],
    told: ['activity_absent', 'date_absent'],
  },
];
