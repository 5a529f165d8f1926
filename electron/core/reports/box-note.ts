/**
 * 备考表 (DA/T 22-2015, 5.7.4): lies behind the documents of a box and says what is in it, what is missing and what
 * changed; signed by who arranged and who checked. One a box; a long text goes on on a further page.
 */
import { translator, type Translate } from '#shared/i18n/index.ts';
import { boxGrid, formBox, type FormBox, type FormPage, type FormReport, textValue } from '#shared/report/model.ts';
import { gapText, type NumberGap } from './catalogue.ts';
import { isRemarkInBox, itemText, type PaperDocument, pageSum, termText } from './paper-document.ts';
import { dayValue, formPaper, type PaperBase, type PaperFonds } from './paper-parts.ts';

/** A number between the first and the last of a box whose document does not lie in it. */
export type BoxGap = Omit<NumberGap, 'reason'> & { reason: NumberGap['reason'] | 'otherBox' | 'loose' };

export interface NotedBox {
  /** 盒号 */
  number: number;
  year: number;
  term: string;
  section: string | null;
  /** Every document that has its place in the box, in the order of 件号, gone ones too. */
  documents: readonly PaperDocument[];
  gaps: readonly BoxGap[];
  /** What a person wrote of the box. */
  note: string;
  arrangedBy: string | null;
  arrangedOn: string | null;
  checkedBy: string | null;
  checkedOn: string | null;
}

export interface BoxNotePaper extends PaperBase {
  fonds: PaperFonds;
  boxes: readonly NotedBox[];
}

/** 盒内文件情况说明: the count, what a person wrote, numbers that are missing, what has left, remarks marked with *. */
export function boxExplanation(t: Translate, box: NotedBox): string {
  const there = box.documents.filter(({ state }) => state === 'filed');
  const [first] = there;
  const last = there.at(-1);
  const uncounted = there.filter(({ pages }) => pages === null);
  const fates = (['transferred', 'destroyed'] as const).flatMap((fate) => {
    const gone = box.documents.filter(({ state }) => state === fate);
    const items = gone.map(itemText).join(t('paper.unitSeparator'));
    return gone.length === 0
      ? []
      : [t('papers.boxNote.gone', { items, fate: t(`papers.fate.${fate}`), count: gone.length })];
  });
  return [
    first && last
      ? t('papers.boxNote.content', {
          count: there.length,
          pages: pageSum(there),
          range: first === last ? itemText(first) : t('papers.range', { from: itemText(first), to: itemText(last) }),
        })
      : t('papers.boxNote.empty'),
    ...(uncounted.length === 0
      ? []
      : [t('papers.boxNote.uncounted', { items: uncounted.map(itemText).join(t('paper.unitSeparator')) })]),
    ...(box.note.trim() === '' ? [] : [box.note.trim()]),
    ...box.gaps.map((gap) => boxGapText(t, gap)),
    ...fates,
    ...box.documents
      .filter(isRemarkInBox)
      .map((document) => t('papers.boxNote.remark', { item: itemText(document), remark: document.remark.trim() })),
  ].join('\n');
}

function boxGapText(t: Translate, { reason, ...gap }: BoxGap): string {
  if (reason !== 'otherBox' && reason !== 'loose') return gapText(t, { ...gap, reason });
  const numbers = gap.from === gap.to ? gap.from : t('papers.range', { from: gap.from, to: gap.to });
  return t(`papers.boxNote.${reason}`, { numbers, detail: gap.detail });
}

/** Frame on A4, mm. */
const FRAME = { x: 28, width: 156 };
const TITLE = { y: 24, height: 16 };
/** Two lines of fields may stand above the frame. */
const HEAD = { y: 40, height: 7 };
const LABEL = { y: 55, height: 12 };
const TEXT = { y: 67, height: 142 };
const SIGNATURE = { y: 209, height: 11, columns: [72, 28, 48, 8] };
const FOOT = { y: 209 + 4 * 11, height: 8 };

type Edge = keyof FormBox['borders'];

/** A box with lines at some edges only. */
function edged(box: FormBox, ...edges: Edge[]): FormBox {
  const borders: FormBox['borders'] = { top: 'none', right: 'none', bottom: 'none', left: 'none' };
  for (const edge of edges) borders[edge] = 'thin';
  return { ...box, borders };
}

function page(t: Translate, fonds: PaperFonds, box: NotedBox): FormPage {
  const across = { x: FRAME.x, width: FRAME.width };
  const words = {
    fonds: t('papers.field.fondsCode'),
    year: t('papers.field.year'),
    term: t('papers.field.term'),
    section: t('papers.field.section'),
    box: t('papers.field.boxNumber'),
  };
  const head = [
    [
      { label: words.fonds, value: fonds.code ?? '' },
      { label: words.year, value: String(box.year) },
      { label: words.term, value: termText(t, box.term) },
      { label: words.box, value: String(box.number) },
    ],
    box.section === null ? [] : [{ label: words.section, value: box.section }],
  ];
  const signatures = [
    { label: t('papers.boxNote.arrangedBy'), value: textValue(box.arrangedBy ?? '') },
    { label: t('papers.boxNote.arrangedOn'), value: dayValue(box.arrangedOn) },
    { label: t('papers.boxNote.checkedBy'), value: textValue(box.checkedBy ?? '') },
    { label: t('papers.boxNote.checkedOn'), value: dayValue(box.checkedOn) },
  ];
  const explanation = t('papers.boxNote.explanation');
  return {
    boxes: [
      formBox({
        ...across,
        ...TITLE,
        name: t('papers.name.boxNote'),
        value: textValue(t('papers.name.boxNote')),
        font: 'title',
        fontSize: 22,
        frame: 'none',
      }),
      ...head.flatMap((line, index) =>
        boxGrid(
          {
            x: FRAME.x,
            y: HEAD.y + index * HEAD.height,
            columns: line.map(() => FRAME.width / line.length),
            rows: [HEAD.height],
          },
          (_, column) => {
            const { label = '', value = '' } = line[column] ?? {};
            const text = textValue(t('papers.labelled', { label, value }));
            return { name: label, value: text, frame: 'none', fontSize: 11, leastFontSize: 6 };
          },
        ),
      ),
      edged(
        formBox({
          ...across,
          ...LABEL,
          name: explanation,
          value: textValue(t('papers.labelled', { label: explanation, value: '' })),
          font: 'label',
          fontSize: 14,
          align: 'left',
        }),
        'top',
        'left',
        'right',
      ),
      edged(
        formBox({
          ...across,
          ...TEXT,
          name: explanation,
          value: textValue(boxExplanation(t, box)),
          align: 'left',
          verticalAlign: 'top',
          leastFontSize: 12,
          overflow: 'continue',
        }),
        'left',
        'right',
      ),
      ...boxGrid({ ...SIGNATURE, x: FRAME.x, rows: signatures.map(() => SIGNATURE.height) }, (row, column) => {
        const signature = signatures[row];
        const name = signature?.label ?? '';
        if (column === 1)
          return {
            name,
            value: textValue(name),
            font: 'label',
            align: 'right',
            verticalAlign: 'bottom',
            frame: 'none',
          };
        return {
          name,
          value: column === 2 && signature ? signature.value : textValue(''),
          verticalAlign: 'bottom',
          frame: column === 2 ? 'under' : 'none',
        };
      }).map((placed, index) => {
        const column = index % SIGNATURE.columns.length;
        return column === 0 ? edged(placed, 'left') : column === 3 ? edged(placed, 'right') : placed;
      }),
      edged(formBox({ ...across, ...FOOT, name: explanation, value: textValue('') }), 'left', 'right', 'bottom'),
    ],
  };
}

/** Builds one 备考表 for each box; pure. */
export function boxNoteReport(paper: BoxNotePaper): FormReport {
  const t = translator(paper.locale);
  return formPaper(paper, {
    id: 'box-note',
    title: t('papers.name.boxNote'),
    keywords: paper.boxes.map(({ year, number }) => `${year}-${number}`),
    pages: paper.boxes.map((box) => page(t, paper.fonds, box)),
  });
}
