/** Archives that were made before there were activities get the plan's categories once, in one event that stays. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { takeBack } from '#tests/support/older-structure.ts';
import { testArchive } from '#tests/support/test-archive.ts';

const BEFORE_ACTIVITIES = 6;

it('gives an older archive the categories of the plan, once, and no undo takes them away', async () => {
  const archive = await testArchive();
  const labels = async () => (await archive.call('history.list', {})).map(({ label }) => label?.code);
  const made = await labels();
  expect(made).not.toContain('prepareCategories');
  archive.runtime.close();
  takeBack(join(archive.directory, 'archive.sqlite'), BEFORE_ACTIVITIES);
  await archive.reopen();
  expect(await labels()).toEqual(['prepareRules', 'prepareCategories', ...made]);
  const categories = await archive.call('activities.categories', {});
  expect(categories).toHaveLength(15);
  await expect(archive.call('history.undo', {})).rejects.toMatchObject({ code: 'history/nothing_to_undo' });
  await archive.reopen();
  expect(await labels()).toHaveLength(made.length + 2);
  expect(await archive.call('activities.categories', {})).toEqual(categories);
  expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
});
