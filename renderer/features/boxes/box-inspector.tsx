/** The active box: its 备考表 (DA/T 22-2015, 5.7.3) and what lies in it, each to be taken out. */
import { App } from 'antd';
import type { Box, BoxFields } from '#shared/features/boxes.ts';
import { z } from '#shared/lib/zod.ts';
import { call, useAsked } from '../../app/api.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { InspectorPanel } from '../../app/register/inspector-panel.tsx';
import { WriteButton } from '../../app/read-only.tsx';
import { SavedText } from '../../app/saved-text.tsx';
import { fieldProblem, readCatalogueDate, type SectionName } from '#shared/features/document-texts.ts';
import { documentState, showDocument } from '../documents/document-state.ts';
import { boxClass, boxContent } from './box-words.ts';

const LISTED = 500;

interface Props {
  box: Box | null;
  sections: readonly SectionName[];
  onWithdraw: (box: Box) => void;
}

export function BoxInspector({ box, sections, onWithdraw }: Props) {
  const { t } = useT();
  return (
    <InspectorPanel
      className="document-inspector"
      label={t('boxScreen.inspector')}
      heading={box ? t('boxScreen.box', { number: box.number }) : undefined}
      none={t('boxScreen.none')}
      onClose={() => documentState.set({ inspector: false })}
    >
      {box && <Content key={box.id} box={box} sections={sections} onWithdraw={onWithdraw} />}
    </InspectorPanel>
  );
}

function Content({ box, sections, onWithdraw }: Omit<Props, 'box'> & { box: Box }) {
  const { t } = useT();
  const { message } = App.useApp();
  const showError = useShowError();
  const documents = useAsked('documents.list', { filter: { boxId: box.id }, limit: LISTED }).data;
  const save = (fields: Partial<BoxFields>): void =>
    void call('boxes.update', { id: box.id, version: box.version, fields }).catch(showError);
  const takeOut = (id: number): void =>
    void call('boxes.fill', { boxId: null, documentIds: [id] }).then(
      () => message.success(t('boxScreen.takenOut')),
      showError,
    );
  const day = (text: string): string | null => {
    if (text.trim() === '') return null;
    const reading = readCatalogueDate(text);
    if (!reading.ok) return fieldProblem(t, reading);
    const whole = z.iso.date().safeParse(reading.fields.signedDate).success;
    return whole ? null : t('documentScreen.inspector.wholeDay');
  };
  const dateOf = (text: string): string | null => {
    const reading = readCatalogueDate(text);
    return reading.ok ? (reading.fields.signedDate ?? null) : null;
  };
  return (
    <div className="inspector-body">
      <p className="muted">{boxClass(t, box, sections)}</p>
      <p className="muted box-content">{boxContent(t, box)}</p>
      <h3>{t('boxScreen.note')}</h3>
      <SavedText
        label={t('boxScreen.situation')}
        value={box.note}
        rows={3}
        placeholder={t('boxScreen.situationHint')}
        onSave={(note) => save({ note })}
      />
      <div className="pair">
        <SavedText
          label={t('boxScreen.arrangedBy')}
          value={box.arrangedBy ?? ''}
          onSave={(text) => save({ arrangedBy: text })}
        />
        <SavedText
          label={t('boxScreen.arrangedOn')}
          value={box.arrangedOn ?? ''}
          placeholder="2021-03-01"
          check={day}
          onSave={(text) => save({ arrangedOn: dateOf(text) })}
        />
      </div>
      <div className="pair">
        <SavedText
          label={t('boxScreen.checkedBy')}
          value={box.checkedBy ?? ''}
          onSave={(text) => save({ checkedBy: text })}
        />
        <SavedText
          label={t('boxScreen.checkedOn')}
          value={box.checkedOn ?? ''}
          placeholder="2021-03-01"
          check={day}
          onSave={(text) => save({ checkedOn: dateOf(text) })}
        />
      </div>
      {box.arrangedBy !== null && box.arrangedBy === box.checkedBy && (
        <p className="field-note">{t('boxScreen.samePerson')}</p>
      )}
      <h3>{t('boxScreen.documents', { count: box.count })}</h3>
      <ul className="relations">
        {documents?.rows.map((document) => (
          <li key={document.id}>
            <button type="button" className="text-link" onClick={() => showDocument(document.id)}>
              {document.itemNumber === null ? '' : `${String(document.itemNumber).padStart(4, '0')} `}
              {document.title}
            </button>
            <WriteButton size="small" type="text" onClick={() => takeOut(document.id)}>
              {t('boxScreen.takeOut')}
            </WriteButton>
          </li>
        ))}
      </ul>
      {documents && documents.total > documents.rows.length && (
        <p className="muted">{t('documentScreen.file.more', { count: documents.total - documents.rows.length })}</p>
      )}
      {box.count === 0 && (
        <WriteButton size="small" onClick={() => onWithdraw(box)}>
          {t('boxScreen.withdraw')}
        </WriteButton>
      )}
    </div>
  );
}
