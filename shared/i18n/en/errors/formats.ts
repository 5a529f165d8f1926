/** Errors of decoding foreign files, and the notes that decoding leaves for the warnings. */
export const formatErrors = {
  'format/not_workbook': 'This is no Excel workbook. Please save it as .xlsx in the spreadsheet program and try again.',
  'format/empty':
    'There is no text and no table here. Please check that this is the right file, or copy it again and retry.',
  'format/too_large':
    'The file is larger than {{limit}} MB and was not read. Please remove pictures and the like, or save the plan to a file of its own.',
  'format/inflates':
    'The file unpacks to more than is allowed and was not read. Please open it in WPS or Excel and save the tables you need as a new file.',
  'format/unsafe':
    'The inside of the file is not as it should be, so it was not read. Please open it in WPS or Excel and save it as a new file.',
  'format/damaged':
    'The file is damaged or incomplete and was not read. Please download or copy it again; if it opens in WPS or Office, save it anew there.',
  'format/too_complex':
    'The file is nested too deeply and was not read. Please copy only the table you need, or save it as .xlsx.',
  'format/rows':
    'Sheet “{{sheet}}” still has content in row {{row}}, beyond the limit of {{limit}} rows, and was not read. Please delete rows that are not needed, or split the file.',
  'format/table_rows':
    'The table has more than {{limit}} rows (there is content up to row {{row}}) and was not read. Please split it.',
  'format/table_columns':
    'Row {{row}} of the table has more than {{limit}} columns, so it was not read. Please delete the columns at the right that are not needed.',
  'format/columns':
    'Row {{row}} on sheet “{{sheet}}” has content beyond the limit of {{limit}} columns and was not read. Please delete the columns at the right that are not needed.',
  'format/cells':
    'The table has more than {{limit}} cells and was not read. Please delete what is not needed, or split the file.',
  'format/sheets': 'The workbook has more than {{limit}} sheets and was not read. Please keep only those you need.',
  'format/text_length':
    'One text is longer than the limit of {{limit}} characters, so the file was not read. Please check the file, or copy only the table you need.',
  'format/password':
    'The file needs a password and cannot be read. Please open it in WPS or Office, remove the password and save it again.',
  'format/binary':
    'This is neither a text nor a table and cannot be read. Please choose a .docx, .xlsx, .xls, .csv or .txt file, or copy the table and paste it.',
  'format/encoding':
    'The encoding of the text was not recognised (not UTF-8, UTF-16 or GB18030), so it was not read. Please save it as UTF-8 in Notepad and retry.',
  'format/doc': 'This is an old Word or WPS Writer file. Please save it as .docx in WPS or Word and retry.',
  'format/presentation': 'This is a presentation and cannot be read. Please copy its table and paste it here.',
  'format/rtf': 'This is an RTF file. Please save it as .docx in WPS or Word and retry.',
  'format/pdf': 'This is a PDF file. Please convert it to .docx or .xlsx with WPS, or copy its text and paste it here.',
  'format/ofd': 'This is an OFD file. Please copy its text in the viewer and paste it here, or ask for the .docx file.',
  'format/image':
    'This is a picture, and no text can be read from it. Please turn it into text or a table with WPS or a phone, check it and retry.',
  'format/archive': 'This is a compressed archive. Please unpack it and choose a file in it.',
  'format/open_document':
    'This is an OpenDocument file (.odt, .ods). Please save it as .docx or .xlsx in WPS and retry.',
  'format/spreadsheet':
    'This kind of spreadsheet cannot be read. Please open it in WPS or Excel, save it as .xlsx and retry.',
  'format/web_archive':
    'This is a saved web page (.mht). Please open it in a browser, copy the table and paste it here.',
} as const;

/** What decoding left out or could not tell; each is shown as a warning with its line, where it has one. */
export const formatNotes = {
  'source/characters_lost':
    'Line {{line}} has {{count}} damaged characters that cannot be read. Please fill them in from the original.',
  'source/quote':
    'The quotes in line {{line}} do not pair and were read as they are. Please check this line and the next.',
  'source/long_quote':
    'A cell that begins in line {{line}} runs to line {{end}}; a quote may be missing. Please check these lines.',
  'source/hash_cell':
    'Line {{line}} has a cell shown as “{{text}}” (column too narrow). Please widen the column and copy again, or use the file itself.',
  'source/error_cell':
    '{{cell}} on sheet “{{sheet}}” holds the error {{text}}. Please correct it in the file, or fill it in here.',
  'source/formula_without_value':
    '{{cell}} on sheet “{{sheet}}” is a formula without a result and was left empty. Please open the file in WPS or Excel and save it once, or fill it in here.',
  'source/hidden_row':
    'Row {{row}} on sheet “{{sheet}}” is hidden in the file and was read too. Please check whether it is wanted.',
  'source/hidden_column':
    'Sheet “{{sheet}}” has hidden columns ({{columns}}), which were read too. Please check whether they are wanted.',
  'source/hidden_sheet': 'Sheet “{{sheet}}” is hidden and was not read. If it is wanted, please unhide it and retry.',
  'source/covered_value':
    '{{cell}} on sheet “{{sheet}}” lies under a merged cell; its “{{text}}” was not read. Please check whether it is wanted.',
  'source/date_cell':
    '{{cell}} on sheet “{{sheet}}” is the date {{date}}, shown as “{{text}}”. If months such as “1-2” were meant, please correct it here.',
  'source/number_precision':
    '{{cell}} on sheet “{{sheet}}” is a number of more than 15 digits, {{text}}; its last digits may be wrong. Please check it against the original.',
  'source/web_part':
    'The web page has hidden text that was not read. Please check on the page whether anything is missing.',
  'source/numbering': 'Line {{line}} is numbered automatically in a format that is not known. Please check its number.',
  'source/revisions':
    'The document holds {{count}} deletions that were never accepted; it was read as if they were. Please check.',
  'source/struck_text':
    'Line {{line}} has text that is struck through and was not read. Please check whether it was cancelled.',
  'source/hidden_text': 'Line {{line}} has hidden text that was not read. Please check whether it is wanted.',
} as const;
