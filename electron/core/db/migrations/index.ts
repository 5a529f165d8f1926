/** Every structure the archive ever had, oldest first. Released entries are never edited. */
import type { Migration } from '../migrate.ts';
import { initial } from './0001-initial.ts';
import { objects } from './0002-objects.ts';

export const migrations: readonly Migration[] = [initial, objects];
