/** Where the person is: screen, year, open panels and dialogs. Lives as long as the window; nothing of it is a record. */
import type { PlannedImport, RosterMapping } from '#shared/features/attendance.ts';
import type { CatalogueMapping, ReadCatalogueOutput } from '#shared/features/catalogue.ts';
import type { TableComparison } from '#shared/features/document-table.ts';
import type { FundingReading } from '#shared/features/funding-reading.ts';
import type { PaperName, ScopeOf } from '#shared/features/papers.ts';
import type { AuditMode } from '#shared/features/window.ts';
import type { ReadOutput } from '#shared/features/schedule.ts';
import type { Messages } from '#shared/i18n/index.ts';
import { createStore, useStore } from './store.ts';

/** A screen is known by the key of its title; `renderer/features/index.ts` says what it is. */
export type Screen = keyof Messages['shell']['nav'];
export type ScheduleView = 'table' | 'calendar' | 'preview';
export type SettingsPage = 'general' | 'fonds';
export type Dialog =
  | 'createArchive'
  | 'createYear'
  | 'copyYear'
  | 'enterAudit'
  | 'auditPackage'
  | 'palette'
  | 'keys'
  | 'about'
  | 'paste'
  | 'filesCheck'
  | 'checks'
  | 'exportTable'
  | 'exportFolders'
  | 'templates';

/** What is to be read: a granted file, dropped bytes with their name, or a paste. */
export interface ForeignSource {
  file?: string;
  name?: string;
  bytes?: Uint8Array<ArrayBuffer>;
  text?: string;
  html?: string;
}

/** A reading under review, with what it was read from, so that it can be read again. */
export type Review =
  | { kind: 'plan'; output: ReadOutput; from: ForeignSource }
  | {
      kind: 'catalogue';
      output: ReadCatalogueOutput;
      from: ForeignSource;
      /** What the person said of columns so far. */
      mapping: CatalogueMapping;
    }
  | { kind: 'roster'; output: PlannedImport; from: ForeignSource; mapping: RosterMapping; joinDays?: boolean }
  | { kind: 'funding'; output: FundingReading; from: ForeignSource; mapping: FundingReading['mapping'] };

/** A paper to be shown, with as much of its scope as the caller knows. */
export interface PaperRequest {
  paper: PaperName;
  year?: number;
  term?: string;
  sectionId?: number;
  documentIds?: number[];
  boxIds?: number[];
  transferId?: number;
  disposalId?: number;
  appraisalId?: number;
  stocktakeId?: number;
  checkRunId?: number;
  from?: string;
  to?: string;
  on?: string;
  lines?: number;
  sheet?: ScopeOf<'spine'>['sheet'];
  termStyle?: ScopeOf<'stamp'>['termStyle'];
  activityId?: number;
  /** Lines that a sign-in sheet has at least; without, it fills whole pages. */
  leastLines?: number;
  phones?: ScopeOf<'signInSheet'>['phones'];
  /** Why phones are printed whole. */
  reason?: string;
  categoryId?: number;
  audience?: NonNullable<ScopeOf<'activityList'>['audience']>;
  planRowId?: number;
  role?: ScopeOf<'personRegister'>['role'];
  personIds?: number[];
  award?: string;
  /** Working days of a notice. */
  days?: number;
  /** Reversed entries of the ledger are listed too. */
  withReversed?: boolean;
  kind?: NonNullable<ScopeOf<'unitTrainingCheck'>['kind']>;
  /** Beginning of the actions' name that a log is limited to. */
  action?: string;
  /** What an audit's form is about, its annex, and what was found. */
  entryIds?: number[];
  project?: string;
  matter?: string;
  summary?: string;
  auditors?: string[];
  opinion?: string;
  items?: ScopeOf<'workingPaper'>['items'];
  preparedBy?: string;
  reviewedBy?: string;
}

export interface UiState {
  screen: Screen;
  view: ScheduleView;
  settings: SettingsPage;
  /** Null until the archive's years are known, or when it has none. */
  year: number | null;
  inspector: boolean;
  filterBar: boolean;
  dialog: Dialog | null;
  /** Format whose export dialog is open. */
  exporting: 'xlsx' | 'pdf' | null;
  /** The paper of the archive room whose dialog is open. */
  paper: PaperRequest | null;
  review: Review | null;
  /** An edited table of documents beside the archive, before anything of it is taken. */
  comparison: TableComparison | null;
  /** Something was corrected or decided in the review and is not imported yet. */
  reviewTouched: boolean;
  /** What came while no archive was open; it is read as soon as one is. */
  waiting: ForeignSource | null;
  /** Id of the recent archive that the system's menu asked for. */
  toOpen: string | null;
  /** The archive behind the window is being opened, created or closed. */
  switching: boolean;
  /** Row that the table should show and select next. */
  showRow: number | null;
  savedAt: Date | null;
  /** The archive is open for an audit: nothing can be changed (read-only.tsx). Follows `window.state`. */
  audit: AuditMode | null;
  /** Writes under way. */
  saving: number;
}

export const ui = createStore<UiState>({
  screen: 'home',
  view: 'table',
  settings: 'general',
  year: null,
  // In a narrow window the table needs the room; F4 shows the panel.
  inspector: globalThis.innerWidth >= 1200,
  filterBar: false,
  dialog: null,
  exporting: null,
  paper: null,
  review: null,
  comparison: null,
  reviewTouched: false,
  waiting: null,
  toOpen: null,
  switching: false,
  showRow: null,
  savedAt: null,
  audit: null,
  saving: 0,
});

export function useUi<Part>(select: (state: UiState) => Part): Part {
  return useStore(ui, select);
}
