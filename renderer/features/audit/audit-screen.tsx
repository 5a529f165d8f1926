/** 审计: the log as auditors read it, its check, packages of evidence, and what goes onto a 取证单. */
import { ExportOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { call } from '../../app/api.ts';
import { runCommand } from '../../app/commands.ts';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { Page } from '../../app/page.tsx';
import { WriteButton } from '../../app/read-only.tsx';
import '../life/life.css';
import './audit.css';
import { AUDIT_TABS, type AuditTab, auditState, useAuditState } from './audit-state.ts';
import { CheckDialog, type Checked } from './check-dialog.tsx';
import { EvidenceTab } from './evidence-tab.tsx';
import { FindingsTab } from './findings-tab.tsx';
import { LogStatus, LogTab, useAuditLog } from './log-tab.tsx';

export function AuditScreen() {
  const { t } = useT();
  const showError = useShowError();
  const tab = useAuditState((state) => state.tab);
  const log = useAuditLog();
  const [checking, setChecking] = useState<{ checked: Checked } | null>(null);
  const choosePackage = async (): Promise<void> => {
    const folder = await call('window.chooseFolder', { purpose: 'verifyPackage' });
    if (folder) setChecking({ checked: folder });
  };
  return (
    <Page
      title={t('auditScreen.title')}
      note={
        <Segmented<AuditTab>
          aria-label={t('auditScreen.tabs')}
          value={tab}
          onChange={(next) => auditState.set({ tab: next })}
          options={AUDIT_TABS.map((value) => ({ value, label: t(`auditScreen.tab.${value}`) }))}
        />
      }
      status={tab === 'log' && <LogStatus log={log} />}
      scroll
      actions={
        <>
          <Button icon={<SafetyCertificateOutlined />} onClick={() => setChecking({ checked: null })}>
            {t('auditScreen.check.verify')}
          </Button>
          <Button onClick={() => void choosePackage().catch(showError)}>{t('auditScreen.check.verifyPackage')}</Button>
          <Button icon={<ExportOutlined />} onClick={() => runCommand('audit.package')}>
            {t('auditScreen.check.package')}
          </Button>
          <WriteButton type="primary" onClick={() => runCommand('audit.enter')}>
            {t('auditScreen.mode.enter')}
          </WriteButton>
        </>
      }
    >
      {tab === 'log' && <LogTab log={log} />}
      {tab === 'evidence' && <EvidenceTab />}
      {tab === 'findings' && <FindingsTab />}
      {checking && <CheckDialog checked={checking.checked} onClose={() => setChecking(null)} />}
    </Page>
  );
}
