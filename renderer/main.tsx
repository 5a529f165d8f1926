/** The window's beginning: preferences first, so that language and colours are right from the first paint. */
import './app/app.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { ArchiveApp } from './app/app.tsx';
import { asked, queryClient } from './app/api.ts';
import { DEFAULT_PREFERENCES } from './app/archive-state.ts';
import { setLocale, Texts } from './app/i18n.tsx';
import { applyTheme } from './app/theme.ts';

async function start(): Promise<void> {
  const preferences = await queryClient.fetchQuery(asked('window.state', {})).then(
    (state) => state.preferences,
    () => DEFAULT_PREFERENCES,
  );
  setLocale(preferences.locale);
  applyTheme(preferences);
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <Texts>
        <ArchiveApp />
      </Texts>
    </QueryClientProvider>,
  );
}

void start();
