/**
 * 审计资料包核对程序，不需要原系统，只要 Node.js 18 以上。用法：node verify.mjs [资料包文件夹] [封印值]
 * 没有 Node.js 的电脑用 verify.html，两者是同一套核对。Shares nothing with the program that wrote the package.
 * Exit code 0 = whole, 1 = problems, 2 = cannot be read.
 */
import { createHash } from 'node:crypto';
import { createReadStream, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from './core.mjs';
import { Unreadable } from './texts.mjs';
import { sentence, wordsFor } from './words.mjs';

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
