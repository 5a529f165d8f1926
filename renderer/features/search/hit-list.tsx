/** Hits in one list that is walked with the arrow keys; near misses stand below a line of their own. */
import { Fragment, useEffect } from 'react';
import type { SearchHit } from '#shared/features/search.ts';
import { useT } from '../../app/i18n.tsx';
import { Highlighted } from './highlighted.tsx';
import { factsText, kindText } from './hit-words.ts';

interface Props {
  id: string;
  hits: readonly SearchHit[];
  active: number;
  onActive: (index: number) => void;
  onOpen: (hit: SearchHit) => void;
}

export function HitList({ id, hits, active, onActive, onOpen }: Props) {
  const { t } = useT();
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);
  const firstNear = hits.findIndex(({ match }) => match === 'near');
  return (
    <div role="listbox" id={id} className="hit-list" aria-label={t('search.label')} tabIndex={-1}>
      {hits.map((hit, index) => (
        <Fragment key={`${hit.kind}/${hit.id}`}>
          {index === firstNear && (
            <p className="hit-near-title" role="presentation">
              {firstNear === 0 ? t('search.nearTitle') : t('search.nearTitleSome')}
            </p>
          )}
          <div
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className="hit"
            onMouseMove={() => index !== active && onActive(index)}
            onClick={() => onOpen(hit)}
          >
            <span className={`hit-kind hit-kind-${hit.kind}`}>{kindText(t, hit.kind)}</span>
            <span className="hit-text">
              <strong>
                <Highlighted text={hit.title} ranges={hit.titleRanges} />
              </strong>
              {hit.excerpt !== '' && (
                <span className="hit-excerpt">
                  {hit.excerptField !== null && <em>{t(`search.inField.${hit.excerptField}`)}：</em>}
                  {hit.excerptCut.before && '…'}
                  <Highlighted text={hit.excerpt} ranges={hit.excerptRanges} />
                  {hit.excerptCut.after && '…'}
                </span>
              )}
              <span className="muted hit-facts">
                {factsText(t, hit)}
                {hit.match === 'pinyin' && ` · ${t('search.pinyin')}`}
              </span>
            </span>
          </div>
        </Fragment>
      ))}
    </div>
  );
}
