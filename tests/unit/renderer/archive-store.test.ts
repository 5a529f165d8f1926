import { expect, it } from 'vitest';
import { beginArchive, createArchiveStore } from '../../../renderer/app/archive-store.ts';

it('what the window remembers of an archive stays in it; the way of working goes along', () => {
  const store = createArchiveStore({ text: '', show: null as number | null, panel: false }, ['panel']);
  beginArchive('one');
  // Asked for before its screen was ever shown.
  store.set({ text: '通知', show: 3, panel: true });
  beginArchive('one');
  expect(store.get()).toEqual({ text: '通知', show: 3, panel: true });
  beginArchive('two');
  expect(store.get()).toEqual({ text: '', show: null, panel: true });
  store.set({ show: 5 });
  beginArchive('one');
  expect(store.get()).toEqual({ text: '', show: null, panel: true });
});
