/**
 * The archive behind the window: at most one is open, switches happen one after the other, and the old one is closed
 * only when the new one stands. Without an archive a host without one still reads files.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AUDIT_BEGIN, AUDIT_END } from '#core/audit/trace.ts';
import type { Log } from '#core/log.ts';
import type { Reply } from '#shared/bridge.ts';
import { createCall } from '#shared/client.ts';
import { AppError } from '#shared/errors.ts';
import { ArchiveInfo } from '#shared/features/archive.ts';
import type { AuditMode, RecentArchive } from '#shared/features/window.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { startHost, type Host, type HostOptions } from '../worker/host.ts';
import { jsonFile } from './json-file.ts';
import { holdsArchive, NO_RECENT, RecentFile, withOpened } from './recent-archives.ts';

export interface ArchivesOptions {
  /** Folder of the user's profile: recent list, example archive. */
  profile: string;
  fontsFolder: string;
  exampleFolder: string;
  appVersion: string;
  actor: string;
  locale: () => Locale;
  log: Log;
  /** The thread's entry, as JavaScript. */
  entry: string;
  /** After every change of the open archive and of the recent list. */
  onChange: () => void;
  now?: () => string;
}

export interface Archives {
  /** Opens the archive that the program was started with, or the one that was open last. Never rejects. */
  begin(directory: string | null): Promise<void>;
  open(directory: string): Promise<ArchiveInfo>;
  openRecent(id: string): Promise<ArchiveInfo>;
  create(directory: string, unitName: string): Promise<ArchiveInfo>;
  openExample(reset: boolean): Promise<ArchiveInfo>;
  /** Closes it on purpose: it is not opened again at the next start. */
  close(): Promise<void>;
  /** Closes it at the end of the program. */
  end(): Promise<void>;
  current(): Promise<{ info: ArchiveInfo; directory: string; audit: AuditMode | null } | null>;
  recent(): RecentArchive[];
  /** While an audit is on, in the role of the auditors and under their names. */
  call: Host['call'];
  /** Begins an audit of the open archive. Throws archive/closed, access/role where one is on, and why it could not be logged. */
  enterAudit(auditors: string, purpose: string): Promise<AuditMode>;
  leaveAudit(): Promise<void>;
  /** Throws access/role while an audit is on: for what would change or replace an archive beside the core. */
  mustNotAudit(): void;
}

export function createArchives(options: ArchivesOptions): Archives {
  const now = options.now ?? (() => new Date().toISOString());
  const recentFile = jsonFile(join(options.profile, 'recent.json'), RecentFile, NO_RECENT);
  const exampleDirectory = join(options.profile, 'example');
  /** `audit` lives with the open archive: closing it, opening another and the end of the program end it. */
  let open: { host: Host; directory: string; audit: AuditMode | null } | null = null;
  let withoutArchive: Promise<Host> | null = null;
  let line: Promise<unknown> = Promise.resolve();

  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = line.then(work);
    line = turn.catch(() => undefined);
    return turn;
  };

  const start = (directory: string | null, createIfMissing?: HostOptions['createIfMissing']): Promise<Host> =>
    startHost({
      directory,
      fontsFolder: options.fontsFolder,
      appVersion: options.appVersion,
      locale: options.locale(),
      actor: options.actor,
      log: options.log,
      entry: options.entry,
      ...(createIfMissing ? { createIfMissing } : {}),
    });

  const infoOf = async (host: Host): Promise<ArchiveInfo> => {
    const { reply } = await host.call('archive.info', {});
    if (!reply.ok) throw AppError.fromWire(reply.error);
    return ArchiveInfo.parse(reply.value);
  };

  const logAudit = (host: Host, code: string, { auditors, purpose }: AuditMode): Promise<Reply> =>
    host.record({
      action: code === AUDIT_BEGIN ? 'window.enterAudit' : 'window.leaveAudit',
      label: { code, params: { auditors, purpose, account: options.actor } },
      actor: { name: auditors, role: 'auditor' },
    });

  const closeOpen = async (): Promise<void> => {
    const before = open;
    open = null;
    if (before?.audit) {
      // The archive is closed in any case; where the disk refuses the entry, its begin still stands in the log.
      const reply = await logAudit(before.host, AUDIT_END, before.audit);
      if (!reply.ok) options.log.error('audit.end_not_logged', { code: reply.error.code });
    }
    await before?.host.close();
  };

  /** Puts an opened host in place of the one before. */
  const take = async (host: Host, directory: string): Promise<ArchiveInfo> => {
    let info: ArchiveInfo;
    try {
      info = await infoOf(host);
    } catch (error) {
      await host.close();
      throw error;
    }
    await closeOpen();
    open = { host, directory, audit: null };
    recentFile.write(withOpened(recentFile.read(), directory, info.unitName, now()));
    options.log.info('archive.opened', { example: info.isExample, structure: info.structure });
    options.onChange();
    return info;
  };

  const openNow = async (given: string): Promise<ArchiveInfo> => {
    const directory = resolve(given);
    if (open?.directory === directory) return infoOf(open.host);
    return take(await start(directory), directory);
  };

  const buildExampleNow = async (): Promise<void> => {
    if (!existsSync(options.exampleFolder)) throw new AppError('window/example_missing');
    const { buildExample, readExample } = await import('#core/example.ts');
    const { unitName } = readExample(options.exampleFolder);
    // Built beside and renamed when complete: a half-built example is never opened.
    const building = `${exampleDirectory}.new`;
    rmSync(building, { recursive: true, force: true });
    const host = await start(building, { unitName, isExample: true });
    try {
      const call = createCall(async (name, input, callOptions) => (await host.call(name, input, callOptions)).reply);
      await buildExample(call, options.exampleFolder);
    } finally {
      await host.close();
    }
    renameSync(building, exampleDirectory);
  };

  return {
    begin: (given) =>
      inLine(async () => {
        const list = recentFile.read();
        const last = list.entries.find((entry) => entry.id === list.last);
        const directory = given ?? last?.directory;
        if (directory === undefined) return;
        try {
          await openNow(directory);
        } catch (error) {
          // The window then offers the recent list; choosing the entry there says what is wrong.
          options.log.warn('archive.not_opened', { code: error instanceof AppError ? error.code : 'unknown' });
        }
      }),
    open: (directory) => inLine(() => openNow(directory)),
    openRecent: (id) =>
      inLine(() => {
        const entry = recentFile.read().entries.find((candidate) => candidate.id === id);
        if (!entry) throw new AppError('archive/not_found', { directory: id });
        return openNow(entry.directory);
      }),
    create: (given, unitName) =>
      inLine(async () => {
        const directory = resolve(given);
        if (holdsArchive(directory)) throw new AppError('archive/not_empty', { directory });
        return take(await start(directory, { unitName, isExample: false }), directory);
      }),
    openExample: (reset) =>
      inLine(async () => {
        if (reset && existsSync(exampleDirectory)) {
          if (open?.directory === exampleDirectory) await closeOpen();
          const old = `${exampleDirectory}.old`;
          rmSync(old, { recursive: true, force: true });
          renameSync(exampleDirectory, old);
          rmSync(old, { recursive: true, force: true });
        }
        if (!existsSync(exampleDirectory)) await buildExampleNow();
        return openNow(exampleDirectory);
      }),
    close: () =>
      inLine(async () => {
        await closeOpen();
        recentFile.write({ ...recentFile.read(), last: null });
        options.onChange();
      }),
    end: () =>
      inLine(async () => {
        await closeOpen();
        await (await withoutArchive?.catch(() => null))?.close();
      }),
    current: () =>
      inLine(async () =>
        open ? { info: await infoOf(open.host), directory: open.directory, audit: open.audit } : null,
      ),
    recent: () =>
      recentFile.read().entries.map((entry) => ({
        id: entry.id,
        unitName: entry.unitName,
        display: entry.directory,
        openedAt: entry.openedAt,
        available: holdsArchive(entry.directory),
      })),
    call: async (name, input, callOptions) => {
      if (!open) return (await (withoutArchive ??= start(null))).call(name, input, callOptions);
      const { host, audit } = open;
      if (!audit) return host.call(name, input, callOptions);
      return host.call(name, input, { ...callOptions, role: 'auditor', actor: audit.auditors });
    },
    enterAudit: (auditors, purpose) =>
      inLine(async () => {
        if (!open) throw new AppError('archive/closed');
        if (open.audit) throw new AppError('access/role', { role: 'auditor' });
        const audit: AuditMode = { since: now(), auditors, purpose };
        const reply = await logAudit(open.host, AUDIT_BEGIN, audit);
        if (!reply.ok) throw AppError.fromWire(reply.error);
        open.audit = audit;
        options.onChange();
        return audit;
      }),
    leaveAudit: () =>
      inLine(async () => {
        if (!open?.audit) return;
        const reply = await logAudit(open.host, AUDIT_END, open.audit);
        if (!reply.ok) throw AppError.fromWire(reply.error);
        open.audit = null;
        options.onChange();
      }),
    mustNotAudit: () => {
      if (open?.audit) throw new AppError('access/role', { role: 'auditor' });
    },
  };
}
