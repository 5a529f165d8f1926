/** Errors of the file system, by what the clerk can do about them. */
export const fileErrors = {
  'file/folder_missing':
    '文件夹“{{folder}}”不存在或已被移走，“{{file}}”没有保存。请检查位置（U盘是否仍插着），或另选文件夹再试。',
  'file/folder_read_only':
    '没有权限在“{{folder}}”中写入，“{{file}}”没有保存。请另选可以写入的文件夹，或请管理员开放权限。',
  'file/read_only': '“{{file}}”是只读文件，没有覆盖，原文件未改动。请换一个文件名，或先取消该文件的“只读”属性。',
  'file/full': '“{{folder}}”所在的磁盘空间不足，“{{file}}”没有保存，原有文件未改动。请清理磁盘或另选位置再试。',
  'file/locked': '“{{file}}”正被其他程序打开，没有保存。请先在打开它的程序中关闭它，再试一次，或换一个文件名。',
  'file/locked_by': '“{{file}}”正被“{{holder}}”打开，没有保存。请先在打开它的程序中关闭它，再试一次，或换一个文件名。',
  'file/owner_file':
    '“{{file}}”可能正在 WPS、Excel 或 LibreOffice 中打开，没有保存。请先关闭它再试；如果确已关闭，请删除同一文件夹中的“{{ownerFile}}”，或换一个文件名。',
  'file/owner_file_by':
    '“{{file}}”可能正由“{{holder}}”打开，没有保存。请先关闭它再试；如果确已关闭，请删除同一文件夹中的“{{ownerFile}}”，或换一个文件名。',
  'file/path_too_long': '文件位置太长，“{{file}}”没有保存。请缩短文件名，或存到层级较少的文件夹。',
  'file/name_invalid':
    '文件名“{{file}}”含有系统不允许的内容（{{detail}}）。请改一个文件名，不要使用 < > : " / \\ | ? * 等符号。',
  'file/is_folder': '“{{file}}”是一个文件夹，不能写成文件。请换一个文件名。',
  'file/not_a_file': '“{{file}}”不是普通文件，不能写入。请换一个文件名。',
  'file/too_large': '“{{file}}”超过了此磁盘允许的大小，没有保存。请存到其他磁盘，或分年度导出。',
  'file/io': '读写“{{folder}}”时磁盘出错（{{detail}}），“{{file}}”没有保存。请检查磁盘或U盘，或另选位置再试。',
  'file/vanished': '保存“{{file}}”时，临时文件被其他程序移走，没有保存。请检查杀毒软件的拦截记录，然后再试一次。',
  'file/failed':
    '“{{file}}”没有保存（系统代码 {{detail}}），原有文件未改动。请另选位置再试；仍不成功时请把代码告诉技术人员。',
} as const;
