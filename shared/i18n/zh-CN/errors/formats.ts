/** Errors of decoding foreign files, and the notes that decoding leaves for the warnings. */
export const formatErrors = {
  'format/not_workbook': '这不是 Excel 工作簿。请在表格程序中另存为 .xlsx 后再试。',
  'format/empty': '这里没有文字，也没有表格。请确认选对了文件，或重新复制后再试。',
  'format/too_large': '文件超过 {{limit}} MB，没有读取。请删去图片等无关内容，或把计划单独另存为一个文件再试。',
  'format/inflates': '文件解开后超出允许的大小，没有读取。请用 WPS 或 Excel 打开它，把需要的表格另存为新的文件再试。',
  'format/unsafe': '文件的内部结构不正常，为安全起见没有读取。请用 WPS 或 Excel 打开它，另存为新的文件再试。',
  'format/damaged':
    '文件已损坏或不完整，没有读取。请重新下载或复制一份；能打开的话，请用 WPS、Word 或 Excel 另存后再试。',
  'format/too_complex': '文件的格式层次过多，没有读取。请只复制需要的表格，或用 Excel 另存为 .xlsx 再试。',
  'format/rows':
    '工作表“{{sheet}}”第 {{row}} 行还有内容，超过了最多 {{limit}} 行的限制，没有读取。请删去无关的行，或分成几个文件再试。',
  'format/table_rows': '表格超过了最多 {{limit}} 行的限制（到第 {{row}} 行还有内容），没有读取。请分成几部分再试。',
  'format/table_columns': '表格第 {{row}} 行超过了最多 {{limit}} 列的限制，没有读取。请删去右侧无关的列再试。',
  'format/columns':
    '工作表“{{sheet}}”第 {{row}} 行的内容超过了最多 {{limit}} 列的限制，没有读取。请删去右侧无关的列再试。',
  'format/cells': '表格超过了最多 {{limit}} 个单元格的限制，没有读取。请删去无关的内容，或分成几个文件再试。',
  'format/sheets': '工作簿超过了最多 {{limit}} 个工作表的限制，没有读取。请只保留需要的工作表再试。',
  'format/text_length': '有一处文字超过了最多 {{limit}} 个字的限制，没有读取。请检查文件，或只复制需要的表格再试。',
  'format/password': '文件设有打开密码，无法读取。请用 WPS、Word 或 Excel 打开它，取消密码后另存再试。',
  'format/binary':
    '这不是文本或表格文件，无法读取。请选择 Word（.docx）、Excel（.xlsx、.xls）、.csv 或 .txt 文件，或直接复制表格粘贴进来。',
  'format/encoding':
    '认不出文字的编码（不是 UTF-8、UTF-16 或 GB18030），没有读取。请用记事本打开，另存为 UTF-8 编码后再试。',
  'format/doc': '这是旧版 Word 或 WPS 文字文件，无法直接读取。请用 WPS 或 Word 另存为 .docx 再试。',
  'format/presentation': '这是演示文稿，无法读取。请把其中的表格复制后粘贴进来。',
  'format/rtf': '这是 RTF 文件，无法直接读取。请用 WPS 或 Word 另存为 .docx 再试。',
  'format/pdf':
    '这是 PDF 文件，无法直接读取。请用 WPS 转成 Word 或 Excel 文件（.docx、.xlsx），或把文字复制后粘贴进来。',
  'format/ofd': '这是 OFD 版式文件，无法直接读取。请用阅读器把文字复制后粘贴进来，或取得原来的 Word 文件（.docx）。',
  'format/image': '这是图片，无法读出文字。请先用 WPS 或手机的文字识别转成文字或表格，核对后再试。',
  'format/archive': '这是压缩包。请先解压，再选择其中的文件。',
  'format/open_document':
    '这是 .odt 或 .ods 文件，无法直接读取。请用 WPS 另存为 Word 或 Excel 文件（.docx、.xlsx）再试。',
  'format/spreadsheet': '这种表格文件无法直接读取。请用 WPS 或 Excel 打开它，另存为 .xlsx 再试。',
  'format/web_archive': '这是网页存档（.mht）。请用浏览器打开它，把表格复制后粘贴进来。',
} as const;

/** What decoding left out or could not tell; each is shown as a warning with its line, where it has one. */
export const formatNotes = {
  'source/characters_lost': '第 {{line}} 行有 {{count}} 处文字已损坏，读不出来。请对照原文补上。',
  'source/quote': '第 {{line}} 行的引号没有成对，已按原样读入。请检查这一行和下一行有没有拆错。',
  'source/long_quote': '第 {{line}} 行起的一个单元格跨到第 {{end}} 行，可能少了一个引号。请检查这些行。',
  'source/hash_cell': '第 {{line}} 行有单元格显示为“{{text}}”（列太窄）。请把列拉宽后重新复制，或改用原文件。',
  'source/error_cell': '工作表“{{sheet}}”的 {{cell}} 是错误值 {{text}}。请在原文件中改正，或在这里填写。',
  'source/formula_without_value':
    '工作表“{{sheet}}”的 {{cell}} 是没有结果的公式，已留空。请用 WPS 或 Excel 打开原文件并保存一次，或在这里填写。',
  'source/hidden_row': '工作表“{{sheet}}”的第 {{row}} 行在原文件中是隐藏的，也已读入。请确认是否需要。',
  'source/hidden_column': '工作表“{{sheet}}”有隐藏的列（{{columns}}），也已读入。请确认是否需要。',
  'source/hidden_sheet': '工作表“{{sheet}}”是隐藏的，没有读入。如果需要，请在原文件中取消隐藏再试。',
  'source/covered_value': '工作表“{{sheet}}”的 {{cell}} 被合并单元格盖住，其中的“{{text}}”没有读入。请确认是否需要。',
  'source/date_cell':
    '工作表“{{sheet}}”的 {{cell}} 是日期 {{date}}，显示为“{{text}}”。如果原意是“1-2”这样的月份，请在这里改正。',
  'source/number_precision':
    '工作表“{{sheet}}”的 {{cell}} 是超过 15 位的数字 {{text}}，末尾几位可能已不准确。请对照原件核对。',
  'source/web_part': '网页中有隐藏的文字，没有读入。请对照网页确认是否缺少内容。',
  'source/numbering': '第 {{line}} 行有自动编号，认不出它的格式。请对照原文检查序号。',
  'source/revisions': '文档带有 {{count}} 处没有接受的删除修订，已按接受修订后的文字读入。请确认。',
  'source/struck_text': '第 {{line}} 行有加了删除线的文字，没有读入。请确认这一处是否已取消。',
  'source/hidden_text': '第 {{line}} 行有隐藏的文字，没有读入。请确认是否需要。',
} as const;
