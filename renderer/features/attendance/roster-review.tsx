/** The review of a sign-in sheet, a roster or a list of activities, on the frame that all reviews share. */
import { Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { RosterField } from '#shared/features/attendance.ts';
import type { WarningCode } from '#shared/i18n/index.ts';
import { call } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { type Review, ui } from '../../app/ui-state.ts';
import { useAcceptedNotice } from '../import/accepted-notice.tsx';
import { ReviewFrame } from '../import/review-frame.tsx';
import { REVIEW_SCREENS } from '../import/review-kind.ts';
import { useColumnsPanel } from '../import/use-columns-panel.tsx';
import { useDraft } from '../import/use-draft.ts';
import { useReread } from '../import/use-reread.ts';
import './attendance.css';
import {
  activitiesToAccept,
  activityKey,
  chooseActivity,
  choosePerson,
  lacksOf,
  personKey,
  recordsToAccept,
  rosterDoubts,
  rosterDraft,
} from './roster-draft.ts';
import { RolesPanel } from './roles-panel.tsx';
import { RosterGrid } from './roster-grid.tsx';
import { ActivityPanel, DuplicatesPanel, MinorsPanel, PersonPanel, personsToChoose } from './roster-panels.tsx';

type RosterReviewed = Extract<Review, { kind: 'roster' }>;

/** Doubts of the plan that ask who somebody is. */
const WHO_CODES: readonly string[] = [
  'roster/archive_candidate',
  'roster/archive_several',
  'roster/twin_doubt',
  'roster/twin_contradiction',
  'roster/differs',
] satisfies WarningCode[];

export function RosterReviews({ review }: { review: RosterReviewed }) {
  return (
    <RosterReview
      key={`${review.output.source.sha256}.${JSON.stringify([review.mapping, review.joinDays])}`}
      review={review}
    />
  );
}

function RosterReview({ review }: { review: RosterReviewed }) {
  const { t, locale } = useT();
  const notice = useAcceptedNotice();
  const { output: plan, mapping, joinDays = false } = review;
  const { reading, source } = plan;
  const { kind } = reading;
  const state = useDraft(() => rosterDraft(plan));
  const { draft, apply } = state;
  const doubts = useMemo(() => rosterDoubts(plan), [plan]);
  const [rolesTaken, setRolesTaken] = useState<ReadonlySet<number>>(new Set());
  const [goTo, setGoTo] = useState<{ rowId: number } | null>(null);
  const hasMinors = plan.minors_under_14.length > 0;
  const doubtful = useMemo(
    () =>
      new Set(plan.warnings.flatMap(({ code, row }) => (row !== null && WHO_CODES.includes(code) ? [row + 1] : []))),
    [plan.warnings],
  );
  const persons = useMemo(
    () => (kind === 'activities' ? [] : personsToChoose(draft.rows, doubtful)),
    [doubtful, draft.rows, kind],
  );
  const lacks = lacksOf(draft, kind);
  const taken = draft.rows.filter(({ duplicate }) => duplicate === null).length;
  const activities = new Set(draft.rows.map(activityKey));

  // A role that was ticked is typed text as much as a corrected cell.
  const saidRoles = rolesTaken.size > 0;
  const reread = useReread(state.canUndo || saidRoles);
  /** With what was said of a column or of the days. */
  const readAgain = async (said: { mapping?: typeof mapping; joinDays?: boolean }): Promise<void> => {
    const next = { mapping, joinDays, ...said };
    const output = await call('attendance.plan', { ...review.from, ...next, locale, withLines: true });
    ui.set({ review: { ...review, output, ...next } });
  };
  const columns = useColumnsPanel<RosterField>({
    columns: reading.columns,
    mapping: reading.mapping,
    decided: mapping,
    fields: RosterField.options.map((value) => ({ value, label: t(`signIn.review.field.${value}`) })),
    reread,
    read: (next) => readAgain({ mapping: next }),
  });

  const accept = async (): Promise<void> => {
    const result = await call('attendance.accept', {
      sourceName: source.name,
      sourceSha256: source.sha256,
      records: recordsToAccept(draft),
      activities: activitiesToAccept(draft),
      // A row that became somebody else takes its proposal along to nobody.
      roles: plan.proposedRoles.filter(
        ({ personId }, place) =>
          rolesTaken.has(place) && draft.rows.some(({ person }) => 'id' in person && person.id === personId),
      ),
    });
    ui.set({ review: null, screen: REVIEW_SCREENS.roster });
    const left = draft.rows.length - taken + result.duplicates;
    notice({
      title:
        kind === 'attendance'
          ? t('signIn.review.accepted', { count: result.added })
          : kind === 'persons'
            ? t('signIn.review.acceptedPersons', { count: result.people })
            : t('signIn.review.acceptedActivities', { count: result.activities }),
      description:
        [
          ...(kind === 'attendance' && result.people > 0
            ? [t('signIn.review.newPersons', { count: result.people })]
            : []),
          ...(kind === 'attendance' && result.activities > 0
            ? [t('signIn.review.newActivities', { count: result.activities })]
            : []),
          ...(result.roles > 0 ? [t('signIn.review.rolesAdded', { count: result.roles })] : []),
          ...(left > 0 ? [t('signIn.review.duplicates', { count: left })] : []),
        ].join('') || undefined,
      isImport: ({ code, params }) =>
        result.importId === null
          ? code === 'attendanceRoles'
          : code === 'attendanceImport' && params['count'] === result.added,
    });
  };

  const blockers = [
    ...(lacks.names > 0 ? [t('signIn.review.needNames', { count: lacks.names })] : []),
    ...(lacks.activities > 0 ? [t('signIn.review.needActivities', { count: lacks.activities })] : []),
    ...(lacks.dates > 0 ? [t('signIn.review.needDates', { count: lacks.dates })] : []),
    ...(taken === 0 && draft.rows.length > 0 ? [t('signIn.review.allThere')] : []),
  ];

  return (
    <ReviewFrame
      kind="roster"
      title={t('signIn.review.title')}
      source={source}
      doubts={doubts}
      state={state}
      decided={columns.decided || saidRoles || joinDays}
      settings={
        kind !== 'activities' && (
          <strong className="digits">
            {t('signIn.review.summary', {
              lines: plan.lines,
              personTimes: plan.person_times,
              people: plan.distinct_people,
            })}
          </strong>
        )
      }
      panels={[
        ...(kind === 'activities'
          ? []
          : [
              {
                key: 'persons',
                label: t('signIn.review.panelPersons', { count: persons.length }),
                content: (
                  <PersonPanel
                    rows={draft.rows}
                    persons={persons}
                    onGo={({ id }) => setGoTo({ rowId: id })}
                    onChoose={(row, person) => apply((now) => choosePerson(now, personKey(row), person))}
                  />
                ),
              },
            ]),
        ...(plan.proposedRoles.length > 0
          ? [
              {
                key: 'roles',
                label: t('signIn.review.panelRoles', { count: plan.proposedRoles.length }),
                content: <RolesPanel proposed={plan.proposedRoles} taken={rolesTaken} onTake={setRolesTaken} />,
              },
            ]
          : []),
        ...(kind === 'attendance'
          ? [
              {
                key: 'activities',
                label: t('signIn.review.panelActivities', { count: activities.size }),
                content: (
                  <>
                    {(activities.size > 1 || joinDays) && (
                      <Checkbox
                        checked={joinDays}
                        disabled={reread.busy}
                        onChange={({ target }) => void reread.again(() => readAgain({ joinDays: target.checked }))}
                      >
                        {t('signIn.review.joinDays')}
                      </Checkbox>
                    )}
                    <ActivityPanel
                      rows={draft.rows}
                      onChoose={(key, id) => apply((now) => chooseActivity(now, key, id))}
                    />
                  </>
                ),
              },
              {
                key: 'minors',
                label: t('signIn.review.panelMinors', { count: plan.minors_under_14.length }),
                content: <MinorsPanel plan={plan} />,
              },
            ]
          : []),
        {
          key: 'duplicates',
          label: t('signIn.review.panelDuplicates', { count: draft.rows.length - taken }),
          content: <DuplicatesPanel rows={draft.rows} />,
        },
        columns.panel,
      ]}
      firstPanel={columns.decided ? columns.panel.key : joinDays ? 'activities' : undefined}
      grid={(props) => <RosterGrid {...props} show={goTo ?? props.show} kind={kind} hasMinors={hasMinors} />}
      fieldsOfLine={(text) => {
        const name = text.slice(0, 50);
        return { shown: { name }, person: { key: `+${text}`, fields: { name } } };
      }}
      blockers={blockers}
      acceptText={t(kind === 'activities' ? 'signIn.review.acceptActivities' : 'signIn.review.accept', {
        count: taken,
      })}
      onAccept={accept}
    />
  );
}
