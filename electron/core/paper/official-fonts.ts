/**
 * Which installed fonts may stand for the typefaces that GB/T 9704-2012 asks for, best first, and where each system
 * keeps its fonts. A name is matched whole against the name table, never against the file's name.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What a piece of the paper is set in: 小标宋, 仿宋, 黑体, 宋体. */
export type FontRole = 'title' | 'body' | 'label' | 'number';

export const FONT_ROLES: readonly FontRole[] = ['title', 'body', 'label', 'number'];

/** Names as font makers wrote them, best first. */
export const OFFICIAL_NAMES: Readonly<Record<FontRole, readonly string[]>> = {
  title: [
    '方正小标宋简体',
    '方正小标宋_GBK',
    'FZXiaoBiaoSong-B05S',
    'FZXiaoBiaoSong-B05',
    '方正公文小标宋',
    'FZDocXiaoBiaoSong',
    '华文小标宋',
    '汉仪小标宋简',
  ],
  body: [
    '仿宋_GB2312',
    'FangSong_GB2312',
    '方正公文仿宋',
    'FZDocFangSong',
    '方正仿宋_GBK',
    'FZFangSong-Z02',
    '方正仿宋简体',
    'FZFangSong-Z02S',
    '仿宋',
    'FangSong',
    '华文仿宋',
    'STFangsong',
    'CESI仿宋-GB2312',
    'CESI仿宋-GB13000',
    'Zhuque Fangsong',
    '朱雀仿宋',
  ],
  label: [
    '黑体',
    'SimHei',
    '方正公文黑体',
    'FZDocHei',
    '方正黑体_GBK',
    'FZHei-B01',
    '方正黑体简体',
    'FZHei-B01S',
    'CESI黑体-GB2312',
    'CESI黑体-GB13000',
    '华文黑体',
    'STHeiti',
  ],
  number: [
    '宋体',
    'SimSun',
    '新宋体',
    'NSimSun',
    '方正书宋_GBK',
    'FZShuSong-Z01',
    'CESI宋体-GB2312',
    '华文宋体',
    'STSong',
  ],
};

/** Fonts with ideographs beyond the Basic Multilingual Plane, for rare names. */
export const RARE_NAMES: readonly string[] = [
  'SimSun-ExtB',
  '宋体-ExtB',
  'SimSun-ExtG',
  'CESI宋体-GB18030',
  '方正宋体S-超大字符集',
  'FZSongS-Extended',
  'BabelStone Han',
  'HanaMinB',
  'TH-Tshyn-P2',
];

/** The folders where an operating system keeps fonts, those of the user first. */
export function systemFontFolders(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string[] {
  const home = homedir();
  if (platform === 'win32') {
    const local = environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local');
    return [join(local, 'Microsoft', 'Windows', 'Fonts'), join(environment['WINDIR'] ?? 'C:\\Windows', 'Fonts')];
  }
  if (platform === 'darwin') return [join(home, 'Library/Fonts'), '/Library/Fonts', '/System/Library/Fonts'];
  return [
    join(environment['XDG_DATA_HOME'] ?? join(home, '.local/share'), 'fonts'),
    join(home, '.fonts'),
    '/usr/local/share/fonts',
    '/usr/share/fonts',
  ];
}
