import type { SameKeys } from '../../index.ts';
import type { documentErrors as original } from '../../zh-CN/errors/documents.ts';

export const documentErrors: SameKeys<typeof original> = {
  'documents/not_ready': '“{{title}}” cannot be filed yet: {{missing}} Please complete it and file it again.',
  'documents/section_needed':
    'Reference codes of {{year}} have a section, and “{{title}}” has none. Please choose its section before filing.',
  'documents/code_impossible':
    'The rules at hand give no valid reference code (rule {{rule}}). Please check the fonds code, the section’s code and the rules.',
  'documents/number_taken':
    'Number {{number}} was given to “{{title}}” and is not given again. Please check the old catalogue, or use the next number.',
  'documents/number_fixed':
    '“{{code}}” is filed: category, year, term and section make up its code and cannot be changed directly. Please use “Renumber” and give the reason.',
  'documents/filed_already': '“{{code}}” is filed already. Please choose drafts only.',
  'documents/not_filed':
    '“{{title}}” is not filed and has no code to change. Please change its year and term directly.',
  'documents/gone': '“{{code}}” was handed over or destroyed; its entry stays as it is.',
  'documents/destroyed': '“{{code}}” was destroyed; its entry stays as it is.',
  'documents/in_box': '“{{code}}” lies in a box. Please take it out of the box first.',
  'documents/classified':
    'The content is marked “{{level}}”. State secrets are not kept in this program; please keep them as the secrecy rules demand.',
  'fonds/code_fixed':
    'The fonds code “{{code}}” is part of reference codes and stays. Please ask the archive authority first.',
  'fonds/digits_form_a': 'Item numbers of DA/T 22-2015 have 4 digits. Please use 4, or the form of DA/T 13-2022.',
  'fonds/years_reversed': 'The first year is later than the last. Please check both.',
  'fonds/scheme_overlap':
    'It overlaps with the rule for {{from}} to {{to}}. Please change the years of that rule first.',
  'fonds/scheme_fixed':
    '{{count}} codes were given in these years, so their rule stays. Please begin a new rule with a year that has no numbers.',
  'fonds/section_fixed': 'Section code “{{code}}” is part of {{count}} reference codes and stays. Its name may change.',
  'fonds/section_taken': 'Code “{{code}}” belongs to “{{name}}”. Please use another one.',
  'boxes/section_needed': 'Documents of {{year}} are kept by section. Please choose the box’s section.',
  'boxes/number_taken': 'There is a box {{number}} of {{year}} already. Please use another number.',
  'boxes/not_filed': '“{{name}}” is not in place and cannot be boxed. Please file it first.',
  'boxes/other_class':
    '“{{name}}” differs from box {{box}} in year, term or section. Please use a box of its class, or begin a new one.',
  'boxes/not_empty': 'Box {{number}} still holds {{count}} documents. Please take them out first.',
  'boxes/nothing_loose': 'No filed document of {{year}} is without a box. Please file first, or check the year.',
  'boxes/place_in_itself': '“{{name}}” cannot stand inside itself. Please choose another place above it.',
  'boxes/place_taken': 'There is a place “{{name}}” here already. Please use another name.',
  'boxes/place_not_empty': '“{{name}}” still has boxes or places. Please move them first.',
  'documents/title_empty': 'Record {{row}} has no title. Please enter it, or leave the record out.',
  'documents/table_unknown':
    'This is no exported table: the columns “UID” or “Record version” are missing. Please use an Excel file exported by this program, with its headings unchanged.',
  'documents/table_column_twice': 'The column “{{heading}}” stands there twice. Please remove one and try again.',
  'documents/table_too_large':
    '{{count}} documents are more than a table holds ({{limit}}). Please filter, and export in parts.',
  'documents/table_empty': 'There is no document to export. Please check the filter.',
  'folders/not_a_folder': '“{{folder}}” is no folder, or was moved. Please choose an empty folder.',
  'folders/not_empty': 'The folder “{{folder}}” is not empty. Please choose an empty one, so that nothing gets mixed.',
  'folders/too_many':
    '{{count}} documents are more than one export holds ({{limit}}). Please filter, and export in parts.',
  'folders/no_manifest':
    '“{{folder}}” has no list of checksums (manifest-sha256.txt): it was not exported by this program, or not to the end. Please choose another folder, or export anew.',
  'folders/manifest_damaged':
    'Line {{line}} of the list of checksums cannot be read; the list may have been changed and proves nothing. Please use another copy, or export anew.',
  'templates/name_taken': 'There is a template “{{name}}”. Please take another name, or choose it and change it.',
  'documents/detach_reason': 'Taking “{{name}}” off needs a reason. Please enter it.',
};
