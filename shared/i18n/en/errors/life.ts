import type { SameKeys } from '../../index.ts';
import type { lifeErrors as original } from '../../zh-CN/errors/life.ts';

export const lifeErrors: SameKeys<typeof original> = {
  'loans/not_in_place': '“{{name}}” is not in place. Please check whether it is filed, handed over or withdrawn.',
  'loans/lent_out': '“{{name}}” is lent out. Please take it back first.',
  'loans/approver_needed': 'Lending needs an approver. Please name one; for use in the room choose “read”.',
  'loans/consent_needed': 'Use by another unit or a citizen needs the unit’s consent. Please name the approver.',
  'loans/due_needed': 'Lending needs a day to come back. Please enter it.',
  'loans/due_before': 'Due {{due}}, before it was lent {{lent}}. Please check both dates.',
  'loans/due_not_later': 'The new day is not later than {{date}}. Please enter a later one.',
  'loans/back_already': 'It came back {{date}}. Please refresh.',
  'loans/back_before': 'It cannot come back before it was lent {{date}}. Please check the date.',
  'appraisals/not_due':
    '“{{name}}” is not due (kept until {{end}}, or in another appraisal or list). Please choose documents whose term has ended.',
  'appraisals/closed': 'Appraisal “{{name}}” is closed and stays as it is. Please begin another one.',
  'appraisals/closed_before': 'It cannot close before it began {{date}}. Please check the date.',
  'appraisals/reason_needed': 'The decision on “{{name}}” needs a reason. Please enter it.',
  'appraisals/end_not_later':
    'The new end of “{{name}}” must be later than {{end}}. Please enter a later day, or permanent.',
  'appraisals/end_needed': 'Until when “{{name}}” is kept is not written yet. Please enter the new end.',
  'appraisals/end_unreadable':
    'The new end “{{text}}” cannot be read. Please enter a term such as 30年 or 永久, or a date such as 2041-12-31.',
  'appraisals/end_of_destroyed':
    '“{{name}}” is to be destroyed and cannot have a new end. Please clear the new end, or keep the document.',
  'appraisals/undecided': '{{count}} documents of “{{name}}” have no decision. Please decide on each before closing.',
  'disposals/appraisal_open': 'Appraisal “{{name}}” is not closed. Please close it with its report first.',
  'disposals/number_taken': 'There is a destruction list “{{number}}”. Please use another number.',
  'disposals/nothing':
    'Appraisal “{{name}}” puts nothing up for destruction. Please check its decisions and earlier lists.',
  'disposals/not_in_place': '“{{name}}” is not in place and cannot be listed. Please check its state.',
  'disposals/permanent': '“{{name}}” is permanent and cannot be destroyed. Please take it off the list.',
  'disposals/not_ended': '“{{name}}” is kept until {{end}} and cannot be destroyed. Please take it off the list.',
  'disposals/not_draft': 'List {{number}} is approved or carried out already. Please refresh.',
  'disposals/all_excluded': 'List {{number}} has nothing approved. Please give it up, or keep at least one document.',
  'disposals/not_approved': 'List {{number}} is not approved. Please have it approved first.',
  'disposals/same_supervisor': 'The two supervisors cannot be one person ({{name}}). Please name another.',
  'disposals/approver_supervises': 'The approver “{{name}}” cannot supervise. Please name somebody else.',
  'disposals/before_approval': 'It cannot be carried out before its approval {{date}}. Please check the date.',
  'disposals/in_future': '{{date}} lies in the future. Please enter it after the destruction.',
  'disposals/done': 'List {{number}} is carried out and kept for ever. Please add remarks to the fonds file.',
  'transfers/not_in_place': '“{{name}}” is not in place and cannot be handed over. Please check its state.',
  'transfers/number_taken': 'There is a hand-over “{{number}}”. Please use another number.',
  'transfers/not_reviewed': '“{{name}}” has no opinion on opening. Please review every document before the hand-over.',
  'transfers/in_future': '{{date}} lies in the future. Please enter it after both sides have signed.',
  'transfers/done': 'Hand-over {{number}} is complete and stays as it is. Please add remarks to the fonds file.',
  'stocktakes/closed': 'Stock-take “{{name}}” is closed. Please begin another one.',
  'stocktakes/closed_before': 'It cannot close before it began {{date}}. Please check the date.',
  'stocktakes/where_needed': 'Where was “{{text}}” seen? Please choose the shelf or the box first.',
};
