/** Writes the picture of the newest structure, `electron/core/db/schema.sql`, from the migrations. A test keeps it true. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { schemaPicture } from '#core/db/schema-picture.ts';

writeFileSync(resolve(import.meta.dirname, '../core/db/schema.sql'), schemaPicture());
