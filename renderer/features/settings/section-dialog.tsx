/** A section (机构或问题): its code in the reference code, and its name. */
import { Form, Input } from 'antd';
import { useState } from 'react';
import { type Section, SectionFields } from '#shared/features/fonds.ts';
import { call } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';

export function SectionDialog({ section, onClose }: { section: Section | null; onClose: () => void }) {
  const { t } = useT();
  const [code, setCode] = useState(section?.code ?? '');
  const [name, setName] = useState(section?.name ?? '');
  const [error, setError] = useState<unknown>(null);
  const validCode = SectionFields.shape.code.safeParse(code).success;
  const save = async (): Promise<void> => {
    try {
      await call('fonds.saveSection', {
        code: code.trim(),
        name: name.trim(),
        ...(section ? { id: section.id, version: section.version } : {}),
      });
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Dialog
      width={440}
      title={t(section ? 'fondsSettings.editSection' : 'fondsSettings.addSection')}
      okText={t('shell.ok')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: !validCode || name.trim() === '' }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item
          label={t('fondsSettings.code')}
          htmlFor="section-code"
          validateStatus={code === '' || validCode ? '' : 'error'}
          help={t('fondsSettings.sectionCodeHint')}
        >
          <Input id="section-code" maxLength={10} value={code} onChange={(event) => setCode(event.target.value)} />
        </Form.Item>
        <Form.Item label={t('fondsSettings.name')} htmlFor="section-name">
          <Input id="section-name" maxLength={50} value={name} onChange={(event) => setName(event.target.value)} />
        </Form.Item>
      </Form>
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
