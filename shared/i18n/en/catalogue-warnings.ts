export const catalogueWarnings = {
  'catalogue/reason_no_header': 'no headings of a catalogue (such as 件号, 责任者, 文号, 题名, 日期, 页数) were found',
  'catalogue/reason_unaligned': 'headings were found, but not which texts belong to one document',
  'catalogue/reason_plan': 'this looks like a year plan, which is imported with the plans',
  'catalogue/reason_other_register':
    'this looks like a register of loans, destruction or people, not a catalogue of documents',
  'catalogue/reason_classified':
    'the catalogue is marked as a state secret, which must not be stored in this program and is kept elsewhere by the rules of secrecy',

  'catalogue/heading_ambiguous':
    'Line {{line}}: the column “{{column}}” may mean several things and was read as {{field}}. Please check.',
  'catalogue/date_heading_loose':
    'Line {{line}}: the column “{{column}}” was read as the date of the document. Please check that it is not the date of receipt or dispatch.',
  'catalogue/date_only_received':
    'Line {{line}}: only dates of receipt are printed; the date of the document stays empty. Please fill it in.',
  'catalogue/column_empty': 'Line {{line}}: the column “{{column}}” is empty and stays so.',
  'catalogue/column_unnamed':
    'Line {{line}}: column {{column}} has no heading; its content was not read. Please check.',
  'catalogue/no_column': 'Line {{line}}: there is no column for {{column}}; it stays empty.',
  'catalogue/head_repeated': 'Line {{line}}: “{{text}}” is a repeated title and was skipped.',
  'catalogue/context_line': 'Line {{line}}: “{{text}}” speaks of the documents below and is none itself.',
  'catalogue/group_heading': 'Line {{line}}: “{{text}}” was read as the class of the documents below. Please check.',
  'catalogue/row_empty': 'Line {{line}}: a row with a number and nothing else was skipped.',
  'catalogue/text_below': 'Line {{line}}: “{{text}}” stands below the catalogue and was not read.',
  'catalogue/table_left_out':
    'From line {{line}}: “{{text}}” is another table without headings of a catalogue and was not read. Please check.',
  'catalogue/line_left_over':
    'Line {{line}}: “{{text}}” fits no column and was not read. Please compare with the paper.',

  'catalogue/row_unplaced':
    'Line {{line}}: “{{text}}” has more cells than columns and was not read. Please enter it by hand.',
  'catalogue/row_without_title': 'Line {{line}}: “{{text}}” has no title and was not read. Please enter it by hand.',
  'catalogue/classified':
    'Line {{line}}: this document is marked {{level}}. Classified documents must not be stored in this program; it was not read. Please keep it by the rules of secrecy.',
  'catalogue/row_continued':
    'Line {{line}}: “{{text}}” has no number and was joined to the document of line {{first}}. Please check.',
  'catalogue/cells_shifted':
    'Line {{line}}: cells do not stand under their headings and were told by their content. Please compare with the paper.',
  'catalogue/cells_missing':
    'Line {{line}}: this row has fewer cells than the others; some may be lost or shifted. Please compare with the paper.',
  'catalogue/cell_unlikely': 'Line {{line}}: “{{text}}” does not look like {{field}}. Please check the column.',
  'catalogue/alignment':
    'Line {{line}}: it is not certain which column some of the texts belong to. Please compare this document with the paper.',
  'catalogue/from_sentence':
    'Line {{line}}: this entry was taken apart from a sentence, and its date may be that of publication. Please compare each field with the original.',
  'catalogue/sentence_left_out':
    'Line {{line}}: “{{text}}” does not look like a document and was left out. If it is one, please enter it by hand.',
  'catalogue/number_other_year':
    'Line {{line}}: the year of the document number “{{text}}” differs from the date {{date}}. Please compare with the original.',
  'catalogue/number_like_classified':
    'Line {{line}}: the document number “{{text}}” looks like that of a classified paper. Please check the original; classified papers must not be kept here.',
  'catalogue/lines_joined':
    'Line {{line}}: texts that stand on several lines were joined. Please compare with the paper.',
  'catalogue/merged_repeated': 'Line {{line}}: “{{field}}” is a merged cell; “{{text}}” was taken. Please check.',
  'catalogue/merged_not_repeated':
    'Line {{line}}: “{{field}}” is a merged cell ({{text}}) for several documents together; it stays empty here. Please fill it in.',
  'catalogue/ditto_repeated': 'Line {{line}}: “{{field}}” says “as above”; “{{text}}” was taken. Please check.',
  'catalogue/ditto_without_above':
    'Line {{line}}: “{{field}}” says “{{text}}”, but nothing stands above; it stays empty. Please fill it in.',
  'catalogue/field_empty': 'Line {{line}}: “{{field}}” is empty and stays so. Please fill it in or confirm.',
  'catalogue/null_word': 'Line {{line}}: “{{word}}” may be an empty value left by a system. Please check.',

  'catalogue/number_damaged':
    'Line {{line}}: “{{text}}” is a number that a spreadsheet changed; its last digits are lost and “{{field}}” was not read. Please fill it in from the paper.',
  'catalogue/number_as_float': 'Line {{line}}: “{{text}}” has decimals and was read as {{value}}. Please check.',
  'catalogue/number_zero': 'Line {{line}}: the number is “{{text}}”; numbers begin at 1. Please check.',
  'catalogue/number_in_words': 'Line {{line}}: the number “{{text}}” was read as {{value}}.',
  'catalogue/number_range':
    'Line {{line}}: the number “{{text}}” stands for {{from}} to {{to}}; it was read as one entry without a number. Please check whether to enter them one by one.',
  'catalogue/number_unreadable':
    'Line {{line}}: the number “{{text}}” is no whole number and stays empty. Please fill it in.',
  'catalogue/number_repeated': 'Line {{line}}: number {{no}} was there before. Please check.',
  'catalogue/number_backwards': 'Line {{line}}: numbers go back from {{before}} to {{no}}. Please check the order.',
  'catalogue/number_gap':
    'Line {{line}}: numbers jump from {{before}} to {{no}}. Please check whether entries are missing.',

  'catalogue/code_lookalike':
    'Line {{line}}: signs of the code “{{text}}” are not the standard’s; it was kept as printed. The standard form is “{{normal}}”. Please check.',
  'catalogue/code_unusual':
    'Line {{line}}: the code “{{text}}” does not follow the standard and was kept as printed. Please check.',
  'catalogue/code_other_number': 'Line {{line}}: the item number in the code “{{text}}” differs from number {{no}}.',
  'catalogue/code_other_year': 'Line {{line}}: the year in the code “{{text}}” differs from {{year}}. Please check.',
  'catalogue/code_other_term': 'Line {{line}}: the term in the code “{{text}}” differs from “{{term}}”. Please check.',
  'catalogue/code_repeated': 'Line {{line}}: the code “{{text}}” was there before, in line {{first}}. Please check.',

  'catalogue/document_number_form':
    'Line {{line}}: the document number “{{text}}” was kept as printed; the standard form is “{{normal}}”.',
  'catalogue/document_number_bare':
    'Line {{line}}: the document number is only “{{text}}”; letters may be lost or it belongs to another column. It was kept as printed. Please check.',
  'catalogue/document_number_unusual':
    'Line {{line}}: the document number “{{text}}” has an unusual form and was kept as printed. Please check.',
  'catalogue/document_number_repeated':
    'Line {{line}}: the document number “{{text}}” of the same author was there before, in line {{first}}. Please check.',

  'catalogue/date_unreadable':
    'Line {{line}}: the date “{{text}}” is not understood and stays empty. Please fill it in.',
  'catalogue/date_partial': 'Line {{line}}: the date “{{text}}” names no day and was read as {{date}}. Please check.',
  'catalogue/date_serial':
    'Line {{line}}: the date column holds the spreadsheet number “{{text}}”, which is {{date}}. Please check.',
  'catalogue/date_researched': 'Line {{line}}: the date “{{text}}” stands in brackets: it was found by research.',
  'catalogue/date_other_year': 'Line {{line}}: the date {{text}} is not in {{year}}. Please check.',

  'catalogue/pages_unreadable':
    'Line {{line}}: the pages “{{text}}” are not understood and stay empty. Please fill them in.',
  'catalogue/pages_many': 'Line {{line}}: {{pages}} pages are unusually many. Please check.',
  'catalogue/pages_from_range': 'Line {{line}}: pages “{{text}}” are {{pages}} pages.',
  'catalogue/pages_from_next': 'Line {{line}}: from page {{text}} up to the next document, {{pages}} pages.',
  'catalogue/pages_unknown':
    'Line {{line}}: only page “{{text}}” is printed; the number of pages stays empty. Please fill it in.',
  'catalogue/pages_not_continuous':
    'Line {{line}}: page “{{text}}” does not follow “{{before}}” of the document before. Please check.',
  'catalogue/total_pages_differ':
    'Line {{line}}: the total says {{printed}} pages, the documents add up to {{pages}}. Please check.',
  'catalogue/total_count_differs':
    'Line {{line}}: the total says {{printed}} documents, {{count}} were read. Please check whether some are missing.',

  'catalogue/term_unknown':
    'Line {{line}}: the term “{{text}}” is not understood and was kept as printed. Please check.',
  'catalogue/secrecy_unknown':
    'Line {{line}}: the marking “{{text}}” is not understood and was kept as printed. Please check.',
  'catalogue/year_unreadable':
    'Line {{line}}: the year “{{text}}” is not understood and stays empty. Please fill it in.',
  'catalogue/copies_unreadable':
    'Line {{line}}: the copies “{{text}}” are not understood and stay empty. Please fill them in.',
  'catalogue/author_unlikely':
    'Line {{line}}: the author “{{text}}” looks like neither a unit nor a person. Please check the column.',
  'catalogue/author_lines':
    'Line {{line}}: the authors on several lines were read as “{{text}}”. Please check whether the document is a joint one.',
  'catalogue/title_unlikely': 'Line {{line}}: “{{text}}” does not look like a title. Please check the column.',
  'catalogue/remark_unlikely':
    'Line {{line}}: the remark “{{text}}” looks like another column’s content. Please check the column.',
  'catalogue/title_brackets':
    'Line {{line}}: the brackets of the title “{{text}}” are not paired or are empty. Please check.',
  'catalogue/title_long':
    'Line {{line}}: the title “{{text}}…” is very long and may hold more than one document. Please check.',
  'catalogue/title_damaged':
    'Line {{line}}: the title “{{text}}” holds damaged signs or an empty value. Please correct it from the paper.',
  'catalogue/record_repeated':
    'Line {{line}}: “{{text}}” is the same as line {{first}}. Please check whether it is there twice.',

  'catalogue/other_register':
    'Line {{line}}: “{{title}}” may list something else than documents to be filed. Please confirm the import.',
  'catalogue/years_disagree': 'Line {{line}}: the years disagree ({{years}}). Please choose one.',
  'catalogue/terms_disagree': 'Line {{line}}: the terms disagree ({{terms}}). Please choose one.',
} as const;
