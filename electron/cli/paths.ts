/** Where the program's own files lie when it runs from its sources. */
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export const FONTS_FOLDER = resolve(root, 'resources/fonts');
export const EXAMPLE_FOLDER = resolve(root, 'resources/example');
export const OUTPUT_FOLDER = resolve(root, 'out');
export const PACKAGE_FILE = resolve(root, 'package.json');
