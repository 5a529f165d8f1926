/** Documents given out as folders with checksums, and the check of such a folder. */
export const documentFolders = {
  title: '导出档案文件夹',
  text: '每件一个文件夹，内有原文和元数据，另附目录、说明文件和校验清单。选定移交清册时，就是移交数据包。',
  transfer: '移交 {{number}}（{{count}} 件）',
  start: '选择空文件夹并导出',
  done: '档案文件夹已导出：{{documents}} 件，原文 {{originals}} 个',
  digest: '校验清单的校验码：{{sha256}}',
  checking: '正在核对档案文件夹',
  whole: '完好：{{files}} 个文件与校验清单一致。',
  faults: '与校验清单不一致：',
  missing: '缺少 {{count}} 个',
  changed: '内容改变 {{count}} 个',
  surplus: '多出 {{count}} 个',
  unreadable: '读不出 {{count}} 个',
  more: '另有 {{count}} 个',
} as const;
