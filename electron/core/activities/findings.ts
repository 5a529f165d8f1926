/** What needs a look in an activity: above all what the statistics leave out. Nothing here stops anyone. */
import type { ActivityFinding } from '#shared/features/activities.ts';
import type { Translate } from '#shared/i18n/index.ts';
import type { SheetNumbers } from '../counting/sheets.ts';
import type { ActivityImage } from '../entities/activity.ts';

export function findingsOf(image: ActivityImage, sheet: SheetNumbers, t: Translate): ActivityFinding[] {
  const found: ActivityFinding[] = [];
  if (image.needs_review === 1) {
    found.push({ field: 'needsReview', rule: 'review', params: {}, message: t('activities.rule.review') });
  }
  if (image.title.trim() === '') {
    found.push({ field: 'title', rule: 'title_missing', params: {}, message: t('activities.rule.title_missing') });
  }
  // Signed rows have days of their own: without them and without a date the activity counts in no year.
  if (image.date_start === null && image.state === 'held' && sheet.personTimes === 0) {
    found.push({ field: 'dateStart', rule: 'date_missing', params: {}, message: t('activities.rule.date_missing') });
  }
  if (sheet.outside > 0) {
    const params = { count: sheet.outside };
    found.push({
      field: 'dateStart',
      rule: 'rows_outside',
      params,
      message: t('activities.rule.rows_outside', params),
    });
  }
  if (image.state !== 'held' && sheet.personTimes > 0) {
    const params = { count: sheet.personTimes };
    found.push({ field: 'state', rule: 'not_held', params, message: t('activities.rule.not_held', params) });
  }
  return found;
}
