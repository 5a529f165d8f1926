// What this machine lacks for the window tests, named by Debian package.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const LIBRARIES = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
};

function onPath(command) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/local/bin'];
  return folders.some((folder) => folder && existsSync(path.join(folder, command)));
}

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Debian packages to install before a window can open here (and, `forTests`, what its tests use); empty on systems other than Linux. */
export function missingPackages({ forTests = false } = {}) {
  if (process.platform !== 'linux') return [];
  const missing = [];
  if (!hasDisplay() && !onPath('Xvfb')) missing.push('xvfb');
  if (forTests && !onPath('xdotool')) missing.push('xdotool');
  if (forTests && !onPath('pdftotext')) missing.push('poppler-utils');
  let known = '';
  try {
    known = execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  } catch {
    // No ldconfig (not a glibc system): the start of the runtime will tell.
    return missing;
  }
  for (const [library, name] of Object.entries(LIBRARIES)) if (!known.includes(library)) missing.push(name);
  return missing;
}
