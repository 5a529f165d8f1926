/**
 * Which files prove the entries of a year, and under which names a package carries them. A file that proves several entries
 * is carried once; what cannot be carried is listed with the reason, never left out.
 */
import { AppError } from '#shared/errors.ts';
import type { FundEntry, VoucherKind } from '#shared/features/funding.ts';
import type { Translate } from '#shared/i18n/index.ts';
import type { ReadDb } from '../db/sql.ts';
import { uniqueName } from '../documents/folders/plan.ts';
import { documentEntity } from '../entities/document.ts';
import { objectRow, type ArchivedObject } from '../objects/rows.ts';

/** `basis`: a file of the document that the entry names as its basis. */
type PackedKind = VoucherKind | 'basis';
/** `paper`: a document without a file; it lies in a box only. */
export type VoucherState = 'present' | 'missing' | 'damaged' | 'removed' | 'withdrawn' | 'paper';

export interface PackedVoucher {
  entry: number;
  kind: PackedKind;
  /** As the archive calls it. */
  name: string;
  /** In the package, with `/`; empty where it is not carried. */
  path: string;
  sha256: string | null;
  /** Bytes. */
  size: number | null;
  state: VoucherState;
}

export interface VoucherPlan {
  vouchers: PackedVoucher[];
  /** Contents to copy, by path. */
  contents: Map<string, ArchivedObject>;
}

type Wanted = Pick<PackedVoucher, 'entry' | 'kind' | 'name' | 'sha256' | 'size'> & { state: VoucherState | null };

function filesOfDocument(db: ReadDb, entry: number, kind: PackedKind, id: number): Wanted[] {
  const document = documentEntity.read(db, id);
  if (!document) throw new AppError('record/not_found', { id });
  const name = [document.reference_code, document.title].filter((part) => part !== null && part !== '').join(' ');
  const none = { entry, kind, sha256: null, size: null };
  if (document.withdrawn === 1) return [{ ...none, name: name || `#${id}`, state: 'withdrawn' }];
  if (document.files.length === 0) return [{ ...none, name: name || `#${id}`, state: 'paper' }];
  return document.files.map((file) => ({
    entry,
    kind,
    name: file.name,
    sha256: file.sha256,
    size: file.size,
    state: null,
  }));
}

function wantedBy(db: ReadDb, { id, files, documentId }: FundEntry): Wanted[] {
  const own = files.flatMap((file): Wanted[] => {
    const { kind, name, sha256, size } = file;
    if (sha256 !== null) return [{ entry: id, kind, name, sha256, size, state: null }];
    if (file.documentId !== null) return filesOfDocument(db, id, kind, file.documentId);
    // A line of evidence that names neither file nor document.
    return [{ entry: id, kind, name, sha256, size, state: 'missing' }];
  });
  return documentId === null ? own : [...own, ...filesOfDocument(db, id, 'basis', documentId)];
}

function held(db: ReadDb, sha256: string): ArchivedObject | null {
  try {
    return objectRow(db, sha256);
  } catch (error) {
    if (error instanceof AppError && error.code === 'objects/unknown') return null;
    throw error;
  }
}

export function kindWord(kind: PackedKind, t: Translate): string {
  return kind === 'basis' ? t('auditPackage.basisFile') : t(`fundingCheck.voucher.${kind}`);
}

/** Nothing is written yet; `t` gives the words of file names, which do not follow the language of the window. */
export function planVouchers(db: ReadDb, entries: readonly FundEntry[], t: Translate): VoucherPlan {
  const taken = new Set<string>();
  const paths = new Map<string, string>();
  const contents = new Map<string, ArchivedObject>();
  const vouchers = entries
    .flatMap((entry) => wantedBy(db, entry))
    .map((wanted): PackedVoucher => {
      const { sha256, state } = wanted;
      if (sha256 === null) return { ...wanted, path: '', state: state ?? 'missing' };
      const object = held(db, sha256);
      if (!object) return { ...wanted, path: '', state: 'removed' };
      let path = paths.get(sha256);
      if (path === undefined) {
        const kind = kindWord(wanted.kind, t);
        path = `vouchers/${uniqueName(`${wanted.entry}-${kind}-${wanted.name}`, taken)}`;
        paths.set(sha256, path);
        contents.set(path, object);
      }
      return { ...wanted, path, state: 'present' };
    });
  return { vouchers, contents };
}
