/**
 * File extensions by kind of content. The first is the one that a name gets; the others fit as well (WPS writes Office
 * files under its own extensions).
 */
import { AppError } from '#shared/errors.ts';
import type { ObjectFormat } from '#shared/features/objects.ts';
import { extensionOf } from '../formats/identify.ts';
import { safeFileName } from '../files/file-name.ts';

const EXTENSIONS: Readonly<Record<ObjectFormat, readonly string[]>> = {
  pdf: ['pdf'],
  ofd: ['ofd'],
  docx: ['docx', 'docm', 'dotx', 'wps', 'wpt'],
  xlsx: ['xlsx', 'xlsm', 'xltx', 'xlsb', 'et', 'ett'],
  pptx: ['pptx', 'pptm', 'ppsx', 'potx', 'dps', 'dpt'],
  doc: ['doc', 'dot', 'wps', 'wpt'],
  xls: ['xls', 'xlt', 'et', 'ett'],
  ppt: ['ppt', 'pps', 'pot', 'dps', 'dpt'],
  rtf: ['rtf', 'doc'],
  'open-document': ['odt', 'ods', 'odp', 'odg'],
  'protected-office': ['docx', 'xlsx', 'pptx', 'docm', 'xlsm', 'pptm', 'wps', 'et', 'dps'],
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
  tiff: ['tif', 'tiff'],
  gif: ['gif'],
  bmp: ['bmp', 'dib'],
  webp: ['webp'],
  wav: ['wav'],
  mp3: ['mp3'],
  mp4: ['mp4', 'm4v', 'm4a', 'mov'],
  avi: ['avi'],
  text: ['txt', 'log', 'md', 'ini', 'json'],
  csv: ['csv', 'tsv', 'tab', 'txt'],
  html: ['html', 'htm', 'xhtml', 'xls'],
  xml: ['xml', 'eep', 'svg', 'xls'],
  'web-archive': ['mht', 'mhtml', 'eml'],
  zip: ['zip', 'eep'],
  rar: ['rar'],
  'seven-zip': ['7z'],
  gzip: ['gz', 'tgz'],
  unknown: [],
};

/** Opened by a double click, the system would run these. Source: reliability notes 2.5, and what Windows runs besides. */
const PROGRAMS = new Set(
  (
    'exe com scr pif cpl dll sys drv ocx msi msp mst msc lnk url bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh wsc hta sct ' +
    'reg inf jar class apk app dmg deb rpm sh bash appimage desktop scf chm hlp xll gadget application appref-ms'
  ).split(' '),
);

const KNOWN = new Set(Object.values(EXTENSIONS).flat());

export interface ShownName {
  name: string;
  /** Of the content's kind; empty for an unknown one. */
  extension: string;
  /** The given extension belongs to another kind of file. */
  mismatch: boolean;
}

/** Throws objects/program for names that the system would run. */
export function refuseProgramName(name: string): void {
  // As the system reads it: without spaces and dots at the end, invisible characters, streams after a colon.
  const extension = extensionOf(safeFileName(name, '_'));
  if (PROGRAMS.has(extension)) throw new AppError('objects/program', { file: name, kind: `.${extension}` });
}

/**
 * The name under which a file is shown and given out: safe on every system, with an extension that fits its content. A
 * false extension is replaced; where there is none, the right one is added; anything else after a dot is part of the name.
 *
 * Invariant: the answer for its own answer is that answer, and has no mismatch.
 */
export function shownName(given: string, format: ObjectFormat, unnamed = '未命名'): ShownName {
  const safe = safeFileName(given, unnamed);
  const fitting = EXTENSIONS[format];
  const [extension = ''] = fitting;
  const found = extensionOf(safe);
  if (fitting.includes(found)) return { name: safe, extension: found, mismatch: false };
  const isExtension = KNOWN.has(found) || PROGRAMS.has(found);
  if (extension === '') return { name: safe, extension, mismatch: isExtension };
  const stem = isExtension ? safe.slice(0, -found.length - 1) : safe;
  return { name: safeFileName(`${stem}.${extension}`, unnamed), extension, mismatch: isExtension };
}
