/** Every structure the archive ever had, oldest first. Released entries are never edited. */
import type { Migration } from '../migrate.ts';
import { initial } from './0001-initial.ts';
import { documents } from './0002-documents.ts';
import { lifeAfterFiling } from './0003-life-after-filing.ts';
import { objects } from './0004-objects.ts';
import { search } from './0005-search.ts';
import { templates } from './0006-templates.ts';
import { participants } from './0007-participants.ts';
import { population } from './0008-population.ts';
import { funding } from './0009-funding.ts';
import { identityNumbers } from './0010-identity-numbers.ts';
import { personsApart } from './0011-persons-apart.ts';

export const migrations: readonly Migration[] = [
  initial,
  documents,
  lifeAfterFiling,
  objects,
  search,
  templates,
  participants,
  population,
  funding,
  identityNumbers,
  personsApart,
];
