import type { Messages, SameKeys } from '../index.ts';

/** The register of records; the original is zh-CN. */
export const archives: SameKeys<Messages['archives']> = {
  rule: {
    code_empty: 'The reference code is empty. Please make one by the scheme.',
    null_word:
      '“{{word}}” is no content; a system may have left it where nothing was filled in. Please remove it, and leave the field empty where there is nothing.',
    white_space: 'The code holds white space or invisible characters. Please check it and take them out.',
    full_width: 'The code holds full-width or unusual characters. Please check it and use half-width ones.',
    wrong_separator: '“{{sign}}” is no separator of a code. Please use the hyphen “-” and the middle dot “·”.',
    foreign_character: '“{{sign}}” has no place in a code. Please check it and take it out.',
    lower_case: 'The letters of a code are capitals. Please check and correct them.',
    shape: 'The code is incomplete or its parts are in disorder. Please compare it with the structure in use.',
    fonds_length: 'The fonds code “{{fonds}}” should be 4 capitals or digits. Please check it.',
    category_unknown:
      'There is no category “{{category}}”. Please choose one of the list, such as WS (administrative) or KU (accounting).',
    category_year_separator:
      'The category “{{category}}” and the year are joined by a middle dot “·”. Please correct it.',
    sub_class:
      'The class “{{text}}” is not allowed. Please use capitals or digits, up to 6 per level and 3 levels below the category.',
    sub_class_in_form_a:
      '“{{text}}”: codes by DA/T 22-2015 have no classes below the category. Please check which structure is in use.',
    year_digits: 'The year “{{year}}” has to be written with 4 digits, such as 2021. Please correct it.',
    year_missing: 'The code has no year. Please add it with 4 digits.',
    term_empty: 'The retention term is missing. Please add it, such as Y (permanent), D30 or D10.',
    term_unknown: '“{{term}}” is no term of the scheme. Please choose one of it, such as Y (permanent), D30 or D10.',
    term_missing_d:
      'The term “{{term}}” lacks the letter D. Please write D{{term}}, or check it if it is not a number of years.',
    term_in_words: 'A code holds the term’s code, not “{{term}}”. Please write Y, D30 or D10.',
    term_legacy:
      '长期 and 短期 are terms of old files and are kept as they are. Please set a new term when the record is appraised.',
    order: 'The term comes before the organisation or subject. Please change the order.',
    mixed_forms:
      'Two structures are mixed: the signs before term and organisation are both “-” (DA/T 22-2015) or both “·” (DA/T 13-2022). Please check the code.',
    too_many_parts: 'The code has too many parts. Please check organisation and item number.',
    organisation_empty:
      'The organisation between two separators is missing. Please add it or take the extra separator out.',
    organisation_shape:
      'The organisation “{{organisation}}” is not allowed. Please check it; it usually has 3 capitals or digits.',
    organisation_in_chinese_form_a:
      'In codes by DA/T 22-2015 the organisation is a code of letters or digits, not “{{organisation}}”. Please use its code.',
    item_missing: 'The code has no item number. Please add it.',
    item_not_digits: 'The item number “{{item}}” should be a whole number from 1. Please check it.',
    item_not_padded: 'The item number “{{item}}” has {{digits}} digits, with zeros in front. Please correct it.',
    item_too_short:
      'The item number “{{item}}” has fewer than 3 digits. Please add zeros in front, as wide as the scheme says.',
    item_too_long: 'The item number “{{item}}” has more than {{digits}} digits. Please take the extra zeros out.',
    item_overflow:
      'The item number “{{item}}” is above the largest, {{largest}}. Please change the width in the scheme first.',
    item_zero: 'Item numbers begin with 1, not with “{{item}}”. Please check it.',
    volume_shape: 'The volume “{{volume}}” is not allowed. Please write a number from 1 with 3 digits.',
    legacy_form: 'A code of an old structure: it is kept as it is; please use the present structure for new records.',
    organisation_length:
      'The organisation’s code usually has 3 characters, this one has not. Please check whether your unit uses it.',
    fonds_unusual: 'A fonds code is usually a letter with 3 digits, or 4 digits; this one is not. Please check it.',
    by_volume: 'A code by volume. Please check volume and item number.',
    catalogue_like_year: 'The catalogue number looks like a year. Please check whether the term was left out.',
    fonds_differs: 'The code says fonds {{printed}}, the record {{expected}}. Please check them.',
    category_differs: 'The code says category {{printed}}, it should be {{expected}}. Please check it.',
    year_differs: 'The code says {{printed}}, the record is filed under {{expected}}. Please check them.',
    year_in_future: 'The code’s year {{year}} is later than the present one, {{current}}. Please check it.',
    year_before_fonds:
      'The code’s year {{year}} is earlier than the fonds, which began in {{founded}}. Please check it.',
    term_differs: 'The code says term {{printed}}, the record {{expected}}. Please check them.',
    organisation_differs: 'The code says organisation “{{printed}}”, the record “{{expected}}”. Please check them.',
    organisation_absent: 'The scheme has the level of organisations and there is no code. Please add it.',
    organisation_unexpected:
      'The scheme has no level of organisations, yet there is “{{organisation}}”. Please check it.',
    form_differs: 'The code has form {{printed}}, the scheme of that year form {{expected}}. Please check it.',
    item_digits_differ: 'The item number has {{printed}} digits, the scheme says {{expected}}. Please check it.',
    item_digits_form_a: 'Item numbers by DA/T 22-2015 have 4 digits, not {{digits}}. Please change the scheme.',
    empty_word: 'Please leave the field empty where there is no number, instead of “{{word}}”.',
    document_brackets: 'The year stands in brackets “〔〕”. Please compare the paper, and keep what it prints.',
    document_width: 'The number holds characters of the wrong width. Please compare the paper.',
    document_ordinal: 'The serial has no 第 before it. Please compare the paper, and keep what it prints.',
    document_leading_zero: 'The serial has no leading zero. Please compare the paper, and keep what it prints.',
    document_suffix: 'The 号 at the end is missing. Please compare the paper.',
    document_space: 'The number holds white space. Please compare the paper.',
    document_bracket_missing: 'A bracket of the year is missing. Please compare the paper.',
    document_year: 'The year “{{year}}” should have 4 digits, such as 2021. Please compare the paper.',
    document_year_words: 'The year “{{year}}” should be in Arabic figures. Please compare the paper.',
    document_zero: 'Serials begin with 1, not 0. Please compare the paper.',
    document_serial:
      'The serial “{{serial}}” cannot be read; it is a number from 1 to 99999. Please compare the paper.',
    document_issuer:
      'The issuer’s code “{{issuer}}” is not allowed; it is in Chinese characters. Please compare the paper.',
    document_shape: 'The number is not of the form 机关代字〔年份〕顺序号号. Please compare the paper.',
    order_number: 'The number of an order has no year and is kept as it is. Please check it.',
    date_empty: 'There is no date; “{{text}}” is none. Please fill in the date of formation.',
    unreadable:
      'The date “{{text}}” cannot be read. Please fill it in from the paper, such as 20210301, with 00 for an unknown month or day.',
    no_such_month: 'The month of “{{text}}” is not from 1 to 12. Please check it.',
    no_such_day: 'The calendar has no day “{{text}}”. Please check it.',
    day_without_month:
      'The date “{{text}}” has a day and no month. Please write 00 for the day, too, where the month is unknown.',
    year_out_of_range: 'The year of “{{text}}” is not from 1800 to 2099. Please check it.',
    filing_year_differs: 'The filing year is {{chosen}}; by the date it should be {{year}}. Please check it.',
    filing_year_is_content_year:
      'The filing year is {{chosen}}, the year that the title speaks of; by the date it should be {{year}}. Please check it.',
    closing_date_missing:
      'The filing year follows the day on which the meeting, case, project or book ended. Please fill in that day.',
    closing_before_signing:
      'The closing day {{closed}} is earlier than the date of formation {{signed}}. Please check them.',
    filing_date_missing: 'Without a date of formation the filing year cannot be known. Please fill in the date first.',
    title_empty: 'The title is empty. Please fill it in; a composed title stands in “[ ]”.',
    title_null_word: '“{{word}}” in the title may have been left by a system. Please compare the paper.',
    title_brackets:
      'The brackets “[ ]” of the title are not paired or stand inside one another. Please check the composed part.',
    title_brackets_empty: 'The brackets “[ ]” of the title are empty. Please fill them or take them out.',
    title_composed: '“{{text}}” in the title is composed. Please check it.',
    title_control_character:
      'Character {{place}} of the title is an invisible control character. Please type the title anew.',
    title_broken_character: 'Character {{place}} of the title is broken. Please type it anew from the paper.',
    title_private_use:
      'Character {{place}} of the title is a private one that other computers may not show. Please compare the paper.',
    title_line_break: 'The title has a line break at character {{place}}. Please write it in one line.',
    title_too_long:
      'The title has {{length}} characters, more than {{limit}}. Please enter the title only and put the rest into the remarks.',
    title_long:
      'The title has {{length}} characters, more than usual. Please check whether it holds more than the title.',
    classified:
      'A record marked “{{level}}” must not be kept in this program. Please store it apart, by the rules of secrecy.',
    secrecy_unreadable:
      'The level “{{text}}” cannot be read. Please compare the paper, and leave the field empty where there is none.',
    secrecy_period_unreadable:
      'The period in “{{text}}” cannot be read; it looks like 秘密★10年. Please compare the paper.',
    secrecy_over_maximum:
      'The period of {{level}} is usually no longer than {{maximum}} years, here it is {{years}}. Please compare the paper.',
    index_empty: 'There is no index number; “{{text}}” is none. Please leave the field empty where there is none.',
    serial_missing: 'The index number “{{text}}” lacks its serial and is kept as it is. Please ask the publisher.',
    index_shape:
      'The index number “{{text}}” is not of the form code/year-serial and is kept as it is. Please check it.',
    index_year: 'The year of “{{text}}” should have 4 digits. Please check it.',
    index_serial: 'The serial of “{{text}}” should have 1 to 10 digits. Please check it.',
    credit_code_length: 'A credit code has 18 characters, this one {{length}}. Please check it.',
    credit_code_character:
      'A credit code does not use “{{sign}}” (no I, O, S, V, Z, no small letters). Please check it.',
    credit_code_check:
      'The check character of “{{code}}” does not fit; the first 17 ask for {{expected}}. Please compare the certificate.',
    credit_code_organisation:
      'The organisation code “{{code}}” inside does not fit its check; it is kept all the same. Please compare the certificate.',
    organisation_code_shape:
      'The organisation code “{{text}}” should be 8 digits or capitals and a check character. Please check it.',
    organisation_code_check:
      'The check character of “{{text}}” does not fit; it should be {{expected}}. Please compare the certificate.',
    stamp_year: 'The stamp lacks the year. Please set the filing year first.',
    stamp_item: 'The stamp lacks the item number. Please number the record first.',
    stamp_term: 'The stamp lacks the retention term. Please set it first.',
    stamp_pages: 'The stamp lacks the pages. Please fill them in first.',
  },
  stamp: {
    fonds: 'Fonds',
    year: 'Year',
    item: 'Item',
    organisation: 'Organisation (subject)',
    term: 'Term',
    pages: 'Pages',
  },
  basis: {
    township_2021: 'Table for townships (2021)',
    organ_2006: 'Table for organs (2006)',
    proposal: 'A proposal; please compare the approved table',
  },
  filingReason: {
    signed: 'By the date of signing',
    meeting_closed: 'A meeting over the turn of the year: the day it closed',
    case_closed: 'A case over the turn of the year: the day it was closed',
    project_ended: 'A project over several years: the day it ended',
    book_ended: 'A record book over several years: the day it was full',
  },
};
