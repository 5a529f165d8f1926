/** Errors of the register of documents and of the rules of its fonds. */
export const documentErrors = {
  'documents/not_ready': '《{{title}}》还不能归档：{{missing}}请补全后再归档。',
  'documents/section_needed':
    '{{year}}年度的档号含有机构（问题），《{{title}}》还没有选定。请选定机构（问题）后再归档。',
  'documents/code_impossible': '按现有的编号规则编不出合格的档号（规则 {{rule}}）。请检查全宗号、机构代码和编号规则。',
  'documents/number_taken': '件号 {{number}} 已编给《{{title}}》，不能再用。请核对原目录，或改用下一个件号。',
  'documents/number_fixed':
    '“{{code}}”已经归档，门类、年度、保管期限和机构（问题）决定档号，不能直接改。确需改动时请使用“改编档号”，并写明原因。',
  'documents/filed_already': '“{{code}}”已经归档，不必再归档。请只选择待归档的文件。',
  'documents/not_filed': '《{{title}}》还没有归档，没有档号可改。请直接修改年度和保管期限。',
  'documents/gone': '“{{code}}”已移交或已销毁，只保留目录，不能再改。如有说明，请写入全宗卷。',
  'documents/destroyed': '“{{code}}”已销毁，只保留目录，不能再改。如有说明，请写入全宗卷。',
  'documents/in_box': '“{{code}}”已装盒。请先把它从盒中取出，再改编档号。',
  'documents/classified': '内容标有“{{level}}”。本程序不保存涉密文件，请按保密规定另库保管，这里只登记不涉密的文件。',
  'fonds/code_fixed': '全宗号“{{code}}”已用于档号，不能再改。档号一经确定应保持稳定；确需改动请先咨询档案主管部门。',
  'fonds/digits_form_a': '按 DA/T 22-2015 编写的档号，件号固定为 4 位。请改为 4 位，或改用 DA/T 13-2022 的写法。',
  'fonds/years_reversed': '起始年度晚于截止年度。请检查两个年度。',
  'fonds/scheme_overlap': '与 {{from}} 至 {{to}} 年度的编号规则重叠。请先调整那条规则的年度。',
  'fonds/scheme_fixed': '这些年度已编过 {{count}} 个档号，编号规则不能再改。请从还没有编号的年度起另立规则。',
  'fonds/section_fixed': '机构（问题）代码“{{code}}”已用于 {{count}} 个档号，不能再改。名称可以改，代码请保持不变。',
  'fonds/section_taken': '代码“{{code}}”已由“{{name}}”使用。请改用其他代码。',
  'boxes/section_needed': '{{year}}年度按机构（问题）分类。请为档案盒选定机构（问题）。',
  'boxes/number_taken': '{{year}}年度已有 {{number}} 号盒。请改用其他盒号。',
  'boxes/not_filed': '“{{name}}”不在档，不能装盒。请先归档。',
  'boxes/other_class':
    '“{{name}}”与 {{box}} 号盒的年度、保管期限或机构（问题）不同，不能同装一盒。请装入同类的盒，或另建一盒。',
  'boxes/not_empty': '{{number}} 号盒里还有 {{count}} 件。请先取出或改装其他盒。',
  'boxes/nothing_loose': '{{year}}年度没有未装盒的在档文件。请先归档，或检查年度。',
  'boxes/place_in_itself': '“{{name}}”不能放在它自己里面。请另选上级位置。',
  'boxes/place_taken': '这里已有名为“{{name}}”的位置。请换一个名称。',
  'boxes/place_not_empty': '“{{name}}”里还有档案盒或下级位置。请先移走。',
  'documents/title_empty': '第 {{row}} 条没有题名。请填写题名，或去掉这一条。',
  'documents/table_unknown':
    '没有找到导出的著录表：缺“编号”或“版本”栏。请使用由本程序导出、栏目名称没有改动的 Excel 文件。',
  'documents/table_column_twice': '栏目“{{heading}}”出现了两次，不知以哪一栏为准。请去掉一栏后再试。',
  'documents/table_too_large': '共 {{count}} 件，超过一张表的上限 {{limit}} 件。请先筛选，分几次导出。',
  'documents/table_empty': '没有可以导出的文件。请检查筛选条件。',
  'folders/not_a_folder': '“{{folder}}”不是文件夹，或已被移走。请另选一个空文件夹。',
  'folders/not_empty': '文件夹“{{folder}}”里已有内容。为避免混在一起，请选择一个空文件夹。',
  'folders/too_many': '共 {{count}} 件，超过一次导出的上限 {{limit}} 件。请先筛选，分几次导出。',
  'folders/no_manifest':
    '“{{folder}}”里没有校验清单，不是本程序导出的档案文件夹，或没有导出完。请另选文件夹，或重新导出。',
  'folders/manifest_damaged':
    '校验清单第 {{line}} 行无法识别，清单可能被改动，不能据以核对。请改用原来的副本，或重新导出。',
  'templates/name_taken': '已有名为“{{name}}”的模板。请换一个名称，或选中它再修改。',
  'documents/detach_reason': '取下“{{name}}”需要写明原因。请填写原因后再试。',
} as const;
