/** 盒与库房: places on the left, boxes in the middle, 备考表 and content of the active box on the right. */
import { useCallback, useMemo, useState } from 'react';
import { type Box, type BoxFields, SpineWidth } from '#shared/features/boxes.ts';
import { AppError } from '#shared/errors.ts';
import { Grid } from '#ui/grid/grid.tsx';
import type { GridChange, GridColumn, GridSelection } from '#ui/grid/types.ts';
import { call, useAsked } from '../../app/api.ts';
import { runCommand } from '../../app/commands.ts';
import { errorText } from '../../app/error-text.ts';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useEmptyWords } from '../../app/read-only.tsx';
import { sectionText, type SectionName, termText } from '#shared/features/document-texts.ts';
import { useDocumentState } from '../documents/document-state.ts';
import { BoxInspector } from './box-inspector.tsx';
import { itemSpan } from './box-words.ts';
import { PlaceTree } from './place-tree.tsx';
import { WithdrawBoxDialog } from './withdraw-box-dialog.tsx';

/** The boxes of a place and of those inside it; null = wherever they stand, `none` = nowhere yet. */
export type ChosenPlace = number | 'none' | null;

const NO_PLACE = '-';

function useBoxColumns(
  sections: readonly SectionName[],
  places: readonly { id: number; path: string }[],
): GridColumn<Box>[] {
  const { t } = useT();
  return useMemo(() => {
    const fact = (
      key: string,
      width: number,
      text: (box: Box) => string,
      align: 'left' | 'right' = 'left',
    ): GridColumn<Box> => ({
      key,
      heading: t(`boxScreen.column.${key}` as 'boxScreen.column.number'),
      width,
      align,
      editable: false,
      text,
    });
    return [
      fact('number', 52, (box) => String(box.number), 'right'),
      fact('year', 58, (box) => String(box.year)),
      fact('term', 54, (box) => termText(t, box.term)),
      ...(sections.length === 0 ? [] : [fact('section', 90, (box) => sectionText(sections, box.sectionId))]),
      fact('span', 98, itemSpan),
      fact('count', 52, (box) => String(box.count), 'right'),
      fact('pages', 56, (box) => String(box.pages), 'right'),
      {
        key: 'spine',
        heading: t('boxScreen.column.spine'),
        width: 78,
        editable: true,
        text: (box) => t('boxScreen.spine', { width: box.spineWidth }),
        options: () =>
          SpineWidth.options.map(({ value }) => ({
            value: String(value),
            label: t('boxScreen.spine', { width: value }),
          })),
      },
      {
        key: 'place',
        heading: t('boxScreen.column.place'),
        width: 130,
        grow: true,
        editable: true,
        text: (box) => box.placePath ?? '',
        options: () => [
          { value: NO_PLACE, label: t('boxScreen.noPlace') },
          ...places.map(({ id, path }) => ({ value: String(id), label: path })),
        ],
      },
    ];
  }, [places, sections, t]);
}

interface Props {
  sections: readonly SectionName[];
  selection: GridSelection | null;
  onSelect: (selection: GridSelection) => void;
}

export function BoxesView({ sections, selection, onSelect }: Props) {
  const { t } = useT();
  const emptyWords = useEmptyWords();
  const inspector = useDocumentState((state) => state.inspector);
  const [chosen, setChosen] = useState<ChosenPlace>(null);
  const [withdrawing, setWithdrawing] = useState<Box | null>(null);
  const list = useAsked('boxes.list', {});
  const placeList = useAsked('boxes.places', {}).data;
  const places = useMemo(() => placeList ?? [], [placeList]);
  const all = useMemo(() => list.data ?? [], [list.data]);
  const shown = useMemo(() => {
    if (chosen === null) return all;
    if (chosen === 'none') return all.filter(({ placeId }) => placeId === null);
    const inside = new Set([chosen]);
    // Places come from the room down, so those above are known before those inside them.
    for (const { id, parentId } of places) if (parentId !== null && inside.has(parentId)) inside.add(id);
    return all.filter(({ placeId }) => placeId !== null && inside.has(placeId));
  }, [all, chosen, places]);
  const columns = useBoxColumns(sections, places);
  const active = all.find(({ id }) => id === selection?.activeRowId) ?? null;
  const describe = useCallback((error: unknown) => errorText(t, error), [t]);

  const change = useCallback(
    async ({ edits }: GridChange): Promise<void> => {
      const fieldsOf = new Map<number, Partial<BoxFields>>();
      for (const { rowId, columnKey, text } of edits) {
        const fields =
          columnKey === 'spine'
            ? { spineWidth: SpineWidth.parse(Number(text)) }
            : { placeId: text === NO_PLACE ? null : Number(text) };
        fieldsOf.set(rowId, { ...fieldsOf.get(rowId), ...fields });
      }
      const changes = [...fieldsOf].map(([id, fields]) => {
        const box = all.find((one) => one.id === id);
        if (!box) throw new AppError('record/not_found', { id });
        return { id, version: box.version, fields };
      });
      await call('boxes.updateSeveral', { boxes: changes });
    },
    [all],
  );
  const withdraw = useCallback(
    (ids: number[]): Promise<void> => {
      setWithdrawing(all.find(({ id }) => id === ids[0]) ?? null);
      return Promise.resolve();
    },
    [all],
  );

  return (
    <div className="split">
      <PlaceTree places={places} boxes={all} chosen={chosen} onChoose={setChosen} />
      <div className="split-main">
        {list.error !== null && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
        <Grid<Box>
          label={t('documentScreen.view.boxes')}
          rows={shown}
          rowId={boxId}
          columns={columns}
          canInsert={false}
          onChange={change}
          onWithdraw={withdraw}
          onUndo={undo}
          onRedo={redo}
          describeError={describe}
          onSelectionChange={onSelect}
          emptyText={all.length === 0 ? emptyWords(t('boxScreen.empty')) : t('boxScreen.emptyPlace')}
        />
      </div>
      {inspector && <BoxInspector box={active} sections={sections} onWithdraw={setWithdrawing} />}
      {withdrawing && <WithdrawBoxDialog box={withdrawing} onClose={() => setWithdrawing(null)} />}
    </div>
  );
}

const boxId = (box: Box): number => box.id;
const undo = (): void => void runCommand('edit.undo');
const redo = (): void => void runCommand('edit.redo');
