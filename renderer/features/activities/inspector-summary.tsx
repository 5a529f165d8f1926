/** 小结: what came of the activity, in words. Long texts are saved when the field is left, or by Ctrl+Enter. */
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { SavedText } from '../../app/saved-text.tsx';
import type { InspectorTabProps } from './inspector.tsx';
import { MediaList } from './media-list.tsx';
import { setFields } from './use-activity-edits.ts';

const MOST = 20_000;

export function InspectorSummary({ activity, readOnly }: InspectorTabProps) {
  const { t } = useT();
  const showError = useShowError();
  return (
    <div className="inspector-body">
      <SavedText
        label={t('activityScreen.field.summary')}
        value={activity.summary}
        rows={8}
        readOnly={readOnly}
        check={(text) => (text.length > MOST ? t('activityScreen.cell.tooLong', { most: MOST }) : null)}
        onSave={(summary) => void setFields(activity.id, { summary }).catch(showError)}
      />
      <MediaList activity={activity} readOnly={readOnly} />
    </div>
  );
}
