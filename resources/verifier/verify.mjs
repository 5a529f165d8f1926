/**
 * 经费证据包核对程序，不需要原系统，只要 Node.js 18 以上。用法：node verify.mjs [证据包文件夹] [封印值]
 * Shares nothing with the program that wrote the package. Exit code 0 = whole, 1 = problems, 2 = cannot be read.
 */
import { createHash } from 'node:crypto';
import { createReadStream, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

const MANIFEST = 'manifest-sha256.txt';
const NEEDED = ['figures.json', 'entries.json', 'entries.csv', 'vouchers.csv', 'log.jsonl', 'head.json', 'verify.mjs'];
const RANKS = ['subdistrict', 'higher', 'society', 'learner'];
const COLUMNS = { date: 'entry_date', amountFen: 'amount' };
const HEX = /^[0-9a-f]{64}$/;
const hashOf = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

/** RFC 8785 on strings, safe integers, booleans, null, lists and plain objects. */
function canonical(value) {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new TypeError('数字不是整数');
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

/** Lines of a file of any size. readline would also cut at U+2028, which may stand inside a line. */
async function* linesOf(path) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop();
    yield* lines;
  }
  if (rest + decoder.decode() !== '') yield rest;
}

async function digestOf(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { sha256: hash.read().toString('hex'), size: lstatSync(path).size };
}

/** Rows of a CSV file (RFC 4180, with byte order mark); the apostrophe that guards against formulas is taken off. */
function csvRows(text) {
  const cells = text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy);
  const rows = [/** @type {string[]} */ ([])];
  for (const [, quoted, plain, end] of cells) {
    rows[rows.length - 1].push((quoted?.replaceAll('""', '"') ?? plain).replace(/^'/, ''));
    if (end !== ',') rows.push([]);
  }
  return rows.slice(1, -1);
}

function filesIn(folder, below = '') {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesIn(folder, path) : [path];
  });
}

/** 1. The files against their checksums. Answers what was found: path → { sha256, size }. */
async function checkFiles(folder, manifest, tell) {
  const listed = new Map();
  for (const line of manifest.split('\n').slice(0, -1)) {
    const [, sha256, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    const parts = path?.split('/') ?? [''];
    if (parts.some((part) => ['', '.', '..'].includes(part)) || /[\\:\0]/.test(path) || listed.has(path)) {
      throw new Error(`${MANIFEST} 中有无法识别的行：${line.slice(0, 100)}`);
    }
    listed.set(path, sha256);
  }
  const found = new Map();
  for (const [path, sha256] of listed) {
    const place = join(folder, ...path.split('/'));
    if (lstatSync(place, { throwIfNoEntry: false })?.isFile()) found.set(path, await digestOf(place));
    if (!found.has(path)) tell('missing', path, '校验清单中的文件不在证据包里');
    else if (found.get(path).sha256 !== sha256) tell('changed', path, '文件内容与校验清单不一致，生成后被改动过');
  }
  for (const path of NEEDED) if (!listed.has(path)) tell('missing', path, '校验清单中缺少必需的文件');
  const known = new Set([MANIFEST, ...listed.keys()].map((path) => path.normalize('NFC')));
  for (const path of filesIn(folder)) {
    if (!known.has(path.normalize('NFC'))) tell('extra', path, '校验清单中没有这个文件，是后来放进来的');
  }
  return { found, count: listed.size };
}

/** 2. The chain of the log; its events of money are folded into the records as they stand at the end. */
async function checkLog(folder, head, tell) {
  const log = 'log.jsonl';
  const [records, withheld] = [new Map(), []];
  let previous = hashOf('community-education-archive\n', head.archive);
  if (head.genesis !== previous) tell('head', 'head.json', '日志起点与档案编号不符，可能取自别的档案');
  let sequence = 0;
  for await (const line of linesOf(join(folder, log))) {
    sequence += 1;
    const entry = JSON.parse(line);
    const { event } = entry;
    if (canonical(entry) !== line || !HEX.test(entry.previous) || !(event || HEX.test(entry.leaf))) {
      throw new Error(`日志第 ${sequence} 行写法不规范`);
    }
    if (entry.sequence !== sequence) {
      tell('sequence', log, `日志编号应为 ${sequence}，实为 ${entry.sequence}，中间有删除或插入`, sequence);
      sequence = entry.sequence;
    }
    if (entry.previous !== previous) tell('chain', log, `第 ${sequence} 条与前一条不相连，两条之一被改动过`, sequence);
    if (event && event.sequence !== sequence) tell('sequence', log, '日志内容与编号不符', sequence);
    const leaf = event ? hashOf('\0', canonical(event)) : entry.leaf;
    previous = hashOf('\u0001', Buffer.from(entry.previous, 'hex'), Buffer.from(leaf, 'hex'));
    if (event) fold(event, records, (detail) => tell('fold', log, detail, sequence));
    else withheld.push(sequence);
  }
  if (sequence !== head.sequence) tell('head', log, `日志止于第 ${sequence} 条，应止于第 ${head.sequence} 条`);
  if (previous !== head.hash) tell('head', log, '日志末尾的校验值与 head.json 不一致');
  return { records, withheld, events: sequence };
}

function fold(event, records, tell) {
  for (const { entity, key, image } of event.before) {
    const known = records.get(`${entity}/${key}`) ?? null;
    // Units that are merged change what names them in an event with persons, which is not shown; entries never are.
    if (entity !== 'fund_entry' && image && image.version > (known?.version ?? 0)) continue;
    const same = known === null || image === null ? known === image : differing(known, image).length === 0;
    if (!same) tell(`${entity} ${key} 的修改前内容与上一次的修改后内容不符`);
  }
  for (const { entity, key, image } of event.after) if (image) records.set(`${entity}/${key}`, image);
}

/** Names of the fields that both have, but otherwise. */
const differing = (first, second) =>
  Object.keys(first).filter((name) => name in second && canonical(first[name]) !== canonical(second[name]));

/** An entry as the log names its fields. */
function imageOf(entry) {
  const column = (name) => COLUMNS[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const renamed = (value) => Object.fromEntries(Object.entries(value).map(([name, one]) => [column(name), one]));
  return { ...renamed(entry), files: entry.files.map(renamed) };
}

/** 3. The entries of the year against what the log says of them. Answers the whole ledger. */
function checkEntries(year, entries, records, tell) {
  const own = [...records].filter(([id, { withdrawn }]) => id.startsWith('fund_entry/') && withdrawn === 0);
  const ledger = new Map(own.map(([, image]) => [image.id, image]));
  const listed = new Set();
  for (const entry of entries) {
    const image = imageOf(entry);
    const logged = ledger.get(image.id);
    const faults = logged ? differing(image, logged) : ['日志中没有，或已撤下'];
    if (listed.has(image.id)) faults.push('出现两次');
    if (faults.length > 0) tell('entry', 'entries.json', `台账 ${image.id} 号与日志不一致：${faults.join('、')}`);
    listed.add(image.id);
    ledger.set(image.id, { ...logged, ...image });
  }
  for (const { id, entry_date: date, budget_year: budgetYear } of ledger.values()) {
    if (listed.has(id) || (budgetYear !== year && !date.startsWith(`${year}-`))) continue;
    tell('entry', 'entries.json', `台账 ${id} 号在日志中有，在 entries.json 中没有`);
  }
  return [...ledger.values()];
}

const yuan = (fen) => String(fen).replace(/\d+/, (digits) => digits.padStart(3, '0').replace(/..$/, '.$&'));

/** 4. The sheet for spreadsheets against the entries: number, date, budget year, both amounts and voucher of each row. */
function checkSheet(text, entries, tell) {
  const rows = csvRows(text).map((cells) => cells.slice(0, 6).join('|'));
  const expected = entries.map(({ id, date, budgetYear, amountFen, voucher }) =>
    [id, date, budgetYear ?? '', yuan(amountFen), amountFen, voucher].join('|'),
  );
  const longer = rows.length > expected.length ? rows : expected;
  const first = longer.findIndex((_row, index) => rows[index] !== expected[index]);
  if (first >= 0) tell('sheet', 'entries.csv', `第 ${first + 2} 行起与 entries.json 不一致`);
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

/** 5. The rule and the population of the verdict, against the log. */
function checkBasis(year, { rule, basis }, records, tell) {
  const law = rule && records.get(`fund_rule/${rule.id}`);
  const holds = law?.withdrawn === 0 && law.shape === 'floor' && law.rate === rule.rate;
  const inTime = holds && (law.from_year ?? 0) <= year && year <= (law.to_year ?? 9999);
  if (rule && !(inTime && law.counted_sources === JSON.stringify(rule.countedSources))) {
    tell('basis', 'figures.json', '所用的规则与日志不一致');
  }
  const people = basis && records.get(`population/${basis.population.id}`);
  const stands = people?.withdrawn === 0 && people.kind === 'resident' && people.value === basis.population.value;
  if (basis && !stands) tell('basis', 'figures.json', '所用的人口数与日志不一致');
  const [, book] = [...records].find(([id, image]) => id.startsWith('fund_year/') && image.year === year) ?? [];
  const fixed = basis?.fixed ? basis.population.id : null;
  if ((book?.population_id ?? null) !== fixed) tell('basis', 'figures.json', '人口依据与日志中确定的不一致');
}

/** 6. The figures, computed anew. */
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
  const text = (fen) => (fen === null ? '无' : `${yuan(BigInt(fen))} 元`);
  const above = (one, other) => (required === null ? null : one > other ? one - other : 0n);
  const differ = (what, is, should) =>
    is === should || tell('figure', 'figures.json', `${what}应为 ${should}，写的是 ${is}`);
  const required = rule && basis?.population.value > 0 ? BigInt(rule.rate) * BigInt(basis.population.value) : null;
  for (const [name, fen] of Object.entries(figures)) {
    const { letter, countedFen, requiredFen, shortfallFen, surplusFen, verdict } = views[name];
    differ(`口径 ${letter} 计入金额`, text(countedFen), text(fen));
    differ(`口径 ${letter} 应安排金额`, text(requiredFen), text(required));
    differ(`口径 ${letter} 不足`, text(shortfallFen), text(above(required, fen)));
    differ(`口径 ${letter} 超出`, text(surplusFen), text(above(fen, required)));
    differ(`口径 ${letter} 结论`, verdict, required === null ? 'NO_BASIS' : fen < required ? 'FAIL' : 'PASS');
  }
  differ('支出净额', text(spending.netFen), text(sum(['expense', 'expense_return'], dated)));
  differ('作结论的口径', headline, 'paid');
}

/** 7. Every voucher of the log in the package, under its own checksum and size. */
function checkVouchers(text, entries, records, found, tell) {
  const listed = new Set();
  for (const [number, , name, path, sha256, bytes, state] of csvRows(text)) {
    listed.add(`${number}/${sha256}`);
    const file = found.get(path);
    if (state === '纸质' && sha256 === '') continue;
    if (state !== '在') tell('voucher_absent', path || 'vouchers.csv', `台账 ${number} 号的凭证“${name}”${state}`);
    else if (file?.sha256 !== sha256 || String(file.size) !== bytes) {
      tell('voucher', path, `台账 ${number} 号的凭证“${name}”${file ? '不是登记的那个文件' : '不在证据包里'}`);
    }
  }
  for (const { id } of entries) {
    const logged = records.get(`fund_entry/${id}`)?.files ?? [];
    const left = logged.filter(({ sha256 }) => sha256 !== null && !listed.has(`${id}/${sha256}`));
    for (const { name } of left) tell('voucher', 'vouchers.csv', `台账 ${id} 号登记的凭证“${name}”没有列出`);
  }
}

/** Checks the package in `folder`. Throws where it is none, or a list in it cannot be read at all. */
export async function verifyPackage(folder, expectedSeal = null) {
  const problems = [];
  const tell = (code, file, detail, sequence = null) => problems.push({ code, file, sequence, detail });
  const text = (name) => readFileSync(join(folder, name), 'utf8');
  const seal = hashOf(readFileSync(join(folder, MANIFEST)));
  if (expectedSeal !== null && expectedSeal !== seal) tell('seal', MANIFEST, '封印值与给出的不一致');
  const { found, count } = await checkFiles(folder, text(MANIFEST), tell);
  let [archive, head, log] = [null, null, { events: 0, withheld: [] }];
  try {
    const end = JSON.parse(text('head.json'));
    if (!HEX.test(end.hash) || !Number.isSafeInteger(end.sequence)) throw new Error('head.json 缺少字段');
    [archive, head] = [String(end.archive), { sequence: end.sequence, hash: end.hash }];
    const { year, check } = JSON.parse(text('figures.json'));
    const { entries } = JSON.parse(text('entries.json'));
    log = await checkLog(folder, end, tell);
    const ledger = checkEntries(year, entries, log.records, tell);
    checkSheet(text('entries.csv'), entries, tell);
    checkBasis(year, check, log.records, tell);
    checkFigures(year, check, ledger, tell);
    checkVouchers(text('vouchers.csv'), entries, log.records, found, tell);
  } catch (error) {
    tell('content', null, `内容无法识别：${String(error.message).slice(0, 100)}`);
  }
  const ok = problems.length === 0;
  return { ok, files: count, archive, head, seal, events: log.events, withheld: log.withheld, problems };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const folder = resolve(process.argv[2] ?? dirname(fileURLToPath(import.meta.url)));
  try {
    const result = await verifyPackage(folder, process.argv[3] ?? null);
    console.log(`证据包：${folder}\n文件 ${result.files} 个，日志 ${result.events} 条\n封印值：${result.seal}`);
    for (const { code, file, detail } of result.problems) console.log(`✗ [${code}] ${file ?? ''} ${detail}`);
    console.log(result.ok ? '核对通过。请再与书面登记的封印值比对。' : `发现 ${result.problems.length} 个问题。`);
    process.exitCode = result.ok ? 0 : 1;
  } catch (error) {
    console.error(`无法核对：${error.message}`);
    process.exitCode = 2;
  }
}
