/** 按年度装盒: all filed documents of a year that have no box, in the order of their numbers. */
import { App, Form, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { SpineWidth } from '#shared/features/boxes.ts';
import { call, useAsked } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';

type Spine = (typeof SpineWidth.options)[number]['value'];

export function FillYearDialog({ year, onClose }: { year: number | null; onClose: () => void }) {
  const { t } = useT();
  const { message } = App.useApp();
  const nodes = useAsked('documents.tree', {}).data?.nodes ?? [];
  const years = [
    ...new Set(nodes.flatMap((node) => (node.state === 'filed' && node.year !== null ? [node.year] : []))),
  ];
  const [chosen, setChosen] = useState<number | null>(null);
  const picked = chosen ?? (year !== null && years.includes(year) ? year : (years[0] ?? null));
  const [pages, setPages] = useState<number | null>(200);
  const [spineWidth, setSpineWidth] = useState<Spine>(30);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const fill = async (): Promise<void> => {
    if (picked === null || pages === null) return;
    setBusy(true);
    setError(null);
    try {
      const { boxes, changed } = await call('boxes.fillYear', { year: picked, pagesPerBox: pages, spineWidth });
      message.success(t('boxScreen.fillYear.done', { count: changed, boxes: boxes.length }), 6);
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Dialog
      width={480}
      focusField={false}
      title={t('boxScreen.fillYear.title')}
      okText={t('boxScreen.fillYear.do')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: picked === null || pages === null, loading: busy, autoFocus: true }}
      onOk={() => void fill()}
      onCancel={onClose}
    >
      <p className="muted">{t('boxScreen.fillYear.text')}</p>
      <Form layout="vertical">
        <Form.Item label={t('documents.field.filingYear')} htmlFor="fill-year">
          <Select
            id="fill-year"
            value={picked}
            placeholder={t('boxScreen.fillYear.none')}
            onChange={(value: number) => setChosen(value)}
            options={years.map((value) => ({ value, label: t('shell.year.option', { year: value }) }))}
          />
        </Form.Item>
        <div className="pair">
          <Form.Item label={t('boxScreen.fillYear.pages')} htmlFor="fill-pages">
            <InputNumber id="fill-pages" min={10} max={2000} precision={0} value={pages} onChange={setPages} />
          </Form.Item>
          <Form.Item label={t('boxScreen.column.spine')} htmlFor="fill-spine">
            <Select<Spine>
              id="fill-spine"
              value={spineWidth}
              onChange={setSpineWidth}
              options={SpineWidth.options.map(({ value }) => ({
                value,
                label: t('boxScreen.spine', { width: value }),
              }))}
            />
          </Form.Item>
        </div>
      </Form>
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
