/** What the register of documents asks for, each a sentence with one action. */
import type { ReactNode } from 'react';
import { useAsked } from '../../app/api.ts';
import { runCommand } from '../../app/commands.ts';
import { useT } from '../../app/i18n.tsx';
import { useReadOnly } from '../../app/read-only.tsx';
import { openFolder } from '../documents/document-state.ts';
import { countOf } from '../documents/folder.ts';

/** `year`: the year that the person works in. */
export function DocumentLines({ year }: { year: number }) {
  const { t } = useT();
  const readOnly = useReadOnly();
  const tree = useAsked('documents.tree', {}).data;
  if (!tree) return null;
  const filed = countOf(tree.nodes, { state: 'filed', year });
  const drafts = countOf(tree.nodes, { state: 'draft' });
  /** `enters`: the action begins an entry, and is not there while auditors look. */
  const line = (key: string, text: string, action: string, run: () => void, enters = false): ReactNode => (
    <li key={key}>
      {text}{' '}
      {!(enters && readOnly) && (
        <button type="button" className="text-link" onClick={run}>
          {readOnly ? t('documentScreen.home.show') : action}
        </button>
      )}
    </li>
  );
  return (
    <section className="panel">
      <h2>{t('shell.nav.documents')}</h2>
      <ul className="todo">
        {tree.total === 0
          ? line(
              'begin',
              t('documentScreen.home.none'),
              t('documentScreen.home.begin'),
              () => runCommand('documents.create'),
              true,
            )
          : line(
              'filed',
              t('documentScreen.home.filed', { year, count: filed }),
              t(filed > 0 ? 'documentScreen.home.show' : 'documentScreen.home.enter'),
              () => (filed > 0 ? openFolder({ kind: 'class', year }) : runCommand('documents.create')),
              filed === 0,
            )}
        {drafts > 0 &&
          line('drafts', t('documentScreen.home.drafts', { count: drafts }), t('documentScreen.home.file'), () =>
            openFolder({ kind: 'draft' }),
          )}
        {tree.incomplete > 0 &&
          line(
            'incomplete',
            t('documentScreen.home.incomplete', { count: tree.incomplete }),
            t('documentScreen.home.complete'),
            () => openFolder({ kind: 'incomplete' }),
          )}
      </ul>
    </section>
  );
}
