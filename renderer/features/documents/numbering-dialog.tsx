/** 编号检查: every run of numbers with what is missing in it; a gap without a reason is to be looked into. */
import { Spin } from 'antd';
import { useAsked } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import type { Names } from './document-columns.tsx';
import { sectionText, termText } from '#shared/features/document-texts.ts';

export function NumberingDialog({ names, onClose }: { names: Names; onClose: () => void }) {
  const { t } = useT();
  const answer = useAsked('documents.numbering', {});
  const series = answer.data?.series ?? [];
  const unknown = series.flatMap(({ gaps }) => gaps.filter(({ reason }) => reason === 'unknown'));
  const several = new Set(series.map(({ category }) => category)).size > 1;
  return (
    <Dialog
      title={t('menu.commands.documents.numbering')}
      footer={null}
      width={820}
      onCancel={onClose}
      focusField={false}
    >
      {answer.isPending && <Spin className="centre" />}
      {answer.error !== null && <ErrorView error={answer.error} />}
      {answer.data !== undefined && series.length === 0 && <p>{t('documentScreen.numbering.none')}</p>}
      {series.length > 0 && (
        <>
          <p role="status" className={unknown.length > 0 ? 'bad-sign' : 'good-sign'}>
            {unknown.length > 0
              ? t('documentScreen.numbering.bad', { count: unknown.length })
              : t('documentScreen.numbering.good', { count: series.length })}
          </p>
          <div className="numbering" tabIndex={0} role="group" aria-label={t('menu.commands.documents.numbering')}>
            <table className="plain numbering-table">
              <thead>
                <tr>
                  <th scope="col">{t('documentScreen.numbering.run')}</th>
                  <th scope="col">{t('documentScreen.numbering.span')}</th>
                  <th scope="col">{t('documentScreen.numbering.count')}</th>
                  <th scope="col">{t('documentScreen.numbering.gaps')}</th>
                </tr>
              </thead>
              <tbody>
                {series.map((run) => (
                  <tr key={[run.category, run.year, run.term, run.sectionId].join('/')}>
                    <td>
                      {[
                        ...(several ? [t(`documents.category.${run.category}`)] : []),
                        t('shell.year.option', { year: run.year }),
                        termText(t, run.term),
                        ...(run.sectionId === null ? [] : [sectionText(names.sections, run.sectionId)]),
                      ].join(' / ')}
                    </td>
                    <td className="digits">{run.first === run.last ? run.first : `${run.first}–${run.last}`}</td>
                    <td className="digits">{run.count}</td>
                    <td>
                      {run.gaps.length === 0 ? (
                        <span className="muted">{t('documentScreen.numbering.noGaps')}</span>
                      ) : (
                        <ul>
                          {run.gaps.map((gap) => (
                            <li key={gap.from} className={gap.reason === 'unknown' ? 'bad-sign' : ''}>
                              {t(`documentScreen.numbering.${gap.reason}`, {
                                numbers: gap.from === gap.to ? String(gap.from) : `${gap.from}–${gap.to}`,
                                detail: gap.detail,
                              })}
                            </li>
                          ))}
                        </ul>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Dialog>
  );
}
