/** 说明文件: what a package is, in the fields of 档发〔2012〕7号; what only a person knows is left open to be filled in. */
import type { Document } from '#shared/features/documents.ts';
import type { FondsRules } from '#shared/features/fonds.ts';
import { translator } from '#shared/i18n/index.ts';
import type { transferEntity } from '../../entities/life.ts';
import { ROOT } from './plan.ts';

export type TransferImage = NonNullable<ReturnType<typeof transferEntity.read>>;

interface About {
  documents: readonly Document[];
  rules: FondsRules;
  transfer: TransferImage | null;
  /** ISO instant. */
  madeAt: string;
  /** Content of all originals, in bytes. */
  bytes: number;
  originals: number;
  appVersion: string;
}

const t = translator('zh-CN');
const NATURES = { transfer: '移交', deposit: '寄存', purchase: '征购或收购', gift: '捐赠' } as const;

/** 2011、2013–2015 */
function years(documents: readonly Document[]): string {
  const known = [...new Set(documents.map(({ filingYear }) => filingYear))]
    .filter((year) => year !== null)
    .toSorted((one, other) => one - other);
  return known.join('、');
}

/** 2021-03-01 08:30 where the program runs. */
function localTime(instant: string): string {
  const at = new Date(instant);
  const pad = (part: number): string => String(part).padStart(2, '0');
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(pad).join('-');
  return `${day} ${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

export function aboutText(about: About): string {
  const { documents, rules, transfer } = about;
  const codes = documents.map(({ referenceCode }) => referenceCode).filter((code) => code !== null);
  const fields: (readonly [string, string])[] = [
    ['载体编号', ''],
    ['载体类型', ''],
    ['制作时间', localTime(about.madeAt)],
    ['文件容量', `${about.bytes} 字节`],
    ['全宗号', rules.fonds.code ?? ''],
    ['移交单位', rules.fonds.name],
    ...(transfer
      ? ([
          ['接收单位', transfer.receiver],
          ['移交清册', transfer.number],
          ['交接性质', NATURES[transfer.nature]],
          ['移交日期', transfer.transferred_on ?? ''],
          ['移交单位负责人', transfer.giver_head ?? ''],
          ['移交单位经办人', transfer.giver_clerk ?? ''],
          ['接收单位负责人', transfer.receiver_head ?? ''],
          ['接收单位经办人', transfer.receiver_clerk ?? ''],
          ['移出说明', transfer.note],
          ['接收意见', transfer.opinion],
        ] as const)
      : []),
    ['年度', years(documents)],
    ['归档文件数量', `${documents.length} 件`],
    ['原文数量', `${about.originals} 个`],
    ['起始档号', codes.at(0) ?? ''],
    ['截至档号', codes.at(-1) ?? ''],
    ['系统名称', `${t('shell.name')} ${about.appVersion}`],
  ];
  return [
    '说明文件',
    '',
    ...fields.map(([label, text]) => `${label}：${text.replaceAll(/\s*\n\s*/gu, ' ')}`),
    '',
    '每件一个文件夹，以档号命名（没有档号的以电子文件号命名），内有原文和元数据。',
    `${ROOT.xml} 和 ${ROOT.csv} 是全部文件的目录。`,
    `${ROOT.manifest} 列出每个文件的 SHA-256 校验码，可用本程序“核对档案文件夹”核对，也可用 sha256sum -c 核对。`,
    '',
  ].join('\r\n');
}
