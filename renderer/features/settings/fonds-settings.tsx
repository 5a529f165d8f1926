/** 全宗与编号规则: the fonds, the forms of its reference codes with an example, its sections and its retention table. */
import { Button, Input, Spin } from 'antd';
import { useState } from 'react';
import type { CodeScheme, Fonds, FondsRules, Section } from '#shared/features/fonds.ts';
import { FondsCode } from '#shared/features/fonds.ts';
import { CodeProblem, formatReferenceCode } from '#shared/lib/archives/reference-code.ts';
import { call, useAsked } from '../../app/api.ts';
import { ErrorView, useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { WriteButton, Writing } from '../../app/read-only.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { RetentionTable } from './retention-table.tsx';
import { SchemeDialog } from './scheme-dialog.tsx';
import { SectionDialog } from './section-dialog.tsx';
import { Setting } from './setting.tsx';

/** Stands for the fonds code in examples while the archive has given none. */
const EXAMPLE_FONDS = 'X001';

/** A code as the scheme writes it, or null where its parts give none. */
export function exampleCode(
  scheme: Pick<CodeScheme, 'category' | 'form' | 'itemDigits' | 'hasSection' | 'yearFrom'>,
  fondsCode: string | null,
  sections: readonly Pick<Section, 'code'>[],
): string | null {
  try {
    return formatReferenceCode(
      {
        form: scheme.form,
        category: scheme.category,
        itemDigits: scheme.itemDigits as 3 | 4 | 5,
        hasOrganisation: scheme.hasSection,
      },
      {
        fonds: fondsCode ?? EXAMPLE_FONDS,
        year: scheme.yearFrom,
        termCode: 'D30',
        organisationCode: scheme.hasSection ? (sections[0]?.code ?? 'BGS') : null,
        item: 1,
      },
    );
  } catch (error) {
    if (error instanceof CodeProblem) return null;
    throw error;
  }
}

type Editing =
  | { what: 'scheme'; scheme: CodeScheme | null }
  | { what: 'section'; section: Section | null }
  | { what: 'withdrawSection'; section: Section };

export function FondsSettings() {
  const { t } = useT();
  const rules = useAsked('fonds.get', {});
  const [editing, setEditing] = useState<Editing | null>(null);
  if (rules.error !== null) return <ErrorView error={rules.error} onRetry={() => void rules.refetch()} />;
  if (rules.data === undefined) return <Spin className="centre" />;
  const { fonds, sections, retention } = rules.data;
  return (
    <div className="settings settings-wide">
      <section>
        <h2>{t('fondsSettings.fonds')}</h2>
        <FondsField key={`code-${fonds.version}`} fonds={fonds} field="code" />
        <FondsField key={`name-${fonds.version}`} fonds={fonds} field="name" />
      </section>
      <section>
        <div className="panel-head">
          <h2>{t('fondsSettings.schemes')}</h2>
          <WriteButton size="small" onClick={() => setEditing({ what: 'scheme', scheme: null })}>
            {t('fondsSettings.addScheme')}
          </WriteButton>
        </div>
        <p className="muted">{t('fondsSettings.schemesText')}</p>
        <SchemeTable rules={rules.data} onEdit={(scheme) => setEditing({ what: 'scheme', scheme })} />
      </section>
      <section>
        <div className="panel-head">
          <h2>{t('documents.field.sectionId')}</h2>
          <WriteButton size="small" onClick={() => setEditing({ what: 'section', section: null })}>
            {t('fondsSettings.addSection')}
          </WriteButton>
        </div>
        {sections.length === 0 ? (
          <p className="muted">{t('fondsSettings.noSections')}</p>
        ) : (
          <table className="plain rule-table">
            <thead>
              <tr>
                <th scope="col">{t('fondsSettings.code')}</th>
                <th scope="col">{t('fondsSettings.name')}</th>
                <Writing>
                  <th scope="col">{t('shell.organisations.actions')}</th>
                </Writing>
              </tr>
            </thead>
            <tbody>
              {sections.map((section) => (
                <tr key={section.id}>
                  <td>{section.code}</td>
                  <td>{section.name}</td>
                  <td>
                    <span className="actions">
                      <WriteButton size="small" onClick={() => setEditing({ what: 'section', section })}>
                        {t('shell.organisations.edit')}
                      </WriteButton>
                      <WriteButton size="small" onClick={() => setEditing({ what: 'withdrawSection', section })}>
                        {t('fondsSettings.retire')}
                      </WriteButton>
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section>
        <RetentionTable rows={retention} />
      </section>
      {editing?.what === 'scheme' && (
        <SchemeDialog scheme={editing.scheme} rules={rules.data} onClose={() => setEditing(null)} />
      )}
      {editing?.what === 'section' && <SectionDialog section={editing.section} onClose={() => setEditing(null)} />}
      {editing?.what === 'withdrawSection' && (
        <ReasonDialog
          title={t('fondsSettings.retireTitle', { name: editing.section.name })}
          text={t('fondsSettings.retireSectionText')}
          okText={t('fondsSettings.retire')}
          onDo={async (reason) => {
            const { id, version } = editing.section;
            await call('fonds.withdrawSection', { id, version, reason });
          }}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}

function FondsField({ fonds, field }: { fonds: Fonds; field: 'code' | 'name' }) {
  const { t } = useT();
  const showError = useShowError();
  const [text, setText] = useState<string | null>(null);
  const value = fonds[field] ?? '';
  const valid = field === 'name' ? text?.trim() !== '' : FondsCode.safeParse(text).success;
  const save = async (): Promise<void> => {
    try {
      if (text !== null && text.trim() !== value) {
        await call('fonds.update', { id: fonds.id, version: fonds.version, [field]: text.trim() });
      }
      setText(null);
    } catch (error) {
      showError(error);
    }
  };
  return (
    <Setting
      label={t(field === 'code' ? 'fondsSettings.fondsCode' : 'fondsSettings.fondsName')}
      hint={t(field === 'code' ? 'fondsSettings.fondsCodeHint' : 'fondsSettings.fondsNameHint')}
    >
      {text === null ? (
        <>
          <span>{value === '' ? <span className="muted">{t('fondsSettings.noCode')}</span> : value}</span>
          <WriteButton
            size="small"
            aria-label={`${t('shell.settings.changeUnitName')} ${t(field === 'code' ? 'fondsSettings.fondsCode' : 'fondsSettings.fondsName')}`}
            onClick={() => setText(value)}
          >
            {t('shell.settings.changeUnitName')}
          </WriteButton>
        </>
      ) : (
        <>
          <Input
            autoFocus
            aria-label={t(field === 'code' ? 'fondsSettings.fondsCode' : 'fondsSettings.fondsName')}
            maxLength={field === 'code' ? 4 : 100}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="primary" disabled={!valid} onClick={() => void save()}>
            {t('shell.settings.saveUnitName')}
          </Button>
          <Button onClick={() => setText(null)}>{t('shell.cancel')}</Button>
        </>
      )}
    </Setting>
  );
}

function SchemeTable({ rules, onEdit }: { rules: FondsRules; onEdit: (scheme: CodeScheme) => void }) {
  const { t } = useT();
  return (
    <table className="plain rule-table">
      <thead>
        <tr>
          <th scope="col">{t('documents.field.category')}</th>
          <th scope="col">{t('shell.settings.years')}</th>
          <th scope="col">{t('fondsSettings.form')}</th>
          <th scope="col">{t('fondsSettings.example')}</th>
          <Writing>
            <th scope="col">{t('shell.organisations.actions')}</th>
          </Writing>
        </tr>
      </thead>
      <tbody>
        {rules.schemes.map((scheme) => (
          <tr key={scheme.id}>
            <td>{t(`documents.category.${scheme.category}`)}</td>
            <td className="digits">
              {scheme.yearTo === null
                ? t('fondsSettings.yearsOpen', { from: scheme.yearFrom })
                : t('fondsSettings.yearsSpan', { from: scheme.yearFrom, to: scheme.yearTo })}
            </td>
            <td>{t(`fondsSettings.forms.${scheme.form}`)}</td>
            <td>
              <code>
                {exampleCode(
                  { ...scheme, yearFrom: scheme.yearTo ?? scheme.yearFrom },
                  rules.fonds.code,
                  rules.sections,
                ) ?? '—'}
              </code>
            </td>
            <td>
              <WriteButton size="small" onClick={() => onEdit(scheme)}>
                {t('shell.organisations.edit')}
              </WriteButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
