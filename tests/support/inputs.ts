/** Where the published papers lie that some tests read, beside the checkout; null where they are not present. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

export function inputsFolder(): string | null {
  const folder = resolve(import.meta.dirname, '../../../shared/inputs');
  return existsSync(folder) ? folder : null;
}
