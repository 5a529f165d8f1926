/** People of an archive for window tests: villages, a club, learners, a child without consent, and one entered twice. */
import type { Page } from 'playwright-core';
import { call } from '#tests/support/bridge.ts';

/** Ids of persons by name; of two with the same name the one entered later. */
export async function fillPeople(page: Page): Promise<Record<string, number>> {
  for (const fullName of ['甲村（示例）', '乙村（示例）'])
    await call(page, 'organisations.create', { fullName, kind: 'village' });
  const club = await call(page, 'organisations.create', {
    fullName: '书画协会（示例）',
    kind: 'club',
    activeFrom: '2018-05-01',
  });
  const role = (name: 'learner' | 'volunteer' | 'club_head', organisationId: number | null = null) => ({
    role: name,
    organisationId,
    subject: '',
    from: null,
    to: null,
  });
  const persons = [
    {
      name: '甲一（示例）',
      sex: 'female' as const,
      birthDate: '1956-03-08',
      village: '甲村（示例）',
      phone: '13900000001',
      roles: [{ ...role('club_head', club.organisation.id), subject: '书法', from: '2018-05-01' }, role('learner')],
      certificates: [
        {
          name: '书法教师证（示例）',
          number: 'S-001',
          issuer: '某协会',
          issuedOn: '2015-06-01',
          validUntil: '2020-05-31',
        },
      ],
    },
    {
      name: '乙二（示例）',
      sex: 'male' as const,
      birthDate: '1988',
      village: '乙村（示例）',
      phone: '13900000002',
      roles: [role('volunteer')],
    },
    {
      name: '丙三（示例）',
      sex: 'female' as const,
      birthDate: '2016-09-01',
      village: '甲村（示例）',
      roles: [role('learner')],
    },
    {
      name: '丁四（示例）',
      sex: 'male' as const,
      birthDate: '1970-01-02',
      village: '甲村（示例）',
      phone: '13900000004',
    },
    {
      name: '丁四（示例）',
      birthDate: '1970-01-02',
      village: '乙村（示例）',
      phone: '13900000005',
      roles: [role('learner')],
    },
  ];
  const { ids } = await call(page, 'participants.edit', {
    step: { code: 'personInsert', params: { count: persons.length } },
    changes: persons.map((fields) => ({ do: 'insert' as const, fields })),
  });
  return Object.fromEntries(persons.map(({ name }, index) => [name, ids[index] ?? 0]));
}
