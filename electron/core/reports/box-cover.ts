/**
 * Cover of a box (DA/T 22-2015, 5.7.1): 310 × 220 mm, on it the 全宗名称 with a double line below. On A3 the whole cover with
 * its outline, on A4 a slip of paper with the name to be pasted on.
 */
import { translator } from '#shared/i18n/index.ts';
import { formBox, type FormReport, textValue } from '#shared/report/model.ts';
import { formPaper, type PaperBase, type PaperFonds } from './paper-parts.ts';

export interface BoxCoverPaper extends PaperBase {
  fonds: PaperFonds;
  sheet: 'A3' | 'A4';
}

/** mm; a box is 310 mm long and 220 mm wide and stands on its short side. */
const COVER = { width: 220, height: 310 };
const NAME = { inset: 25, above: 85, height: 26 };

/** Builds the cover; pure. */
export function boxCoverReport(paper: BoxCoverPaper): FormReport {
  const t = translator(paper.locale);
  const name = formBox({
    name: t('papers.field.fondsName'),
    x: 20,
    y: 60,
    width: COVER.width - 2 * NAME.inset,
    height: NAME.height,
    value: textValue(paper.fonds.name),
    font: 'title',
    fontSize: 36,
    leastFontSize: 12,
    frame: 'doubleUnder',
  });
  const x = (297 - COVER.width) / 2;
  const y = (420 - COVER.height) / 2;
  /** Lines around the cover without text: above the name, beside it and below it. */
  const outline = (
    part: { x: number; y: number; width: number; height: number },
    ...edges: (keyof typeof name.borders)[]
  ) => {
    const box = formBox({ ...part, name: t('papers.name.boxCover'), value: textValue(''), frame: 'none' });
    return { ...box, borders: { ...box.borders, ...Object.fromEntries(edges.map((edge) => [edge, 'thin'])) } };
  };
  const below = NAME.above + NAME.height;
  const boxes =
    paper.sheet === 'A4'
      ? [name]
      : [
          outline({ x, y, width: COVER.width, height: NAME.above }, 'top', 'left', 'right'),
          outline({ x, y: y + NAME.above, width: NAME.inset, height: NAME.height }, 'left'),
          { ...name, x: x + NAME.inset, y: y + NAME.above },
          outline(
            { x: x + COVER.width - NAME.inset, y: y + NAME.above, width: NAME.inset, height: NAME.height },
            'right',
          ),
          outline({ x, y: y + below, width: COVER.width, height: COVER.height - below }, 'bottom', 'left', 'right'),
        ];
  return formPaper(paper, {
    id: 'box-cover',
    title: t('papers.name.boxCover'),
    keywords: [],
    paper: paper.sheet,
    pages: [{ boxes }],
  });
}
