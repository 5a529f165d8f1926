/** Every structure the archive ever had, oldest first. Released entries are never edited. */
import type { Migration } from '../migrate.ts';
import { initial } from './0001-initial.ts';
import { search } from './0002-search.ts';

export const migrations: readonly Migration[] = [initial, search];
