/** Templates of documents. */
import type { Messages, SameKeys } from '../index.ts';

export const templates: SameKeys<Messages['templates']> = {
  title: 'Document templates',
  text: 'Keep what papers of one kind have in common as a template, and enter documents from it. What is empty is not part of the template.',
  choose: 'Template',
  fresh: 'New template',
  name: 'Name of the template',
  nameNeeded: 'Please name the template.',
  fieldNeeded: 'Please fill in at least one field.',
  save: 'Save template',
  withdraw: 'Retire template',
  saved: 'Template “{{name}}” saved',
  withdrawn: 'Template “{{name}}” retired',
  enter: 'Enter a document',
  titleNeeded: 'A document needs a title; please fill it in.',
  entered: '“{{title}}” entered',
};
