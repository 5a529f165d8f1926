/** A document of the archive as evidence of an activity: found by its 档号 or the words of its title. */
import { Form, Select } from 'antd';
import { useState } from 'react';
import { EvidenceKind } from '#shared/features/activities.ts';
import { useAsked } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useSettled } from '../../app/use-settled.ts';
import { guessKind } from './evidence.ts';
import { arrangeEvidence } from './use-activity-edits.ts';

const SHOWN = 20;

export function LinkDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useT();
  const [text, setText] = useState('');
  const wanted = useSettled(text.trim());
  const [chosen, setChosen] = useState<{ id: number; title: string } | null>(null);
  const [said, setSaid] = useState<EvidenceKind | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const found = useAsked('documents.list', { filter: wanted === '' ? {} : { text: wanted }, limit: SHOWN });
  const documents = found.data?.rows ?? [];
  const kind = said ?? guessKind(chosen?.title ?? '');

  const link = async (): Promise<void> => {
    if (chosen === null) return;
    setBusy(true);
    setError(null);
    try {
      const file = { kind, documentId: chosen.id, name: chosen.title.slice(0, 255) || '—' };
      await arrangeEvidence(id, (now) =>
        now.some((one) => one.documentId === chosen.id && one.kind === kind)
          ? [...now]
          : [...now, { ...file, sha256: null, size: null, format: null, pageCount: null }],
      );
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Dialog
      width={560}
      title={t('activityScreen.link.title')}
      okText={t('activityScreen.link.ok')}
      cancelText={t('shell.cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: chosen === null }}
      onOk={() => void link()}
      onCancel={onClose}
    >
      <p className="muted">{t('activityScreen.link.text')}</p>
      <Form layout="vertical">
        <Form.Item label={t('activityScreen.link.find')} htmlFor="link-document">
          <Select<number>
            id="link-document"
            showSearch
            filterOption={false}
            searchValue={text}
            onSearch={setText}
            {...(chosen === null ? {} : { value: chosen.id })}
            placeholder={t('activityScreen.link.choose')}
            notFoundContent={found.isPending ? null : t('activityScreen.link.none')}
            onChange={(value) => {
              const document = documents.find((one) => one.id === value);
              if (document) setChosen({ id: document.id, title: document.title });
            }}
            options={[
              ...documents.map((one) => ({ value: one.id, label: `${one.referenceCode ?? ''} ${one.title}`.trim() })),
              // What was chosen keeps its words while others are looked for.
              ...(chosen === null || documents.some((one) => one.id === chosen.id)
                ? []
                : [{ value: chosen.id, label: chosen.title }]),
            ]}
          />
        </Form.Item>
        <Form.Item label={t('activityScreen.link.kind')} htmlFor="link-kind">
          <Select<EvidenceKind>
            id="link-kind"
            value={kind}
            onChange={setSaid}
            options={EvidenceKind.options.map((value) => ({ value, label: t(`activities.evidence.${value}`) }))}
          />
        </Form.Item>
      </Form>
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
