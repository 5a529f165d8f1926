/**
 * Is a file open in an office program? There is no one way to ask, so the signs are taken together: the owner files
 * that WPS, Excel and LibreOffice lay beside an open workbook, the locks that the Linux kernel lists, and on Windows
 * the refusal to open for writing. A sign is only a reason to refuse; nothing here removes or breaks a lock.
 */
import { open, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { systemCode } from './file-errors.ts';

export interface FileHolder {
  /** The program or person that holds the file, as far as known; empty if unknown. */
  holder: string;
  /** The owner file beside it, which stays behind when a program crashes; empty if the sign is another one. */
  ownerFile: string;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** LibreOffice writes `,user,host,date,profile;` into its owner file. */
async function libreOfficeUser(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const [name = '', user = '', host = ''] = text.slice(0, 1000).split(',');
  return [name || user, host].filter((part) => part.trim() !== '').join(' @ ');
}

async function ownerFile(file: string): Promise<FileHolder | null> {
  const folder = dirname(file);
  const name = basename(file);
  const office = `~$${name}`;
  if (await exists(join(folder, office))) return { holder: '', ownerFile: office };
  const libre = `.~lock.${name}#`;
  if (!(await exists(join(folder, libre)))) return null;
  return { holder: await libreOfficeUser(join(folder, libre)), ownerFile: libre };
}

/**
 * Locks of other processes on the file, from `/proc/locks` (`1: POSIX  ADVISORY  WRITE 4711 fd:01:1234 0 EOF`, the
 * device in hexadecimal, the inode in decimal digits).
 */
async function kernelLock(file: string): Promise<FileHolder | null> {
  const [locks, about] = await Promise.all([
    readFile('/proc/locks', 'utf8').catch(() => ''),
    stat(file, { bigint: true }).catch(() => null),
  ]);
  if (!about) return null;
  for (const line of locks.split('\n')) {
    const match = /\b(?:READ|WRITE)\s+(-?\d+)\s+([0-9a-f]+):([0-9a-f]+):(\d+)\s/iu.exec(line);
    if (!match) continue;
    const [, process_ = '', major = '', minor = '', inode = ''] = match;
    if (BigInt(inode) !== about.ino || process_ === String(process.pid)) continue;
    if (!sameDevice(about.dev, Number.parseInt(major, 16), Number.parseInt(minor, 16))) continue;
    const program = await readFile(`/proc/${process_}/comm`, 'utf8').catch(() => '');
    return { holder: program.trim(), ownerFile: '' };
  }
  return null;
}

/** Linux packs a device number as 12 bits of major and 20 bits of minor, spread over the word. */
function sameDevice(device: bigint, major: number, minor: number): boolean {
  const deviceMajor = Number((device >> 8n) & 0xfffn);
  const deviceMinor = Number((device & 0xffn) | ((device >> 12n) & 0xfff00n));
  return deviceMajor === major && deviceMinor === minor;
}

/** Office programs on Windows share an open file for reading only, so opening it for writing fails. */
async function refusedByWindows(file: string): Promise<FileHolder | null> {
  try {
    const handle = await open(file, 'r+');
    await handle.close();
    return null;
  } catch (error) {
    const code = systemCode(error);
    return code === 'EBUSY' || code === 'EPERM' || code === 'EACCES' ? { holder: '', ownerFile: '' } : null;
  }
}

/** Who holds an existing file open, or null. Looking changes nothing. */
export async function findHolder(
  file: string,
  platform: NodeJS.Platform = process.platform,
): Promise<FileHolder | null> {
  const owner = await ownerFile(file);
  if (platform === 'win32') {
    const refused = await refusedByWindows(file);
    return refused ? { ...refused, ...owner } : null;
  }
  return owner ?? (platform === 'linux' ? await kernelLock(file) : null);
}
