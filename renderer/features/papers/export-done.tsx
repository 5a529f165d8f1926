/** Says what was written and where, and opens it. */
import { CheckCircleFilled } from '@ant-design/icons';
import { Alert, Button, Progress as ProgressBar } from 'antd';
import type { Progress } from '#shared/procedure.ts';
import { call } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { useShowError } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import type { WrittenPaper } from './use-export.ts';

export function ExportDone({ output, grant, onClose }: WrittenPaper & { onClose: () => void }) {
  const { t } = useT();
  const showError = useShowError();
  return (
    <Dialog
      width={560}
      title={t('schedule.export.done')}
      onCancel={onClose}
      footer={
        <div className="actions actions-end">
          <Button onClick={() => void call('window.reveal', { file: grant.grant }).catch(showError)}>
            {t('schedule.export.reveal')}
          </Button>
          <Button
            type="primary"
            onClick={() => void call('window.openOutside', { file: grant.grant }).catch(showError)}
          >
            {t('schedule.export.open')}
          </Button>
        </div>
      }
    >
      <div className="export-result">
        <CheckCircleFilled className="good-sign" aria-hidden />
        <div>
          <p className="file-name">{grant.name}</p>
          <p className="muted break">{grant.display}</p>
          <p className="muted">
            {t('schedule.export.facts', { pages: output.pages, rows: output.rows, size: sizeText(output.bytes) })}
          </p>
        </div>
      </div>
      {output.missingGlyphs.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('schedule.export.missing', {
            characters: output.missingGlyphs.map(({ character }) => character).join(' '),
          })}
        />
      )}
    </Dialog>
  );
}

export function ExportProgress({ progress }: { progress: Progress | null }) {
  const { t } = useT();
  return (
    <ProgressBar
      aria-label={t('schedule.export.working')}
      percent={progress && progress.total > 0 ? Math.round((progress.done / progress.total) * 100) : 0}
      status="active"
    />
  );
}

export function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
