/** 信息: what is kept of an activity; what needs a look, and what proves it, stand on top. */
import { Button, Checkbox, Select, TreeSelect } from 'antd';
import { useId, useMemo } from 'react';
import { type ActivityCategory, type ActivityFields, ActivityState, Audience } from '#shared/features/activities.ts';
import { useAsked } from '../../app/api.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { Fact, SavedText } from '../../app/saved-text.tsx';
import { ui } from '../../app/ui-state.ts';
import { fieldText, readField, readingProblem, type TextField } from './activity-texts.ts';
import { ChecklistLines } from './checklist-marks.tsx';
import type { InspectorTabProps } from './inspector.tsx';
import { setFields } from './use-activity-edits.ts';

interface Node {
  value: number;
  title: string;
  children: Node[];
}

const NONE: readonly ActivityCategory[] = [];

function treeOf(categories: readonly ActivityCategory[], parentId: number | null = null): Node[] {
  const known = new Set(categories.map(({ id }) => id));
  return categories
    .filter((one) => (one.parentId !== null && known.has(one.parentId) ? one.parentId : null) === parentId)
    .map(({ id, name }) => ({ value: id, title: name, children: treeOf(categories, id) }));
}

export function InspectorData({ activity, choices, readOnly }: InspectorTabProps) {
  const { t } = useT();
  const showError = useShowError();
  const id = useId();
  const categories = useAsked('activities.categories', {}).data ?? NONE;
  const tree = useMemo(() => treeOf(categories), [categories]);
  const save = (fields: Partial<ActivityFields> & { needsReview?: false }): void =>
    void setFields(activity.id, fields).catch(showError);
  const line = (field: TextField, more: { rows?: number; placeholder?: string } = {}) => (
    <SavedText
      label={t(`activityScreen.field.${field}`)}
      value={fieldText(activity, field, choices)}
      readOnly={readOnly}
      check={(text) => readingProblem(t, readField(field, text, choices, activity))}
      onSave={(text) => {
        const reading = readField(field, text, choices, activity);
        if (reading.ok) save(reading.fields);
      }}
      {...more}
    />
  );
  // What is set but no longer offered keeps its words.
  const offered = (list: { id: number; label: string }[], value: number | null, words: string) =>
    value === null || list.some((one) => one.id === value) ? list : [...list, { id: value, label: words }];
  return (
    <div className="inspector-body">
      {activity.withdrawnReason !== null && (
        <dl className="facts">
          <Fact label={t('activityScreen.inspector.withdrawnReason')}>{activity.withdrawnReason}</Fact>
        </dl>
      )}
      {(activity.needsReview || activity.minorsWithoutConsent > 0) && (
        <ul className="findings">
          {activity.minorsWithoutConsent > 0 && (
            <li className="finding">
              {t('activityScreen.inspector.children', { count: activity.minorsWithoutConsent })}
            </li>
          )}
          {activity.needsReview && (
            <li className="finding">
              <span>{t('activityScreen.inspector.review')}</span>
              {!readOnly && (
                <Button size="small" onClick={() => save({ needsReview: false })}>
                  {t('activityScreen.inspector.confirm')}
                </Button>
              )}
            </li>
          )}
        </ul>
      )}
      <p className="digits">
        {t('activityScreen.inspector.counts', { personTimes: activity.personTimes, people: activity.people })}
      </p>
      <ChecklistLines checklist={activity.checklist} />
      <section className="inspector-group">
        {line('title', { rows: 2 })}
        {line('date', { placeholder: t('activityScreen.dateHint') })}
        <div className="pair">
          {line('timeText')}
          {line('minutes')}
        </div>
        {line('place')}
        {line('hosts')}
        <div className="field">
          <label htmlFor={`${id}-category`}>{t('activityScreen.field.categoryId')}</label>
          <TreeSelect<number | null>
            id={`${id}-category`}
            value={activity.categoryId}
            treeData={
              activity.categoryId === null || categories.some((one) => one.id === activity.categoryId)
                ? tree
                : [...tree, { value: activity.categoryId, title: t('activityScreen.oldCategory'), children: [] }]
            }
            allowClear
            showSearch
            treeDefaultExpandAll
            treeNodeFilterProp="title"
            disabled={readOnly}
            popupMatchSelectWidth={false}
            placeholder={t('activityScreen.notSet')}
            onChange={(categoryId: number | null | undefined) => save({ categoryId: categoryId ?? null })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-audience`}>{t('activityScreen.field.audience')}</label>
          <Select<Audience | null>
            id={`${id}-audience`}
            value={activity.audience}
            allowClear
            disabled={readOnly}
            placeholder={t('activityScreen.notSet')}
            onChange={(audience: Audience | null | undefined) => save({ audience: audience ?? null })}
            options={Audience.options.map((value) => ({ value, label: t(`activities.audience.${value}`) }))}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-row`}>{t('activityScreen.field.planRowId')}</label>
          <Select<number | null>
            id={`${id}-row`}
            value={activity.planRowId}
            allowClear
            showSearch
            optionFilterProp="label"
            disabled={readOnly}
            popupMatchSelectWidth={false}
            placeholder={t('activityScreen.notSet')}
            onChange={(planRowId: number | null | undefined) => save({ planRowId: planRowId ?? null })}
            options={offered([...choices.planRows], activity.planRowId, t('activityScreen.otherPlanRow')).map(
              ({ id: value, label }) => ({ value, label }),
            )}
          />
          {activity.planRowId !== null && choices.planRows.some((row) => row.id === activity.planRowId) && (
            <button
              type="button"
              className="text-link"
              onClick={() => ui.set({ screen: 'schedule', view: 'table', showRow: activity.planRowId })}
            >
              {t('activityScreen.inspector.toPlan')}
            </button>
          )}
        </div>
        <div className="pair">
          {line('headCount', { placeholder: t('activityScreen.headCountHint') })}
          <div className="field">
            <label htmlFor={`${id}-state`}>{t('activityScreen.field.state')}</label>
            <Select<ActivityState>
              id={`${id}-state`}
              value={activity.state}
              disabled={readOnly}
              onChange={(state) => save({ state })}
              options={ActivityState.options.map((value) => ({ value, label: t(`activities.state.${value}`) }))}
            />
          </div>
        </div>
        {line('money')}
        <Checkbox
          checked={activity.moneyNeeded}
          disabled={readOnly}
          onChange={(event) => save({ moneyNeeded: event.target.checked })}
        >
          {t('activityScreen.field.moneyNeeded')}
        </Checkbox>
        {line('remark', { rows: 2 })}
      </section>
    </div>
  );
}
