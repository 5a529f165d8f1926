/** What a document is related to, both ways: rows of a year's plan and other documents. */
import { Button } from 'antd';
import { useAsked } from '../../app/api.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useEmptyWords } from '../../app/read-only.tsx';
import { ui } from '../../app/ui-state.ts';
import { openInTable } from '../schedule/calendar-chip.tsx';
import { documentState, showDocument } from './document-state.ts';
import type { InspectorTabProps } from './inspector.tsx';
import { setFields } from './use-document-edits.ts';

export function InspectorRelations({ document, readOnly }: InspectorTabProps) {
  const { t } = useT();
  const emptyWords = useEmptyWords();
  const showError = useShowError();
  const related = useAsked('documents.relations', { id: document.id }).data;
  const remove = (kind: string, targetId: number): void => {
    const relations = document.relations.filter((one) => one.kind !== kind || one.targetId !== targetId);
    void setFields(document.id, { relations }).catch(showError);
  };
  return (
    <div className="inspector-body">
      {related?.length === 0 && <p className="muted">{emptyWords(t('documentScreen.relations.none'))}</p>}
      <ul className="relations">
        {related?.map((one) => (
          <li key={`${one.direction}-${one.kind}-${one.targetId}`}>
            <span className="muted">
              {one.direction === 'from'
                ? t('documentScreen.relations.from', { kind: t(`documents.relation.${one.kind}`) })
                : t(`documents.relation.${one.kind}`)}
              {one.year === null ? '' : ` · ${t('shell.year.option', { year: one.year })}`}
            </span>
            <button
              type="button"
              className="text-link"
              onClick={() => {
                if (one.kind !== 'plan_row') showDocument(one.targetId);
                else {
                  ui.set({ year: one.year });
                  openInTable(one.targetId);
                }
              }}
            >
              {one.referenceCode === null ? one.name : `${one.referenceCode} ${one.name}`}
            </button>
            {one.withdrawn && <span className="field-note">{t('documentScreen.relations.withdrawn')}</span>}
            {one.direction === 'to' && !readOnly && (
              <Button size="small" type="text" onClick={() => remove(one.kind, one.targetId)}>
                {t('documentScreen.relations.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <span className="actions">
          <Button size="small" onClick={() => documentState.set({ dialog: { name: 'relate', id: document.id } })}>
            {t('documentScreen.relations.add')}
          </Button>
          <Button size="small" onClick={() => documentState.set({ dialog: { name: 'linkPlan', ids: [document.id] } })}>
            {t('menu.commands.documents.linkPlan')}
          </Button>
        </span>
      )}
    </div>
  );
}
