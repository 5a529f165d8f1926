/** Shows what went wrong: one sentence, what to do, and technical information to copy. */
import { Alert, App, Button } from 'antd';
import { Component, type ReactNode, useCallback } from 'react';
import { useAsked } from './api.ts';
import { errorText, isCancelled, technicalText } from './error-text.ts';
import { useT } from './i18n.tsx';

function useCopyTechnical(): (error: unknown) => void {
  const { t } = useT();
  const { message } = App.useApp();
  const version = useAsked('window.state', {}).data?.version ?? '';
  return useCallback(
    (error) => {
      void navigator.clipboard
        .writeText(technicalText(error, version))
        .then(() => message.success(t('shell.error.copied')));
    },
    [message, t, version],
  );
}

/** Key of the notice of a failure: a newer one takes its place. */
const FAILURE = 'failure';

/** Takes the notice of a failure away: the person has begun something else, and it would lie over that. */
export function useForgetError(): () => void {
  const { notification } = App.useApp();
  return useCallback(() => notification.destroy(FAILURE), [notification]);
}

/** A notice for failures of an action; cancelled work says nothing. */
export function useShowError(): (error: unknown) => void {
  const { t } = useT();
  const { notification } = App.useApp();
  const copy = useCopyTechnical();
  return useCallback(
    (error) => {
      if (isCancelled(error)) return;
      notification.error({
        key: FAILURE,
        title: t('shell.error.title'),
        description: errorText(t, error),
        placement: 'bottomRight',
        // Long enough to be read twice by somebody who was looking at paper.
        duration: 30,
        actions: (
          <Button size="small" onClick={() => copy(error)}>
            {t('shell.error.copy')}
          </Button>
        ),
      });
    },
    [copy, notification, t],
  );
}

/** A failure in the place of what could not be shown. */
export function ErrorView({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useT();
  const copy = useCopyTechnical();
  return (
    <Alert
      type="error"
      showIcon
      title={errorText(t, error)}
      action={
        <div className="actions">
          {onRetry && (
            <Button size="small" onClick={onRetry}>
              {t('shell.error.retry')}
            </Button>
          )}
          <Button size="small" onClick={() => copy(error)}>
            {t('shell.error.copy')}
          </Button>
        </div>
      }
    />
  );
}

function ScreenFault({ error, onReload }: { error: unknown; onReload: () => void }) {
  const { t } = useT();
  const copy = useCopyTechnical();
  return (
    <div className="screen-fault">
      <Alert
        type="error"
        showIcon
        title={t('shell.error.screen')}
        action={
          <div className="actions">
            <Button size="small" type="primary" onClick={onReload}>
              {t('shell.error.reload')}
            </Button>
            <Button size="small" onClick={() => copy(error)}>
              {t('shell.error.copy')}
            </Button>
          </div>
        }
      />
    </div>
  );
}

/** Keeps a fault inside one screen from taking the window down. `name` resets it when the screen changes. */
export class ScreenBoundary extends Component<{ name: string; children: ReactNode }, { error: unknown; name: string }> {
  override state: { error: unknown; name: string } = { error: null, name: this.props.name };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error: error ?? new Error('unknown') };
  }

  static getDerivedStateFromProps(
    props: { name: string },
    state: { error: unknown; name: string },
  ): { error: unknown; name: string } | null {
    return props.name === state.name ? null : { error: null, name: props.name };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <ScreenFault error={this.state.error} onReload={() => this.setState({ error: null })} />;
  }
}
