/** Errors of what only a window does, and of the limits under which files of unknown origin are read. */
export const windowErrors = {
  'window/refused': '这个请求不是由本程序的窗口发出的，已拒绝。请重新启动程序。',
  'window/no_program': '没有找到能打开“{{file}}”的程序。请先安装相应的程序，或到文件所在文件夹中手工打开。',
  'window/file_gone': '文件“{{file}}”已不在原来的位置。请重新导出。',
  'window/not_shown_outside':
    '“{{file}}”这一类文件打开后可能运行程序或脚本，不能直接用外部程序打开。请用“另存为”存出，确认安全后再打开。',
  'window/not_a_pdf': '要打印的内容不是 PDF。请重新打开打印预览再试。',
  'window/example_missing': '安装文件中缺少示例数据，无法建立示例档案。请重新安装程序。',
  'reader/limit':
    '读取这个文件超过了限度（{{seconds}} 秒或 {{megabytes}} MB 内存），已停止读取，档案没有改动。请检查文件，或只保留计划表后另存再试。',
} as const;
