/** Templates of documents: kept, changed, undone and retired as every record is. */
import { describe, expect, it } from 'vitest';
import { translator } from '#shared/i18n/index.ts';
import { testArchive } from '#tests/support/test-archive.ts';
import { readTemplate, textsOfTemplate } from '../../../renderer/features/documents/template-texts.ts';

const FIELDS = {
  author: '某街道社区教育中心',
  term: 'D30',
  accessMark: 'open',
  addressees: ['各社区', '各学校'],
} as const;
const fields = { ...FIELDS, addressees: [...FIELDS.addressees] };

describe('a template of documents', () => {
  it('is logged, undone and verified; its name is its own', async () => {
    const archive = await testArchive();
    const { template } = await archive.call('templates.save', { name: '培训通知', fields });
    expect(await archive.call('templates.list', {})).toEqual([
      { id: template.id, name: '培训通知', fields, version: 1 },
    ]);
    await expect(archive.call('templates.save', { name: '培训通知', fields })).rejects.toMatchObject({
      code: 'templates/name_taken',
    });
    const changed = await archive.call('templates.save', { ...template, name: '通知', fields: { term: 'Y' } });
    expect(changed.template).toMatchObject({ name: '通知', fields: { term: 'Y' }, version: 2 });
    await expect(archive.call('templates.save', { ...template, name: '旧的', fields })).rejects.toMatchObject({
      code: 'record/conflict',
    });
    await archive.call('history.undo', {});
    expect((await archive.call('templates.list', {}))[0]).toMatchObject({ name: '培训通知', fields });
    const [current] = await archive.call('templates.list', {});
    await archive.call('templates.withdraw', { id: template.id, version: current?.version ?? 0 });
    expect(await archive.call('templates.list', {})).toEqual([]);
    // A retired name is free again.
    await archive.call('templates.save', { name: '培训通知', fields });
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
  });

  it('holds no secrets, no sections that are not there, and not nothing', async () => {
    const archive = await testArchive();
    const save = (given: object) => archive.call('templates.save', { name: '模板', fields: given });
    await expect(save({ remark: '密级：机密' })).rejects.toMatchObject({ code: 'documents/classified' });
    await expect(save({ sectionId: 99 })).rejects.toMatchObject({ code: 'record/not_found' });
    await expect(save({})).rejects.toMatchObject({ code: 'input/invalid' });
  });

  it.each(['zh-CN', 'en'] as const)('stands in its form as it is kept (%s)', (locale) => {
    const t = translator(locale);
    const names = { sections: [], retention: [] };
    expect(readTemplate(textsOfTemplate(fields, t, names), t, names)).toEqual({ fields, problems: new Map() });
  });
});
