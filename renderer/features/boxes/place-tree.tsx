/** The places from the room down; each is named, renamed and given up here. Boxes of a place show beside it. */
import { PlusOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { useState } from 'react';
import type { Box, Place } from '#shared/features/boxes.ts';
import { useT } from '../../app/i18n.tsx';
import { WriteButton, Writing } from '../../app/read-only.tsx';
import type { ChosenPlace } from './boxes-view.tsx';
import { PlaceDialog, type PlaceQuestion } from './place-dialog.tsx';

/** What may stand inside what. */
const INSIDE = { room: 'cabinet', cabinet: 'shelf', shelf: null } as const;

function depth(place: Place): number {
  return place.kind === 'room' ? 1 : place.kind === 'cabinet' ? 2 : 3;
}

export function PlaceTree({
  places,
  boxes,
  chosen,
  onChoose,
}: {
  places: readonly Place[];
  boxes: readonly Box[];
  chosen: ChosenPlace;
  onChoose: (place: ChosenPlace) => void;
}) {
  const { t } = useT();
  const [question, setQuestion] = useState<PlaceQuestion | null>(null);
  const loose = boxes.filter(({ placeId }) => placeId === null).length;
  const entry = (key: ChosenPlace, name: string, count: number, level: number, place?: Place) => (
    <li key={String(key)} className={`folder folder-${level} place`} data-chosen={chosen === key}>
      <button type="button" className="place-name" aria-pressed={chosen === key} onClick={() => onChoose(key)}>
        <span className="folder-name">{name}</span>
        <span className="folder-count">{count}</span>
      </button>
      {place && (
        <Writing>
          <PlaceMenu place={place} onAsk={setQuestion} />
        </Writing>
      )}
    </li>
  );
  return (
    <nav className="folder-pane" aria-label={t('boxScreen.places')}>
      <ul className="folder-tree">
        {entry(null, t('boxScreen.everywhere'), boxes.length, 1)}
        {entry('none', t('boxScreen.nowhere'), loose, 1)}
        {places.map((place) => entry(place.id, place.name, place.boxes, depth(place), place))}
      </ul>
      <WriteButton
        type="text"
        icon={<PlusOutlined />}
        className="left"
        onClick={() => setQuestion({ ask: 'add', kind: 'room', parent: null })}
      >
        {t('boxScreen.place.addRoom')}
      </WriteButton>
      {question && <PlaceDialog question={question} onClose={() => setQuestion(null)} />}
    </nav>
  );
}

function PlaceMenu({ place, onAsk }: { place: Place; onAsk: (question: PlaceQuestion) => void }) {
  const { t } = useT();
  const inside = INSIDE[place.kind];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...(inside === null ? [] : [{ key: 'add', label: t(`boxScreen.place.add_${inside}`) }]),
          { key: 'rename', label: t('boxScreen.place.rename') },
          { key: 'withdraw', label: t('boxScreen.place.withdraw') },
        ],
        onClick: ({ key }) => {
          if (key === 'add' && inside !== null) onAsk({ ask: 'add', kind: inside, parent: place });
          else if (key === 'rename') onAsk({ ask: 'rename', place });
          else onAsk({ ask: 'withdraw', place });
        },
      }}
    >
      <button type="button" className="place-more" aria-label={t('boxScreen.place.more', { name: place.name })}>
        ⋯
      </button>
    </Dropdown>
  );
}
