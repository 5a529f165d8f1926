/** Evidence that a record holds – an activity, an entry of the ledger – as the window sees it. Pure. */
import type { ActivityFile } from '#shared/features/activities.ts';
import type { ShownFile } from './file-content.ts';

/** A file of the archive, or a document that stands for one; `Kind` is what the record's register calls it. */
export type EvidenceFile<Kind extends string> = Omit<ActivityFile, 'kind'> & { kind: Kind };

/** A kind of evidence with its words. */
export interface KindOption<Kind extends string> {
  value: Kind;
  label: string;
}

/** A dropped file, or the grant of a chosen one. */
export interface EvidenceToTake {
  name: string;
  source: File | { file: string };
}

/** What the archive is handed of it: dropped ones by their bytes, chosen ones by their grant. */
export type EvidenceSource = { file: string } | { bytes: Uint8Array<ArrayBuffer>; name: string };

/** The content of a piece of evidence that can be shown; null = it is a document of the archive. */
export function shownFile({ sha256, name, format, size }: EvidenceFile<string>): ShownFile | null {
  return sha256 === null || format === null || size === null ? null : { sha256, name, format, size };
}

export function sameEvidence(one: EvidenceFile<string>, other: EvidenceFile<string>): boolean {
  return one.kind === other.kind && one.sha256 === other.sha256 && one.documentId === other.documentId;
}

/** The one kind that all names speak for; else `other`. */
export function guessKinds<Kind extends string>(
  names: readonly string[],
  guess: (name: string) => Kind,
  other: Kind,
): Kind {
  const kinds = new Set(names.map(guess));
  return kinds.size === 1 ? ([...kinds][0] ?? other) : other;
}

/** A document of the archive as a piece of evidence. */
export function documentEvidence<Kind extends string>(
  kind: Kind,
  document: { id: number; title: string },
): EvidenceFile<Kind> {
  return {
    kind,
    documentId: document.id,
    name: document.title.slice(0, 255) || '—',
    sha256: null,
    size: null,
    format: null,
    pageCount: null,
  };
}
