/** Doubtful places in sign-in sheets, rosters and lists of activities. Identity numbers are never repeated in them. */
export const rosterWarnings = {
  'roster/reason_no_header':
    '没有找到签到表、花名册或活动一览表的栏目名称（如姓名、联系电话、签到、活动名称、参加人数）',
  'roster/reason_unaligned': '找到了姓名或活动的字样，但看不出哪些文字是一行一行的记录',
  'roster/reason_plan': '这份内容像是工作配档表，应在年度计划中导入',
  'roster/reason_catalogue': '这份内容像是文件目录，应在文件档案中导入',
  'roster/signed_but_absent': '第 {{line}} 行（{{name}}）：签到栏已签，又写着“{{text}}”，按已签到读取。请核对。',
  'roster/heading_absent': '第 {{line}} 行起：表上没有栏目名称，各列按内容读作 {{columns}}。请逐列核对，再核对各行。',
  'roster/identity_differs':
    '第 {{line}} 行（{{name}}）：身份证号与“{{field}}”栏不一致，身份证号没有保留。请对照证件核对。',
  'roster/column_unnamed': '第 {{line}} 行：第 {{column}} 列没有栏目名称，其中的内容没有读入。请核对。',
  'roster/column_as_activity': '第 {{line}} 行：“{{column}}”列只有签到记号，按活动名称读取。请核对。',
  'roster/table_left_out': '第 {{line}} 行起：“{{text}}”是另一张表，没有认出栏目，没有读入。请核对。',
  'roster/text_below': '第 {{line}} 行：“{{text}}”在表格之后，没有读入。',
  'roster/line_left_over': '第 {{line}} 行：“{{text}}”对不上任何栏目，没有读入。请对照原件核对。',
  'roster/row_empty': '第 {{line}} 行：只有序号、没有内容的空行，已略过。',
  'roster/row_without_name': '第 {{line}} 行：“{{text}}”没有姓名，没有读入。请对照原件补录。',
  'roster/row_without_title': '第 {{line}} 行：“{{text}}”没有活动名称，没有读入。请对照原件补录。',
  'roster/row_unplaced': '第 {{line}} 行：“{{text}}”的单元格与栏目对不上，没有读入。请对照原件补录。',
  'roster/alignment': '第 {{line}} 行：各格是按位置对应栏目的，可能错位。请对照原件核对。',
  'roster/section_read': '第 {{line}} 行：“{{text}}”说明以下各行的活动（{{activity}} {{date}}），不作为人员读入。',
  'roster/cells_missing': '第 {{line}} 行（{{name}}）：这一行的单元格比其他行少，可能缺少或错位。请对照原件核对。',
  'roster/cells_left_over':
    '第 {{line}} 行（{{name}}）：多出的内容“{{text}}”没有对应的栏目，可能错位。请对照原件核对。',
  'roster/cell_unlikely': '第 {{line}} 行（{{name}}）：“{{field}}”栏的“{{text}}”不像这一栏的内容。请核对是否错栏。',
  'roster/cell_broken': '第 {{line}} 行（{{name}}）：“{{field}}”栏的内容已损坏，留空。请对照原件补填。',
  'roster/ditto_repeated': '第 {{line}} 行（{{name}}）：“{{field}}”栏写“同上”，按上一行的“{{text}}”读取。',
  'roster/ditto_without_above':
    '第 {{line}} 行（{{name}}）：“{{field}}”栏写“同上”，但上面没有可用的内容，留空。请补填。',
  'roster/name_unlikely': '第 {{line}} 行：姓名“{{text}}”不像一个人的姓名。请核对。',
  'roster/number_twice':
    '第 {{line}} 行（{{name}}）：序号 {{number}} 已在第 {{first}} 行用过。请核对是否重号或重复登记。',
  'roster/number_gap': '第 {{line}} 行（{{name}}）：序号从 {{from}} 跳到 {{to}}。请核对是否漏行或写错。',
  'roster/total_differs': '第 {{line}} 行：表上写 {{printed}} 人，读入 {{count}} 行。请核对是否漏读。',
  'roster/head_total_differs': '第 {{line}} 行：合计写“{{printed}}”，各行相加为 {{count}}。请核对。',
  'roster/birth_no_such_month':
    '第 {{line}} 行（{{name}}）：出生日期“{{text}}”中没有 {{value}} 月，出生日期留空。请改正。',
  'roster/birth_no_such_day':
    '第 {{line}} 行（{{name}}）：出生日期“{{text}}”中没有 {{value}} 日，出生日期留空。请改正。',
  'roster/birth_unreadable': '第 {{line}} 行（{{name}}）：出生日期“{{text}}”无法识别，留空。请补填。',
  'roster/birth_doubtful': '第 {{line}} 行（{{name}}）：出生日期“{{text}}”没有写全年份，读作 {{birth}}。请核对。',
  'roster/birth_is_age': '第 {{line}} 行（{{name}}）：出生日期栏写的是年龄“{{text}}”，不能推出出生日期，留空。请补填。',
  'roster/age_only':
    '第 {{line}} 行起：只有年龄，没有出生日期。年龄不能推出出生日期，出生日期留空；{{count}} 人大致出生在 {{from}}—{{to}} 年。',
  'roster/age_differs': '第 {{line}} 行（{{name}}）：年龄 {{age}} 与出生日期 {{birth}} 不符。请核对。',
  'roster/phone_digits':
    '第 {{line}} 行（{{name}}）：“{{field}}”有 {{count}} 位数字，不是完整的号码，照原样保留。请核对。',
  'roster/phone_damaged': '第 {{line}} 行（{{name}}）：“{{field}}”不像电话号码，照原样保留。请核对。',
  'roster/phone_masked': '第 {{line}} 行（{{name}}）：“{{field}}”隐去了一部分，没有读入。请补填完整号码。',
  'roster/phone_several': '第 {{line}} 行（{{name}}）：“{{field}}”有几个号码，都已保留。',
  'roster/identity_dropped': '第 {{line}} 行：“{{column}}”列是身份证号。本程序不从表格收集身份证号，没有读入。',
  'roster/identity_in_cell': '第 {{line}} 行（{{name}}）：“{{field}}”栏中有类似身份证号的数字，没有读入。请核对。',
  'roster/role_unknown': '第 {{line}} 行（{{name}}）：身份“{{text}}”无法归类，已记入备注。请选定身份。',
  'roster/hours_unplaced':
    '第 {{line}} 行起：有时长，但看不出是哪一天的哪项活动，时长没有登记。请补上活动和日期后再导入。',
  'roster/role_absent': '第 {{line}} 行起：{{count}} 人没有写明是学员、志愿者还是教师。请补填身份。',
  'roster/role_of_title': '第 {{line}} 行：按标题，各人以志愿者身份登记。',
  'roster/hours_doubtful': '第 {{line}} 行（{{name}}）：时长“{{text}}”无法确定是多少分钟，已记入备注。请补填。',
  'roster/activity_inherited': '第 {{line}} 行（{{name}}）：活动为空，沿用上一行的“{{text}}”。请核对。',
  'roster/activity_implied': '第 {{line}} 行：没有写明活动名称，按标题读作“{{activity}}”。请核对。',
  'roster/activity_absent': '第 {{line}} 行：{{count}} 行没有写明参加的是什么活动。请补填活动名称。',
  'roster/date_inherited': '第 {{line}} 行（{{name}}）：日期为空，沿用上一行的“{{text}}”。请核对。',
  'roster/date_empty': '第 {{line}} 行（{{name}}）：日期为空。请补填。',
  'roster/date_absent': '第 {{line}} 行：没有写明活动日期。请补填日期。',
  'roster/date_unreadable': '第 {{line}} 行（{{name}}）：日期“{{text}}”无法识别，留空。请补填。',
  'roster/date_no_such_month': '第 {{line}} 行（{{name}}）：日期“{{text}}”中没有 {{value}} 月，日期留空。请改正。',
  'roster/date_no_such_day': '第 {{line}} 行（{{name}}）：日期“{{text}}”中没有 {{value}} 日，日期留空。请改正。',
  'roster/date_doubtful': '第 {{line}} 行（{{name}}）：日期“{{text}}”读作 {{date}}。请核对。',
  'roster/date_in_future': '第 {{line}} 行（{{name}}）：日期 {{date}} 还没有到。请核对。',
  'roster/day_year_of_paper': '第 {{line}} 行：“{{text}}”没有写年份，按标题的年份读作 {{date}}。',
  'roster/day_unreadable': '第 {{line}} 行：“{{text}}”列看不出是哪一天，这一列的签到没有日期。请补填。',
  'roster/head_date_unreadable': '第 {{line}} 行：活动时间“{{text}}”无法确定是哪一天。请补填日期。',
  'roster/head_date_doubtful': '第 {{line}} 行：活动时间“{{text}}”读作 {{date}}。请核对。',
  'roster/head_year_of_paper': '第 {{line}} 行：活动时间“{{text}}”没有写年份，按标题的年份读作 {{date}}。',
  'roster/head_days': '第 {{line}} 行：活动时间“{{text}}”不止一天，签到都记在 {{date}}。请核对。',
  'roster/head_conflict': '第 {{line}} 行：“{{text}}”与前面写的不一致，按前面的读取。请核对。',
  'roster/head_head_count': '第 {{line}} 行：人数“{{text}}”无法识别，只保留原文。',
  'roster/head_count_unreadable': '第 {{line}} 行（{{name}}）：人数“{{text}}”无法识别，只保留原文。请补填。',
  'roster/head_count_empty': '第 {{line}} 行（{{name}}）：没有写明人数，留空。',
  'roster/prose_activity': '第 {{line}} 行：从叙述文字中读出活动“{{name}}”（{{text}}）。请逐项核对。',
  'roster/signed_absent': '第 {{line}} 行：没有签到栏，看不出谁签了到。请核对后确认。',
  'roster/signed_by_proxy': '第 {{line}} 行（{{name}}）：“{{text}}”是代签，按未签到读取。请核对。',
  'roster/signature_differs': '第 {{line}} 行（{{name}}）：签到栏写的是“{{text}}”，按已签到读取。请核对。',
  'roster/same_person': '第 {{line}} 行（{{name}}）：与第 {{other}} 行是同一人（{{reason}}一致）。',
  'roster/same_name_apart': '第 {{line}} 行（{{name}}）：与第 {{other}} 行同名，按不同的人登记。',
  'roster/twin_doubt': '第 {{line}} 行（{{name}}）：与第 {{other}} 行同名，分不清是不是同一人，先按两人登记。请核对。',
  'roster/twin_contradiction':
    '第 {{line}} 行（{{name}}）：与第 {{other}} 行的生日或电话一致，但性别或出生日期矛盾，先按两人登记。请核对。',
  'roster/archive_candidate':
    '第 {{line}} 行（{{name}}）：人员库中已有同名的人（{{candidate}}），分不清是不是同一人，先按新的人登记。请核对。',
  'roster/archive_apart':
    '第 {{line}} 行（{{name}}）：人员库中同名的人（{{candidate}}）生日、性别、村居或电话不同，按新的人登记。',
  'roster/archive_several':
    '第 {{line}} 行（{{name}}）：人员库中有几个人与此相符（{{candidate}}），先按新的人登记。请选定是哪一位。',
  'roster/listed_twice':
    '第 {{line}} 行（{{name}}）：同一人在同一天的同一活动中已登记在第 {{other}} 行，只计一次。请核对。',
  'roster/there_already': '第 {{line}} 行（{{name}}）：档案中已有这一条签到，不再导入。',
  'roster/activity_there': '第 {{line}} 行：档案中已有活动“{{name}}”（{{date}}），签到记入该活动。',
  'roster/minor':
    '第 {{line}} 行（{{name}}）：{{date}} 时未满 14 周岁（{{age}}），须取得监护人同意（《个人信息保护法》第三十一条）。请登记监护人和同意日期，并保存同意书。',
  'roster/minor_printed':
    '第 {{line}} 行（{{name}}）：表上监护人栏写有“{{text}}”，没有日期，未登记为同意。请核对同意书后登记。',
  'roster/category': '第 {{line}} 行：没有类别“{{text}}”，已留空。请选定类别。',
  'roster/audience': '第 {{line}} 行：对象“{{text}}”无法对应，已留空，原文记在备注。请选定对象。',
  'roster/differs':
    '第 {{line}} 行（{{name}}）：是人员库中的人，但{{fields}}与人员库不同，保留人员库中的内容。请核对。',
  'roster/role_not_added':
    '第 {{line}} 行（{{name}}）：人员库中还没有“{{role}}”身份。提议加入，请在核对时决定；未经确认不会加入。',
  'roster/age_only_undated':
    '第 {{line}} 行起：{{count}} 人只有年龄，没有出生日期。年龄不能推出出生日期，出生日期留空。如已知请补填。',
  'roster/date_no_year': '第 {{line}} 行（{{name}}）：日期“{{text}}”没有年份，留空。请补填。',
} as const;
