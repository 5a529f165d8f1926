/** 设置: how the window looks, what the archive is, and its safety. */
import { App, Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { ArchiveInfo } from '#shared/features/archive.ts';
import type { Preferences } from '#shared/features/window.ts';
import { AboutText } from '../../app/about-dialog.tsx';
import { call, refresh, useAsked } from '../../app/api.ts';
import { DEFAULT_PREFERENCES, useWindowState } from '../../app/archive-state.ts';
import { runCommand } from '../../app/commands.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { useReadOnly, WriteButton } from '../../app/read-only.tsx';
import { Page } from '../../app/page.tsx';
import { type SettingsPage, ui, useUi } from '../../app/ui-state.ts';
import { useOpenArchive } from '../welcome/use-open-archive.ts';
import { FondsSettings } from './fonds-settings.tsx';
import { IdentitySetting } from './identity-setting.tsx';
import { Setting } from './setting.tsx';

function UnitName({ unitName }: { unitName: string }) {
  const { t } = useT();
  const showError = useShowError();
  const [text, setText] = useState<string | null>(null);
  if (text === null) {
    return (
      <>
        <span>{unitName}</span>
        <WriteButton size="small" onClick={() => setText(unitName)}>
          {t('shell.settings.changeUnitName')}
        </WriteButton>
      </>
    );
  }
  const save = async (): Promise<void> => {
    try {
      if (text.trim() !== unitName) await call('archive.describe', { unitName: text.trim() });
      refresh('window');
      setText(null);
    } catch (error) {
      showError(error);
    }
  };
  return (
    <>
      <Input
        autoFocus
        aria-label={t('shell.settings.unitName')}
        maxLength={100}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="primary" disabled={text.trim() === ''} onClick={() => void save()}>
        {t('shell.settings.saveUnitName')}
      </Button>
      <Button onClick={() => setText(null)}>{t('shell.cancel')}</Button>
    </>
  );
}

export function SettingsScreen({ archive }: { archive: ArchiveInfo }) {
  const { t } = useT();
  const page = useUi((state) => state.settings);
  return (
    <Page
      title={t('shell.settings.title')}
      scroll
      actions={
        <Segmented<SettingsPage>
          aria-label={t('fondsSettings.pages')}
          value={page}
          onChange={(settings) => ui.set({ settings })}
          options={(['general', 'fonds'] as const).map((value) => ({ value, label: t(`fondsSettings.page.${value}`) }))}
        />
      }
    >
      {page === 'fonds' ? <FondsSettings /> : <General archive={archive} />}
    </Page>
  );
}

function General({ archive }: { archive: ArchiveInfo }) {
  const { t, locale } = useT();
  const { modal } = App.useApp();
  const showError = useShowError();
  const { openExample } = useOpenArchive();
  const readOnly = useReadOnly();
  const state = useWindowState().data;
  const preferences = state?.preferences ?? DEFAULT_PREFERENCES;
  const info = useAsked('archive.info', {}).data ?? archive;
  const prefer = (change: Partial<Preferences>): void =>
    void call('window.setPreferences', change).then(() => refresh('window'), showError);

  return (
    <div className="settings">
      <section>
        <h2>{t('shell.settings.appearance')}</h2>
        <Setting label={t('shell.settings.language')}>
          <Segmented<Preferences['locale']>
            aria-label={t('shell.settings.language')}
            value={preferences.locale}
            onChange={(next) => prefer({ locale: next })}
            options={(['zh-CN', 'en'] as const).map((value) => ({
              value,
              label: t(`shell.settings.languages.${value}`),
            }))}
          />
        </Setting>
        <Setting label={t('shell.settings.theme')}>
          <Segmented<Preferences['theme']>
            aria-label={t('shell.settings.theme')}
            value={preferences.theme}
            onChange={(theme) => prefer({ theme })}
            options={(['light', 'dark'] as const).map((value) => ({
              value,
              label: t(`shell.settings.themes.${value}`),
            }))}
          />
        </Setting>
        <Setting label={t('shell.settings.textSize')}>
          <Segmented<Preferences['textSize']>
            aria-label={t('shell.settings.textSize')}
            value={preferences.textSize}
            onChange={(textSize) => prefer({ textSize })}
            options={(['medium', 'large', 'largest'] as const).map((value) => ({
              value,
              label: t(`shell.settings.textSizes.${value}`),
            }))}
          />
        </Setting>
      </section>
      <section>
        <h2>{t('shell.settings.archive')}</h2>
        <Setting label={t('shell.settings.unitName')}>
          <UnitName key={info.unitName} unitName={info.unitName} />
        </Setting>
        <Setting label={t('shell.settings.place')}>
          <span className="break">{state?.display}</span>
        </Setting>
        <Setting label={t('shell.settings.createdAt')}>
          {new Date(info.createdAt).toLocaleString(locale, { hour12: false })}
        </Setting>
        <Setting label={t('shell.settings.years')}>
          {info.years.length === 0 ? t('shell.settings.noYears') : info.years.join(t('paper.unitSeparator'))}
        </Setting>
        <Setting label={t('shell.settings.head')}>
          <span>
            {t('shell.settings.headValue', { sequence: info.head.sequence })}{' '}
            <code title={info.head.hash}>{info.head.hash.slice(0, 12)}</code>
          </span>
        </Setting>
        <Setting label={t('shell.settings.structure')}>{info.structure}</Setting>
        <Setting label={t('menu.commands.archive.close')} hint={t('shell.settings.closeText')}>
          <Button onClick={() => runCommand('archive.close')}>{t('shell.settings.closeArchive')}</Button>
        </Setting>
        {info.isExample && !readOnly && (
          <Setting label={t('shell.settings.resetExample')} hint={t('shell.settings.resetExampleText')}>
            <Button
              danger
              onClick={() => {
                void modal.confirm({
                  title: t('shell.settings.resetExample'),
                  content: t('shell.settings.resetConfirm'),
                  okText: t('shell.settings.resetExample'),
                  cancelText: t('shell.cancel'),
                  onOk: () => openExample(true),
                });
              }}
            >
              {t('shell.settings.resetExample')}
            </Button>
          </Setting>
        )}
      </section>
      <section>
        <h2>{t('shell.settings.safety')}</h2>
        <Setting label={t('shell.settings.verify')} hint={t('shell.settings.verifyText')}>
          <Button onClick={() => runCommand('archive.verify')}>{t('shell.settings.verify')}</Button>
        </Setting>
        <Setting label={t('objectScreen.check.title')} hint={t('objectScreen.check.hint')}>
          <Button onClick={() => runCommand('objects.recordCheck')}>{t('objectScreen.check.title')}</Button>
        </Setting>
        <Setting label={t('objectScreen.checks.title')} hint={t('objectScreen.checks.text')}>
          <Button onClick={() => runCommand('documents.checks')}>{t('objectScreen.checks.title')}</Button>
        </Setting>
        <IdentitySetting />
        <Setting label={t('shell.settings.backup')} hint={t('shell.settings.backupText')}>
          <Button onClick={() => runCommand('archive.backup')}>{t('shell.settings.backup')}</Button>
        </Setting>
      </section>
      <section>
        <h2>{t('shell.settings.about')}</h2>
        <AboutText />
      </section>
    </div>
  );
}
