/**
 * Rosters without a heading line: the columns are known by what stands in them. Invariant: only what can mean nothing else is
 * taken – names by surname and form, phones, sexes, marks –, the whole table is marked for review, and where the columns are
 * not unmistakable nothing is read.
 */
import type { RosterField, RosterMapping } from '#shared/features/attendance.ts';
import { isEmptyWord } from '#shared/lib/archives/empty-words.ts';
import { withoutSpace } from '#shared/lib/chinese-numerals.ts';
import type { SourceDocument, SourceRow } from '../reading/source.ts';
import { aboutLine, type HeadLine, type RosterTable } from './draft.ts';
import { standardName } from './headings.ts';
import { holdsIdentity } from './identity-numbers.ts';
import { tablesOf } from './tables.ts';
import { isLikelyName, readAge, readBirth, readPhone, readSex, readSigned } from './values.ts';

/** Surnames that nearly every name in a roster begins with (the hundred commonest and some more). */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由'.split(
    '',
  ),
);
const COMPOUND = /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木)/u;

const isSurelyName = (text: string): boolean =>
  isLikelyName(text) && (SURNAMES.has(withoutSpace(text)[0] ?? '') || COMPOUND.test(withoutSpace(text)));

const shareOf = (texts: readonly string[], is: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(is).length / texts.length;

/** Rows that a file without headings must have before its columns are believed. */
const LEAST_ROWS = 3;

/** What a column surely holds; null where it may mean several things or nothing. */
function fieldOf(cells: readonly string[], today: string): RosterField | null {
  const texts = cells.map((text) => text.trim()).filter((text) => text !== '' && !isEmptyWord(text));
  if (texts.length < Math.min(2, cells.length)) return null;
  const all = (is: (text: string) => boolean): boolean => texts.every(is);
  if (texts.length === cells.length && all((text) => /^\d{1,4}$/u.test(text))) {
    const numbers = texts.map(Number);
    if (numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)) return 'number';
  }
  if (all((text) => readSex(text).known)) return 'sex';
  if (all((text) => /^1[3-9]\d{9}$|^0\d{2,3}-?\d{7,8}$/u.test(text.replace(/[\s-]/gu, '')) || isPhone(text)))
    return 'phone';
  if (all(holdsIdentity)) return 'identity';
  if (all((text) => /\d{4}/u.test(text) && readBirth(text, today).problem === null)) {
    const years = texts.map((text) => Number(readBirth(text, today).birth?.slice(0, 4)));
    return years.every((year) => year < Number(today.slice(0, 4)) - 2) && new Set(texts).size > texts.length / 2
      ? 'birth'
      : null;
  }
  if (all((text) => /^\d{1,2}(?:周?岁)?$|^1[01]\d(?:周?岁)?$/u.test(text) && (readAge(text) ?? 0) >= 3)) {
    return all((text) => text.endsWith('岁')) || shareOf(texts, (text) => Number(text) > 31) > 0.5 ? 'age' : null;
  }
  if (all((text) => /^[√✓✔☑×✗✘]$|^(?:已签到?|到|请假|缺席|代签|病假|事假|迟到)$/u.test(text) && isMark(text)))
    return 'signed';
  if (all((text) => /(?:[^\s]村|社区|居委会|村委会)$/u.test(text))) return 'village';
  return shareOf(texts, isSurelyName) >= 0.9 && all(isLikelyName) && new Set(texts).size > texts.length / 2
    ? 'name'
    : null;
}

const isMark = (text: string): boolean => readSigned(text, '').problem !== 'unknown';
const isPhone = (text: string): boolean => readPhone(text).problem === null && readPhone(text).phone !== null;

/** Fields that only a list of people has beside names: one of them at least must be there. */
const TELLING: readonly RosterField[] = ['phone', 'sex', 'signed', 'identity'];

function columnsOf(rows: readonly string[][], today: string): (RosterField | null)[] | null {
  const width = rows[0]?.length ?? 0;
  const fields = Array.from({ length: width }, (_, column) =>
    fieldOf(
      rows.map((row) => row[column] ?? ''),
      today,
    ),
  );
  const names = fields.flatMap((field, column) => (field === 'name' ? [column] : []));
  const [first, second, third] = names;
  if (first === undefined || third !== undefined) return null;
  if (second !== undefined) {
    // The same name again is its signature; another name may be a guardian, a teacher or a neighbour.
    if (
      !rows.every(
        (row) => (row[second] ?? '') === '' || withoutSpace(row[second] ?? '') === withoutSpace(row[first] ?? ''),
      )
    )
      return null;
    fields[second] = 'signed';
  }
  // Amounts and days that nothing explains are those of another paper.
  const strange = fields.some(
    (field, column) =>
      field === null && rows.some((row) => /^[\d.,\s年月日/-]*\d[\d.,\s年月日/-]*$/u.test(row[column] ?? '')),
  );
  if (strange) return null;
  const known = fields.filter((field) => field !== null);
  if (new Set(known).size !== known.length || !known.some((field) => TELLING.includes(field))) return null;
  return fields;
}

const cell = (text: string): SourceRow['cells'][number] => ({ text, colSpan: 1, rowSpan: 1 });

/** Rows of the same width, at most with a title above and a foot below them; null where they are not. */
function bodyOf(rows: readonly { line: number; cells: string[] }[]): { from: number; to: number } | null {
  const filled = rows.map(({ cells }) => cells.filter((text) => text.trim() !== '').length);
  const from = filled.findIndex((count) => count >= 2);
  const to = filled.findLastIndex((count) => count >= 2);
  const width = rows[from]?.cells.length;
  if (from < 0 || to - from + 1 < LEAST_ROWS) return null;
  const body = rows.slice(from, to + 1);
  return body.every(({ cells }, index) => cells.length === width && (filled[from + index] ?? 0) >= 2)
    ? { from, to }
    : null;
}

interface Candidate {
  name: string | null;
  rows: { line: number; cells: string[] }[];
}

function candidatesOf(source: SourceDocument): Candidate[] {
  return source.blocks.flatMap((block): Candidate[] => {
    if (block.kind === 'table')
      return [
        {
          name: block.name,
          rows: block.rows.map(({ line, cells }) => ({ line, cells: cells.map((one) => one?.text ?? '') })),
        },
      ];
    const lines = source.lines
      .slice(block.from - 1, block.to)
      .map((text, index) => ({ line: block.from + index, text: text.trim() }))
      .filter(({ text }) => text !== '');
    return [/\t/u, /[,，]/u, /[、|]/u, /\s{2,}/u, /\s+/u].map((gap) => ({
      name: null,
      rows: lines.map(({ line, text }) => ({ line, cells: text.split(gap).map((one) => one.trim()) })),
    }));
  });
}

/** The roster of a source that prints no headings, or null. `today` is the latest day (ISO) on which somebody is born. */
export function headlessTable(source: SourceDocument, mapping: RosterMapping, today: string): RosterTable | null {
  for (const { name, rows } of candidatesOf(source)) {
    const body = bodyOf(rows);
    if (body === null) continue;
    const taken = rows.slice(body.from, body.to + 1);
    const fields = columnsOf(
      taken.map(({ cells }) => cells),
      today,
    );
    const [first] = taken;
    if (fields === null || !first) continue;
    const head = rows
      .slice(0, body.from)
      .map(({ line, cells }): HeadLine => ({ line, cells: cells.filter((text) => text !== '') }));
    const [table] = tablesOf(
      [
        { line: first.line, cells: fields.map((field) => cell(field === null ? '' : standardName(field))) },
        ...rows.slice(body.from).map(({ line, cells }) => ({ line, cells: cells.map(cell) })),
      ],
      { name, head, mapping, lastLine: source.lines.length, short: new Set() },
    );
    if (!table) continue;
    table.findings.push(
      aboutLine(
        first.line,
        'roster/heading_absent',
        { columns: fields.map((field) => (field === null ? '—' : standardName(field))).join('、') },
        'doubt',
      ),
    );
    return table;
  }
  return null;
}
