/** The page on which an auditor checks a package: a folder in, what was found out. Texts go in as text, never as markup. */
import { check } from './core.mjs';
import { browserHost, chosenFolder, droppedDirectory, droppedFolder } from './folder.mjs';
import { pageWordsFor } from './page-words.mjs';
import { HEX, Unreadable } from './texts.mjs';
import { filled, sentence, wordsFor } from './words.mjs';

const words = wordsFor(navigator.language);
const page = pageWordsFor(navigator.language);
const root = document.getElementById('page');

/** An element with its attributes and what stands in it. */
function make(name, attributes, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
}

function button(text, act) {
  const element = make('button', { type: 'button' }, text);
  element.addEventListener('click', act);
  return element;
}

/** Groups of four, as the program's window shows a checksum; copied it is one word again where it is pasted below. */
const grouped = (checksum) => make('code', {}, checksum.replace(/(.{4})(?=.)/g, '$1 '));

function sizeText(bytes) {
  if (bytes < 1 << 10) return `${bytes} B`;
  return bytes < 1 << 20 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / (1 << 20)).toFixed(1)} MB`;
}

function facts(pairs) {
  return make('dl', {}, ...pairs.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]));
}

/** Where the folder is asked for; `typed`: the seal that was typed before. */
function ask(typed = '') {
  const seal = make('input', { type: 'text', id: 'seal', autocomplete: 'off', spellcheck: 'false' });
  seal.value = typed;
  const wrong = make('p', { class: 'bad', role: 'alert' });
  const input = make('input', { type: 'file', id: 'folder', webkitdirectory: '', multiple: '' });
  const place = make(
    'div',
    { class: 'drop' },
    make('label', { for: 'folder' }, page.choose),
    input,
    make('p', { class: 'muted' }, page.chooseHint),
  );
  /** The seal on the paper; null where none is given, undefined where it is none. */
  const given = () => {
    const digits = seal.value.replace(/\s/g, '').toLowerCase();
    const right = digits === '' || HEX.test(digits);
    wrong.textContent = right ? '' : filled(page.sealWrong, { count: digits.length });
    if (!right) seal.focus();
    return right ? digits || null : undefined;
  };
  input.addEventListener('change', () => {
    const expected = given();
    if (expected !== undefined && input.files.length > 0) void run(chosenFolder(input.files), expected);
    // The same folder may be chosen again.
    else input.value = '';
  });
  place.addEventListener('dragover', (event) => {
    event.preventDefault();
    place.classList.add('over');
  });
  place.addEventListener('dragleave', () => place.classList.remove('over'));
  place.addEventListener('drop', (event) => {
    event.preventDefault();
    place.classList.remove('over');
    const [directory, expected] = [droppedDirectory(event.dataTransfer), given()];
    if (expected === undefined) return;
    if (directory) void run(droppedFolder(directory), expected);
    else showRefused(event.dataTransfer.files[0]?.name ?? '', '', expected);
  });
  root.replaceChildren(
    make('h1', {}, page.title),
    make(
      'div',
      { class: 'ask' },
      make('p', {}, page.intro),
      make('label', { for: 'seal' }, page.seal),
      seal,
      make('p', { class: 'muted' }, page.sealHint),
      wrong,
      place,
    ),
  );
  seal.focus();
}

/** Checks what was given and shows what was found. */
async function run(given, expectedSeal) {
  const bar = make('progress', { max: '1', 'aria-label': page.title });
  const text = make('p', { role: 'status' }, page.reading);
  root.replaceChildren(make('h1', {}, page.title), text, bar);
  let name = '';
  try {
    const folder = await given;
    ({ name } = folder);
    let shown = 0;
    const result = await check(browserHost(folder), expectedSeal, (done, total) => {
      if (performance.now() - shown < 100) return;
      shown = performance.now();
      bar.value = total > 0 ? done / total : 0;
      text.textContent = filled(page.busy, { done: sizeText(done), total: sizeText(total) });
    });
    show(result, folder, expectedSeal !== null);
  } catch (error) {
    showRefused(name, error instanceof Unreadable ? sentence(words, error) : String(error.message), expectedSeal);
  }
}

/** What was chosen is no package; the seal that was typed is kept for the next choice. */
function showRefused(name, reason, expectedSeal) {
  const again = button(page.again, () => ask(expectedSeal ?? ''));
  root.replaceChildren(
    make('h1', {}, page.title),
    make(
      'p',
      { class: 'verdict bad', role: 'alert', 'data-verdict': 'none' },
      filled(page.notPackage, { folder: name }),
    ),
    make('p', {}, reason),
    make('p', {}, page.notPackageHint),
    again,
  );
  again.focus();
}

function fault(problem) {
  return make(
    'li',
    { class: 'fault', 'data-code': problem.code },
    make('strong', {}, problem.file ?? page.whole),
    make('div', {}, sentence(words, problem)),
    make('div', { class: 'muted' }, page.means, words.meaning[problem.code]),
  );
}

function step({ name, state }) {
  const open = state === 'unread' && name === 'seal';
  const colour = { right: 'good', wrong: 'bad', unread: 'open' }[state];
  return make(
    'li',
    { 'data-step': name, 'data-state': state },
    make('span', { class: `mark ${colour}` }, page[state]),
    open ? page.sealUnread : words.step[name],
  );
}

function figureTable(figures) {
  const head = [page.view, page.counted, page.required, page.verdict].map((text) => make('th', { scope: 'col' }, text));
  const word = (value) => words.value[value] ?? value.replace(/\B(?=(?:\d{3})+\.)/g, ',');
  const rows = figures.map(({ name, letter, counted, required, verdict }) =>
    make(
      'tr',
      {},
      make('td', {}, `${letter} ${word(name)}`),
      make('td', { class: 'money' }, word(counted)),
      make('td', { class: 'money' }, word(required)),
      make('td', {}, word(verdict)),
    ),
  );
  return make('table', {}, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...rows));
}

function aboutPackage({ about, seal, head, files, events }, folder) {
  const size = folder.files.reduce((sum, { file }) => sum + file.size, 0);
  const entries = about?.entries ?? 0;
  return facts([
    [page.folder, folder.name],
    ...(about
      ? [
          [page.unit, about.unit],
          [page.year, String(about.year)],
          [page.archive, about.archive],
          [page.made, new Date(about.at).toLocaleString(page.language)],
          [page.program, about.appVersion],
        ]
      : []),
    [page.counts, filled(page.countsText, { files, size: sizeText(size), events, entries })],
    [page.checkedAt, new Date().toLocaleString(page.language)],
    [page.sealNow, grouped(seal)],
    ...(head ? [[filled(page.headNow, head), grouped(head.hash)]] : []),
  ]);
}

function show(result, folder, sealed) {
  const { ok, problems, steps, figures } = result;
  const verdict = make(
    'p',
    { class: `verdict ${ok ? 'good' : 'bad'}`, role: 'status', 'data-verdict': ok ? 'good' : 'bad', tabindex: '-1' },
    ok ? page.good : filled(page.bad, { count: problems.length }),
  );
  const heading = (text) => make('h2', {}, text);
  root.replaceChildren(
    make('h1', {}, page.title),
    verdict,
    make('p', {}, ok ? (sealed ? page.goodSealed : page.goodUnsealed) : page.badHint),
    make(
      'p',
      {},
      button(page.print, () => window.print()),
      ' ',
      button(page.again, () => ask()),
    ),
    ...(ok ? [] : [heading(page.problems), make('ul', {}, ...problems.map(fault))]),
    heading(page.about),
    aboutPackage(result, folder),
    heading(page.steps),
    make('ul', {}, ...steps.map(step)),
    ...(figures.length === 0 ? [] : [heading(page.figures), figureTable(figures)]),
    heading(page.limits),
    make('ul', { class: 'muted' }, ...page.limit.map((text) => make('li', {}, text))),
    make('div', { class: 'sign' }, make('span', {}, page.signBy), make('span', {}, page.signOn)),
  );
  verdict.focus();
}

document.title = page.title;
document.documentElement.lang = page.language;
// A folder dropped beside the place for it must not be opened by the browser.
for (const name of ['dragover', 'drop']) document.addEventListener(name, (event) => event.preventDefault());
ask();
