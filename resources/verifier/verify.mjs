/**
 * 审计资料包核对程序，不需要原系统，只要 Node.js 18 以上。用法：node verify.mjs [资料包文件夹] [封印值]
 * 没有 Node.js 的电脑用 verify.html，两者是同一套核对。Shares nothing with the program that wrote the package.
 * Exit code 0 = whole, 1 = problems, 2 = cannot be read.
 */
import { createHash } from 'node:crypto';
import { createReadStream, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How the texts of a package are written: canonical JSON, lines, CSV, yuan. */
const encoder = new TextEncoder();

const HEX = /^[0-9a-f]{64}$/;

/** What cannot be read at all. `rule` names the sentence that says so; `params` stand in it. */
class Unreadable extends Error {
  constructor(rule, params = {}) {
    super(rule);
    [this.rule, this.params] = [rule, params];
  }
}

/** RFC 8785 on strings, safe integers, booleans, null, lists and plain objects. */
function canonical(value) {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Unreadable('notInteger');
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

/** Names of the fields that both have, but otherwise. */
const differing = (first, second) =>
  Object.keys(first).filter((name) => name in second && canonical(first[name]) !== canonical(second[name]));

const bytesOf = (text) => encoder.encode(text);

/** The bytes that hexadecimal digits spell. */
function fromHex(digits) {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Lines of a file of any size; a line may hold U+2028, at which it does not end. `pieces` are the bytes, in order. */
async function* linesOf(pieces) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop();
    yield* lines;
  }
  if (rest + decoder.decode() !== '') yield rest;
}

/** Rows of a CSV file (RFC 4180, with byte order mark); the apostrophe that guards against formulas is taken off. */
function csvRows(text) {
  const cells = text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy);
  const rows = [/** @type {string[]} */ ([])];
  for (const [, quoted, plain, end] of cells) {
    rows[rows.length - 1].push((quoted === undefined ? plain : quoted.split('""').join('"')).replace(/^'/, ''));
    if (end !== ',') rows.push([]);
  }
  return rows.slice(1, -1);
}

/** Fen as yuan with two decimals, by decimal text. */
const yuan = (fen) => String(fen).replace(/\d+/, (digits) => digits.padStart(3, '0').replace(/..$/, '.$&'));

/** The chain of the log, and the records of money as its events leave them. */

/**
 * Follows the chain from its beginning; its events of money are folded into the records as they stand at the end.
 * @param hashOf SHA-256 of bytes one after the other, hexadecimal
 */
async function checkLog(pieces, head, hashOf, tell) {
  const log = 'log.jsonl';
  const [records, withheld] = [new Map(), []];
  let previous = hashOf(bytesOf('community-education-archive\n'), bytesOf(head.archive));
  if (head.genesis !== previous) tell('head', 'head.json', 'genesis');
  let sequence = 0;
  for await (const line of linesOf(pieces)) {
    sequence += 1;
    const entry = JSON.parse(line);
    const { event } = entry;
    if (canonical(entry) !== line || !HEX.test(entry.previous) || !(event || HEX.test(entry.leaf))) {
      throw new Unreadable('logLine', { sequence });
    }
    if (entry.sequence !== sequence) {
      tell('sequence', log, 'sequence', { expected: sequence, found: entry.sequence }, sequence);
      sequence = entry.sequence;
    }
    if (entry.previous !== previous) tell('chain', log, 'chain', { sequence }, sequence);
    if (event && event.sequence !== sequence) tell('sequence', log, 'eventSequence', { sequence }, sequence);
    const leaf = event ? hashOf(bytesOf('\0'), bytesOf(canonical(event))) : entry.leaf;
    previous = hashOf(bytesOf('\u0001'), fromHex(entry.previous), fromHex(leaf));
    if (event) fold(event, records, (entity, key) => tell('fold', log, 'fold', { entity, key }, sequence));
    else withheld.push(sequence);
  }
  if (sequence !== head.sequence) tell('head', log, 'headSequence', { found: sequence, expected: head.sequence });
  if (previous !== head.hash) tell('head', log, 'headHash');
  return { records, withheld, events: sequence };
}

function fold(event, records, tell) {
  for (const { entity, key, image } of event.before) {
    const known = records.get(`${entity}/${key}`) ?? null;
    // Units that are merged change what names them in an event with persons, which is not shown; entries never are.
    if (entity !== 'fund_entry' && image && image.version > (known?.version ?? 0)) continue;
    const same = known === null || image === null ? known === image : differing(known, image).length === 0;
    if (!same) tell(entity, key);
  }
  for (const { entity, key, image } of event.after) if (image) records.set(`${entity}/${key}`, image);
}

/** The ledger against the log, and the figures of the verdict computed anew. */

const RANKS = ['subdistrict', 'higher', 'society', 'learner'];
const COLUMNS = { date: 'entry_date', amountFen: 'amount' };

/** An entry as the log names its fields. */
function imageOf(entry) {
  const column = (name) => COLUMNS[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const renamed = (value) => Object.fromEntries(Object.entries(value).map(([name, one]) => [column(name), one]));
  return { ...renamed(entry), files: entry.files.map(renamed) };
}

/** The entries of the year against what the log says of them. Answers the whole ledger. */
function checkEntries(year, entries, records, tell) {
  const own = [...records].filter(([id, { withdrawn }]) => id.startsWith('fund_entry/') && withdrawn === 0);
  const ledger = new Map(own.map(([, image]) => [image.id, image]));
  const listed = new Set();
  const fault = (rule, params) => tell('entry', 'entries.json', rule, params);
  for (const entry of entries) {
    const image = imageOf(entry);
    const { id } = image;
    const logged = ledger.get(id);
    const fields = logged ? differing(image, logged) : [];
    if (!logged) fault('entryUnknown', { id });
    if (fields.length > 0) fault('entryDiffers', { id, fields });
    if (listed.has(id)) fault('entryTwice', { id });
    listed.add(id);
    ledger.set(id, { ...logged, ...image });
  }
  for (const { id, entry_date: date, budget_year: budgetYear } of ledger.values()) {
    if (listed.has(id) || (budgetYear !== year && !date.startsWith(`${year}-`))) continue;
    fault('entryLeftOut', { id });
  }
  return [...ledger.values()];
}

/** The sheet for spreadsheets against the entries: number, date, budget year, both amounts and voucher of each row. */
function checkSheet(text, entries, tell) {
  const rows = csvRows(text).map((cells) => cells.slice(0, 6).join('|'));
  const expected = entries.map(({ id, date, budgetYear, amountFen, voucher }) =>
    [id, date, budgetYear ?? '', yuan(amountFen), amountFen, voucher].join('|'),
  );
  const longer = rows.length > expected.length ? rows : expected;
  const first = longer.findIndex((_row, index) => rows[index] !== expected[index]);
  // Row 1 are the heads.
  if (first >= 0) tell('sheet', 'entries.csv', 'sheet', { row: first + 2 });
}

/** What counts: neither reversed nor a reversal; of entries that say the same only the first. */
function standing(ledger) {
  const rank = ({ source_kind: kind }) => (kind === null ? RANKS.length : RANKS.indexOf(kind));
  const year = (entry) => entry.budget_year ?? 9999;
  const seen = new Set();
  return ledger
    .filter((entry) => entry.reverses_id === null && entry.reversed_by_id === null)
    .sort((one, two) => rank(one) - rank(two) || year(one) - year(two) || one.id - two.id)
    .filter(({ kind, voucher_key: key, entry_date: date, amount }) => {
      const twin = canonical([kind, key ?? '', date, amount]);
      return !key || (!seen.has(twin) && seen.add(twin));
    });
}

/** The rule and the population of the verdict, against the log. */
function checkBasis(year, { rule, basis }, records, tell) {
  const fault = (name) => tell('basis', 'figures.json', name);
  const law = rule && records.get(`fund_rule/${rule.id}`);
  const holds = law?.withdrawn === 0 && law.shape === 'floor' && law.rate === rule.rate;
  const inTime = holds && (law.from_year ?? 0) <= year && year <= (law.to_year ?? 9999);
  if (rule && !(inTime && law.counted_sources === JSON.stringify(rule.countedSources))) fault('rule');
  const people = basis && records.get(`population/${basis.population.id}`);
  const stands = people?.withdrawn === 0 && people.kind === 'resident' && people.value === basis.population.value;
  if (basis && !stands) fault('population');
  const [, book] = [...records].find(([id, image]) => id.startsWith('fund_year/') && image.year === year) ?? [];
  const fixed = basis?.fixed ? basis.population.id : null;
  if ((book?.population_id ?? null) !== fixed) fault('basisChosen');
}

/** The figures, computed anew and answered in fen; what figures.json says otherwise is told. */
function checkFigures(year, { rule, basis, headline, views, spending }, ledger, tell) {
  const entries = standing(ledger);
  const add = (total, { kind, amount }) => total + BigInt(amount) * (kind.endsWith('_return') ? -1n : 1n);
  const sum = (kinds, isMeant) => entries.filter((one) => kinds.includes(one.kind) && isMeant(one)).reduce(add, 0n);
  const sources = rule?.countedSources ?? ['subdistrict'];
  const counts = (entry) => sources.includes(entry.source_kind);
  const isPublic = (entry) => ['subdistrict', 'higher'].includes(entry.source_kind);
  const dated = (entry) => entry.entry_date.startsWith(`${year}-`);
  const inYear = (entry) => dated(entry) && [year, null].includes(entry.budget_year);
  const ofYear = (entry) => entry.budget_year === year;
  const payments = ['payment', 'payment_return'];
  const figures = {
    budget: sum(['approval'], (entry) => ofYear(entry) && counts(entry)),
    paid: sum(payments, (entry) => inYear(entry) && counts(entry)),
    byBudgetYear: sum(payments, (entry) => ofYear(entry) && counts(entry)),
    public: sum(payments, (entry) => inYear(entry) && isPublic(entry)),
    all: sum([...payments, 'donation', 'fee'], inYear),
  };
  const required = rule && basis?.population.value > 0 ? BigInt(rule.rate) * BigInt(basis.population.value) : null;
  const text = (fen) => (fen === null ? '-' : yuan(BigInt(fen)));
  const above = (one, other) => (required === null ? null : one > other ? one - other : 0n);
  const differ = (what, letter, is, should) =>
    is === should || tell('figure', 'figures.json', 'figure', { what, letter, is, should });
  const computed = Object.entries(figures).map(([name, fen]) => {
    const { letter, countedFen, requiredFen, shortfallFen, surplusFen, verdict } = views[name];
    const own = required === null ? 'NO_BASIS' : fen < required ? 'FAIL' : 'PASS';
    differ('counted', letter, text(countedFen), text(fen));
    differ('required', letter, text(requiredFen), text(required));
    differ('shortfall', letter, text(shortfallFen), text(above(required, fen)));
    differ('surplus', letter, text(surplusFen), text(above(fen, required)));
    differ('verdict', letter, verdict, own);
    return { name, letter: String(letter), counted: text(fen), required: text(required), verdict: own };
  });
  differ('spending', '', text(spending.netFen), text(sum(['expense', 'expense_return'], dated)));
  differ('headline', '', headline, 'paid');
  return computed;
}

/**
 * The check of an evidence package, without a place to run in. A host gives the files; what is found is answered as data,
 * and words.mjs says it. Shares nothing with the program that wrote the package.
 */

const MANIFEST = 'manifest-sha256.txt';
const NEEDED = ['figures.json', 'entries.json', 'entries.csv', 'vouchers.csv', 'log.jsonl', 'head.json', 'verify.mjs'];

/** What is checked, in this order, with the codes of what may be wrong there. */
const STEPS = {
  seal: ['seal'],
  files: ['missing', 'changed', 'extra'],
  log: ['head', 'sequence', 'chain', 'fold'],
  entries: ['entry'],
  sheet: ['sheet'],
  basis: ['basis'],
  figures: ['figure'],
  vouchers: ['voucher', 'voucher_absent'],
};

/** Paths are compared as NFC: some file systems write 凭证.txt with other code points than they were given. */
const plain = (path) => path.normalize('NFC');

function listedFiles(manifest) {
  const listed = new Map();
  for (const line of manifest.split('\n').slice(0, -1)) {
    const [, sha256, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    const parts = path?.split('/') ?? [''];
    if (parts.some((part) => ['', '.', '..'].includes(part)) || /[\\:\0]/.test(path) || listed.has(path)) {
      throw new Unreadable('manifestLine', { line: line.slice(0, 100) });
    }
    listed.set(path, sha256);
  }
  return listed;
}

/** The files against their checksums. Answers what was found: path → { sha256, size }. */
async function checkFiles(listed, files, digest, tell) {
  const found = new Map();
  for (const [path, sha256] of listed) {
    const file = files.get(plain(path));
    if (typeof file?.size !== 'number') tell('missing', path, 'missing');
    else {
      const own = await digest(file);
      found.set(path, { sha256: own, size: file.size });
      if (own !== sha256) tell('changed', path, 'changed');
    }
  }
  for (const path of NEEDED) if (!listed.has(path)) tell('missing', path, 'unlisted');
  const known = new Set([MANIFEST, ...listed.keys()].map(plain));
  for (const [path, file] of files) if (!known.has(path)) tell('extra', file.path, 'extra');
  return found;
}

/** Every voucher of the log in the package, under its own checksum and size. */
function checkVouchers(text, entries, records, found, tell) {
  const listed = new Set();
  for (const [number, , name, path, sha256, bytes, state] of csvRows(text)) {
    listed.add(`${number}/${sha256}`);
    const file = found.get(path);
    if (state === '纸质' && sha256 === '') continue;
    if (state !== '在') tell('voucher_absent', path || 'vouchers.csv', 'voucherAbsent', { number, name, state });
    else if (file?.sha256 !== sha256 || String(file.size) !== bytes) {
      tell('voucher', path, file ? 'voucherOther' : 'voucherMissing', { number, name });
    }
  }
  for (const { id } of entries) {
    const logged = records.get(`fund_entry/${id}`)?.files ?? [];
    const left = logged.filter(({ sha256 }) => sha256 !== null && !listed.has(`${id}/${sha256}`));
    for (const { name } of left) tell('voucher', 'vouchers.csv', 'voucherUnlisted', { number: id, name });
  }
}

const asUnreadable = (error) =>
  error instanceof Unreadable ? error : new Unreadable('unreadable', { reason: String(error.message).slice(0, 100) });

/** What the package says of itself, for the heads of a result. */
function aboutOf({ archive, unit, year, at, appVersion }, entries) {
  const text = (value) => String(value ?? '');
  return { archive: String(archive), unit: text(unit), year, at: text(at), appVersion: text(appVersion), entries };
}

/**
 * Checks the package that `host` shows: `list()` answers `{ path, size }` of every file (size null: no plain file), `read(file)`
 * its bytes piece by piece, `newHash()` a SHA-256 under way (`update`, `hex`); `onProgress(done, total)` counts bytes.
 * `expectedSeal` is the number on the paper. Throws Unreadable where the folder is no package.
 */
async function check(host, expectedSeal = null, onProgress = () => undefined) {
  const problems = [];
  const tell = (code, file, rule, params = {}, sequence = null) =>
    problems.push({ code, file, sequence, rule, params });
  const hashOf = (...parts) => {
    const hash = host.newHash();
    for (const part of parts) hash.update(part);
    return hash.hex();
  };
  const files = new Map();
  for (const file of await host.list()) {
    const key = plain(file.path);
    // A second file by the same name, composed otherwise: the list of checksums can mean one of them only.
    if (!files.has(key)) files.set(key, file);
    else tell('extra', file.path, 'extra');
  }
  const open = (path) => {
    const file = files.get(path);
    if (typeof file?.size !== 'number') throw new Unreadable('noFile', { path });
    return host.read(file);
  };
  const text = async (path) => {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    let read = '';
    for await (const piece of open(path)) read += decoder.decode(piece, { stream: true });
    return read + decoder.decode();
  };
  const total = [...files.values()].reduce((sum, { size }) => sum + (size ?? 0), 0);
  let done = 0;
  const digest = async (file) => {
    const hash = host.newHash();
    for await (const piece of host.read(file)) {
      hash.update(piece);
      done += piece.length;
      onProgress(done, total);
    }
    return hash.hex();
  };

  const manifest = await text(MANIFEST);
  const seal = await digest(files.get(MANIFEST));
  const [listed, right] = [listedFiles(manifest), []];
  if (expectedSeal !== null) {
    if (expectedSeal !== seal) tell('seal', MANIFEST, 'seal');
    right.push('seal');
  }
  const found = await checkFiles(listed, files, digest, tell);
  right.push('files');
  let [about, head, figures, log] = [null, null, [], { events: 0, withheld: [] }];
  try {
    const end = JSON.parse(await text('head.json'));
    if (!HEX.test(end.hash) || !Number.isSafeInteger(end.sequence)) throw new Unreadable('headFields');
    head = { sequence: end.sequence, hash: end.hash };
    about = aboutOf(end, 0);
    const { year, check: verdict } = JSON.parse(await text('figures.json'));
    const { entries } = JSON.parse(await text('entries.json'));
    log = await checkLog(open('log.jsonl'), end, hashOf, tell);
    right.push('log');
    const ledger = checkEntries(year, entries, log.records, tell);
    about = aboutOf({ ...end, year }, entries.length);
    right.push('entries');
    checkSheet(await text('entries.csv'), entries, tell);
    right.push('sheet');
    checkBasis(year, verdict, log.records, tell);
    right.push('basis');
    figures = checkFigures(year, verdict, ledger, tell);
    right.push('figures');
    checkVouchers(await text('vouchers.csv'), entries, log.records, found, tell);
    right.push('vouchers');
  } catch (error) {
    const { rule, params } = asUnreadable(error);
    tell('content', null, rule, params);
  }
  const wrong = (step) => problems.some(({ code }) => STEPS[step].includes(code));
  const steps = Object.keys(STEPS).map((name) => ({
    name,
    state: wrong(name) ? 'wrong' : right.includes(name) ? 'right' : 'unread',
  }));
  const { events, withheld } = log;
  const ok = problems.length === 0;
  return { ok, files: listed.size, about, head, seal, events, withheld, figures, steps, problems };
}

/** What was found, in words: the original is Chinese; English for who reads that. `{name}` stands for a parameter. */
const chinese = {
  /** What a code means for who reads it. */
  meaning: {
    seal: '这份资料包不是书面登记的那一份，或在登记后被改动过。请向原单位索要登记时的那一份。',
    missing: '有文件被拿走，或复制时没有复制完整。请重新复制；仍然缺少的，请原单位说明。',
    changed: '文件在生成后被改动，或复制时损坏。请重新复制；仍然不符的，不能作为依据。',
    extra: '文件不是原单位生成的，不能作为依据。只是系统自动放入的文件（如 Thumbs.db）的，可删去后重新核对。',
    head: '修改日志的开头或末尾与登记的不符，可能少了最后几条，或取自别的档案。',
    sequence: '修改日志中间有删除或插入。',
    chain: '修改日志有一条在生成后被改动过。',
    fold: '修改日志里的一条记录前后对不上，中间可能少了修改。',
    entry: '台账与修改日志不一致，台账可能在系统之外被改动过。',
    sheet: '供表格软件打开的台账与供程序读取的台账不一致。请以通过核对的为准。',
    basis: '计算应安排金额的依据与修改日志不一致。',
    figure: '写在结论里的数字，与按台账重新计算的不同。',
    voucher: '凭证文件不是登记时的那个文件，或没有列全。',
    voucher_absent: '生成资料包时，系统里已经没有这份凭证文件。请核对原件，请原单位说明。',
    content: '资料包里有文件无法识别，后面各项没有核对。',
  },
  rule: {
    seal: '封印值与给出的不一致',
    missing: '校验清单中的文件不在资料包里',
    unlisted: '校验清单中缺少必需的文件',
    changed: '文件内容与校验清单不一致，生成后被改动过',
    extra: '校验清单中没有这个文件，是后来放进来的',
    genesis: '日志起点与档案编号不符，可能取自别的档案',
    sequence: '日志编号应为 {expected}，实为 {found}，中间有删除或插入',
    eventSequence: '第 {sequence} 条的日志内容与编号不符',
    chain: '第 {sequence} 条与前一条不相连，两条之一被改动过',
    headSequence: '日志止于第 {found} 条，应止于第 {expected} 条',
    headHash: '日志末尾的校验值与 head.json 不一致',
    fold: '{entity} {key} 号的修改前内容与上一次的修改后内容不符',
    entryUnknown: '台账 {id} 号在日志中没有，或已撤下',
    entryDiffers: '台账 {id} 号与日志不一致：{fields}',
    entryTwice: '台账 {id} 号出现两次',
    entryLeftOut: '台账 {id} 号在日志中有，在 entries.json 中没有',
    sheet: '第 {row} 行起与 entries.json 不一致',
    rule: '所用的规则与日志不一致',
    population: '所用的人口数与日志不一致',
    basisChosen: '人口依据与日志中确定的不一致',
    figure: '{what}应为 {should}，写的是 {is}',
    voucherAbsent: '台账 {number} 号的凭证“{name}”{state}',
    voucherOther: '台账 {number} 号的凭证“{name}”不是登记的那个文件',
    voucherMissing: '台账 {number} 号的凭证“{name}”不在资料包里',
    voucherUnlisted: '台账 {number} 号登记的凭证“{name}”没有列出',
    unreadable: '内容无法识别：{reason}',
    noFile: '内容无法识别：没有文件 {path}',
    headFields: '内容无法识别：head.json 缺少字段',
    logLine: '内容无法识别：日志第 {sequence} 行写法不规范',
    notInteger: '内容无法识别：数字不是整数',
    manifestLine: '校验清单中有无法识别的行：{line}',
  },
  figure: {
    counted: '口径 {letter} 计入金额',
    required: '口径 {letter} 应安排金额',
    shortfall: '口径 {letter} 不足',
    surplus: '口径 {letter} 超出',
    verdict: '口径 {letter} 结论',
    spending: '支出净额',
    headline: '作结论的口径',
  },
  /** Values of figures that are words. */
  value: {
    PASS: '达标',
    FAIL: '不达标',
    NO_BASIS: '无法判定',
    budget: '预算安排',
    paid: '年末前到账',
    byBudgetYear: '按预算年度到账',
    public: '财政性资金合计',
    all: '全部来源',
    '-': '无',
  },
  entity: {
    fund_entry: '台账',
    fund_rule: '规则',
    fund_year: '经费年度',
    population: '人口数',
    training_base: '培训经费基数',
  },
  field: {
    entry_date: '日期',
    budget_year: '预算年度',
    kind: '类别',
    amount: '金额',
    source: '来源',
    source_kind: '来源归类',
    purpose: '用途',
    voucher: '凭证号',
    voucher_key: '凭证号（比对用）',
    basis: '依据文件',
    remark: '备注',
    reverses_id: '冲销编号',
    reversed_by_id: '被冲销于',
    reversal_reason: '冲销原因',
    document_id: '依据文件',
    activity_id: '活动',
    files: '凭证',
  },
  state: {},
  step: {
    seal: '封印值与书面登记的一致',
    files: '文件没有缺少、多出、改动',
    log: '修改日志逐条相连，没有删除或插入',
    entries: '台账与修改日志一致',
    sheet: '表格与台账一致',
    basis: '规则和人口数与修改日志一致',
    figures: '五个口径的金额和结论重新计算一致',
    vouchers: '凭证都是登记的文件',
  },
  separator: '、',
};

const english = {
  meaning: {
    seal: 'This is not the package that the paper names, or it was changed afterwards. Please ask the unit for that one.',
    missing:
      'A file was taken away or not copied. Please copy the package again; if it is still missing, ask the unit to explain.',
    changed: 'The file was changed after the package was made, or damaged in copying. Please copy it again.',
    extra:
      'The unit did not make this file; it proves nothing. A file of the system, such as Thumbs.db, may be deleted before checking again.',
    head: 'The beginning or the end of the log is not the registered one: the newest events may be missing, or it is another archive’s.',
    sequence: 'Events were removed from the log or inserted.',
    chain: 'An event of the log was changed after it was written.',
    fold: 'A record of the log does not go on from what it was; changes between may be missing.',
    entry: 'The ledger differs from the log; it may have been changed outside the program.',
    sheet: 'The ledger for spreadsheets differs from the one for programs.',
    basis: 'What the required amount is computed from differs from the log.',
    figure: 'A figure of the result differs from what the ledger adds up to.',
    voucher: 'The voucher is not the file that was registered, or the vouchers are not all listed.',
    voucher_absent:
      'The archive no longer held this voucher when the package was made. Please look at the original and ask the unit.',
    content: 'A file of the package cannot be read; what comes after it was not checked.',
  },
  rule: {
    seal: 'the seal is not the given one',
    missing: 'listed in the manifest, but not in the package',
    unlisted: 'needed, but not listed in the manifest',
    changed: 'its content differs from the manifest: changed afterwards',
    extra: 'not listed in the manifest: added afterwards',
    genesis: 'the log does not begin with the number of the archive',
    sequence: 'event {expected} was expected, {found} found: removed or inserted between',
    eventSequence: 'the content of event {sequence} has another number',
    chain: 'event {sequence} does not follow from the one before it: one of them was changed',
    headSequence: 'the log ends with event {found}, not with {expected}',
    headHash: 'the hash at the end of the log is not the one of head.json',
    fold: '{entity} {key}: what was before the change is not what the last change left',
    entryUnknown: 'entry {id} is not in the log, or withdrawn',
    entryDiffers: 'entry {id} differs from the log: {fields}',
    entryTwice: 'entry {id} is there twice',
    entryLeftOut: 'entry {id} is in the log, but not in entries.json',
    sheet: 'differs from entries.json from row {row} on',
    rule: 'the rule differs from the log',
    population: 'the number of residents differs from the log',
    basisChosen: 'the chosen number of residents is not the one fixed in the log',
    figure: '{what} should be {should}, but is {is}',
    voucherAbsent: 'voucher “{name}” of entry {number}: {state}',
    voucherOther: 'voucher “{name}” of entry {number} is not the registered file',
    voucherMissing: 'voucher “{name}” of entry {number} is not in the package',
    voucherUnlisted: 'voucher “{name}” registered with entry {number} is not listed',
    unreadable: 'cannot be read: {reason}',
    noFile: 'cannot be read: there is no file {path}',
    headFields: 'cannot be read: head.json lacks fields',
    logLine: 'cannot be read: line {sequence} of the log is not canonical',
    notInteger: 'cannot be read: a number is no integer',
    manifestLine: 'a line of the manifest cannot be read: {line}',
  },
  figure: {
    counted: 'counted amount of view {letter}',
    required: 'required amount of view {letter}',
    shortfall: 'shortfall of view {letter}',
    surplus: 'surplus of view {letter}',
    verdict: 'verdict of view {letter}',
    spending: 'net spending',
    headline: 'view of the verdict',
  },
  value: {
    PASS: 'met',
    FAIL: 'not met',
    NO_BASIS: 'no basis',
    budget: 'budgeted',
    paid: 'paid in by year-end',
    byBudgetYear: 'paid in by budget year',
    public: 'all public money',
    all: 'all sources',
    '-': 'none',
  },
  entity: {
    fund_entry: 'entry',
    fund_rule: 'rule',
    fund_year: 'year of funding',
    population: 'population',
    training_base: 'training base',
  },
  field: {},
  /** The states of vouchers.csv, which is always Chinese. */
  state: { 缺失: 'missing', 损坏: 'damaged', 已销毁或未收入: 'destroyed or never taken in', 文件已撤下: 'withdrawn' },
  step: {
    seal: 'The seal is the one on the paper',
    files: 'No file is missing, added or changed',
    log: 'Every event of the log follows from the one before it',
    entries: 'The ledger agrees with the log',
    sheet: 'The sheet agrees with the ledger',
    basis: 'Rule and residents agree with the log',
    figures: 'Amounts and verdicts of the five views, computed anew, agree',
    vouchers: 'Every voucher is the registered file',
  },
  separator: ', ',
};

/** Chinese unless the language is told to be another one. */
const wordsFor = (wanted) => (/^zh/i.test(wanted) ? chinese : english);

/** Puts parameters into a sentence. */
const filled = (sentence, params) => sentence.replace(/\{(\w+)\}/g, (_all, name) => String(params[name] ?? ''));

/** The sentence of what was found: `rule` and `params` as check() tells or Unreadable bears them. */
function sentence(words, { rule, params }) {
  const { entity, fields, state, what, letter, is, should } = params;
  return filled(words.rule[rule], {
    ...params,
    entity: words.entity[entity] ?? entity,
    fields: fields?.map((name) => words.field[name] ?? name).join(words.separator),
    state: words.state[state] ?? state,
    what: what && filled(words.figure[what], { letter }),
    is: words.value[is] ?? is,
    should: words.value[should] ?? should,
  });
}

function filesIn(folder, below = '') {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(folder, path);
    return [{ path, size: entry.isFile() ? lstatSync(join(folder, path)).size : null }];
  });
}

function folderHost(folder) {
  return {
    list: async () => filesIn(folder),
    read: ({ path }) => createReadStream(join(folder, ...path.split('/')), { highWaterMark: 1 << 20 }),
    newHash() {
      const hash = createHash('sha256');
      return { update: (bytes) => hash.update(bytes), hex: () => hash.digest('hex') };
    },
  };
}

/** Checks the package in `folder`. Throws where it is none. */
export async function verifyPackage(folder, expectedSeal = null, language = 'zh-CN') {
  const words = wordsFor(language);
  try {
    const { problems, about, ...result } = await check(folderHost(folder), expectedSeal);
    const told = problems.map((problem) => ({ ...problem, detail: sentence(words, problem) }));
    return { ...result, archive: about?.archive ?? null, problems: told };
  } catch (error) {
    if (error instanceof Unreadable) throw new Error(sentence(words, error), { cause: error });
    throw error;
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const folder = resolve(process.argv[2] ?? dirname(fileURLToPath(import.meta.url)));
  try {
    const result = await verifyPackage(folder, process.argv[3] ?? null);
    console.log(`资料包：${folder}\n文件 ${result.files} 个，日志 ${result.events} 条\n封印值：${result.seal}`);
    for (const { code, file, detail } of result.problems) console.log(`✗ [${code}] ${file ?? ''} ${detail}`);
    console.log(result.ok ? '核对通过。请再与书面登记的封印值比对。' : `发现 ${result.problems.length} 个问题。`);
    process.exitCode = result.ok ? 0 : 1;
  } catch (error) {
    console.error(`无法核对：${error.message}`);
    process.exitCode = 2;
  }
}
