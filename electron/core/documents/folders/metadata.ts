/**
 * Metadata of one document under the names of DA/T 46-2009, each with its number there. Only what the archive holds is
 * written; an element that is empty is left out.
 */
import type { Document } from '#shared/features/documents.ts';
import type { FondsRules } from '#shared/features/fonds.ts';
import { translator } from '#shared/i18n/index.ts';
import { isTermCode, termName } from '#shared/lib/archives/retention.ts';
import { xmlFile, type XmlElement } from '../../writers/xml-text.ts';

/** A file of the document under the name that it has in the package. */
export interface PackedFile {
  name: string;
  role: Document['files'][number]['role'];
  format: string;
  size: number;
  sha256: string;
  pageCount: number | null;
}

export interface MetadataOf {
  document: Document;
  files: readonly PackedFile[];
  rules: FondsRules;
  boxNumber: number | null;
}

// The standard's own words; they do not follow the language of the window.
const t = translator('zh-CN');

type Value = string | number | null | undefined;

function element(number: string, name: string, value: Value): XmlElement[] {
  if (value === null || value === undefined || value === '') return [];
  return [{ name, attributes: { 元素: number }, content: String(value) }];
}

function container(number: string, name: string, children: XmlElement[]): XmlElement[] {
  return children.length === 0 ? [] : [{ name, attributes: { 元素: number }, content: children }];
}

function fileElements(files: readonly PackedFile[]): XmlElement[] {
  return files.flatMap((file, index) =>
    container('M46', '电子属性', [
      ...element('M19', '文档序号', index + 1),
      ...element('M47', '格式信息', file.format),
      ...element('M48', '计算机文件名', file.name),
      ...element('M49', '计算机文件大小', file.size),
      { name: '文件用途', content: t(`documents.role.${file.role}`) },
      { name: '数字摘要', attributes: { 算法: 'SHA-256' }, content: file.sha256 },
      ...(file.pageCount === null ? [] : [{ name: '文件页数', content: String(file.pageCount) }]),
    ]),
  );
}

/** 元数据.xml */
export function metadataXml({ document, files, rules, boxNumber }: MetadataOf): string {
  const { fonds } = rules;
  const term = document.term !== null && isTermCode(document.term) ? termName(document.term) : document.term;
  const section = rules.sections.find(({ id }) => id === document.sectionId)?.name;
  const root: XmlElement[] = [
    ...element('M1', '聚合层次', '件'),
    ...container('M2', '来源', [
      ...element('M5', '全宗名称', fonds.name),
      ...element('M6', '立档单位名称', fonds.name),
    ]),
    ...element('M7', '电子文件号', document.uid),
    ...container('M8', '档号', [
      ...(document.referenceCode === null ? [] : [{ name: '档号编码', content: document.referenceCode }]),
      ...element('M9', '全宗号', fonds.code),
      ...element('M11', '年度', document.filingYear),
      ...element('M12', '保管期限', term),
      ...element('M13', '机构或问题', section),
      ...element('M14', '类别号', document.category),
      ...element('M17', '室编件号', document.itemNumber),
    ]),
    ...container('M21', '内容描述', [
      ...element('M22', '题名', document.title),
      ...document.keywords.flatMap((word) => element('M27', '关键词', word)),
      ...element('M29', '摘要', document.abstract),
      ...element('M31', '文件编号', document.documentNumber),
      ...element('M32', '责任者', document.author),
      ...element('M33', '日期', document.signedDate),
      ...element('M34', '文种', document.documentType),
      ...element('M35', '紧急程度', document.urgency),
      ...document.addressees.flatMap((name) => element('M36', '主送', name)),
      ...document.copiesTo.flatMap((name) => element('M37', '抄送', name)),
      ...element('M38', '密级', document.marking === null ? null : t(`documents.marking.${document.marking}`)),
    ]),
    ...container('M40', '形式特征', [
      ...element('M41', '文件组合类型', document.annexes.length > 0 || files.length > 1 ? '组合文件' : '单件'),
      ...element('M43', '页数', document.pageCount),
      ...element('M45', '稿本', document.draftKind),
    ]),
    ...fileElements(files),
    ...container('M65', '存储位置', [
      ...element('M66', '当前位置', boxNumber === null ? null : `${document.filingYear} 年度 ${boxNumber} 号盒`),
    ]),
    ...container('M70', '权限管理', [...element('M75', '控制标识', t(`documents.accessMark.${document.accessMark}`))]),
    ...element('M76', '附注', document.remark),
  ];
  return xmlFile({ name: '电子文件元数据', attributes: { 标准: 'DA/T 46-2009' }, content: root });
}

/** 元数据.json: the whole record under the archive's own names. */
export function metadataJson({ document, files, rules, boxNumber }: MetadataOf): string {
  const section = rules.sections.find(({ id }) => id === document.sectionId)?.name ?? null;
  const { id: _id, fondsId: _fonds, boxId: _box, sectionId: _section, files: _files, ...fields } = document;
  const { code, name } = rules.fonds;
  return `${JSON.stringify({ fonds: { code, name }, section, boxNumber, ...fields, files }, null, 2)}\n`;
}
