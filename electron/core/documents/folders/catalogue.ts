/** The catalogue at the root of a package, for programs (XML) and for spreadsheets (CSV), in the nine columns and the folder. */
import { catalogueDate, fieldText } from '#shared/features/document-texts.ts';
import type { FondsRules } from '#shared/features/fonds.ts';
import { translator } from '#shared/i18n/index.ts';
import { csvText } from '../../writers/csv-text.ts';
import { xmlFile } from '../../writers/xml-text.ts';
import type { PlannedFolder } from './plan.ts';

// Names of DA/T 22-2015, 5.5; they do not follow the language of the window.
const t = translator('zh-CN');

const COLUMNS = [
  '序号',
  '档号',
  '文号',
  '责任者',
  '题名',
  '日期',
  '密级',
  '页数',
  '备注',
  '保管期限',
  '文件夹',
] as const;

function cells({ document, folder }: PlannedFolder, index: number, rules: FondsRules): string[] {
  const text = (field: 'documentNumber' | 'author' | 'title' | 'marking' | 'pageCount' | 'remark' | 'term'): string =>
    fieldText(document, field, t, rules);
  return [
    String(index + 1),
    document.referenceCode ?? '',
    text('documentNumber'),
    text('author'),
    text('title'),
    catalogueDate(document),
    text('marking'),
    text('pageCount'),
    text('remark'),
    text('term'),
    folder,
  ];
}

export function catalogueCsv(folders: readonly PlannedFolder[], rules: FondsRules): string {
  return csvText([COLUMNS, ...folders.map((folder, index) => cells(folder, index, rules))]);
}

export function catalogueXml(folders: readonly PlannedFolder[], rules: FondsRules): string {
  const { code, name } = rules.fonds;
  return xmlFile({
    name: '归档文件目录',
    attributes: { 全宗号: code ?? '', 全宗名称: name, 件数: String(folders.length) },
    content: folders.map((folder, index) => ({
      name: '条目',
      content: cells(folder, index, rules).map((text, column) => ({ name: COLUMNS[column] ?? '', content: text })),
    })),
  });
}
