/** Every kind of record that commands change, in an order in which they can be written (referenced kinds first). */
import { activityCategoryEntity, activityEntity } from './activity.ts';
import { archiveEntity } from './archive.ts';
import { attendanceEntity, attendanceImportEntity } from './attendance.ts';
import { boxEntity, placeEntity } from './box.ts';
import { documentImportEntity } from './document-import.ts';
import { documentTemplateEntity } from './document-template.ts';
import { documentEntity } from './document.ts';
import type { Entity, Image } from './entity.ts';
import { filingNumberEntity } from './filing-number.ts';
import { codeSchemeEntity, fondsEntity, retentionRowEntity, sectionEntity } from './fonds.ts';
import { fundEntryEntity, fundImportEntity, fundRuleEntity, fundYearEntity, trainingBaseEntity } from './funding.ts';
import {
  appraisalEntity,
  checkRunEntity,
  disposalEntity,
  loanEntity,
  stocktakeEntity,
  stocktakeEntryEntity,
  transferEntity,
} from './life.ts';
import { identitySettingEntity } from './identity-setting.ts';
import { objectEntity } from './object.ts';
import { organisationEntity } from './organisation.ts';
import { personApartEntity } from './person-apart.ts';
import { personEntity } from './person.ts';
import { planEntity } from './plan.ts';
import { populationEntity } from './population.ts';
import { savedSearchEntity } from './saved-search.ts';
import { scheduleImportEntity } from './schedule-import.ts';
import { scheduleRowEntity } from './schedule-row.ts';

/** An entity as the log, undo and the verifier see it: images are opaque, and parsed again when written. */
export interface AnyEntity {
  name: string;
  read(db: Parameters<Entity['read']>[0], key: number): Image | null;
  write(db: Parameters<Entity['write']>[0], image: Image, before: Image | null): void;
  keys(db: Parameters<Entity['keys']>[0]): number[];
  withdrawn(image: Image): Image;
  guard?(db: Parameters<Entity['read']>[0], before: Image | null, after: Image): void;
  added?: Image;
  searchEntry?(image: Image, db: Parameters<Entity['read']>[0]): ReturnType<NonNullable<Entity['searchEntry']>>;
  entriesWithIt?(image: Image, db: Parameters<Entity['read']>[0]): { entity: string; key: number }[];
  masked?: NonNullable<Entity['masked']>;
}

function erase<I extends Image>(entity: Entity<I>): AnyEntity {
  const { searchEntry, entriesWithIt, guard } = entity;
  return {
    name: entity.name,
    read: entity.read,
    // An image comes from `read` of the same entity, by way of the log: its shape is the entity's own.
    write: (db, image, before) => entity.write(db, image as I, before as I | null),
    keys: entity.keys,
    withdrawn: (image) => entity.withdrawn(image as I),
    ...(guard && { guard: (db, before, after) => guard(db, before as I | null, after as I) }),
    ...(entity.added && { added: entity.added }),
    ...(searchEntry && { searchEntry: (image, db) => searchEntry(image as I, db) }),
    ...(entriesWithIt && { entriesWithIt: (image, db) => entriesWithIt(image as I, db) }),
    ...(entity.masked && { masked: entity.masked }),
  };
}

export const entities: readonly AnyEntity[] = [
  erase(archiveEntity),
  erase(organisationEntity),
  erase(planEntity),
  erase(scheduleRowEntity),
  erase(scheduleImportEntity),
  erase(fondsEntity),
  erase(codeSchemeEntity),
  erase(sectionEntity),
  erase(retentionRowEntity),
  erase(placeEntity),
  erase(boxEntity),
  erase(documentImportEntity),
  erase(documentEntity),
  erase(filingNumberEntity),
  erase(loanEntity),
  erase(appraisalEntity),
  erase(disposalEntity),
  erase(transferEntity),
  erase(stocktakeEntity),
  erase(stocktakeEntryEntity),
  erase(checkRunEntity),
  erase(objectEntity),
  erase(savedSearchEntity),
  erase(documentTemplateEntity),
  erase(personEntity),
  erase(activityCategoryEntity),
  erase(activityEntity),
  erase(attendanceImportEntity),
  erase(attendanceEntity),
  erase(populationEntity),
  erase(fundRuleEntity),
  erase(fundYearEntity),
  erase(fundImportEntity),
  erase(fundEntryEntity),
  erase(trainingBaseEntity),
  erase(identitySettingEntity),
  erase(personApartEntity),
];

/** The entity of a name found in the log. */
export function entityNamed(name: string): AnyEntity {
  const entity = entities.find((candidate) => candidate.name === name);
  if (!entity) throw new Error(`unknown kind of record: ${name}`);
  return entity;
}

/** An image of the log as the record's kind has it today: with the fields that later migrations added. */
export function completeImage<I extends Readonly<Record<string, unknown>>>(name: string, image: I): I {
  const added = entities.find((candidate) => candidate.name === name)?.added;
  return added ? { ...added, ...image } : image;
}
