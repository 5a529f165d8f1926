/** 封面 of the 归档文件目录 (DA/T 22-2015, 5.6.3): 全宗号, 全宗名称, 年度, 保管期限, 机构(问题) where the fonds has that level. */
import { translator } from '#shared/i18n/index.ts';
import { formBox, type FormReport, textValue } from '#shared/report/model.ts';
import { scopeSections, scopeTerms, type CataloguePaper } from './catalogue.ts';
import { coverFields } from './cover-fields.ts';
import { formPaper } from './paper-parts.ts';

export type CatalogueCoverPaper = Omit<CataloguePaper, 'gaps'>;

/** mm on a landscape A4. */
const TITLE = { x: 48.5, y: 38, width: 200, height: 22 };
const FIELDS = { x: 68.5, y: 84, label: 44, value: 116, height: 16 };

/** Builds the cover; pure. */
export function catalogueCoverReport(paper: CatalogueCoverPaper): FormReport {
  const { fonds, year, locale } = paper;
  const t = translator(locale);
  const section = scopeSections(t, paper);
  const title = t('papers.name.catalogue');
  return formPaper(paper, {
    id: 'catalogue-cover',
    title: t('papers.name.catalogueCover'),
    keywords: [String(year)],
    orientation: 'landscape',
    pages: [
      {
        boxes: [
          formBox({ name: title, ...TITLE, value: textValue(title), font: 'title', fontSize: 36, frame: 'none' }),
          ...coverFields(FIELDS, [
            { label: t('papers.field.fondsCode'), value: fonds.code ?? '' },
            { label: t('papers.field.fondsName'), value: fonds.name },
            { label: t('papers.field.year'), value: String(year) },
            { label: t('papers.field.term'), value: scopeTerms(t, paper) },
            ...(section === null ? [] : [{ label: t('papers.field.section'), value: section }]),
          ]),
        ],
      },
    ],
  });
}
