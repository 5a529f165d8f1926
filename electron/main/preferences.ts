/** What the user set for this machine: language, colours, size of text. */
import { join } from 'node:path';
import { Preferences } from '#shared/features/window.ts';
import { jsonFile } from './json-file.ts';

const FIRST: Preferences = { locale: 'zh-CN', theme: 'light', textSize: 'medium' };

export interface PreferencesStore {
  get(): Preferences;
  set(changes: Partial<Preferences>): Preferences;
}

export function createPreferences(profile: string): PreferencesStore {
  const file = jsonFile(join(profile, 'preferences.json'), Preferences, FIRST);
  let current = file.read();
  return {
    get: () => current,
    set(changes) {
      current = { ...current, ...changes };
      file.write(current);
      return current;
    },
  };
}
