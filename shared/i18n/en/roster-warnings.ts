/** Doubtful places in sign-in sheets, rosters and lists of activities. Identity numbers are never repeated in them. */
export const rosterWarnings = {
  'roster/reason_no_header':
    'no headings of a sign-in sheet, roster or list of activities were found (name, phone, signed, activity, head count)',
  'roster/reason_unaligned': 'names or activities were found, but not which texts make one row',
  'roster/reason_plan': 'this looks like a yearly plan; import it under Schedule',
  'roster/reason_catalogue': 'this looks like a catalogue of documents; import it under Documents',
  'roster/signed_but_absent':
    'Line {{line}} ({{name}}): signed, but it also says “{{text}}”; read as signed. Please check.',
  'roster/heading_absent':
    'Line {{line}} and below: the sheet has no headings; by their content the columns were read as {{columns}}. Please check each column, then the rows.',
  'roster/identity_differs':
    'Line {{line}} ({{name}}): the ID-card number and the column “{{field}}” disagree; the number was not kept. Please check against the card.',
  'roster/column_unnamed': 'Line {{line}}: column {{column}} has no heading; its content was not read. Please check.',
  'roster/column_as_activity':
    'Line {{line}}: column “{{column}}” holds only marks; its heading was read as an activity. Please check.',
  'roster/table_left_out':
    'From line {{line}}: “{{text}}” is another table without known headings; it was not read. Please check.',
  'roster/text_below': 'Line {{line}}: “{{text}}” stands below the table and was not read.',
  'roster/line_left_over':
    'Line {{line}}: “{{text}}” fits no column and was not read. Please compare with the original.',
  'roster/row_empty': 'Line {{line}}: a numbered row without content was skipped.',
  'roster/row_without_name':
    'Line {{line}}: “{{text}}” has no name and was not read. Please enter it from the original.',
  'roster/row_without_title':
    'Line {{line}}: “{{text}}” has no activity title and was not read. Please enter it from the original.',
  'roster/row_unplaced':
    'Line {{line}}: the cells of “{{text}}” do not answer the headings; the row was not read. Please enter it from the original.',
  'roster/alignment':
    'Line {{line}}: cells were put into columns by where they stand. Please compare with the original.',
  'roster/section_read': 'Line {{line}}: “{{text}}” names the activity of the rows below ({{activity}} {{date}}).',
  'roster/cells_missing':
    'Line {{line}} ({{name}}): the row has fewer cells than the others; cells may be missing or moved. Please compare with the original.',
  'roster/cells_left_over':
    'Line {{line}} ({{name}}): “{{text}}” stands beyond the headings; cells may have moved. Please compare with the original.',
  'roster/cell_unlikely':
    'Line {{line}} ({{name}}): “{{text}}” is unlike column “{{field}}”. Please check whether cells have moved.',
  'roster/cell_broken':
    'Line {{line}} ({{name}}): the content of “{{field}}” is damaged and was left empty. Please fill it in from the original.',
  'roster/ditto_repeated':
    'Line {{line}} ({{name}}): “{{field}}” says ditto; “{{text}}” was repeated from the row above.',
  'roster/ditto_without_above':
    'Line {{line}} ({{name}}): “{{field}}” says ditto, but nothing above can be repeated; it was left empty.',
  'roster/name_unlikely': 'Line {{line}}: “{{text}}” is unlike one person’s name. Please check.',
  'roster/number_twice':
    'Line {{line}} ({{name}}): sign-in number {{number}} was used on line {{first}} already. Please check.',
  'roster/number_gap':
    'Line {{line}} ({{name}}): the number goes from {{from}} to {{to}}. Please check for missing rows.',
  'roster/total_differs': 'Line {{line}}: the sheet says {{printed}}, {{count}} rows were read. Please check.',
  'roster/head_total_differs':
    'Line {{line}}: the total says “{{printed}}”, the rows add up to {{count}}. Please check.',
  'roster/birth_no_such_month':
    'Line {{line}} ({{name}}): birth date “{{text}}” has month {{value}}, which does not exist; it was left empty.',
  'roster/birth_no_such_day':
    'Line {{line}} ({{name}}): birth date “{{text}}” has day {{value}}, which does not exist; it was left empty.',
  'roster/birth_unreadable': 'Line {{line}} ({{name}}): birth date “{{text}}” cannot be read and was left empty.',
  'roster/birth_doubtful':
    'Line {{line}} ({{name}}): birth date “{{text}}” is not printed in full; read as {{birth}}. Please check.',
  'roster/birth_is_age':
    'Line {{line}} ({{name}}): the birth column holds an age (“{{text}}”), from which no birth date follows; it was left empty.',
  'roster/age_only':
    'From line {{line}}: ages without birth dates. No birth date follows from an age, so it was left empty; {{count}} persons were born about {{from}}–{{to}}.',
  'roster/age_differs': 'Line {{line}} ({{name}}): age {{age}} does not go with birth date {{birth}}. Please check.',
  'roster/phone_digits':
    'Line {{line}} ({{name}}): “{{field}}” has {{count}} figures and is no whole number; it was kept as printed. Please check.',
  'roster/phone_damaged':
    'Line {{line}} ({{name}}): “{{field}}” is unlike a phone number; it was kept as printed. Please check.',
  'roster/phone_masked': 'Line {{line}} ({{name}}): “{{field}}” is masked and was not read.',
  'roster/phone_several': 'Line {{line}} ({{name}}): “{{field}}” holds several numbers; all were kept.',
  'roster/identity_dropped':
    'Line {{line}}: column “{{column}}” holds identity numbers. They are not collected from sheets and were not read.',
  'roster/identity_in_cell':
    'Line {{line}} ({{name}}): “{{field}}” holds what may be an identity number; it was not read. Please check.',
  'roster/role_unknown':
    'Line {{line}} ({{name}}): role “{{text}}” is unknown and was kept as a remark. Please choose one.',
  'roster/hours_unplaced':
    'From line {{line}}: there are hours, but no activity and day to which they belong; they were not taken. Please add both and import again.',
  'roster/role_absent':
    'From line {{line}}: {{count}} persons without a role (learner, volunteer, teacher). Please fill it in.',
  'roster/role_of_title': 'Line {{line}}: by the title, everybody is entered as a volunteer.',
  'roster/hours_doubtful':
    'Line {{line}} ({{name}}): “{{text}}” does not tell how many minutes; it was kept as a remark.',
  'roster/activity_inherited':
    'Line {{line}} ({{name}}): the activity is empty; “{{text}}” was repeated from the row above. Please check.',
  'roster/activity_implied':
    'Line {{line}}: no activity is named; by the title it was read as “{{activity}}”. Please check.',
  'roster/activity_absent': 'Line {{line}}: {{count}} rows do not say in which activity. Please fill it in.',
  'roster/date_inherited':
    'Line {{line}} ({{name}}): the date is empty; “{{text}}” was repeated from the row above. Please check.',
  'roster/date_empty': 'Line {{line}} ({{name}}): the date is empty. Please fill it in.',
  'roster/date_absent': 'Line {{line}}: the sheet has no date. Please fill it in.',
  'roster/date_unreadable': 'Line {{line}} ({{name}}): date “{{text}}” cannot be read and was left empty.',
  'roster/date_no_such_month':
    'Line {{line}} ({{name}}): date “{{text}}” has month {{value}}, which does not exist; it was left empty.',
  'roster/date_no_such_day':
    'Line {{line}} ({{name}}): date “{{text}}” has day {{value}}, which does not exist; it was left empty.',
  'roster/date_doubtful': 'Line {{line}} ({{name}}): date “{{text}}” was read as {{date}}. Please check.',
  'roster/date_in_future': 'Line {{line}} ({{name}}): {{date}} lies in the future. Please check.',
  'roster/day_year_of_paper': 'Line {{line}}: “{{text}}” has no year; by the paper’s title it was read as {{date}}.',
  'roster/day_unreadable':
    'Line {{line}}: column “{{text}}” does not tell its day; its rows have no date. Please fill it in.',
  'roster/head_date_unreadable': 'Line {{line}}: “{{text}}” does not tell the day. Please fill it in.',
  'roster/head_date_doubtful': 'Line {{line}}: “{{text}}” was read as {{date}}. Please check.',
  'roster/head_year_of_paper': 'Line {{line}}: “{{text}}” has no year; by the title it was read as {{date}}.',
  'roster/head_days':
    'Line {{line}}: “{{text}}” is more than one day; all rows were entered on {{date}}. Please check.',
  'roster/head_conflict': 'Line {{line}}: “{{text}}” disagrees with what stands above, which was taken. Please check.',
  'roster/head_head_count': 'Line {{line}}: head count “{{text}}” cannot be read; only its text was kept.',
  'roster/head_count_unreadable':
    'Line {{line}} ({{name}}): head count “{{text}}” cannot be read; only its text was kept.',
  'roster/head_count_empty': 'Line {{line}} ({{name}}): no head count; left empty.',
  'roster/prose_activity':
    'Line {{line}}: activity “{{name}}” was read out of running text ({{text}}). Please check it.',
  'roster/signed_absent': 'Line {{line}}: there is no column of signatures; who signed is not printed. Please check.',
  'roster/signed_by_proxy':
    'Line {{line}} ({{name}}): “{{text}}” is a proxy’s signature and was read as not signed. Please check.',
  'roster/signature_differs':
    'Line {{line}} ({{name}}): the signature says “{{text}}”; it was read as signed. Please check.',
  'roster/same_person': 'Line {{line}} ({{name}}): the same person as on line {{other}} (same {{reason}}).',
  'roster/same_name_apart': 'Line {{line}} ({{name}}): the same name as on line {{other}}, entered as another person.',
  'roster/twin_doubt':
    'Line {{line}} ({{name}}): the same name as on line {{other}}, and nothing tells whether it is the same person; kept apart. Please check.',
  'roster/twin_contradiction':
    'Line {{line}} ({{name}}): birth date or phone as on line {{other}}, but sex or birth date contradict; kept apart. Please check.',
  'roster/archive_candidate':
    'Line {{line}} ({{name}}): the register has a person of that name ({{candidate}}); nothing tells whether it is the same, so a new one is proposed. Please check.',
  'roster/archive_apart':
    'Line {{line}} ({{name}}): the register’s person of that name ({{candidate}}) differs in birth, sex, village or phone; entered as a new one.',
  'roster/archive_several':
    'Line {{line}} ({{name}}): several persons of the register fit ({{candidate}}); a new one is proposed. Please choose.',
  'roster/listed_twice':
    'Line {{line}} ({{name}}): the same person in the same activity and day as on line {{other}}; counted once. Please check.',
  'roster/there_already': 'Line {{line}} ({{name}}): the archive has this row already; it is not taken in again.',
  'roster/activity_there': 'Line {{line}}: the archive has activity “{{name}}” ({{date}}) already; rows go to it.',
  'roster/minor':
    'Line {{line}} ({{name}}): under 14 on {{date}} ({{age}}); the guardian’s consent is needed (PIPL, art. 31). Please enter the guardian and the day of consent, and keep the paper.',
  'roster/minor_printed':
    'Line {{line}} ({{name}}): the guardian’s column says “{{text}}” without a date; no consent was entered. Please check the paper.',
  'roster/category': 'Line {{line}}: there is no category “{{text}}”; it was left empty. Please choose one.',
  'roster/audience': 'Line {{line}}: audience “{{text}}” is unknown; its text was kept as a remark. Please choose one.',
  'roster/differs':
    'Line {{line}} ({{name}}): a person of the register whose {{fields}} differ; the register was kept. Please check.',
  'roster/role_not_added':
    'Line {{line}} ({{name}}): the register does not have the role “{{role}}” yet. It is proposed; please decide in the review. Nothing is added unless somebody says so.',
  'roster/age_only_undated':
    'From line {{line}}: {{count}} persons have an age and no birth date. No birth date follows from an age, so it was left empty.',
  'roster/date_no_year': 'Line {{line}} ({{name}}): date “{{text}}” has no year and was left empty.',
} as const;
