/** What the compiler and the linter cannot say of imports; ARCHITECTURE.md, “Who may import whom”. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

interface Import {
  file: string;
  target: string;
}

function imports(folder: string): Import[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const text = readFileSync(path, 'utf8');
      return [
        ...text.matchAll(/^\s*(?:import|export)\b[^;'"]*?from\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gmu),
      ].map((match) => ({
        file: relative(root, path).split(sep).join('/'),
        target: match[1] ?? match[2] ?? '',
      }));
    });
}

const core = imports('electron/core');
const everything = ['shared', 'electron', 'renderer'].flatMap(imports);
const users = (list: Import[], pattern: RegExp): string[] => [
  ...new Set(list.filter(({ target }) => pattern.test(target)).map(({ file }) => file)),
];

describe('imports', () => {
  it('are found at all', () => expect(everything.length).toBeGreaterThan(200));

  it('bring zod in at one place', () => {
    expect(users(everything, /^zod(\/|$)/u)).toEqual(['shared/lib/zod.ts']);
  });

  it('keep SQLite to the database folder and the error table', () => {
    expect(
      users(everything, /^better-sqlite3$/u).filter((file) => !/^electron\/core\/(db\/|errors\.ts)/u.test(file)),
    ).toEqual([]);
  });

  it('keep the writers’ libraries to the writers and the fonts', () => {
    expect(
      users(everything, /^(exceljs|pdfkit)(\/|$)/u).filter((file) => !/^electron\/core\/(writers|paper)\//u.test(file)),
    ).toEqual([]);
  });

  it('leave Electron to the shell', () => {
    expect(users(everything, /^electron$/u).filter((file) => !/^electron\/(main|preload)\//u.test(file))).toEqual([]);
  });

  it('give the preload script nothing of the program but the bridge', () => {
    expect(
      [...new Set(imports('electron/preload').map(({ target }) => target))].filter(
        (target) => target !== 'electron' && target !== '#shared/bridge.ts',
      ),
    ).toEqual([]);
  });

  it('let no writer or paper know the domain', () => {
    const domain = core.filter(
      ({ file, target }) => /^electron\/core\/(writers|paper|files|export)\//u.test(file) && /features\//u.test(target),
    );
    expect(domain).toEqual([]);
  });

  it('let decoders know formats and no plans, the reader plans and no formats', () => {
    expect(
      core.filter(
        ({ file, target }) => file.startsWith('electron/core/formats/') && /reading\/(?!source)/u.test(target),
      ),
    ).toEqual([]);
    expect(
      core.filter(({ file, target }) => file.startsWith('electron/core/reading/') && /formats\//u.test(target)),
    ).toEqual([]);
  });

  it('let the common parts of the window know no feature', () => {
    expect(
      imports('renderer/ui').filter(({ target }) => /features\//u.test(target) && !target.startsWith('#shared/')),
    ).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  it('names only paths that exist, in at most 200 lines', () => {
    const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    const paths = [
      ...text.matchAll(
        /`((?:shared|electron|renderer|resources|tests|\.ci)\/[^`\s]*|tsconfig\.json|\.oxlintrc\.json)`/gu,
      ),
    ].map(([, path]) => path ?? '');
    expect(paths.length).toBeGreaterThan(20);
    // `<noun>` stands for a noun's own file in the recipe for a new register.
    expect(paths.filter((path) => !/[<*]/u.test(path) && !existsSync(join(root, path)))).toEqual([]);
    expect(text.split('\n').length).toBeLessThanOrEqual(200);
  });

  it('has a line for every dependency', () => {
    const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const named = manifest as Record<
      'dependencies' | 'devDependencies' | 'optionalDependencies',
      Record<string, string>
    >;
    const packages = { ...named.dependencies, ...named.devDependencies, ...named.optionalDependencies };
    expect(Object.keys(packages).filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
    expect(Object.entries(packages).filter(([, version]) => !/^\d+\.\d+\.\d+/u.test(version))).toEqual([]);
  });
});
