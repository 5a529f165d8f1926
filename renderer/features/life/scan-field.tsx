/** One field for the keyboard and the scanner; above it, in large letters, where what is read is entered. */
import { BarcodeOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '#shared/contract.ts';
import type { Stocktake } from '#shared/features/stocktakes.ts';
import { useAsked } from '../../app/api.ts';
import { errorText } from '../../app/error-text.ts';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import { useScans } from './use-scans.ts';

type Place = Output<'boxes.places'>[number];

export function ScanField({ stocktake, places }: { stocktake: Stocktake; places: readonly Place[] }) {
  const { t } = useT();
  const boxes = useAsked('boxes.list', {}).data ?? [];
  const { standing, setStanding, last, pending, missed, forgetMissed, scan } = useScans(stocktake);
  const [text, setText] = useState('');
  const field = useRef<InputRef>(null);
  useEffect(() => field.current?.focus(), []);
  const focus = (): void => field.current?.focus();
  return (
    <section className="panel scan" aria-label={t('life.stocktake.scan')}>
      <div className="scan-standing">
        <FolderOpenOutlined aria-hidden />
        <strong aria-live="polite">
          {standing.box
            ? t('life.stocktake.inBox', {
                box: standing.box.name,
                place: standing.place?.name ?? t('life.stocktake.noShelf'),
              })
            : standing.place
              ? t('life.stocktake.atShelf', { place: standing.place.name })
              : t('life.stocktake.nowhere')}
        </strong>
        <span className="spring" />
        <Select<number>
          className="scan-choice"
          aria-label={t('life.stocktake.chooseShelf')}
          placeholder={t('life.stocktake.chooseShelf')}
          showSearch={{ optionFilterProp: 'label' }}
          value={standing.place?.id ?? null}
          options={places.map(({ id, path }) => ({ value: id, label: path }))}
          onChange={(id) => {
            const place = places.find((one) => one.id === id);
            if (place) setStanding({ place: { id, name: place.path }, box: null });
            focus();
          }}
        />
        <Select<number>
          className="scan-choice"
          aria-label={t('life.stocktake.chooseBox')}
          placeholder={t('life.stocktake.chooseBox')}
          showSearch={{ optionFilterProp: 'label' }}
          value={standing.box?.id ?? null}
          options={boxes.map(({ id, year, number }) => ({ value: id, label: `${year}-${number}` }))}
          onChange={(id) => {
            const box = boxes.find((one) => one.id === id);
            if (box) setStanding({ ...standing, box: { id, name: `${box.year}-${box.number}` } });
            focus();
          }}
        />
        {standing.box && (
          <Button
            onClick={() => {
              setStanding({ ...standing, box: null });
              focus();
            }}
          >
            {t('life.stocktake.leaveBox')}
          </Button>
        )}
      </div>
      <Input
        ref={field}
        size="large"
        prefix={<BarcodeOutlined aria-hidden />}
        aria-label={t('life.stocktake.field')}
        placeholder={t('life.stocktake.fieldHint')}
        autoComplete="off"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={typed((event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          scan(text);
          setText('');
        })}
      />
      <p className="scan-last" role="status">
        {pending > 0 && t('life.stocktake.pending', { count: pending })}
        {pending === 0 && last !== null && (
          <>
            <span className={`scan-kind scan-kind-${last.kind}`}>{t(`life.stocktake.labelKinds.${last.kind}`)}</span>{' '}
            <span className="digits">{last.name}</span> {last.title ?? ''}{' '}
            {last.kind === 'unknown' && <span className="overdue">{t('life.stocktake.notes.unknown')}</span>}
          </>
        )}
      </p>
      {missed.length > 0 && (
        <div className="scan-missed" role="alert">
          <ul>
            {missed.map(({ text: label, why, cause }, index) => (
              // The list only grows until it is forgotten as a whole.
              <li key={index}>
                <strong>{label}</strong> {why === 'failed' ? errorText(t, cause) : t(`life.stocktake.notes.${why}`)}
              </li>
            ))}
          </ul>
          <Button
            size="small"
            onClick={() => {
              forgetMissed();
              focus();
            }}
          >
            {t('life.stocktake.missedSeen')}
          </Button>
        </div>
      )}
    </section>
  );
}
