/** 修改日志 (R15): each event of a span of days with what it changed, and the head of the chain that proves them. */
import { translator } from '#shared/i18n/index.ts';
import type { TableReport } from '#shared/report/model.ts';
import { auditFields, auditHead, type AuditPaper, indexNumber } from './audit-paper.ts';
import { hashGroups } from './commitment-letter.ts';
import { listColumn, listField, listRow, tablePaper } from './paper-parts.ts';

export interface LoggedEvent {
  sequence: number;
  /** As printed, to the second. */
  at: string;
  actor: string;
  role: string;
  what: string;
  /** Each record that it changed, as far as the paper names them. */
  records: readonly { name: string; changes: readonly string[] }[];
  /** Records that it changed beyond those. */
  more: number;
  reason: string;
  hash: string;
}

export interface ChangeLogPaper extends AuditPaper {
  from: string;
  to: string;
  /** What the list is limited to, in words. */
  scope: string;
  /** In the order of the log. */
  events: readonly LoggedEvent[];
  /** Newest event of the whole log. */
  head: { sequence: number; hash: string };
}

/** Characters of an event's checksum that are printed. */
const HASH_SHOWN = 16;

/** Builds the paper; pure. */
export function changeLogReport(paper: ChangeLogPaper): TableReport {
  const { events, head, from, to, scope } = paper;
  const t = translator(paper.locale);
  return tablePaper(paper, {
    id: 'change-log',
    title: t('papers.name.changeLog'),
    keywords: [from, to, indexNumber(paper, 'changeLog')],
    runningHead: auditHead(paper, 'changeLog'),
    textSize: 'dense',
    headLines: [
      auditFields(paper, 'changeLog'),
      [
        listField(t('papers.field.span'), t('papers.range', { from, to }), { weight: 6 }),
        listField(t('fundingPapers.field.action'), scope, { weight: 2 }),
        listField(
          t('fundingPapers.field.entries'),
          t('fundingPapers.log.counts', {
            count: events.length,
            first: events[0]?.sequence ?? 0,
            last: events.at(-1)?.sequence ?? 0,
          }),
          { weight: 3 },
        ),
      ],
    ],
    columns: [
      listColumn('sequence', t('fundingPapers.column.sequence'), 12, { align: 'right', minimumEm: 3 }),
      listColumn('at', t('fundingPapers.column.at'), 20, { align: 'center', minimumEm: 5.4 }),
      listColumn('actor', t('fundingPapers.column.actor'), 16, { align: 'center', minimumEm: 4.2 }),
      listColumn('role', t('fundingPapers.column.role'), 15, { align: 'center', minimumEm: 4.2 }),
      listColumn('what', t('fundingPapers.column.what'), 36, { minimumEm: 7 }),
      listColumn('record', t('fundingPapers.column.record'), 27, { minimumEm: 5 }),
      listColumn('change', t('fundingPapers.column.change'), 62, { minimumEm: 12 }),
      listColumn('reason', t('fundingPapers.column.reason'), 26, { minimumEm: 4.4 }),
      listColumn('hash', t('fundingPapers.column.hash'), 36, { align: 'center', minimumEm: 10.4 }),
    ],
    rows: events.flatMap((event) => {
      const own = [event.sequence, event.at, event.actor, event.role, event.what] as const;
      const lines = [
        ...event.records.map(({ name, changes }) => [name, changes.join('\n')]),
        ...(event.more === 0 ? [] : [['', t('fundingPapers.log.more', { count: event.more })]]),
      ];
      const [first = ['', ''], ...rest] = lines;
      return [
        listRow([...own, first[0] ?? '', first[1] ?? '', event.reason, event.hash.slice(0, HASH_SHOWN)]),
        ...rest.map(([name = '', change = '']) => listRow([null, null, null, null, null, name, change, null, null])),
      ];
    }),
    notes: [
      t('papers.labelled', {
        label: t('fundingPapers.field.head'),
        value: t('fundingPapers.log.headValue', { sequence: head.sequence }),
      }),
      t('papers.labelled', { label: t('fundingPapers.field.headHash'), value: hashGroups(head.hash) }),
      t('fundingPapers.note.log'),
      t('fundingPapers.note.logMasked'),
    ],
    closingLines: [
      [
        listField(t('papers.sign.filledBy'), null),
        listField(t('papers.sign.head'), null),
        listField(t('papers.sign.date'), null),
      ],
    ],
  });
}
