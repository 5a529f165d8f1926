/** Templates: made, changed and retired, and a document entered from what stands in the form. */
import { App, Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { fieldProblem, TEXT_FIELDS, type TextField } from '#shared/features/document-texts.ts';
import type { FondsRules } from '#shared/features/fonds.ts';
import type { DocumentTemplate } from '#shared/features/templates.ts';
import { call, useAsked } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { ui, useUi } from '../../app/ui-state.ts';
import { TemplatePicker } from './template-picker.tsx';
import { readTemplate, type TemplateTexts, textsOfTemplate } from './template-texts.ts';

export function TemplateDialog() {
  const open = useUi((state) => state.dialog === 'templates');
  const rules = useAsked('fonds.get', {}, { enabled: open }).data;
  return open && rules ? <Templates rules={rules} /> : null;
}

const LONG: readonly TextField[] = ['addressees', 'copiesTo', 'annexes', 'keywords', 'abstract', 'remark'];

function Templates({ rules }: { rules: FondsRules }) {
  const { t } = useT();
  const { message } = App.useApp();
  const [template, setTemplate] = useState<DocumentTemplate | null>(null);
  const [name, setName] = useState('');
  const [texts, setTexts] = useState<TemplateTexts>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { fields, problems } = useMemo(() => readTemplate(texts, t, rules), [rules, t, texts]);
  const readable = problems.size === 0;

  const choose = (chosen: DocumentTemplate | null): void => {
    setTemplate(chosen);
    setName(chosen?.name ?? '');
    setTexts(chosen ? textsOfTemplate(chosen.fields, t, rules) : {});
    setProblem(null);
    setError(null);
  };
  /** Runs one command; `lacking` says what the form lacks for it. */
  const run = async (lacking: string | null, work: () => Promise<void>): Promise<void> => {
    setProblem(lacking);
    setError(null);
    if (lacking !== null) return;
    setBusy(true);
    try {
      await work();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const save = (): Promise<void> => {
    const empty = Object.keys(fields).length === 0 ? t('templates.fieldNeeded') : null;
    return run(name.trim() === '' ? t('templates.nameNeeded') : empty, async () => {
      const known = template ? { id: template.id, version: template.version } : {};
      const output = await call('templates.save', { ...known, name: name.trim(), fields });
      choose(output.template);
      message.success(t('templates.saved', { name: output.template.name }));
    });
  };
  const withdraw = (): Promise<void> =>
    run(null, async () => {
      if (!template) return;
      await call('templates.withdraw', { id: template.id, version: template.version });
      message.success(t('templates.withdrawn', { name: template.name }));
      choose(null);
    });
  const enter = (): Promise<void> =>
    run((fields.title ?? '') === '' ? t('templates.titleNeeded') : null, async () => {
      const { document } = await call('documents.create', { fields });
      message.success(t('templates.entered', { title: document.title }));
    });

  return (
    <Dialog
      width={860}
      title={t('templates.title')}
      onCancel={() => ui.set({ dialog: null })}
      mask={{ closable: false }}
      footer={
        <div className="actions actions-end">
          {template && (
            <Button danger disabled={busy} onClick={() => void withdraw()}>
              {t('templates.withdraw')}
            </Button>
          )}
          <span className="spring" />
          <Button disabled={!readable || busy} onClick={() => void enter()}>
            {t('templates.enter')}
          </Button>
          <Button type="primary" loading={busy} disabled={!readable} onClick={() => void save()}>
            {t('templates.save')}
          </Button>
        </div>
      }
    >
      <p>{t('templates.text')}</p>
      <div className="template-head">
        <div className="field">
          <label htmlFor="template-choose">{t('templates.choose')}</label>
          <TemplatePicker
            id="template-choose"
            value={template?.id ?? null}
            noneLabel={t('templates.fresh')}
            onChoose={choose}
          />
        </div>
        <div className="field">
          <label htmlFor="template-name">{t('templates.name')}</label>
          <Input id="template-name" value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        </div>
      </div>
      <div className="template-fields" tabIndex={0} role="region" aria-label={t('templates.title')}>
        {TEXT_FIELDS.map((field) => {
          const refused = problems.get(field);
          const common = {
            id: `template-${field}`,
            value: texts[field] ?? '',
            status: refused ? ('error' as const) : ('' as const),
            'aria-describedby': refused ? `template-${field}-note` : undefined,
          };
          const set = (text: string): void => setTexts((now) => ({ ...now, [field]: text }));
          return (
            <div key={field} className="field">
              <label htmlFor={common.id}>{t(`documents.field.${field}`)}</label>
              {LONG.includes(field) ? (
                <Input.TextArea
                  {...common}
                  autoSize={{ minRows: 1, maxRows: 4 }}
                  onChange={(event) => set(event.target.value)}
                />
              ) : (
                <Input {...common} onChange={(event) => set(event.target.value)} />
              )}
              {refused && (
                <span className="field-problem" id={`template-${field}-note`}>
                  {fieldProblem(t, refused)}
                </span>
              )}
            </div>
          );
        })}
      </div>
      {problem !== null && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      {error !== null && <ErrorView error={error} />}
    </Dialog>
  );
}
