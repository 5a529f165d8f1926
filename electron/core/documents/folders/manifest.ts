/** The list of checksums of a package (RFC 8493, 2.4): a line a file, checksum and path; also read by `sha256sum -c`. */
import { AppError } from '#shared/errors.ts';

export interface Listed {
  /** With `/`, relative to the package. */
  path: string;
  sha256: string;
}

export function manifestText(files: readonly Listed[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}

/** A path that leads out of the package, or to no one place in it. */
function leadsAway(path: string): boolean {
  return (
    path.startsWith('/') ||
    /^[A-Za-z]:|[\\\0]/u.test(path) ||
    path.split('/').some((part) => part === '' || part === '.' || part === '..')
  );
}

/** Throws folders/manifest_damaged with the line that cannot be read. */
export function parseManifest(text: string): Listed[] {
  const seen = new Set<string>();
  return text.split(/\r?\n/u).flatMap((line, index) => {
    if (line === '') return [];
    const [, sha256, path] = /^([0-9a-fA-F]{64})[ \t]+\*?(.+)$/u.exec(line) ?? [];
    if (sha256 === undefined || path === undefined || leadsAway(path) || seen.has(path)) {
      throw new AppError('folders/manifest_damaged', { line: index + 1 });
    }
    seen.add(path);
    return [{ path, sha256: sha256.toLowerCase() }];
  });
}
