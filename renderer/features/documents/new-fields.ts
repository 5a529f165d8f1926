/** What a new document takes over from the folder it is entered in. Pure. */
import type { DocumentFields } from '#shared/features/documents.ts';

/** A new draft as it is typed into the list: the folder it is typed in gives what the row itself does not say. */
export function newFields(fields: Partial<DocumentFields>, folder: Partial<DocumentFields>): Partial<DocumentFields> {
  const { filingYear, ...rest } = folder;
  // The filing year follows the date of signing where there is one (DA/T 22-2015, 5.2).
  const dated = typeof fields.signedDate === 'string';
  return { ...rest, ...(dated || filingYear === undefined ? {} : { filingYear }), ...fields };
}
