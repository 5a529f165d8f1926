/** Year, command search, undo and redo, and whether everything is saved. */
import {
  CheckCircleFilled,
  CopyOutlined,
  PlusOutlined,
  RedoOutlined,
  SearchOutlined,
  SyncOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Button, Divider, Select, Tooltip } from 'antd';
import { useState } from 'react';
import type { CommandId } from '#shared/commands.ts';
import { useYear, useYears } from './archive-state.ts';
import { isMac, runCommand } from './commands.ts';
import { stepText, useT } from './i18n.tsx';
import { useReadOnly, Writing } from './read-only.tsx';
import { useUndo } from './use-undo.ts';
import { ui, useUi } from './ui-state.ts';

function YearSelect() {
  const { t } = useT();
  const years = useYears().data ?? [];
  const year = useYear();
  const readOnly = useReadOnly();
  const [open, setOpen] = useState(false);
  const run = (command: CommandId): void => {
    setOpen(false);
    runCommand(command);
  };
  return (
    <Select
      open={open}
      onOpenChange={setOpen}
      className="year-select"
      aria-label={t('shell.year.label')}
      value={year}
      placeholder={t('shell.year.none')}
      options={years.map(({ year: value, planned }) => ({
        value,
        label: t(planned ? 'shell.year.option' : 'shell.year.unplanned', { year: value }),
      }))}
      onChange={(chosen) => ui.set({ year: chosen, showRow: null })}
      popupRender={(menu) => (
        <>
          {years.length > 0 && menu}
          {years.length > 0 && !readOnly && <Divider className="tight" />}
          {!readOnly && (
            <Button type="text" block className="left" icon={<PlusOutlined />} onClick={() => run('plan.create')}>
              {t('shell.year.add')}
            </Button>
          )}
          {years.length > 0 && !readOnly && (
            <Button type="text" block className="left" icon={<CopyOutlined />} onClick={() => run('plan.copyYear')}>
              {t('shell.year.copy')}
            </Button>
          )}
        </>
      )}
      popupMatchSelectWidth={190}
    />
  );
}

function SavedNote() {
  const { t, locale } = useT();
  const saving = useUi((state) => state.saving > 0);
  const savedAt = useUi((state) => state.savedAt);
  const text = saving
    ? t('shell.saving')
    : savedAt
      ? t('shell.savedAt', {
          time: savedAt.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hour12: false }),
        })
      : t('shell.saved');
  return (
    <span className="saved" role="status">
      {saving ? <SyncOutlined aria-hidden /> : <CheckCircleFilled aria-hidden />} {text}
    </span>
  );
}

export function TopBar() {
  const { t } = useT();
  return (
    <header className="top">
      <YearSelect />
      <button type="button" className="command-search" onClick={() => runCommand('palette.open')}>
        <SearchOutlined />
        <span>{t('shell.commandsHint')}</span>
        <kbd>{isMac() ? '⌘ K' : 'Ctrl K'}</kbd>
      </button>
      <span className="spring" />
      <Writing>
        <UndoButtons />
        <SavedNote />
      </Writing>
    </header>
  );
}

function UndoButtons() {
  const { t } = useT();
  const { state } = useUndo();
  const undoText = state.undo ? t('shell.undo', { step: stepText(t, state.undo) }) : t('shell.noUndo');
  const redoText = state.redo ? t('shell.redo', { step: stepText(t, state.redo) }) : t('shell.noRedo');
  return (
    <>
      <Tooltip title={undoText}>
        <Button
          type="text"
          aria-label={undoText}
          icon={<UndoOutlined />}
          aria-disabled={!state.undo}
          className={state.undo ? '' : 'dimmed'}
          onClick={() => runCommand('edit.undo')}
        >
          <span className="wide-only">{t('menu.commands.edit.undo')}</span>
        </Button>
      </Tooltip>
      <Tooltip title={redoText}>
        <Button
          type="text"
          aria-label={redoText}
          icon={<RedoOutlined />}
          aria-disabled={!state.redo}
          className={state.redo ? '' : 'dimmed'}
          onClick={() => runCommand('edit.redo')}
        >
          <span className="wide-only">{t('menu.commands.edit.redo')}</span>
        </Button>
      </Tooltip>
    </>
  );
}
