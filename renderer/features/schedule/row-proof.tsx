/** 佐证 of a row of the plan: a row that is done counts only with evidence (domain rule U4). */
import { CheckCircleOutlined, PlusOutlined, WarningOutlined } from '@ant-design/icons';
import { useMemo } from 'react';
import type { PlanRowProof } from '#shared/features/activities.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { useAsked } from '../../app/api.ts';
import { useT } from '../../app/i18n.tsx';
import { WriteButton } from '../../app/read-only.tsx';
import { enterForPlanRow, showActivity } from '../activities/activity-state.ts';
import '../activities/activities.css';
import { dateText } from '../activities/activity-texts.ts';
import { ChecklistLines } from '../activities/checklist-marks.tsx';
import { showDocument } from '../documents/document-state.ts';

export type Proofs = ReadonlyMap<number, PlanRowProof>;

const NO_PROOFS: Proofs = new Map();

/** What proves each row of the year's plan, by the row's id. */
export function useProofs(year: number | null): Proofs {
  const proofs = useAsked('activities.proofs', { year: year ?? 0 }, { enabled: year !== null }).data;
  return useMemo(() => (proofs ? new Map(proofs.map((proof) => [proof.rowId, proof])) : NO_PROOFS), [proofs]);
}

/** Done, and nothing shows it. */
export function isUnproven({ status, proven }: PlanRowProof): boolean {
  return status === 'done' && !proven;
}

export function proofText(t: Translate, proof: PlanRowProof | undefined): string {
  if (!proof) return '';
  if (proof.proven) return t('activityScreen.proof.proven');
  if (isUnproven(proof)) return t('activityScreen.proof.unproven');
  return proof.activityIds.length === 0 ? '' : t('activityScreen.proof.some', { count: proof.activityIds.length });
}

export function ProofChip({ proof }: { proof: PlanRowProof | undefined }) {
  const { t } = useT();
  const text = proofText(t, proof);
  if (!proof || text === '') return null;
  if (!proof.proven && !isUnproven(proof)) return text;
  const Icon = proof.proven ? CheckCircleOutlined : WarningOutlined;
  return (
    <span className={`proof-chip ${proof.proven ? 'proof-proven' : 'proof-unproven'}`}>
      <Icon aria-hidden /> {text}
    </span>
  );
}

/** Part of the panel: checklist, the activities and documents behind it, and the way to a new activity. */
export function RowProof({ proof }: { proof: PlanRowProof }) {
  const { t } = useT();
  const { activityIds, documentIds } = proof;
  const activities = useAsked(
    'activities.list',
    { filter: { ids: activityIds } },
    { enabled: activityIds.length > 0 },
  ).data;
  const documents = useAsked(
    'documents.list',
    { filter: { ids: documentIds } },
    { enabled: documentIds.length > 0 },
  ).data;
  const unproven = isUnproven(proof);
  return (
    <section className="inspector-group" aria-label={t('activityScreen.proof.title')}>
      <h3>{t('activityScreen.proof.title')}</h3>
      <p className={unproven ? 'proof-unproven' : 'muted'}>
        {unproven
          ? t('activityScreen.proof.unprovenText')
          : t(proof.proven ? 'activityScreen.proof.provenText' : 'activityScreen.proof.openText')}
      </p>
      <ChecklistLines checklist={proof.checklist} />
      <ul className="proof-activities">
        {activityIds.length > 0 &&
          activities?.rows.map((activity) => (
            <li key={activity.id}>
              <button
                type="button"
                className="text-link break"
                onClick={() =>
                  showActivity(activity.id, activity.dateStart === null ? null : Number(activity.dateStart.slice(0, 4)))
                }
              >
                {activity.title || t('activityScreen.untitled')}
              </button>{' '}
              <span className="muted digits">
                {dateText(activity)} · {t('activityScreen.proof.personTimes', { count: activity.personTimes })}
              </span>
            </li>
          ))}
        {documentIds.length > 0 &&
          documents?.rows.map((document) => (
            <li key={`document-${document.id}`}>
              <button type="button" className="text-link break" onClick={() => showDocument(document.id)}>
                {document.title || t('documentScreen.untitled')}
              </button>{' '}
              <span className="muted">{t('activityScreen.evidence.document')}</span>
            </li>
          ))}
      </ul>
      <WriteButton size="small" icon={<PlusOutlined />} onClick={() => enterForPlanRow(proof.rowId)}>
        {t('activityScreen.proof.enter')}
      </WriteButton>
    </section>
  );
}
