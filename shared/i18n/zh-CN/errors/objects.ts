/** Errors of taking files into the archive and of the store that keeps them. */
export const objectErrors = {
  'objects/source_missing':
    '找不到文件“{{file}}”，没有收入。请检查它是否已被移走或改名（U盘是否仍插着），然后重新选择。',
  'objects/source_denied': '没有权限读取“{{file}}”，没有收入。请检查文件的权限，或复制到自己的文件夹后再选。',
  'objects/source_locked': '“{{file}}”正被其他程序占用，没有收入。请先在那里关闭它，再试一次。',
  'objects/source_link': '“{{file}}”只是一个链接，不是文件本身，没有收入。请选择它指向的原文件。',
  'objects/source_folder': '“{{file}}”是一个文件夹，没有收入。请打开它，选择其中的文件。',
  'objects/source_special': '“{{file}}”不是普通文件，没有收入。请另选文件。',
  'objects/source_too_large': '“{{file}}”超过 {{limit}} GB，没有收入。请分成几个文件再试。',
  'objects/source_empty': '“{{file}}”是空文件（0 字节），没有收入。请核对原件，重新扫描或复制后再试。',
  'objects/source_changed': '读取“{{file}}”时，它正被其他程序修改，没有收入。请等修改完成并保存后再试。',
  'objects/source_vanished': '读取“{{file}}”时，它被移走或删除了，没有收入。请找回文件后再试。',
  'objects/source_io': '读取“{{file}}”时出错（{{detail}}），没有收入。请检查磁盘、光盘或U盘，或另找一份副本再试。',
  'objects/program': '“{{file}}”是程序、脚本或快捷方式（{{kind}}），不能作为档案收入。请选择文件本身，如 PDF 或图片。',
  'objects/missing': '档案中的文件（校验码 {{sha256}}）不见了。请先用备份中的同一文件修复，并检查是谁动过档案文件夹。',
  'objects/damaged':
    '档案中的文件（校验码 {{sha256}}）已损坏，与收入时不一致（{{detail}}），没有使用。请用备份中的同一文件修复。',
  'objects/unknown': '档案中没有校验码为 {{sha256}} 的文件。请刷新后再试。',
  'objects/other_content': '“{{file}}”的内容与档案中的文件（校验码 {{sha256}}）不同，没有修复。请在备份中另找一份。',
  'objects/preview_too_large': '文件过大（{{size}}，上限 {{limit}}），不能在这里预览。请导出后用其他程序打开。',
} as const;
