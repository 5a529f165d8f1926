/** Doubtful places that the reader of catalogues reports; each names its line, what it is, and what to do. */
export const catalogueWarnings = {
  'catalogue/reason_no_header': '没有找到文件目录的栏目名称（如件号、责任者、文号、题名、日期、页数）',
  'catalogue/reason_unaligned': '找到了栏目名称，但看不出哪些文字是一件一件的文件',
  'catalogue/reason_plan': '这份内容像是工作配档表，应在年度计划中导入',
  'catalogue/reason_other_register': '这份内容像是借阅、销毁或人员登记，不是文件目录',
  'catalogue/reason_classified': '目录标有国家秘密的密级，本程序不得存储涉密内容，应按保密规定另行保管',

  'catalogue/heading_ambiguous': '第 {{line}} 行：“{{column}}”列可能有几种含义，按“{{field}}”读取。请核对。',
  'catalogue/date_heading_loose': '第 {{line}} 行：“{{column}}”列按成文日期读取。请核对是否为收发文的日期。',
  'catalogue/date_only_received': '第 {{line}} 行：只有收文日期，没有成文日期，日期留空。请补填成文日期。',
  'catalogue/column_empty': '第 {{line}} 行：“{{column}}”列没有内容，已留空。',
  'catalogue/no_column': '第 {{line}} 行：没有“{{column}}”栏，已留空。',
  'catalogue/head_repeated': '第 {{line}} 行：“{{text}}”是重复出现的标题，已略过。',
  'catalogue/context_line': '第 {{line}} 行：“{{text}}”说明以下各件的归属，不作为文件读入。',
  'catalogue/group_heading': '第 {{line}} 行：“{{text}}”按以下各件的类别读取。请核对。',
  'catalogue/row_empty': '第 {{line}} 行：只有编号、没有内容的空行，已略过。',
  'catalogue/text_below': '第 {{line}} 行：“{{text}}”在目录之后，没有读入。',
  'catalogue/table_left_out': '第 {{line}} 行起：“{{text}}”是另一张表，没有认出文件目录的栏目，没有读入。请核对。',
  'catalogue/line_left_over': '第 {{line}} 行：“{{text}}”对不上任何栏目，没有读入。请对照原件核对。',

  'catalogue/row_unplaced': '第 {{line}} 行：“{{text}}”的单元格多于栏目，分不清各属哪一栏，没有读入。请对照原件补录。',
  'catalogue/row_without_title': '第 {{line}} 行：“{{text}}”没有题名，没有读入。请对照原件补录。',
  'catalogue/classified':
    '第 {{line}} 行：这一件标有密级“{{level}}”。涉密文件不得存入本程序，没有读入。请按保密规定另行保管。',
  'catalogue/row_continued': '第 {{line}} 行：“{{text}}”没有编号，已接在第 {{first}} 行的文件之后。请核对。',
  'catalogue/cells_shifted': '第 {{line}} 行：单元格与栏目错位，各栏是按内容判断的。请对照原件核对。',
  'catalogue/alignment': '第 {{line}} 行：有的文字属于哪一栏不能确定。请对照原件核对这一件。',
  'catalogue/lines_joined': '第 {{line}} 行：有的文字分在几行，已接成一句。请对照原件核对。',
  'catalogue/merged_repeated': '第 {{line}} 行：“{{field}}”是合并的单元格，取“{{text}}”。请核对。',
  'catalogue/merged_not_repeated':
    '第 {{line}} 行：“{{field}}”是合并的单元格（{{text}}），为几件合计，这一件留空。请补填。',
  'catalogue/ditto_repeated': '第 {{line}} 行：“{{field}}”写作同上，取“{{text}}”。请核对。',
  'catalogue/ditto_without_above': '第 {{line}} 行：“{{field}}”写作“{{text}}”，但上面没有可取的内容，已留空。请补填。',
  'catalogue/field_empty': '第 {{line}} 行：没有“{{field}}”，已留空。请对照原件补填或确认。',
  'catalogue/null_word': '第 {{line}} 行：内容中有“{{word}}”，可能是系统留下的空值。请核对。',

  'catalogue/number_damaged':
    '第 {{line}} 行：“{{text}}”是被表格软件改写的数字，末尾几位已经丢失，“{{field}}”没有读入。请对照原件补填。',
  'catalogue/number_as_float': '第 {{line}} 行：“{{text}}”带有小数，读作 {{value}}。请核对。',
  'catalogue/number_zero': '第 {{line}} 行：编号是“{{text}}”，编号应从 1 开始。请核对。',
  'catalogue/number_range':
    '第 {{line}} 行：编号“{{text}}”表示第 {{from}} 到 {{to}} 件，合为一条读入，编号留空。请核对是否分件录入。',
  'catalogue/number_unreadable': '第 {{line}} 行：编号“{{text}}”不是整数，已留空。请补填。',
  'catalogue/number_repeated': '第 {{line}} 行：编号 {{no}} 前面已经出现过。请核对。',
  'catalogue/number_backwards': '第 {{line}} 行：编号从 {{before}} 退回到 {{no}}。请核对顺序。',
  'catalogue/number_gap': '第 {{line}} 行：编号从 {{before}} 跳到 {{no}}。请核对是否漏登。',

  'catalogue/code_lookalike':
    '第 {{line}} 行：档号“{{text}}”中的符号不规范，已按原样保留。规范写法是“{{normal}}”，请核对。',
  'catalogue/code_unusual': '第 {{line}} 行：档号“{{text}}”不合规范，已按原样保留。请核对。',
  'catalogue/code_other_number': '第 {{line}} 行：档号“{{text}}”中的件号与编号 {{no}} 不同。',
  'catalogue/code_other_year': '第 {{line}} 行：档号“{{text}}”中的年度与 {{year}} 年度不同。请核对。',
  'catalogue/code_other_term': '第 {{line}} 行：档号“{{text}}”中的保管期限与“{{term}}”不同。请核对。',
  'catalogue/code_repeated': '第 {{line}} 行：档号“{{text}}”在第 {{first}} 行已经出现过。请核对。',

  'catalogue/document_number_form': '第 {{line}} 行：文号“{{text}}”已按原样保留，规范写法是“{{normal}}”。',
  'catalogue/document_number_bare': '第 {{line}} 行：文号只有数字“{{text}}”，可能缺字或错栏，已按原样保留。请核对。',
  'catalogue/document_number_unusual': '第 {{line}} 行：文号“{{text}}”不合一般写法，已按原样保留。请核对。',
  'catalogue/document_number_repeated':
    '第 {{line}} 行：同一责任者的文号“{{text}}”在第 {{first}} 行已经出现过。请核对。',

  'catalogue/date_unreadable': '第 {{line}} 行：日期“{{text}}”无法识别，已留空。请补填。',
  'catalogue/date_partial': '第 {{line}} 行：日期“{{text}}”没有写明到日，读作 {{date}}。请核对。',
  'catalogue/date_serial': '第 {{line}} 行：日期栏是表格软件的数字“{{text}}”，换算为 {{date}}。请核对。',
  'catalogue/date_researched': '第 {{line}} 行：日期“{{text}}”带方括号，是考证得出的日期。',
  'catalogue/date_other_year': '第 {{line}} 行：日期 {{text}} 不在 {{year}} 年度内。请核对。',

  'catalogue/pages_unreadable': '第 {{line}} 行：页数“{{text}}”无法识别，已留空。请补填。',
  'catalogue/pages_many': '第 {{line}} 行：页数是 {{pages}}，多得不寻常。请核对。',
  'catalogue/pages_from_range': '第 {{line}} 行：起止页“{{text}}”共 {{pages}} 页。',
  'catalogue/pages_from_next': '第 {{line}} 行：从第 {{text}} 页起，到下一件之前共 {{pages}} 页。',
  'catalogue/pages_unknown': '第 {{line}} 行：只写了页号“{{text}}”，算不出页数，已留空。请补填。',
  'catalogue/pages_not_continuous': '第 {{line}} 行：页号“{{text}}”与前一件的“{{before}}”不相接。请核对。',
  'catalogue/total_pages_differ': '第 {{line}} 行：合计写作 {{printed}} 页，各件相加是 {{pages}} 页。请核对。',
  'catalogue/total_count_differs': '第 {{line}} 行：合计写作 {{printed}} 件，读到 {{count}} 件。请核对是否漏读。',

  'catalogue/term_unknown': '第 {{line}} 行：保管期限“{{text}}”无法识别，已按原样保留。请核对。',
  'catalogue/secrecy_unknown': '第 {{line}} 行：密级“{{text}}”无法识别，已按原样保留。请核对。',
  'catalogue/year_unreadable': '第 {{line}} 行：年度“{{text}}”无法识别，已留空。请补填。',
  'catalogue/copies_unreadable': '第 {{line}} 行：份数“{{text}}”无法识别，已留空。请补填。',
  'catalogue/author_unlikely': '第 {{line}} 行：责任者“{{text}}”不像单位或人名。请核对是否错栏。',
  'catalogue/author_lines': '第 {{line}} 行：责任者分在几行，读作“{{text}}”。请核对是否为联合发文。',
  'catalogue/title_unlikely': '第 {{line}} 行：题名“{{text}}”不像文件题名。请核对是否错栏。',
  'catalogue/remark_unlikely': '第 {{line}} 行：备注“{{text}}”像是其他栏目的内容。请核对是否错栏。',
  'catalogue/title_brackets': '第 {{line}} 行：题名“{{text}}”中的方括号不成对或是空的。请核对。',
  'catalogue/title_long': '第 {{line}} 行：题名“{{text}}…”很长，可能不止一件文件。请核对。',
  'catalogue/title_damaged': '第 {{line}} 行：题名“{{text}}”中有异常的字符或空值。请对照原件改正。',
  'catalogue/record_repeated': '第 {{line}} 行：“{{text}}”与第 {{first}} 行相同。请核对是否重复。',

  'catalogue/other_register': '第 {{line}} 行：“{{title}}”登记的可能不是待归档的文件。请确认是否导入。',
  'catalogue/years_disagree': '第 {{line}} 行：年度前后不一致（{{years}}）。请选定年度。',
  'catalogue/terms_disagree': '第 {{line}} 行：保管期限前后不一致（{{terms}}）。请选定保管期限。',
} as const;
