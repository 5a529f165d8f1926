/** 装盒: puts filed documents into a box of their class, a new one if need be. */
import { App, Radio } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AppError } from '#shared/errors.ts';
import type { Box } from '#shared/features/boxes.ts';
import type { Document } from '#shared/features/documents.ts';
import { call, useAsked } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { boxContent } from '../boxes/box-words.ts';
import { documentsById } from './use-document-rows.ts';

function sameClass(box: Box, document: Document): boolean {
  return (
    box.category === document.category &&
    box.year === document.filingYear &&
    box.term === document.term &&
    (box.sectionId === null || box.sectionId === document.sectionId)
  );
}

/** What keeps the chosen documents from sharing one box; null = nothing. */
function obstacle(documents: readonly Document[]): 'notFiled' | 'mixed' | null {
  const [first, ...rest] = documents;
  if (!first || documents.some(({ state }) => state !== 'filed')) return 'notFiled';
  const differs = rest.some(
    (one) => one.category !== first.category || one.filingYear !== first.filingYear || one.term !== first.term,
  );
  return differs ? 'mixed' : null;
}

export function BoxDialog({ ids, onClose }: { ids: readonly number[]; onClose: () => void }) {
  const { t } = useT();
  const { message } = App.useApp();
  const documents = useQuery({ queryKey: ['documents', 'chosen', ids], queryFn: () => documentsById(ids), gcTime: 0 });
  const boxes = useAsked('boxes.list', {}).data ?? [];
  const [target, setTarget] = useState<number | 'new' | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const chosen = documents.data ?? [];
  const [first] = chosen;
  const stops = documents.data ? obstacle(chosen) : null;
  const fitting = first ? boxes.filter((box) => sameClass(box, first)) : [];
  const picked = target ?? fitting.at(-1)?.id ?? 'new';

  const begin = async (document: Document & { filingYear: number; term: string }): Promise<number> => {
    const { category, filingYear: year, term, sectionId } = document;
    return (await call('boxes.create', { category, year, term, sectionId, documentIds: [...ids] })).box.number;
  };

  const fill = async (): Promise<void> => {
    if (!first) return;
    setBusy(true);
    setError(null);
    try {
      const { filingYear, term } = first;
      if (filingYear === null || term === null) throw new AppError('boxes/not_filed', { name: first.title });
      const number =
        picked === 'new'
          ? await begin({ ...first, filingYear, term })
          : await call('boxes.fill', { boxId: picked, documentIds: [...ids] }).then(
              () => boxes.find(({ id }) => id === picked)?.number ?? 0,
            );
      message.success(t('documentScreen.box.done', { count: ids.length, number }));
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  if (!documents.data) return null;
  return (
    <Dialog
      width={520}
      focusField={false}
      title={t('documentScreen.box.title', { count: ids.length })}
      okText={t('documentScreen.box.do')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: !first || stops !== null, loading: busy, autoFocus: true }}
      onOk={() => void fill()}
      onCancel={onClose}
    >
      {stops !== null && <p className="field-problem">{t(`documentScreen.box.${stops}`)}</p>}
      {stops === null && first && (
        <>
          <p className="muted">{t('documentScreen.box.text')}</p>
          <Radio.Group
            className="box-choice"
            aria-label={t('documents.field.boxId')}
            value={picked}
            onChange={(event) => setTarget(event.target.value as number | 'new')}
            options={[
              ...fitting.map((box) => ({ value: box.id as number | 'new', label: boxContent(t, box) })),
              { value: 'new' as const, label: t('documentScreen.box.new') },
            ]}
          />
        </>
      )}
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
